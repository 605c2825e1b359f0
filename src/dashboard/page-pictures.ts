import type { ChartSpecification } from '../charts/chart-specification.js';
import type { Language } from '../language/language.js';
import type { ChartQuestion } from '../reports/charts/chart-question.js';
import type { ChartService } from '../reports/charts/chart.service.js';
import type { ReportMoment } from '../reports/report-moment.js';

/** A chart of a page that is shown as a picture. */
export interface PagePicture {
  readonly question: ChartQuestion;
  readonly chart: ChartSpecification;
}

/** The charts of all countries on a node or indicator: where they stand, and a map. */
export function nodePictures(
  charts: ChartService,
  node: string,
  language: Language,
  moment: ReportMoment,
): Promise<readonly PagePicture[]> {
  return pictures(
    charts,
    [
      { chart: 'distribution', node },
      { chart: 'map', node },
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
