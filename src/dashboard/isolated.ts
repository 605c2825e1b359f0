import type { Words } from './words.js';

/** A text of any direction as it goes into a sentence that runs from right to left, so that it does not turn it round. */
export function isolated(text: string, { direction }: Pick<Words, 'direction'>): string {
  return direction === 'rtl' ? `\u{2068}${text}\u{2069}` : text;
}
