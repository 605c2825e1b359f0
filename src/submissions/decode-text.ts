import { Problem } from '../platform/problem.js';
import { errorCode } from './error-code.js';

/** First bytes of files that people take for CSV. */
const NOT_TEXT: readonly { readonly code: string; readonly bytes: readonly number[] }[] = [
  { code: 'spreadsheet_not_csv', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: 'spreadsheet_not_csv', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { code: 'utf16_file', bytes: [0xff, 0xfe] },
  { code: 'utf16_file', bytes: [0xfe, 0xff] },
];

const LF = 10;
const CR = 13;

/**
 * Bytes as text. A byte order mark is taken off; characters may lie across chunks.
 * @throws Problem spreadsheet_not_csv, utf16_file, or not_utf8 with the line where it went wrong
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  let lineFeeds = 0;
  let returns = 0;
  let cutOff: Uint8Array = new Uint8Array();
  const lineAfter = (good: Uint8Array): number =>
    1 + Math.max(lineFeeds + countOf(LF, good), returns + countOf(CR, good));
  for await (const chunk of chunks) {
    if (isFirst) refuseOtherFormats(chunk);
    isFirst = false;
    const bytes = cutOff.length === 0 ? chunk : Buffer.concat([cutOff, chunk]);
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw notUtf8(error, () => lineAfter(goodPart(bytes)));
    }
    lineFeeds += countOf(LF, chunk);
    returns += countOf(CR, chunk);
    cutOff = cutOffCharacter(bytes);
    yield text;
  }
  try {
    yield decoder.decode();
  } catch (error) {
    throw notUtf8(error, () => lineAfter(new Uint8Array()));
  }
}

function refuseOtherFormats(chunk: Uint8Array): void {
  const other = NOT_TEXT.find(({ bytes }) => bytes.every((byte, index) => chunk[index] === byte));
  if (other !== undefined) throw new Problem(other.code, 415);
}

function notUtf8(error: unknown, line: () => number): unknown {
  const isInvalid = errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  return isInvalid ? new Problem('not_utf8', 422, { line: line() }) : error;
}

function countOf(byte: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

/** The first bytes of a character whose others come with the next chunk. */
function cutOffCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? bytes.subarray(-back) : new Uint8Array();
  }
  return new Uint8Array();
}

/** What stands before the first byte that is not UTF-8. */
function goodPart(bytes: Uint8Array): Uint8Array {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bytes.subarray(0, good);
}
