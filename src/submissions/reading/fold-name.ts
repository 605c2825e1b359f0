import { foldCell } from './fold-cell.js';

/** Words that names of countries are written with and without, in six languages. */
const PASSED_OVER = new Set('the of and et y e und la le les los las el du de des del et и d l'.split(' '));

/** Short forms that publishers use within names. */
const WHOLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['fed', 'federated'],
  ['sts', 'states'],
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['is', 'islands'],
  ['isl', 'islands'],
  ['isls', 'islands'],
  ['island', 'islands'],
  ['terr', 'territory'],
]);

/** Arabic letters that are written one for another. */
const ARABIC: ReadonlyMap<string, string> = new Map([
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ٱ', 'ا'],
  ['ی', 'ي'],
  ['ک', 'ك'],
]);

/**
 * A name as it is compared: case, diacritics, punctuation, order of the words and small words do not count, so that
 * "Gambia, The" is "The Gambia" and "Korea, Rep." is "Republic of Korea".
 */
export function foldName(name: string): string {
  const letters = foldCell(name)
    .text.toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/(?<!\p{L})о-в(а?)(?!\p{L})/gu, 'остров$1')
    .replace(/[ىةٱیک]/g, (letter) => ARABIC.get(letter) ?? letter)
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i');
  const words = letters
    .replace(/(?<=\p{L})'s(?!\p{L})/gu, 's')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !PASSED_OVER.has(word))
    .map((word) => WHOLE_WORDS.get(word) ?? word);
  return [...new Set(words)].sort().join(' ');
}
