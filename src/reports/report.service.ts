import { Injectable } from '@nestjs/common';
import type { Area } from '../catalogue/catalogue.js';
import type { LookUp } from '../catalogue/look-up.js';
import { AGENDA_PREFIX, type AgendaKind } from '../catalogue/views.js';
import type { TrendSpecification } from '../charts/trend-specification.js';
import { sourceLanguage, type Language } from '../language/language.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { Problem } from '../platform/problem.js';
import { requireFound } from '../platform/require-found.js';
import { suggestionParams } from '../platform/suggestion.js';
import { AcceptanceTraceRepository } from './acceptance-trace.repository.js';
import { agendaReport, type AgendaReport } from './agenda-report.js';
import { commitmentReport, type CommitmentReport } from './commitment-report.js';
import { commitmentsReport, type CommitmentsReport } from './commitments-report.js';
import { countryReport } from './country-report.js';
import { findNode } from './find-node.js';
import { indicatorReport } from './indicator-report.js';
import { indicatorTrend } from './indicator-trend.js';
import { issueReport } from './issue-report.js';
import { isAgenda, nodeReport, type NodeReport, type ReportedNode } from './node-report.js';
import { nodeTrend } from './node-trend.js';
import { observationReport } from './observation-report.js';
import { overviewReport } from './overview-report.js';
import { MomentService } from './moment.service.js';
import type {
  CountryReport,
  IndicatorReport,
  IssueReport,
  ObservationReport,
  OverviewReport,
} from './report.js';
import { ReportMemory } from './report-memory.js';
import type { ReportMoment } from './report-moment.js';

/** So many reports and charts are kept of one state of the data. */
const REPORTS_KEPT = 128;

/** Makes each report as of now or as of the moment asked for, and keeps it as long as that state of the data. */
@Injectable()
export class ReportService {
  private readonly memory = new ReportMemory(REPORTS_KEPT);

  constructor(
    private readonly moments: MomentService,
    private readonly observations: ObservationRepository,
    private readonly traces: AcceptanceTraceRepository,
  ) {}

  async overview(moment?: ReportMoment): Promise<OverviewReport> {
    const sources = await this.moments.at(moment);
    return this.memory.remember(sources, 'overview', () => overviewReport(sources));
  }

  /**
   * @param iso3 ISO 3166-1 alpha-3
   * @throws Problem `area_not_found`, or `area_without_report` for areas that take figures and are not scored
   */
  async country(iso3: string, moment?: ReportMoment): Promise<CountryReport> {
    const sources = await this.moments.at(moment);
    const area = areaOf(iso3, sources.lookUp);
    if (!area.scored) throw new Problem('area_without_report', 404, { code: iso3, name: area.name });
    return this.memory.remember(sources, `country ${iso3}`, () => countryReport(area, sources));
  }

  /** @throws Problem `issue_not_found` */
  async issue(code: string, moment?: ReportMoment): Promise<IssueReport> {
    const sources = await this.moments.at(moment);
    const known = sources.lookUp.catalogue.issues.map((one) => one.code);
    const issue = requireFound(sources.lookUp.issue(code), 'issue_not_found', code, known);
    return this.memory.remember(sources, `issue ${code}`, () => issueReport(issue, sources));
  }

  /** @throws Problem `indicator_not_found` */
  async indicator(code: string, moment?: ReportMoment): Promise<IndicatorReport> {
    const sources = await this.moments.at(moment);
    const known = sources.lookUp.catalogue.indicators.map((one) => one.code);
    const indicator = requireFound(sources.lookUp.indicator(code), 'indicator_not_found', code, known);
    return this.memory.remember(sources, `indicator ${code}`, () => indicatorReport(indicator, sources));
  }

  /** @throws Problem `principle_not_found` */
  principle(code: string, moment?: ReportMoment): Promise<NodeReport> {
    return this.node('principle', code, moment);
  }

  /** @throws Problem `goal_not_found` */
  goal(code: string, moment?: ReportMoment): Promise<NodeReport> {
    return this.node('goal', code, moment);
  }

  /** @throws Problem `objective_not_found` */
  objective(code: string, moment?: ReportMoment): Promise<NodeReport> {
    return this.node('objective', code, moment);
  }

  /** @throws Problem with the code of the kind: `principle_not_found`, `sdg_target_not_found`... */
  async node(kind: ReportedNode, code: string, moment?: ReportMoment): Promise<NodeReport> {
    const sources = await this.moments.at(moment);
    const known = NODES[kind](sources.lookUp).map((one) => one.code);
    const whole = isAgenda(kind) ? AGENDA_PREFIX[kind] + code : code;
    if (whole !== code && known.includes(whole))
      throw new Problem(`${kind}_not_found`, 404, { code, ...suggestionParams(whole) });
    requireFound(
      known.find((one) => one === code),
      `${kind}_not_found`,
      code,
      known,
    );
    return this.memory.remember(sources, `${kind} ${code}`, () => nodeReport(kind, code, sources));
  }

  /** All views of an agenda, in its order. */
  async agenda(kind: AgendaKind, moment?: ReportMoment): Promise<AgendaReport> {
    const sources = await this.moments.at(moment);
    return this.memory.remember(sources, `agenda ${kind}`, () => agendaReport(kind, sources));
  }

  /** @throws Problem `commitment_not_found` */
  async commitment(id: string, moment?: ReportMoment): Promise<CommitmentReport> {
    const sources = await this.moments.at(moment);
    const known = sources.lookUp.catalogue.commitments.map((one) => one.id);
    const commitment = requireFound(sources.lookUp.commitment(id), 'commitment_not_found', id, known);
    return this.memory.remember(sources, `commitment ${id}`, () => commitmentReport(commitment, sources));
  }

  async commitments(moment?: ReportMoment): Promise<CommitmentsReport> {
    const sources = await this.moments.at(moment);
    return this.memory.remember(sources, 'commitments', () => commitmentsReport(sources));
  }

  /**
   * The chart of a node or indicator of an area over the years.
   * @throws Problem `area_not_found`, `node_not_found`
   */
  async trend(
    areaCode: string,
    nodeCode: string,
    language: Language = sourceLanguage,
    moment?: ReportMoment,
  ): Promise<TrendSpecification> {
    const sources = await this.moments.at(moment);
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
    const sources = await this.moments.at();
    const observation = await this.observations.one(id);
    const trace = observation && (await this.traces.ofSubmission(observation.submissionId));
    if (observation === undefined || trace === undefined)
      throw new Problem('observation_not_found', 404, { id });
    const versions = await this.observations.versions(observation);
    return observationReport(observation, versions, trace, sources);
  }
}

const NODES: Readonly<Record<ReportedNode, (from: LookUp) => readonly { readonly code: string }[]>> = {
  principle: ({ catalogue }) => catalogue.principles,
  goal: ({ catalogue }) => catalogue.goals,
  objective: ({ catalogue }) => catalogue.objectives,
  action_line: ({ catalogue }) => catalogue.actionLines ?? [],
  sdg_target: ({ catalogue }) => catalogue.sdgTargets ?? [],
};

function areaOf(code: string, lookUp: LookUp): Area {
  const known = lookUp.catalogue.areas.map((one) => one.code);
  return requireFound(lookUp.area(code), 'area_not_found', code, known);
}
