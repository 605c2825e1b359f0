import type { ChartSpecification } from '../charts/chart-specification.js';
import type { Language } from '../language/language.js';
import type { ChartQuestion } from '../reports/charts/chart-question.js';
import { MOST_MARKED, type ChartService } from '../reports/charts/chart.service.js';
import type { ReportMoment } from '../reports/report-moment.js';

/** A chart of a page that is shown as a picture. */
export interface PagePicture {
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
}

/**
 * The charts of all countries on a node or indicator: where they stand, and a map.
 * @param asked the year of the map as an address says it, and countries to mark, of which the first five are
 * @throws Problem `invalid_request` for a year that no scores are kept of
 */
export function nodePictures(
  charts: ChartService,
  node: string,
  language: Language,
  moment: ReportMoment,
  { year, areas = [] }: { readonly year?: string | undefined; readonly areas?: readonly string[] } = {},
): Promise<readonly PagePicture[]> {
  return pictures(
    charts,
    [
      { chart: 'distribution', node, areas: areas.slice(0, MOST_MARKED) },
      { chart: 'map', node, year: yearIn(year) },
    ],
    language,
    moment,
  );
}

/** The charts of one country on all principles. */
export function countryPictures(
  charts: ChartService,
  area: string,
  language: Language,
  moment: ReportMoment,
): Promise<readonly PagePicture[]> {
  return pictures(
    charts,
    [
      { chart: 'profile', area },
      { chart: 'status', area },
    ],
    language,
    moment,
  );
}

/** The map of a node or indicator alone, for pages that show it at once. */
export async function mapPicture(
  charts: ChartService,
  node: string,
  language: Language,
  moment: ReportMoment,
  year?: string,
): Promise<PagePicture> {
  const question = { chart: 'map', node, year: yearIn(year) } as const;
  return { question, chart: await charts.of(question, language, moment) };
}

/** Four digits; what is no year was not asked for. */
function yearIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : undefined;
}

async function pictures(
  charts: ChartService,
  questions: readonly ChartQuestion[],
  language: Language,
  moment: ReportMoment,
): Promise<readonly PagePicture[]> {
  return Promise.all(
    questions.map(async (question) => ({ question, chart: await charts.of(question, language, moment) })),
  );
}
