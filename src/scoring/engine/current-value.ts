import { bySourcePriority, type Candidate } from './candidate.js';

export interface CurrentValue<C extends Candidate> {
  readonly chosen: C;
  readonly ageYears: number;
  /** Too old to carry a level; shown, not used. */
  readonly stale: boolean;
}

/**
 * The value that counts as of a year: of the first source that has one that is fresh, the latest of the newest
 * edition. Later and doubtful values are never chosen. When nothing is fresh, the latest value of the first source,
 * marked stale; undefined when there is nothing at all. Source: scoring method 1.0, section 2.
 */
export function chooseCurrent<C extends Candidate>(
  candidates: readonly C[],
  asOfYear: number,
  freshnessYears: number,
): CurrentValue<C> | undefined {
  let fresh: C | undefined;
  let stale: C | undefined;
  for (const candidate of candidates) {
    if (candidate.doubtful || candidate.year > asOfYear) continue;
    if (asOfYear - candidate.year <= freshnessYears) {
      if (fresh === undefined || bySourcePriority(candidate, fresh) < 0) fresh = candidate;
    } else if (stale === undefined || byLatestOfFirstSource(candidate, stale) < 0) stale = candidate;
  }
  const chosen = fresh ?? stale;
  if (chosen === undefined) return undefined;
  return { chosen, ageYears: asOfYear - chosen.year, stale: fresh === undefined };
}

function byLatestOfFirstSource(a: Candidate, b: Candidate): number {
  return a.source - b.source || b.year - a.year || bySourcePriority(a, b);
}
