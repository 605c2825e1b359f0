import { Injectable } from '@nestjs/common';
import type {
  ChartSpecification,
  DistributionSpecification,
  MapSpecification,
  MapYear,
  ProfileSpecification,
  StatusSpecification,
} from '../../charts/chart-specification.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { sourceLanguage, type Language } from '../../language/language.js';
import { Problem } from '../../platform/problem.js';
import { requireFound } from '../../platform/require-found.js';
import { findNode, type FoundNode } from '../find-node.js';
import { MomentService } from '../moment.service.js';
import { ReportMemory } from '../report-memory.js';
import type { ReportMoment } from '../report-moment.js';
import { ReportService } from '../report.service.js';
import type { ChartQuestion } from './chart-question.js';
import { distributionChart } from './distribution-chart.js';
import { mapChart } from './map-chart.js';
import { mapYears } from './map-years.js';
import { profileChart } from './profile-chart.js';
import { statusChart } from './status-chart.js';

/** So many countries at most are marked in one distribution. */
export const MOST_MARKED = 5;
/** So many maps, each in all years and one language, are remembered of a state of the data. */
const MAPS_KEPT = 24;

/** Says what each chart shows, as of now or as of the moment asked for. */
@Injectable()
export class ChartService {
  private readonly years = new ReportMemory(MAPS_KEPT);

  constructor(
    private readonly reports: ReportService,
    private readonly moments: MomentService,
  ) {}

  /** @throws Problem as the method of its kind, for what is missing in the question too */
  of(
    { chart, area = '', areas = [], node = '', year }: ChartQuestion,
    language: Language = sourceLanguage,
    moment?: ReportMoment,
  ): Promise<ChartSpecification> {
    switch (chart) {
      case 'trend':
        return this.reports.trend(area, node, language, moment);
      case 'profile':
        return this.profile(area, language, moment);
      case 'distribution':
        return this.distribution(node, areas, language, moment);
      case 'status':
        return this.status(area, language, moment);
      case 'map':
        return this.map(node, year, language, moment);
    }
  }

  /** @throws Problem as `ReportService.country` */
  async profile(area: string, language: Language, moment?: ReportMoment): Promise<ProfileSpecification> {
    const report = await this.reports.country(area, moment);
    return profileChart(report, await this.moments.at(moment), language);
  }

  /** @throws Problem as `ReportService.country` */
  async status(area: string, language: Language, moment?: ReportMoment): Promise<StatusSpecification> {
    const report = await this.reports.country(area, moment);
    const { lookUp } = await this.moments.at(moment);
    return statusChart(report, lookUp.catalogue, language);
  }

  /** @throws Problem `node_not_found`, `area_not_found` */
  async distribution(
    node: string,
    areas: readonly string[],
    language: Language,
    moment?: ReportMoment,
  ): Promise<DistributionSpecification> {
    const sources = await this.moments.at(moment);
    const known = sources.board.areas;
    for (const area of areas)
      requireFound(
        known.find((one) => one === area),
        'area_not_found',
        area,
        known,
      );
    return distributionChart(sources, found(node, sources.lookUp), areas, language);
  }

  /** @throws Problem `node_not_found`, or `invalid_request` for a year that no scores are kept of */
  async map(
    node: string,
    year: number | undefined,
    language: Language,
    moment?: ReportMoment,
  ): Promise<MapSpecification> {
    const sources = await this.moments.at(moment);
    const { firstYear: first, asOfYear: last } = sources.board;
    if (year !== undefined && (year < first || year > last)) {
      const part = {
        code: 'year_not_covered',
        pointer: '?year',
        value: String(year),
        params: { first, last },
      };
      throw new Problem('invalid_request', 400, {}, [part]);
    }
    return mapChart(sources, found(node, sources.lookUp), year ?? last, language);
  }

  /** A map in all years that have a level. @throws Problem `node_not_found` */
  async mapYears(node: string, language: Language, moment?: ReportMoment): Promise<readonly MapYear[]> {
    const sources = await this.moments.at(moment);
    const known = found(node, sources.lookUp);
    return this.years.remember(sources, `${language} ${known.code}`, () =>
      mapYears(sources, known, language),
    );
  }
}

function found(code: string, lookUp: LookUp): FoundNode {
  return requireFound(findNode(code, lookUp), 'node_not_found', code, []);
}
