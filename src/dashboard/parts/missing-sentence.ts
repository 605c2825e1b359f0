import type { Missing } from '../../scoring/score.js';
import type { Words } from '../words.js';

/** Why there is no level or score, as a sentence. */
export function missingSentence(missing: Missing | undefined, words: Words): string {
  return words.t(`missing.${missing ?? 'NO_DATA'}`);
}
