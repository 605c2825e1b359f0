import { Injectable } from '@nestjs/common';
import type { Area } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import type { TrendSpecification } from '../charts/trend-specification.js';
import { sourceLanguage, type Language } from '../language/language.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { Problem } from '../platform/problem.js';
import { requireFound } from '../platform/require-found.js';
import { AcceptanceTraceRepository } from './acceptance-trace.repository.js';
import { countryReport } from './country-report.js';
import { findNode } from './find-node.js';
import { indicatorReport } from './indicator-report.js';
import { indicatorTrend } from './indicator-trend.js';
import { issueReport } from './issue-report.js';
import { nodeTrend } from './node-trend.js';
import { observationReport } from './observation-report.js';
import { overviewReport } from './overview-report.js';
import type {
  CountryReport,
  IndicatorReport,
  IssueReport,
  ObservationReport,
  OverviewReport,
} from './report.js';
import { ReportMemory } from './report-memory.js';
import { ReportSourcesService } from './report-sources.service.js';

/** So many reports and charts are kept at one data revision. */
const REPORTS_KEPT = 128;

/** Makes each report from the live score board, and keeps it until the data move. */
@Injectable()
export class ReportService {
  private readonly memory = new ReportMemory(REPORTS_KEPT);

  constructor(
    private readonly sources: ReportSourcesService,
    private readonly observations: ObservationRepository,
    private readonly traces: AcceptanceTraceRepository,
  ) {}

  async overview(): Promise<OverviewReport> {
    const sources = await this.sources.current();
    return this.memory.remember(sources, 'overview', () => overviewReport(sources));
  }

  /**
   * @param iso3 ISO 3166-1 alpha-3
   * @throws Problem `area_not_found`, or `area_without_report` for areas that take figures and are not scored
   */
  async country(iso3: string): Promise<CountryReport> {
    const sources = await this.sources.current();
    const area = areaOf(iso3, sources.lookUp);
    if (!area.scored) throw new Problem('area_without_report', 404, { code: iso3, name: area.name });
    return this.memory.remember(sources, `country ${iso3}`, () => countryReport(area, sources));
  }

  /** @throws Problem `issue_not_found` */
  async issue(code: string): Promise<IssueReport> {
    const sources = await this.sources.current();
    const known = sources.lookUp.catalogue.issues.map((one) => one.code);
    const issue = requireFound(sources.lookUp.issue(code), 'issue_not_found', code, known);
    return this.memory.remember(sources, `issue ${code}`, () => issueReport(issue, sources));
  }

  /** @throws Problem `indicator_not_found` */
  async indicator(code: string): Promise<IndicatorReport> {
    const sources = await this.sources.current();
    const known = sources.lookUp.catalogue.indicators.map((one) => one.code);
    const indicator = requireFound(sources.lookUp.indicator(code), 'indicator_not_found', code, known);
    return this.memory.remember(sources, `indicator ${code}`, () => indicatorReport(indicator, sources));
  }

  /**
   * The chart of a node or indicator of an area over the years.
   * @throws Problem `area_not_found`, `node_not_found`
   */
  async trend(
    areaCode: string,
    nodeCode: string,
    language: Language = sourceLanguage,
  ): Promise<TrendSpecification> {
    const sources = await this.sources.current();
    const { lookUp } = sources;
    const area = areaOf(areaCode, lookUp);
    const node = requireFound(findNode(nodeCode, lookUp), 'node_not_found', nodeCode, []);
    return this.memory.remember(sources, `trend ${language} ${areaCode} ${nodeCode}`, () => {
      const indicator = node.kind === 'indicator' ? lookUp.indicator(node.code) : undefined;
      if (indicator !== undefined) return indicatorTrend(area, indicator, sources, language);
      if (node.kind === 'indicator') throw new RangeError(`There is no indicator ${node.code}`);
      return nodeTrend(area, { kind: node.kind, code: node.code }, sources, language);
    });
  }

  /** @throws Problem `observation_not_found` */
  async observation(id: string): Promise<ObservationReport> {
    const sources = await this.sources.current();
    const observation = await this.observations.one(id);
    const trace = observation && (await this.traces.ofSubmission(observation.submissionId));
    if (observation === undefined || trace === undefined)
      throw new Problem('observation_not_found', 404, { id });
    const versions = await this.observations.versions(observation);
    return observationReport(observation, versions, trace, sources);
  }
}

function areaOf(code: string, lookUp: LookUp): Area {
  const known = lookUp.catalogue.areas.map((one) => one.code);
  return requireFound(lookUp.area(code), 'area_not_found', code, known);
}
