import type { Words } from '../language/words.js';
import type { OwnPast, PeersPace, RequiredPace } from './what-it-takes.js';

/** The least factor that one decimal can tell. */
const LEAST_FACTOR = 0.1;

/** The pace that is needed: in the unit where every year takes the same step, else the value the next year asks for. */
export function requiredWords({ unitPerYear, milestone, pointsPerYear }: RequiredPace, words: Words): string {
  if (unitPerYear !== undefined) return words.t('way.perYear', { value: words.value(rough(unitPerYear)) });
  if (milestone !== undefined)
    return words.t('way.milestone', {
      value: words.value(rough(milestone.value)),
      year: words.year(milestone.year),
    });
  return words.t('way.pointsPerYear', { points: words.score(pointsPerYear) });
}

/** The needed pace by another one, or why they cannot be compared. */
export function factorWords(pace: OwnPast | PeersPace | undefined, words: Words): string {
  if (pace?.factor !== undefined) {
    const isTiny = pace.factor < LEAST_FACTOR / 2;
    return isTiny
      ? words.t('way.factorBelow', { factor: words.score(LEAST_FACTOR) })
      : words.t('way.factor', { factor: words.score(pace.factor) });
  }
  return words.t(`way.${pace?.missing ?? 'NO_BASELINE'}`);
}

/** Computed, so no more digits than figures carry. */
function rough(value: number): number {
  return Number(value.toPrecision(3));
}
