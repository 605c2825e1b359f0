import type { Indicator } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { quantile } from '../scoring/engine/quantile.js';
import type { IndicatorSummary } from './report.js';
import type { ReportSources } from './report-sources.js';

/** What is known of an indicator over all areas. */
export function indicatorSummary(indicator: Indicator, { board }: ReportSources): IndicatorSummary {
  const levels = board.areas.flatMap((area) => board.indicatorScore(area, indicator.code).level ?? []);
  return withoutUndefined({
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    live: board.liveIndicators.has(indicator.code),
    areasWithLevel: levels.length,
    medianLevel: quantile(levels, 0.5),
  });
}
