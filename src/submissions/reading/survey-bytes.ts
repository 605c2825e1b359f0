import { isAscii, isUtf8 } from 'node:buffer';
import { Problem } from '../../platform/problem.js';
import type { ByteSource } from './byte-source.js';
import { SampleTaker, type Sample } from './sample-taker.js';

export interface ByteSurvey {
  /** Whether all bytes are UTF-8; ASCII is. */
  readonly isUtf8: boolean;
  /** Line, counted from 1 by line ends, of the first byte that is not UTF-8. */
  readonly firstBadLine?: number;
  /** Different cells that have bytes above 127, of the whole file; none when it is UTF-8. */
  readonly samples: readonly Sample[];
}

/**
 * Looks at all bytes of a text file in one-byte or multi-byte characters.
 * @throws Problem nul_bytes (415) with the line: no text has them
 */
export async function surveyBytes(source: ByteSource): Promise<ByteSurvey> {
  const lines = new LineCount();
  let cutOff: Buffer = Buffer.alloc(0);
  let firstBadLine: number | undefined;
  for await (const chunk of source.open()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const nul = bytes.indexOf(0);
    if (nul !== -1) throw new Problem('nul_bytes', 415, { line: lines.after(bytes.subarray(0, nul)) });
    if (firstBadLine === undefined && !(cutOff.length === 0 && isAscii(bytes))) {
      const joined = cutOff.length === 0 ? bytes : Buffer.concat([cutOff, bytes]);
      const whole = joined.subarray(0, joined.length - lengthOfCutOff(joined));
      if (!isUtf8(whole)) firstBadLine = lines.after(goodPart(whole));
      cutOff = joined.subarray(whole.length);
    }
    lines.add(bytes);
  }
  if (firstBadLine === undefined && cutOff.length > 0) firstBadLine = lines.after(Buffer.alloc(0));
  if (firstBadLine === undefined) return { isUtf8: true, samples: [] };
  return { isUtf8: false, firstBadLine, samples: await samplesOf(source) };
}

async function samplesOf(source: ByteSource): Promise<readonly Sample[]> {
  const taker = new SampleTaker();
  for await (const chunk of source.open()) taker.look(chunk);
  return taker.end();
}

/** Which of the two orders text in two-byte characters has that does not say so; undefined when it is no such text. */
export function twoByteOrder(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = head.length >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  // Digits, commas and line ends have an empty half in every script; the other half is never empty.
  if (odd + even < 4) return undefined;
  if (odd > pairs * 0.15 && even < odd / 20) return 'utf-16le';
  if (even > pairs * 0.15 && odd < even / 20) return 'utf-16be';
  return undefined;
}

/** Whether bytes are no text in any encoding: more than one in a hundred is a control character that no text has. */
export function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 32 && !TEXT_CONTROLS.has(byte)) controls++;
  return controls * 100 > head.length;
}

/** Delimiters, line and page ends, the end of DOS files, and what shifts Japanese characters. */
const TEXT_CONTROLS = new Set([0, 1, 9, 10, 11, 12, 13, 26, 27, 31]);

const LF = 10;
const CR = 13;

class LineCount {
  private lineFeeds = 0;
  private returns = 0;

  add(bytes: Buffer): void {
    this.lineFeeds += countOf(LF, bytes);
    this.returns += countOf(CR, bytes);
  }

  /** The line after some further bytes. */
  after(bytes: Buffer): number {
    return 1 + Math.max(this.lineFeeds + countOf(LF, bytes), this.returns + countOf(CR, bytes));
  }
}

function countOf(byte: number, bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

/** How many bytes at the end are the beginning of a character whose others come next. */
function lengthOfCutOff(bytes: Buffer): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? back : 0;
  }
  return 0;
}

/** What stands before the first byte that is not UTF-8, give or take a character. */
function goodPart(bytes: Buffer): Buffer {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 8) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(good, middle);
    const whole = part.length - lengthOfCutOff(part);
    if (isUtf8(part.subarray(0, whole))) good += whole;
    else bad = middle;
  }
  return bytes.subarray(0, good);
}
