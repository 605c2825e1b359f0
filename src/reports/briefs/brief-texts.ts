import type { Words } from '../../language/words.js';

/** Messages without placeholders, by their keys. */
export function briefTexts(keys: readonly string[], words: Words): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, words.t(key)]));
}
