import type { ChartSpecification } from '../charts/chart-specification.js';
import type { ChartQuestion } from '../reports/charts/chart-question.js';
import { explainAddress } from './explain-address.js';
import type { Words } from './words.js';

/** Where the number in each row of the table of a country's chart is explained; nothing for charts of many countries. */
export function chartRowAddresses(
  { area, node }: ChartQuestion,
  chart: ChartSpecification,
  words: Words,
): readonly string[] {
  if (area === undefined) return [];
  if (chart.kind === 'trend' && node !== undefined) {
    const points = chart.segments.flatMap((segment) => segment.points);
    return points.map(({ year }) => explainAddress(words, area, node, year));
  }
  if (chart.kind === 'profile') return chart.rows.map(({ code }) => explainAddress(words, area, code));
  if (chart.kind !== 'status') return [];
  return chart.rows.flatMap(({ code, shares }) => shares.map(() => explainAddress(words, area, code)));
}
