import { isAscii, isUtf8 } from 'node:buffer';
import { Problem } from '../../platform/problem.js';
import { shownValue } from '../checking/row-problem.js';
import { headOf, type ByteSource } from './byte-source.js';
import { guessEncodings, isSure, SURE, type EncodingGuess } from './guess-encoding.js';
import type { Question } from './question.js';
import type { RepairExample } from './repair.js';
import type { Sample } from './sample-taker.js';
import { isBinary, surveyBytes, twoByteOrder } from './survey-bytes.js';
import { encodingName, pieceDecoder } from './text-decoding.js';

export interface DetectedEncoding {
  /** As browsers name it; `ibm437`, `ibm850` and `ibm852` for those that they do not know. */
  readonly encoding: string;
  /** Bytes of the mark at the beginning. */
  readonly markLength: number;
  /** All bytes were found to be of the encoding. */
  readonly isProven: boolean;
  /** A cell that reads otherwise than in the usual encoding. */
  readonly example?: RepairExample;
  /** Asked when the bytes can be read in several ways. */
  readonly question?: Question;
}

const MARKS: readonly { readonly mark: readonly number[]; readonly encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { mark: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];
const HEAD = 65_536;
const MOST_CHOICES = 5;

/**
 * Finds out in which encoding a text is: by its mark, as UTF-8 when all of it is valid, by the empty halves of two-byte
 * characters, else by which reading gives words of a language.
 * @param told the sender says which; the file is then read in it
 * @throws Problem utf32_file, binary_file, nul_bytes (415), unknown_encoding, not_utf8 (422, with the line)
 */
export async function detectEncoding(source: ByteSource, told?: string): Promise<DetectedEncoding> {
  const head = await headOf(source, HEAD);
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
  const markLength = marked?.mark.length ?? 0;
  if (marked?.encoding === 'utf-32') throw new Problem('utf32_file', 415);
  if (told !== undefined) return asTold(told, marked);
  const byHead = marked === undefined ? (twoByteOrder(head) ?? shifted(head)) : marked.encoding;
  if (byHead !== undefined && byHead !== 'utf-8') return { encoding: byHead, markLength, isProven: false };
  if (isBinary(head)) throw new Problem('binary_file', 415);
  const survey = await surveyBytes(source);
  if (survey.isUtf8) return { encoding: 'utf-8', markLength, isProven: true };
  const notUtf8 = new Problem('not_utf8', 422, { line: survey.firstBadLine ?? 1 });
  if (marked !== undefined) throw notUtf8;
  return judged(survey.samples, notUtf8);
}

function asTold(told: string, marked: (typeof MARKS)[number] | undefined): DetectedEncoding {
  const encoding = encodingName(told);
  if (encoding === undefined) throw new Problem('unknown_encoding', 422, { encoding: shownValue(told) });
  const markLength = encoding === marked?.encoding ? marked.mark.length : 0;
  return { encoding, markLength, isProven: false };
}

/** Japanese characters written in ASCII, shifted in by an escape. */
function shifted(head: Buffer): 'iso-2022-jp' | undefined {
  return isAscii(head) && ['\u001b$@', '\u001b$B'].some((shift) => head.includes(shift))
    ? 'iso-2022-jp'
    : undefined;
}

/** Different words with bytes above 127. A space is no part of a character in any encoding. */
function wordsOf(samples: readonly Sample[]): readonly Sample[] {
  const words = new Map<string, Sample>();
  for (const { bytes, line } of samples) {
    for (const word of bytes.toString('latin1').split(' ')) {
      if (!/[\x80-\xff]/.test(word) || words.has(word)) continue;
      words.set(word, { bytes: Buffer.from(word, 'latin1'), line });
    }
  }
  return [...words.values()];
}

function exampleOf({ bytes, line }: Sample, encoding: string): RepairExample {
  const decoder = pieceDecoder(encoding);
  const after = decoder.decode(bytes) + decoder.end();
  return { row: line, before: shownValue(bytes.toString('latin1')), after: shownValue(after) };
}

/** Samples that read as UTF-8 speak against every other reading, unless they are words in it. */
function judged(samples: readonly Sample[], notUtf8: Problem): DetectedEncoding {
  const utf8 = samples.filter(({ bytes }) => isUtf8(bytes));
  if (samples.length === 0 || utf8.length * 2 > samples.length) throw notUtf8;
  const words = wordsOf(samples);
  const guesses = guessEncodings(words.map(({ bytes }) => bytes));
  const [best] = guesses;
  if (best === undefined) throw notUtf8;
  if (utf8.length > 0 && !isWordsIn(best, utf8)) throw notUtf8;
  const { encoding } = best;
  const [first] = samples;
  const found = {
    encoding,
    markLength: 0,
    isProven: false,
    ...(first && { example: exampleOf(first, encoding) }),
  };
  return isSure(guesses) ? found : { ...found, question: questionOf(guesses, words) };
}

function isWordsIn({ encoding }: EncodingGuess, samples: readonly Sample[]): boolean {
  const guesses = guessEncodings(wordsOf(samples).map(({ bytes }) => bytes));
  const same = guesses.find((guess) => guess.encoding === encoding);
  return same !== undefined && same.score >= SURE.scoreOfOne;
}

function questionOf(guesses: readonly EncodingGuess[], words: readonly Sample[]): Question {
  const open = guesses.slice(0, MOST_CHOICES);
  const telling = words.findIndex((_, at) => open[0]?.readings[at] !== open[1]?.readings[at]);
  const at = Math.max(0, telling);
  return {
    code: 'encoding',
    choices: open.map(({ encoding }) => encoding),
    example: {
      row: words[at]?.line ?? 1,
      value: shownValue(words[at]?.bytes.toString('latin1') ?? ''),
      readings: open.map(({ readings }) => shownValue(readings[at] ?? '')),
    },
  };
}
