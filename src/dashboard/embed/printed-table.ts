import type { ChartSpecification, MapArea, PlacedArea } from '../../charts/chart-specification.js';
import type { Words } from '../words.js';

/** The numbers of a chart as readers see them; the first cell of a row names it. */
export interface PrintedTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function printedTable(chart: ChartSpecification, words: Words): PrintedTable {
  const { t } = words;
  switch (chart.kind) {
    case 'trend': {
      const print = chart.yRange === undefined ? words.value : words.score;
      return {
        heads: [t('column.year'), chart.unit, t('column.remark')],
        rows: chart.segments.flatMap(({ points }) =>
          points.map(({ year, value, kind }) => [
            words.year(year),
            print(value),
            kind === 'observed' ? '' : t(`trend.${kind}`),
          ]),
        ),
      };
    }
    case 'profile':
      return {
        heads: [t('embed.principle'), chart.unit],
        rows: chart.rows.map(({ label, printed }) => [label, printed]),
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
      };
    case 'distribution':
    case 'map':
      return {
        heads: [t('column.country'), chart.unit],
        rows: words.inOrder<PlacedArea | MapArea>(chart.areas).map(({ name, printed }) => [name, printed]),
      };
    case 'sparkline':
      return {
        heads: [t('column.year'), chart.unit],
        rows: chart.points.map(({ year, value }) => [words.year(year), words.value(value)]),
      };
  }
}
