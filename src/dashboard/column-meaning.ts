import type { Words } from './words.js';

/** What a column of ours holds, in the reader's words. */
export function columnMeaning(column: string, words: Words): string {
  return words.has(`sheet.${column}`) ? words.t(`sheet.${column}`) : column;
}
