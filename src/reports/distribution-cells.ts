import type { CsvCell } from './csv-table.js';
import type { Distribution } from './report.js';

/** What tables say of a group of countries. */
export const DISTRIBUTION_COLUMNS = [
  'members',
  'with_score',
  'median',
  'lower_quartile',
  'upper_quartile',
  'improving',
  'steady',
  'declining',
] as const;

export function distributionCells(
  distribution: Distribution,
): Readonly<Record<(typeof DISTRIBUTION_COLUMNS)[number], CsvCell>> {
  return {
    members: distribution.members,
    with_score: distribution.withScore,
    median: distribution.median,
    lower_quartile: distribution.lowerQuartile,
    upper_quartile: distribution.upperQuartile,
    improving: distribution.improving,
    steady: distribution.steady,
    declining: distribution.declining,
  };
}

/** The same as a row of its own, of `kind` group. */
export function groupCells(
  distribution: Distribution,
): Readonly<Record<'kind' | 'code' | 'name' | (typeof DISTRIBUTION_COLUMNS)[number], CsvCell>> {
  const { code, name } = distribution.group;
  return { kind: 'group', code, name, ...distributionCells(distribution) };
}
