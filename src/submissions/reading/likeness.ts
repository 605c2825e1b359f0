import type { WordModel } from './word-models.js';

/** Of the characters above 127 of a text: how much they look like those of words, added up, and how many they are. */
export interface Likeness {
  readonly sum: number;
  readonly count: number;
}

export function likeness(text: string, model: WordModel): Likeness {
  let sum = 0;
  let count = 0;
  const withoutDays = text.replace(/[年月日년월일度]/gu, ' ');
  const inWords = signsBetweenLetters(text);
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu)) {
    for (const character of run) if (character > '\x7f') count++;
    const isWord = /^[\p{L}\p{M}]/u.test(run);
    sum += isWord
      ? wordLikeness(run, touchesDigit(withoutDays, run, index), model)
      : signLikeness(run, inWords);
  }
  return { sum, count };
}

/** Signs that people type in figures and notes. */
const USUAL_SIGN = /[\u00a0«»“”„‘’‚–—…°ºª€£©®™·•±§²³¿¡、。，；：（）「」《》・\u3000؟،؛٫٬٪٠-٩۰-۹№]/u;

/** Signs that stand with a letter before and behind them, no space between. */
function signsBetweenLetters(text: string): ReadonlySet<string> {
  const runs = text.matchAll(/\p{L}([^\p{L}\s]+)(?=\p{L})/gu);
  return new Set(Array.from(runs, ([, signs = '']) => Array.from(signs)).flat());
}

function touchesDigit(text: string, word: string, at: number): boolean {
  const isThere = text.startsWith(word, at);
  return isThere && /\d/.test(text.charAt(at - 1) + text.charAt(at + word.length));
}

function signLikeness(run: string, inWords: ReadonlySet<string>): number {
  let sum = 0;
  for (const sign of run) {
    if (sign <= '\x7f') continue;
    const inside = inWords.has(sign);
    if (!USUAL_SIGN.test(sign)) sum -= 2;
    else if (inside && !/[’‘·・、。，；：（）「」《》–—\u00a0،]/u.test(sign)) sum -= 2;
    else sum += 2;
  }
  return sum;
}

/** Scripts of thousands of signs: one that no name has may still be a usual one. */
const HAS_MANY_SIGNS = /[\p{Script=Han}\p{Script=Hangul}]/u;

function wordLikeness(word: string, touchesDigits: boolean, model: WordModel): number {
  if (!/[^\p{ASCII}]/u.test(word)) return 0;
  const folded = word.toLowerCase();
  const letters = ` ${folded} `;
  const isOdd =
    /\p{Ll}\p{Lu}/u.test(word) || // a capital inside a word
    mixesScripts(word) ||
    touchesDigits;
  const isKnown = model.words.has(folded);
  // One or two letters are a word in any alphabet.
  const most = folded.length > 2 || (folded.length === 2 && HAS_MANY_SIGNS.test(folded)) ? 4 : 1.5;
  let sum = 0;
  for (let at = 1; at < letters.length - 1; at++) {
    const letter = letters.charAt(at);
    if (letter <= '\x7f') continue;
    if (isOdd) sum -= 3;
    else sum += Math.min(most, isKnown ? 4 : pieceLikeness(letters, at, model));
  }
  return sum;
}

function pieceLikeness(letters: string, at: number, { pieces, usualSigns }: WordModel): number {
  const letter = letters.charAt(at);
  if (!pieces.has(letter)) return usualSigns.has(letter) ? 1.25 : HAS_MANY_SIGNS.test(letter) ? -1 : -3;
  if (pieces.has(letters.slice(at - 1, at + 2))) return 3;
  const neighbours = [letters.slice(at - 1, at + 1), letters.slice(at, at + 2)];
  const met = neighbours.filter((pair) => pieces.has(pair)).length;
  return HAS_MANY_SIGNS.test(letter) ? 2 + met / 2 : 0.5 + met * 0.75;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];

function mixesScripts(word: string): boolean {
  return SCRIPTS.filter((script) => script.test(word)).length > 1;
}
