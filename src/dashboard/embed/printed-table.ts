import type { ChartSpecification, MapArea, PlacedArea } from '../../charts/chart-specification.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import type { Words } from '../words.js';

/** The numbers of a chart as readers see them; the first cell of a row names it. */
export interface PrintedTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Positions of the columns that hold numbers. */
  readonly numbers: readonly number[];
}

/** @param print of the values of a trend; absent: as scores where its axis is fixed, as values else */
export function printedTable(
  chart: ChartSpecification,
  words: Words,
  print?: (value: number) => string,
): PrintedTable {
  const { t } = words;
  switch (chart.kind) {
    case 'trend':
      return trendTable(chart, words, print ?? (chart.yRange === undefined ? words.value : words.score));
    case 'profile':
      return {
        heads: [t('embed.principle'), chart.unit],
        rows: chart.rows.map(({ label, printed }) => [label, printed]),
        numbers: [1],
      };
    case 'status':
      return {
        heads: [t('embed.principle'), t('column.status'), t('embed.share')],
        rows: chart.rows.flatMap(({ label, shares }) =>
          shares.map(({ status, printed }) => [
            label,
            chart.statuses.find((one) => one.status === status)?.label ?? '',
            printed,
          ]),
        ),
        numbers: [2],
      };
    case 'distribution':
    case 'map':
      return {
        heads: [t('column.country'), chart.unit],
        rows: words.inOrder<PlacedArea | MapArea>(chart.areas).map(({ name, printed }) => [name, printed]),
        numbers: [1],
      };
    case 'sparkline':
      return {
        heads: [t('column.year'), chart.unit],
        rows: chart.points.map(({ year, value }) => [words.year(year), words.value(value)]),
        numbers: [1],
      };
  }
}

/** Years in their order, segment by segment; remarks where any year has one. */
function trendTable(
  { segments, unit }: TrendSpecification,
  { t, year: printYear }: Words,
  print: (value: number) => string,
): PrintedTable {
  const points = segments.flatMap((segment) => segment.points);
  const remarked = points.some(({ kind }) => kind !== 'observed');
  return {
    heads: [t('column.year'), unit, ...(remarked ? [t('column.remark')] : [])],
    rows: points.map(({ year, value, kind }) => [
      printYear(year),
      print(value),
      ...(remarked ? [kind === 'observed' ? '' : t(`trend.${kind}`)] : []),
    ]),
    numbers: [1],
  };
}
