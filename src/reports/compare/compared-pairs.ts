import type { AreaScore } from '../report.js';

/** Two areas on a node: what their 90 % intervals allow to say. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  /** Whether the intervals have a point in common: then no difference can be told. */
  readonly overlap: boolean;
  /** The one whose interval lies wholly above the other's; absent where they overlap. */
  readonly higher?: string;
}

/** Every two areas whose intervals are known, once, in the order of the areas. */
export function pairsOf(
  areas: readonly Pick<AreaScore, 'code' | 'scoreLow' | 'scoreHigh'>[],
): readonly ComparedPair[] {
  const ranged = areas.flatMap(({ code, scoreLow: low, scoreHigh: high }) =>
    low === undefined || high === undefined ? [] : [{ code, low, high }],
  );
  return ranged.flatMap((one, position) =>
    ranged.slice(position + 1).map((other): ComparedPair => {
      const pair = { a: one.code, b: other.code };
      if (one.low > other.high) return { ...pair, overlap: false, higher: one.code };
      if (other.low > one.high) return { ...pair, overlap: false, higher: other.code };
      return { ...pair, overlap: true };
    }),
  );
}
