import { likeness, type Likeness } from './likeness.js';
import { pieceDecoder } from './text-decoding.js';
import { wordModel, type WordModel } from './word-models.js';

/**
 * Encodings that are tried, the likelier first, with the languages that are written in them. Of encodings that give the
 * same text the first counts.
 */
const CANDIDATES: readonly (readonly [encoding: string, languages: readonly string[]])[] = [
  ['windows-1252', ['fr', 'es', 'pt', 'de', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'is', 'ca', 'en']],
  ['windows-1250', ['pl', 'cs', 'hu', 'ro', 'hr', 'sk', 'sl', 'sq', 'de']],
  ['windows-1251', ['ru', 'uk', 'bg', 'sr', 'be', 'mk']],
  ['windows-1256', ['ar', 'fa', 'ur', 'fr']],
  ['gb18030', ['zh']],
  ['shift_jis', ['ja']],
  ['euc-kr', ['ko']],
  ['big5', ['zh-Hant']],
  ['windows-1254', ['tr', 'fr']],
  ['windows-1253', ['el']],
  ['windows-1255', ['he']],
  ['windows-1257', ['lt', 'lv', 'et']],
  ['windows-1258', ['vi']],
  ['windows-874', ['th']],
  ['iso-8859-2', ['pl', 'cs', 'hu', 'ro', 'hr', 'sk', 'sl']],
  ['iso-8859-15', ['fr', 'fi', 'et', 'es', 'pt', 'de', 'it']],
  ['iso-8859-5', ['ru', 'uk', 'bg', 'sr']],
  ['iso-8859-6', ['ar']],
  ['iso-8859-7', ['el']],
  ['koi8-r', ['ru']],
  ['koi8-u', ['uk']],
  ['ibm866', ['ru']],
  ['euc-jp', ['ja']],
  ['macintosh', ['fr', 'es', 'pt', 'de', 'it']],
  ['x-mac-cyrillic', ['ru']],
  ['ibm850', ['fr', 'es', 'pt', 'de', 'it', 'sv', 'da']],
  ['ibm852', ['pl', 'cs', 'hu', 'ro', 'hr']],
  ['ibm437', ['fr', 'es', 'de', 'it']],
];

/** What words are worth that are of several languages. */
const OF_SEVERAL = 0.75;

export interface EncodingGuess {
  readonly encoding: string;
  /** How much the text looks like words of a language: 4 = all known words, 0 = cannot be told, below = like none. */
  readonly score: number;
  /** The words as they read in it, and how much each looks like one. */
  readonly readings: readonly string[];
  readonly likenesses: readonly Likeness[];
}

/**
 * The least score of an encoding that is taken without asking, and its lead over all words or over those that differ.
 * Words of less than so many letters together are enough only when the score, or for a usual encoding the lead, is as high as that.
 */
export const SURE = {
  score: 1.75,
  /** Of single words among others. */
  scoreOfOne: 1,
  lead: 0.6,
  leadWhereOther: 0.5,
  evidence: { letters: 12, score: 3.5, lead: 2.2 },
  scoreWithClearLead: 1.4,
} as const;

/**
 * The encodings that words of a file can be in, the best first, one for each way the text can read.
 * @param words pieces between spaces that have bytes above 127
 */
export function guessEncodings(words: readonly Uint8Array[]): readonly EncodingGuess[] {
  const guesses = new Map<string, EncodingGuess>();
  for (const [encoding, languages] of CANDIDATES) {
    const readings = readIn(encoding, words);
    if (readings === undefined) continue;
    const text = readings.join('\n');
    if (guesses.has(text)) continue;
    guesses.set(text, { encoding, readings, ...scored(readings, languages.map(wordModel)) });
  }
  return [...guesses.values()].sort((a, b) => b.score - a.score);
}

/** By the language that the words are likest to; by several together, for a little less, when they are of several. */
function scored(readings: readonly string[], models: readonly WordModel[]) {
  const byModel = models.map((model) => readings.map((reading) => likeness(reading, model)));
  const ofSeveral = readings.map((_, at) => {
    const each = byModel.flatMap((likenesses) => likenesses[at] ?? []);
    const { sum, count } = each.reduce((a, b) => (b.sum > a.sum ? b : a));
    return { sum: sum > 0 ? sum * OF_SEVERAL : sum, count };
  });
  return [...byModel, ofSeveral]
    .map((likenesses) => ({ likenesses, score: meanOf(likenesses) }))
    .reduce((a, b) => (b.score > a.score ? b : a));
}

/** Whether the best guess is beyond doubt: it gives words, and any other gives less of them. */
export function isSure([best, ...others]: readonly EncodingGuess[]): boolean {
  if (best === undefined || best.score < SURE.scoreWithClearLead) return false;
  const { letters, score, lead: clearLead } = SURE.evidence;
  const leadsClearly = best.score - (others[0]?.score ?? -Infinity) >= clearLead;
  if (best.score < SURE.score && !leadsClearly) return false;
  const isLittle = best.readings.join('').length < letters;
  // A stray byte makes a word in some old encoding; only the usual ones are believed on so little.
  if (isLittle && best.score < score && !(leadsClearly && best.encoding.startsWith('windows-'))) return false;
  return others.every((other) => {
    if (best.score - other.score >= SURE.lead) return true;
    const differs = (_: unknown, at: number): boolean => best.readings[at] !== other.readings[at];
    const lead = meanOf(best.likenesses.filter(differs)) - meanOf(other.likenesses.filter(differs));
    return lead >= SURE.leadWhereOther;
  });
}

function meanOf(likenesses: readonly Likeness[]): number {
  let sum = 0;
  let count = 0;
  for (const each of likenesses) {
    sum += each.sum;
    count += each.count;
  }
  return count === 0 ? 0 : sum / count;
}

function readIn(encoding: string, words: readonly Uint8Array[]): readonly string[] | undefined {
  try {
    return words.map((bytes) => {
      const decoder = pieceDecoder(encoding);
      const text = (decoder.decode(bytes) + decoder.end()).normalize('NFC');
      // Control characters and characters of private use stand for bytes that the encoding does not have.
      if (/[\x80-\x9f\ue000-\uf8ff]/.test(text)) throw new TypeError(encoding);
      return text;
    });
  } catch {
    return undefined;
  }
}
