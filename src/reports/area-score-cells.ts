import type { CsvCell } from './csv-table.js';
import type { AreaScore, IndicatorSummary } from './report.js';

/** What tables say of an area on a node. */
export const AREA_SCORE_COLUMNS = [
  'score',
  'score_low',
  'score_high',
  'missing',
  'coverage',
  'direction',
  'mean_age_years',
] as const;

export function areaScoreCells(
  area: AreaScore,
): Readonly<Record<'kind' | 'code' | 'name' | (typeof AREA_SCORE_COLUMNS)[number], CsvCell>> {
  return {
    kind: 'country',
    code: area.code,
    name: area.name,
    score: area.score,
    score_low: area.scoreLow,
    score_high: area.scoreHigh,
    missing: area.missing,
    coverage: area.coverage,
    direction: area.direction,
    mean_age_years: area.meanAgeYears,
  };
}

/** What tables say of an indicator over all areas, beside `with_score` and `median` of distributions. */
export const INDICATOR_SUMMARY_COLUMNS = ['unit', 'live'] as const;

export function indicatorSummaryCells(
  indicator: IndicatorSummary,
): Readonly<
  Record<
    'kind' | 'code' | 'name' | 'with_score' | 'median' | (typeof INDICATOR_SUMMARY_COLUMNS)[number],
    CsvCell
  >
> {
  return {
    kind: 'indicator',
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    live: indicator.live,
    with_score: indicator.areasWithLevel,
    median: indicator.medianLevel,
  };
}
