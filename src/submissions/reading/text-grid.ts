import { Problem } from '../../platform/problem.js';
import { errorCode } from '../receiving/error-code.js';
import type { SheetRow } from '../checking/sheet-row.js';
import type { ByteSource } from './byte-source.js';
import type { DetectedEncoding } from './detect-encoding.js';
import { guessDialect, type HeaderTest } from './guess-dialect.js';
import { LineEnds, type Newline } from './line-ends.js';
import type { RepairLog } from './repair.js';
import { splitRows, type Dialect } from './split-rows.js';
import { pieceDecoder } from './text-decoding.js';

/** Characters a row may have; beyond, a quote was never closed. */
const LONGEST_ROW = 1_048_576;
/** The sign that DOS ended files with. */
const DOS_END = '\u001a';
/** Bytes that are made cells of at once: few enough for what they become to be forgotten before it is moved about. */
const PIECE = 32_768;
/** Characters to look at before the dialect is settled. */
const START = 65_536;

export interface TextStart {
  readonly dialect: Dialect;
  readonly newline: Newline;
  /** Characters of a line such as `sep=;`, which a spreadsheet takes for an order and not for a row. */
  readonly orderLine: string;
}

/** Looks at the beginning of a text. */
export async function textStart(
  source: ByteSource,
  encoding: DetectedEncoding,
  isHeader?: HeaderTest,
  toldDelimiter?: string,
): Promise<TextStart> {
  const ends = new LineEnds();
  let start = '';
  let isWhole = true;
  for await (const text of textPieces(source, encoding)) {
    start += ends.asLineFeeds(text);
    if (start.length >= START) {
      isWhole = false;
      break;
    }
  }
  const order = /^\s*"?sep=(.|\t)"?[,;\t]*(?=\n|$)/i.exec(start.slice(0, 40));
  const orderLine = order === null ? '' : `${order[0]}\n`;
  const body = start.slice(orderLine.length, START + orderLine.length);
  const delimiter = toldDelimiter ?? order?.[1];
  return {
    dialect: guessDialect(body, isWhole && start.length <= START, isHeader, delimiter),
    newline: ends.kind,
    orderLine,
  };
}

/**
 * The rows of a text, piece by piece, as fast as they are asked for.
 * @throws Problem row_too_long, damaged_text (422) with the row
 */
export async function* textRows(
  source: ByteSource,
  encoding: DetectedEncoding,
  { dialect, orderLine }: TextStart,
  repairs: RepairLog,
): AsyncGenerator<readonly SheetRow[]> {
  const ends = new LineEnds();
  let unread = '';
  let rowsBefore = 0;
  let toSkip = orderLine.length;
  const split = (isLast: boolean): readonly SheetRow[] => {
    const { rows, end, rowCount } = splitRows(unread, dialect, rowsBefore, isLast);
    unread = unread.slice(end);
    rowsBefore += rowCount;
    return rows;
  };
  for await (const text of textPieces(source, encoding, () => rowsBefore + 1)) {
    unread += withoutMarks(ends.asLineFeeds(text), rowsBefore + 1, repairs);
    if (toSkip > 0) {
      if (unread.length < toSkip) continue;
      unread = unread.slice(toSkip);
      toSkip = 0;
    }
    const rows = split(false);
    if (unread.length > LONGEST_ROW) {
      throw new Problem('row_too_long', 422, { row: rowsBefore + 1, most: LONGEST_ROW });
    }
    if (rows.length > 0) yield rows;
  }
  unread = (unread + ends.rest()).slice(toSkip);
  if (unread.endsWith(DOS_END)) unread = unread.slice(0, -1);
  const rows = split(true);
  if (rows.length > 0) yield rows;
  if (ends.kind === 'mixed' || ends.kind === 'CR') {
    repairs.add('line_ends', undefined, { newline: ends.kind });
  }
}

/** Marks of byte order within a text come from files that were put together. */
function withoutMarks(text: string, row: number, repairs: RepairLog): string {
  if (text.includes('\ufffd')) {
    const count = text.split('\ufffd').length - 1;
    repairs.add('lost_characters', { row, before: '\ufffd', after: '\ufffd' }, undefined, count);
  }
  if (!text.includes('\ufeff')) return text;
  const count = text.split('\ufeff').length - 1;
  repairs.add('marks_inside', { row, before: '\\ufeff', after: '' }, undefined, count);
  return text.replaceAll('\ufeff', '');
}

/** @param row the row to name when bytes are not of the encoding */
async function* textPieces(
  source: ByteSource,
  { encoding, markLength, isProven }: DetectedEncoding,
  row: () => number = () => 1,
): AsyncGenerator<string> {
  const decoder = pieceDecoder(encoding, isProven);
  const decoded = (decode: () => string): string => {
    try {
      const text = decode();
      if (text.includes('\0')) throw new Problem('nul_bytes', 415, { line: row() });
      return text;
    } catch (error) {
      if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw new Problem('damaged_text', 422, { row: row(), encoding });
    }
  };
  for await (const chunk of source.open(markLength)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decoded(() => decoder.decode(chunk.subarray(at, at + PIECE)));
    }
  }
  yield decoded(() => decoder.end());
}
