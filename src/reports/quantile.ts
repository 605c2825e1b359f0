/**
 * The value below which the given share of the values lies, interpolated between neighbours (type 7: the rank is
 * share * (n - 1), counted from 0). Source: Hyndman and Fan (1996), definition 7.
 * @param share 0 to 1
 * @returns `undefined` when there are no values
 * @throws RangeError when the share is outside 0 to 1
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, not ${String(share)}`);
  const ordered = [...values].sort((a, b) => a - b);
  const rank = share * (ordered.length - 1);
  const below = ordered[Math.floor(rank)];
  const above = ordered[Math.ceil(rank)];
  if (below === undefined || above === undefined) return undefined;
  return below + (rank - Math.floor(rank)) * (above - below);
}
