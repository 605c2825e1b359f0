import type { Language } from './language.js';
import { translate } from './translate.js';

/** Phrases that may hold commas themselves, one after the other: "a, b; c". */
export function inRow(phrases: readonly string[], language: Language): string {
  return phrases.join(translate(language, 'brief.separator'));
}
