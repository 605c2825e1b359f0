import { TOLERANCE } from './terms.js';

/**
 * Standard competition ranks, highest score first: 1, 2, 2, 4. Neighbours in the order that are no further apart
 * than 1e-9 are tied. Unrounded scores go in; the ranks come out in the order of the scores.
 * Source: scoring method 1.0, section 6.
 * @param scores numbers; missing scores (NaN) are left out beforehand
 */
export function competitionRanks(scores: ArrayLike<number>): readonly number[] {
  const ascending = Float64Array.from(scores).sort();
  const ranks = new Array<number>(ascending.length);
  for (let place = ascending.length - 1; place >= 0; place--) {
    const tied = (ascending[place + 1] ?? Infinity) - (ascending[place] as number) <= TOLERANCE;
    ranks[place] = tied ? (ranks[place + 1] as number) : ascending.length - place;
  }
  return Array.from(scores, (score) => ranks[placeOf(score, ascending)] as number);
}

/** Where a value stands in an ascending array that contains it. */
function placeOf(value: number, ascending: Float64Array): number {
  let from = 0;
  let to = ascending.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
