/** A value that may become the current one of an indicator in an area. */
export interface Candidate {
  readonly year: number;
  /** In the indicator's own unit. */
  readonly value: number;
  /** Shown, and skipped for level, base and pace. */
  readonly doubtful: boolean;
  /** Priority of its source; 0 is asked first. */
  readonly source: number;
  /** Rank of its edition within the source; the highest is the newest. */
  readonly edition: number;
  /** Decides between values that are alike in all else; the highest wins. */
  readonly order: number;
}

/** Whether two values belong to editions that may be compared over time. Must hold for a value and itself. */
export type Comparable<C extends Candidate> = (a: C, b: C) => boolean;

/** Orders values by who is asked first: source, then newest edition, then latest year. */
export function bySourcePriority(a: Candidate, b: Candidate): number {
  return a.source - b.source || b.edition - a.edition || b.year - a.year || b.order - a.order;
}
