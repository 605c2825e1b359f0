/** Letters that mean the same to who types them and that no decomposition of Unicode joins. */
const SAME_LETTER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ى: 'ي', ة: 'ه', ٱ: 'ا', ی: 'ي', ک: 'ك' },
    ...{ ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' },
  }),
);
const OTHERWISE_WRITTEN = new RegExp(`[${[...SAME_LETTER.keys()].join('')}]`, 'g');

/**
 * A text as it is compared: case, accents, width, the points and the stretching of Arabic, and the forms of alef, ya, ta
 * marbuta, and of Cyrillic io do not count.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}ـ]/gu, '')
    .replace(OTHERWISE_WRITTEN, (letter) => SAME_LETTER.get(letter) ?? letter);
}

/** Only the letters and digits of it: "11(a)" is "11a". */
export function bareText(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a text that is searched in; languages written without spaces give pairs of signs, and the last sign. */
export function wordsToFind(text: string): string[] {
  return foldWords(text).flatMap((word) =>
    isUnspaced(word) ? [...pairsOf(word), word.slice(-1)] : withoutArticle(word),
  );
}

/** Words of a text that is searched for. */
export function wordsSought(text: string): string[] {
  return foldWords(text).flatMap((word) => (isUnspaced(word) && word.length > 1 ? pairsOf(word) : [word]));
}

/** Whether a word is written letter by letter, and not one sign for a syllable or more. */
export function isSpelled(word: string): boolean {
  return !isUnspaced(word);
}

function foldWords(text: string): string[] {
  return (
    foldText(text)
      .replace(/([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+)/gu, ' $1 ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function isUnspaced(word: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word);
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

/** Arabic words with the article are found without it too. */
function withoutArticle(word: string): string[] {
  return /^ال\p{L}{2}/u.test(word) ? [word, word.slice(2)] : [word];
}
