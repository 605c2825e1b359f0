export interface BaseRule {
  /** The year the base should have, B. */
  readonly baseYear: number;
  /** How far from B a base may lie, years. */
  readonly windowYears: number;
  /** Least distance between base and current value, years. */
  readonly minSpanYears: number;
}

export interface BaseChoice<V> {
  readonly base?: V;
  /** There were earlier values in the window, but all of them too close to the current one. */
  readonly tooShort: boolean;
}

/**
 * The value a pace starts from: of the values within the window around the base year and far enough before the
 * current one, the one nearest to the base year; of two equally near, the earlier.
 * Source: scoring method 1.0, section 3.
 */
export function findBase<V extends { readonly year: number }>(
  earlier: readonly V[],
  currentYear: number,
  { baseYear, windowYears, minSpanYears }: BaseRule,
): BaseChoice<V> {
  const inWindow = earlier.filter(
    ({ year }) => year < currentYear && Math.abs(year - baseYear) <= windowYears,
  );
  let base: V | undefined;
  for (const value of inWindow) {
    if (currentYear - value.year < minSpanYears) continue;
    if (base === undefined || isNearer(value.year, base.year, baseYear)) base = value;
  }
  return base === undefined ? { tooShort: inWindow.length > 0 } : { base, tooShort: false };
}

function isNearer(year: number, best: number, baseYear: number): boolean {
  const difference = Math.abs(year - baseYear) - Math.abs(best - baseYear);
  return difference < 0 || (difference === 0 && year < best);
}
