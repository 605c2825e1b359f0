import { TOLERANCE, type Grade } from './terms.js';

export interface GradeLimits {
  /** Least coverage (0-1) for A, B and C. */
  readonly coverage: readonly [a: number, b: number, c: number];
  /** Highest mean age in years for A, B and C. */
  readonly ageYears: readonly [a: number, b: number, c: number];
  /** Widest 90 % range of the score for A, B and C, points. */
  readonly rangePoints: readonly [a: number, b: number, c: number];
}

/**
 * How far a score can be trusted: the worst of coverage, age and width of its 90 % range; D is published, weak.
 * Source: scoring method 1.0, section 5.
 * @param rangePoints absent: no range is known, and the grade is provisional
 */
export function gradeScore(
  coverage: number,
  meanAgeYears: number,
  limits: GradeLimits,
  rangePoints?: number,
): Grade {
  const steps = [
    limits.coverage.findIndex((least) => coverage >= least - TOLERANCE),
    limits.ageYears.findIndex((highest) => meanAgeYears <= highest + TOLERANCE),
    ...(rangePoints === undefined
      ? []
      : [limits.rangePoints.findIndex((widest) => rangePoints <= widest + TOLERANCE)]),
  ];
  if (steps.includes(-1)) return 'D';
  return (['A', 'B', 'C'] as const)[Math.max(...steps)] ?? 'D';
}
