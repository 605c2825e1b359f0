/** Why a score can differ between two editions or releases. */
export const CHANGE_CAUSES = ['new_data', 'corrected_data', 'coverage', 'method', 'catalogue'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export interface SplitChange<S extends string> {
  /** With all switches off, and with all on. */
  readonly before: number;
  readonly after: number;
  /** Points by switch, in the order given. Added to `before`, in any order, they are exactly `after`. */
  readonly effects: ReadonlyMap<S, number>;
}

/** Scores are split in steps of 2^-40 points (about 1e-12): sums of such numbers are exact in any order. */
const STEPS_PER_POINT = 2 ** 40;
const MOST_SWITCHES = 12;

/**
 * Splits a change into the effects of switches that are turned from old to new, fairly: a switch's effect is the mean of
 * what turning it changes over all orders of turning them,
 * sum over S without i of |S|! (n - |S| - 1)! / n! (v(S and i) - v(S)). A switch that never changes anything has an effect
 * of exactly 0. `evaluate` is asked once for each of the 2^n combinations and must give the same answer each time.
 * Undefined when a combination has no score: the change cannot be split.
 * Source: Shapley (1953), A value for n-person games; scoring method 1.0, section 9.
 * @param switches distinct, at most 12; `CHANGE_CAUSES` for a change between editions
 * @param evaluate the score in points, at most a few thousand, with these switches on
 * @throws RangeError when there are too many switches or one stands twice
 */
export function splitChange<S extends string>(
  switches: readonly S[],
  evaluate: (on: ReadonlySet<S>) => number | undefined,
): SplitChange<S> | undefined {
  const count = switches.length;
  if (count > MOST_SWITCHES || new Set(switches).size < count) {
    throw new RangeError(`Switches are distinct and at most ${String(MOST_SWITCHES)}`);
  }
  const values = evaluateAll(switches, evaluate);
  if (values === undefined) return undefined;
  const before = values[0] as number;
  const after = values[values.length - 1] as number;
  const exact = switches.map((_, i) => meanEffect(values, count, i));
  const effects = exact.map(onGrid);
  const [largest] = [...exact.keys()].sort((a, b) => Math.abs(exact[b] ?? 0) - Math.abs(exact[a] ?? 0));
  if (largest !== undefined) {
    const rest = after - before - effects.reduce((sum, effect) => sum + effect, 0);
    effects[largest] = (effects[largest] as number) + rest;
  }
  return { before, after, effects: new Map(switches.map((key, i) => [key, effects[i] as number])) };
}

/** Values by combination: bit i of the index says whether switch i is on. */
function evaluateAll<S extends string>(
  switches: readonly S[],
  evaluate: (on: ReadonlySet<S>) => number | undefined,
): readonly number[] | undefined {
  const values: number[] = [];
  for (let on = 0; on < 2 ** switches.length; on++) {
    const value = evaluate(new Set(switches.filter((_, i) => hasBit(on, i))));
    if (value === undefined || !Number.isFinite(value)) return undefined;
    values.push(onGrid(value));
  }
  return values;
}

function meanEffect(values: readonly number[], count: number, i: number): number {
  let sum = 0;
  for (let others = 0; others < values.length; others++) {
    if (hasBit(others, i)) continue;
    const change = (values[others | (1 << i)] as number) - (values[others] as number);
    sum += change * shareOfOrders(bitsIn(others), count);
  }
  return sum;
}

/** Share of the orders in which exactly a given set of `before` switches comes before the next: k! (n-k-1)! / n!. */
function shareOfOrders(before: number, count: number): number {
  let share = 1 / count;
  for (let k = 1; k <= before; k++) share *= k / (count - k);
  return share;
}

function hasBit(bits: number, i: number): boolean {
  return ((bits >> i) & 1) === 1;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

function onGrid(points: number): number {
  return Math.round(points * STEPS_PER_POINT) / STEPS_PER_POINT;
}
