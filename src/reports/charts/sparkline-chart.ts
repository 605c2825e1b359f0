import type { SparklineSpecification } from '../../charts/chart-specification.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { commonRange } from '../../charts/value-range.js';

/** A trend the size of a word. */
export function sparklineChart(trend: TrendSpecification): SparklineSpecification {
  const { language, direction, title, summary, unit, notes, hue } = trend;
  return {
    kind: 'sparkline',
    ...{ language, direction, title, summary, unit, notes },
    points: trend.segments
      .flatMap(({ points }) => points)
      .filter(({ kind }) => kind !== 'doubtful')
      .map(({ year, value }) => ({ year, value })),
    range: trend.yRange ?? commonRange([trend]) ?? { low: 0, high: 100 },
    ...(hue !== undefined && { hue }),
  };
}
