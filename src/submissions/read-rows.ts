import Papa from 'papaparse';
import { Problem } from '../platform/problem.js';
import { columnOf } from './columns.js';
import { RowParser, type ParsedRow } from './parse-rows.js';

/** A row as a spreadsheet shows it: a line end inside quotes stays within its row. Blank rows are counted. */
export interface SheetRow extends ParsedRow {
  /** 1 = first row of the sheet. */
  readonly row: number;
}

/** Characters a row may have; beyond, a quote was never closed. */
const LONGEST_ROW = 1_048_576;
/** Characters to look at before the delimiter is settled. */
const START = 65_536;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads delimited text piece by piece, as much as the caller asks for. Delimiter: comma, semicolon or tab, whichever
 * gives the header most columns that are known. Rows end in LF, CR LF or CR, in one file as in another. Blank rows are
 * left out, but counted.
 * @throws Problem row_too_long
 */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<readonly SheetRow[]> {
  let unread = '';
  let rowsBefore = 0;
  let parser: RowParser | undefined;
  for await (const { text, isLast } of withLineFeeds(pieces)) {
    unread += text;
    if (unread === '' || (parser === undefined && unread.length < START && !isLast)) continue;
    parser ??= new RowParser(delimiterOf(unread.slice(0, START)));
    const { rows, end } = parser.parse(unread, isLast);
    const sheet: SheetRow[] = [];
    for (const { cells, brokenCell } of rows) {
      const row = ++rowsBefore;
      if (cells.every((cell) => cell.trim() === '')) continue;
      sheet.push(brokenCell === undefined ? { row, cells } : { row, cells, brokenCell });
    }
    unread = unread.slice(end);
    if (unread.length > LONGEST_ROW && !isLast) {
      throw new Problem('row_too_long', 422, { row: rowsBefore + 1, most: LONGEST_ROW });
    }
    if (sheet.length > 0) yield sheet;
  }
}

function delimiterOf(start: string): string {
  let best: { delimiter: string; known: number } = { delimiter: DELIMITERS[0], known: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: 50 });
    const header = data.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? [];
    const known = header.filter((cell) => columnOf(cell) !== undefined).length;
    if (known > best.known) best = { delimiter, known };
  }
  return best.delimiter;
}

/** The pieces with every line end as a line feed, and a last line end after them. */
async function* withLineFeeds(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : ''; // a line feed may follow
    const whole = held === '' ? text : text.slice(0, -1);
    yield { text: whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), isLast: false };
  }
  yield { text: '\n', isLast: true };
}
