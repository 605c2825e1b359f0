/**
 * What stands in for a missing level: the mean of the levels there are in the region, sum(s) / n, 0 to 100.
 * Undefined when fewer than `minValues` members have one. Summed in order of size, so that the order of the members
 * does not matter. Source: scoring method 1.0, section 10.4 (`missing: regional_mean`).
 * @param levels 0 to 100 by member; undefined where it has none
 */
export function meanOfRegion(levels: readonly (number | undefined)[], minValues: number): number | undefined {
  const known = levels.filter((level) => level !== undefined).sort((a, b) => a - b);
  if (known.length === 0 || known.length < minValues) return undefined;
  return known.reduce((sum, level) => sum + level, 0) / known.length;
}
