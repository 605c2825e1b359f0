import type { Candidate, Comparable } from './candidate.js';
import { onePerYear } from './comparable-block.js';

const LEAST_VALUES = 2;

/**
 * Replaces the value of each year by the mean of the values in the `years` years up to it, so that one event does
 * not decide a level. Only values of comparable editions are averaged, and at least two; a year with fewer has no
 * value. Doubtful values neither count nor stay. Source: scoring method 1.0, section 1, `average_years`.
 */
export function averageOverYears<C extends Candidate>(
  candidates: readonly C[],
  years: number,
  comparable: Comparable<C>,
): readonly C[] {
  if (years <= 1) return candidates;
  const usable = candidates.filter(({ doubtful }) => !doubtful);
  return usable.flatMap((candidate) => {
    const averaged = valuesAveraged(candidate, usable, years, comparable);
    if (averaged.length < LEAST_VALUES) return [];
    return [{ ...candidate, value: meanOf(averaged.map(({ value }) => value)) }];
  });
}

/** The values that the one of a year is the mean of, one a year, its own last; only its own where `years` is 1. */
export function valuesAveraged<C extends Candidate>(
  candidate: C,
  candidates: readonly C[],
  years: number,
  comparable: Comparable<C>,
): readonly C[] {
  const others = candidates.filter(
    (other) =>
      !other.doubtful &&
      other.year < candidate.year &&
      other.year > candidate.year - years &&
      comparable(candidate, other),
  );
  return [...onePerYear(others, candidate), candidate];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value / values.length, 0);
}
