/**
 * The value below which the given share of the values lies, interpolated between neighbours (type 7: the position is
 * share (n - 1), counted from 0 in order of size).
 * Undefined when there are no values. Source: Hyndman and Fan (1996), definition 7.
 * @param share 0 to 1
 * @throws RangeError when the share is outside 0 to 1
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  return quantileOfSorted(Float64Array.from(values).sort(), share);
}

/** The same of values already in ascending order, for whoever asks for several. */
export function quantileOfSorted(sorted: Float64Array, share: number): number | undefined {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, not ${String(share)}`);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return undefined;
  // Halves, so that a difference of very large numbers cannot overflow.
  return 2 * (below / 2 + (position - Math.floor(position)) * (above / 2 - below / 2));
}
