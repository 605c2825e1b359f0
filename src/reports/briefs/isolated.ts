import type { Words } from '../../language/words.js';

/**
 * A phrase that may be of another language than the sentence around it, such as a value with its unit: its letters,
 * digits and brackets keep their own order. Source: Unicode Standard Annex 9, first strong isolate.
 */
export function isolated(phrase: string, { direction }: Pick<Words, 'direction'>): string {
  return direction === 'rtl' ? `\u2068${phrase.replace(/[\u200e\u200f]/g, '')}\u2069` : phrase;
}

/**
 * A text as a PDF should hold it: without marks that print nothing, which programs that copy from it take for parts of
 * the letters beside them. A minus sign stays before its number. The vowel marks of Arabic, which may be left out, go too.
 */
export function printable(text: string): string {
  return text.replace(/\u200e(-[\d.,]+)/g, '\u2066$1\u2069').replace(/[\u200e\u200f]|[\u064b-\u0652]/g, '');
}
