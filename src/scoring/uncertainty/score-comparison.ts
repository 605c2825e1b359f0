import { areTied, scoreSpreads, shareAhead, type ScoreSpread } from '../engine/score-range.js';
import type { SimulatedNode } from '../engine/uncertainty.js';

/** Two areas in one node. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  /** Share (0-1) of the repetitions in which `a` is ahead of `b`; equal scores count half. */
  readonly shareAhead: number;
  /** Neither is ahead in 95 % of them. */
  readonly tied: boolean;
}

export interface Comparison {
  /** Of the areas that have a score in the node, in the order they were given. */
  readonly spreads: readonly ScoreSpread[];
  /** Every two of them, once. */
  readonly pairs: readonly ComparedPair[];
}

/**
 * How surely areas are ahead of each other in a node: counted over the same repetitions of the whole calculation, since
 * intervals that overlap do not mean that two scores cannot be told apart. Source: scoring method 1.0, section 7.
 */
export function compareAreas(simulated: SimulatedNode, areas: readonly string[]): Comparison {
  const present = areas.filter((area) => simulated.units.includes(area));
  const places = present.map((area) => simulated.units.indexOf(area));
  const spreads = scoreSpreads(onlyUnits(simulated, places));
  const pairs = spreads.flatMap(({ unit: a }, i) =>
    spreads.slice(i + 1).flatMap(({ unit: b }): ComparedPair[] => {
      const share = shareAhead(simulated, a, b);
      return share === undefined ? [] : [{ a, b, shareAhead: share, tied: areTied(share) }];
    }),
  );
  return { spreads, pairs };
}

function onlyUnits(
  { node, units, replicates, scores }: SimulatedNode,
  places: readonly number[],
): SimulatedNode {
  const kept = new Float64Array(places.length * replicates);
  places.forEach((place, i) => {
    kept.set(scores.subarray(place * replicates, (place + 1) * replicates), i * replicates);
  });
  return { node, units: places.map((place) => units[place] as string), replicates, scores: kept };
}
