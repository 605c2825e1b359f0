import { TOLERANCE, type Grade } from './terms.js';

export interface GradeLimits {
  /** Least coverage (0-1) for A, B and C. */
  readonly coverage: readonly [a: number, b: number, c: number];
  /** Highest mean age in years for A, B and C. */
  readonly ageYears: readonly [a: number, b: number, c: number];
}

/**
 * How far a score can be trusted: the worse of coverage and age; D is published, weak. Provisional until score
 * ranges join in as a third. Source: scoring method 1.0, section 5.
 */
export function gradeScore(coverage: number, meanAgeYears: number, limits: GradeLimits): Grade {
  const byCoverage = limits.coverage.findIndex((least) => coverage >= least - TOLERANCE);
  const byAge = limits.ageYears.findIndex((highest) => meanAgeYears <= highest + TOLERANCE);
  if (byCoverage < 0 || byAge < 0) return 'D';
  return (['A', 'B', 'C'] as const)[Math.max(byCoverage, byAge)] ?? 'D';
}
