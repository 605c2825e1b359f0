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
  let base: V | undefined;
  let inWindow = false;
  for (const value of earlier) {
    if (value.year >= currentYear || Math.abs(value.year - baseYear) > windowYears) continue;
    inWindow = true;
    if (currentYear - value.year < minSpanYears) continue;
    if (base === undefined || isNearer(value.year, base.year, baseYear)) base = value;
  }
  return base === undefined ? { tooShort: inWindow } : { base, tooShort: false };
}

function isNearer(year: number, best: number, baseYear: number): boolean {
  const difference = Math.abs(year - baseYear) - Math.abs(best - baseYear);
  return difference < 0 || (difference === 0 && year < best);
}
