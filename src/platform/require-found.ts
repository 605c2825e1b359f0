import { nearestWord } from './nearest-word.js';
import { Problem } from './problem.js';
import { suggestionParams } from './suggestion.js';

/**
 * What an address names.
 * @param known codes of what there is; the nearest one is suggested
 * @throws Problem 404 with the given code when there is nothing
 */
export function requireFound<Thing>(
  thing: Thing | undefined,
  problem: string,
  code: string,
  known: readonly string[],
): Thing {
  if (thing !== undefined) return thing;
  throw new Problem(problem, 404, { code, ...suggestionParams(nearestWord(code, known)) });
}
