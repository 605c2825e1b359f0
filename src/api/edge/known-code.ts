import { nearestWord } from '../../platform/nearest-word.js';
import { Problem } from '../../platform/problem.js';
import { suggestionParams } from '../../platform/suggestion.js';

/** Each fault lists all codes that are allowed: so many are told at once. */
const MOST_TOLD = 20;

/**
 * Checks codes of a query parameter.
 * @throws Problem `invalid_request` naming the unknown codes, the nearest known one and all that are allowed
 */
export function requireKnownCodes(
  parameter: string,
  codes: readonly string[] | undefined,
  known: readonly string[],
): void {
  const all = new Set(known);
  const unknown = [...new Set(codes)].filter((code) => !all.has(code)).slice(0, MOST_TOLD);
  if (unknown.length === 0) return;
  throw new Problem(
    'invalid_request',
    400,
    {},
    unknown.map((value) => ({
      code: 'unknown_code',
      pointer: `?${parameter}`,
      value,
      params: { ...suggestionParams(nearestWord(value, known)), allowed: known.join(', ') },
    })),
  );
}
