import { isOutlying, shapeOf, type Shape } from './shape.js';

/** What pulling in the outermost values does. */
export interface Winsorised {
  /** In the order they were given. */
  readonly values: readonly number[];
  /** How many of the values had to be pulled in. */
  readonly treated: number;
  readonly before: Shape;
  readonly after: Shape;
}

/** Of more points than these it would be a change of the figures, not a treatment of outliers. */
const MOST_TREATED = 5;

/**
 * Sets the outermost value of the longer tail to its neighbour, then both to theirs, and so on, until the spread is no
 * longer outlying or five values are pulled in. What the audit compares the fixed goalposts with; no score is made of it.
 * Source: scoring method 1.0, section 1; rule of COINr, "Outlier treatment".
 * @param values finite numbers
 */
export function winsorise(values: readonly number[]): Winsorised {
  const before = shapeOf(values);
  const sorted = [...values].sort((a, b) => a - b);
  const isHigh = (before.skewness ?? 0) > 0;
  let treated = 0;
  let pulled = values;
  let after = before;
  while (isOutlying(after) && treated < MOST_TREATED) {
    treated += 1;
    const limit = (isHigh ? sorted.at(-1 - treated) : sorted[treated]) as number;
    pulled = values.map((value) => (isHigh ? Math.min(value, limit) : Math.max(value, limit)));
    after = shapeOf(pulled);
  }
  return { values: pulled, treated, before, after };
}
