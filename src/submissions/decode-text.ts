import { Problem } from '../platform/problem.js';
import { errorCode } from './error-code.js';

/** First bytes of files that people take for CSV. */
const NOT_TEXT: readonly { readonly code: string; readonly bytes: readonly number[] }[] = [
  { code: 'spreadsheet_not_csv', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: 'spreadsheet_not_csv', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { code: 'utf16_file', bytes: [0xff, 0xfe] },
  { code: 'utf16_file', bytes: [0xfe, 0xff] },
];

/**
 * Bytes as text. A byte order mark is taken off; characters may lie across chunks.
 * @throws Problem spreadsheet_not_csv, utf16_file, or not_utf8 with the line where it went wrong
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  let lines = 1;
  for await (const chunk of chunks) {
    if (isFirst) refuseOtherFormats(chunk);
    isFirst = false;
    try {
      const text = decoder.decode(chunk, { stream: true });
      lines += countLineEnds(chunk);
      yield text;
    } catch (error) {
      throw notUtf8(error, lines + lineEndsBeforeFault(chunk));
    }
  }
  try {
    yield decoder.decode();
  } catch (error) {
    throw notUtf8(error, lines);
  }
}

function refuseOtherFormats(chunk: Uint8Array): void {
  const other = NOT_TEXT.find(({ bytes }) => bytes.every((byte, index) => chunk[index] === byte));
  if (other !== undefined) throw new Problem(other.code, 415);
}

function notUtf8(error: unknown, line: number): unknown {
  const isInvalid = errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  return isInvalid ? new Problem('not_utf8', 422, { line }) : error;
}

function countLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** Line ends before the first line that is not UTF-8; a character cut off at the start of the chunk does not count. */
function lineEndsBeforeFault(chunk: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = chunk.findIndex((byte) => (byte & 0xc0) !== 0x80);
  let count = 0;
  for (let end = chunk.indexOf(10, start); end !== -1; end = chunk.indexOf(10, start)) {
    try {
      decoder.decode(chunk.subarray(start, end));
    } catch {
      return count;
    }
    count++;
    start = end + 1;
  }
  return count;
}
