import type { ChartQuestion } from '../reports/charts/chart-question.js';
import { chartParameters } from '../reports/charts/embed.js';

/** Where the API has a chart in a form. @param more parameters that say how, such as `lang` */
export function chartAddress(
  question: ChartQuestion,
  form: 'json' | 'svg' | 'png' | 'csv',
  more: Readonly<Record<string, string>>,
): string {
  const parameters = chartParameters(question);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  return `/api/v1/charts/${question.chart}.${form}?${parameters.toString()}`;
}
