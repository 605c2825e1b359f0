import { nearestWord } from '../platform/nearest-word.js';
import { Problem } from '../platform/problem.js';
import { suggestionParams } from '../platform/suggestion.js';

/**
 * Checks codes of a query parameter.
 * @throws Problem `invalid_request` naming each unknown code, the nearest known one and all that are allowed
 */
export function requireKnownCodes(
  parameter: string,
  codes: readonly string[] | undefined,
  known: readonly string[],
): void {
  const all = new Set(known);
  const unknown = (codes ?? []).filter((code) => !all.has(code));
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
