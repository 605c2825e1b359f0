import { quantileOfSorted } from './quantile.js';
import { competitionRanks } from './rank.js';
import { TOLERANCE } from './terms.js';
import type { SimulatedNode } from './uncertainty.js';

/** Ends of a 90 % range. */
const LOW = 0.05;
const HIGH = 0.95;

/** Where a unit's score lies in nine out of ten replicates, points. */
export interface ScoreSpread {
  readonly unit: string;
  readonly scoreLow: number;
  readonly scoreMedian: number;
  readonly scoreHigh: number;
  /** Replicates that left the unit a score; the others count nowhere. */
  readonly replicates: number;
}

/** Where its score and its rank lie. Ranks with 1 as the best. */
export interface ScoreRange extends ScoreSpread {
  /** Rounded down and up, so that they are ranks. */
  readonly rankLow: number;
  readonly rankMedian: number;
  readonly rankHigh: number;
  /** Share (0-1) of the replicates in which the unit is among the best `top`. */
  readonly topShare: number;
}

/**
 * The 5, 50 and 95 % quantiles (type 7) of each unit's score over the replicates, in order of the units. Units without
 * a score in any replicate are left out. Source: scoring method 1.0, section 7.
 */
export function scoreSpreads({ units, replicates, scores }: SimulatedNode): readonly ScoreSpread[] {
  return units.flatMap((unit, place) => {
    const own = sortedNumbers(ofPlace(scores, place, replicates));
    if (own.length === 0) return [];
    const [scoreLow, scoreMedian, scoreHigh] = ends(own);
    return [{ unit, scoreLow, scoreMedian, scoreHigh, replicates: own.length }];
  });
}

/**
 * The same with the quantiles of each unit's rank among the units. Source: scoring method 1.0, section 7.
 * @param top how many places count as the top
 */
export function scoreRanges(simulated: SimulatedNode, top: number): readonly ScoreRange[] {
  const { units, replicates } = simulated;
  const ranks = ranksByReplicate(simulated);
  return scoreSpreads(simulated).map((spread) => {
    const own = sortedNumbers(ofPlace(ranks, units.indexOf(spread.unit), replicates));
    const [rankLow, rankMedian, rankHigh] = ends(own);
    return {
      ...spread,
      rankLow: Math.floor(rankLow),
      rankMedian,
      rankHigh: Math.ceil(rankHigh),
      topShare: shareUpTo(top, own),
    };
  });
}

/**
 * Share (0-1) of the replicates in which unit `a` is ahead of unit `b`; equal scores (within 1e-9) count half, so that
 * the shares of both orders sum to 1. Replicates without a score for both do not count; undefined when none does.
 * Source: scoring method 1.0, section 7.
 * @throws RangeError when a unit is not in the simulation
 */
export function shareAhead(
  { units, replicates, scores }: SimulatedNode,
  a: string,
  b: string,
): number | undefined {
  const [placeOfA, placeOfB] = [units.indexOf(a), units.indexOf(b)];
  if (placeOfA < 0 || placeOfB < 0) throw new RangeError(`${a} or ${b} is not in the simulation`);
  let ahead = 0;
  let counted = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const lead =
      (scores[placeOfA * replicates + replicate] as number) -
      (scores[placeOfB * replicates + replicate] as number);
    if (Number.isNaN(lead)) continue;
    counted += 1;
    ahead += lead > TOLERANCE ? 1 : lead < -TOLERANCE ? 0 : 0.5;
  }
  return counted === 0 ? undefined : ahead / counted;
}

/** Whether two units are tied: neither is ahead in 95 % of the replicates. Source: scoring method 1.0, section 7. */
export function areTied(share: number): boolean {
  return share > LOW && share < HIGH;
}

function ranksByReplicate({ units, replicates, scores }: SimulatedNode): Float64Array {
  const ranks = new Float64Array(scores.length).fill(NaN);
  const places = new Int32Array(units.length);
  const present = new Float64Array(units.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    let count = 0;
    for (let place = replicate; place < scores.length; place += replicates) {
      const score = scores[place] as number;
      if (Number.isNaN(score)) continue;
      places[count] = place;
      present[count] = score;
      count += 1;
    }
    const ofReplicate = competitionRanks(present.subarray(0, count));
    ofReplicate.forEach((rank, i) => (ranks[places[i] as number] = rank));
  }
  return ranks;
}

function ofPlace(values: Float64Array, place: number, replicates: number): Float64Array {
  return values.subarray(place * replicates, (place + 1) * replicates);
}

/** The numbers among the values in ascending order; NaN comes last in a sorted array. */
function sortedNumbers(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count -= 1;
  return sorted.subarray(0, count);
}

function shareUpTo(limit: number, sorted: Float64Array): number {
  const above = sorted.findIndex((value) => value > limit);
  return above < 0 ? 1 : above / sorted.length;
}

function ends(sorted: Float64Array): [low: number, median: number, high: number] {
  return [LOW, 0.5, HIGH].map((share) => quantileOfSorted(sorted, share) ?? NaN) as [number, number, number];
}
