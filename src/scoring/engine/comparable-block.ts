import { bySourcePriority, type Candidate, type Comparable } from './candidate.js';

export interface ComparableBlock<C extends Candidate> {
  /** One value a year, oldest first, the current one last. */
  readonly values: readonly C[];
  /** There are values of other years before the current one that may not be compared with it. */
  readonly broken: boolean;
}

/**
 * The values up to the current one that may be compared with it. Where a year has several, the one closest to the
 * current value in source and edition stands for it. Source: scoring method 1.0, section 2.
 */
export function comparableBlock<C extends Candidate>(
  current: C,
  candidates: readonly C[],
  comparable: Comparable<C>,
): ComparableBlock<C> {
  const earlier = candidates.filter(({ doubtful, year }) => !doubtful && year < current.year);
  const alike = earlier.filter((candidate) => comparable(current, candidate));
  const values = [...onePerYear(alike, current), current];
  const covered = new Set(values.map(({ year }) => year));
  return { values, broken: earlier.some(({ year }) => !covered.has(year)) };
}

/** One value for each year, oldest first: of the reference's own source and edition if there is one. */
export function onePerYear<C extends Candidate>(
  candidates: readonly C[],
  reference: Candidate,
): readonly C[] {
  const byYear = new Map<number, C>();
  for (const candidate of candidates) {
    const kept = byYear.get(candidate.year);
    if (kept === undefined || closerFirst(candidate, kept, reference) < 0) {
      byYear.set(candidate.year, candidate);
    }
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

function closerFirst(a: Candidate, b: Candidate, reference: Candidate): number {
  return strangeness(a, reference) - strangeness(b, reference) || bySourcePriority(a, b);
}

function strangeness(candidate: Candidate, reference: Candidate): number {
  if (candidate.source !== reference.source) return 2;
  return candidate.edition === reference.edition ? 0 : 1;
}
