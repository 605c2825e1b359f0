import Papa from 'papaparse';
import { Problem } from '../platform/problem.js';
import { columnOf } from './columns.js';

/** A row as a spreadsheet shows it: a line end inside quotes stays within its row. Blank rows are counted. */
export interface SheetRow {
  /** 1 = first row of the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** A quote in it was opened and not properly closed. */
  readonly brokenQuotes: boolean;
}

/** Characters a row may have; beyond, a quote was never closed. */
const LONGEST_ROW = 1_048_576;
/** Characters to look at before delimiter and line ends are settled. */
const START = 65_536;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads delimited text piece by piece, as much as the caller asks for. Delimiter: comma, semicolon or tab, whichever
 * gives the header most columns that are known. Blank rows are left out, but counted.
 * @throws Problem row_too_long
 */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<readonly SheetRow[]> {
  let unread = '';
  let rowsBefore = 0;
  let parser: Papa.Parser | undefined;
  for await (const piece of withLast(pieces)) {
    unread += piece.text;
    if (unread === '' || (parser === undefined && unread.length < START && !piece.isLast)) continue;
    parser ??= parserFor(unread);
    const parsed = parser.parse(unread, 0, !piece.isLast) as Papa.ParseResult<string[]>;
    const rows = sheetRows(parsed, rowsBefore);
    rowsBefore += parsed.data.length;
    unread = unread.slice(parsed.meta.cursor);
    if (unread.length > LONGEST_ROW && !piece.isLast) {
      throw new Problem('row_too_long', 422, { row: rowsBefore + 1, most: LONGEST_ROW });
    }
    if (rows.length > 0) yield rows;
  }
}

function sheetRows(parsed: Papa.ParseResult<string[]>, rowsBefore: number): SheetRow[] {
  const broken = new Set(parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const rows: SheetRow[] = [];
  for (const [index, cells] of parsed.data.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows.push({ row: rowsBefore + index + 1, cells, brokenQuotes: broken.has(index) });
  }
  return rows;
}

function parserFor(start: string): Papa.Parser {
  // A line feed also ends rows that end in CR LF: what is left of it lies around the last cell and is trimmed.
  const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
  let best: { delimiter: string; known: number } = { delimiter: DELIMITERS[0], known: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(start.slice(0, START), { delimiter, newline, preview: 50 });
    const header = data.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? [];
    const known = header.filter((cell) => columnOf(cell) !== undefined).length;
    if (known > best.known) best = { delimiter, known };
  }
  return new Papa.Parser({ delimiter: best.delimiter, newline });
}

async function* withLast(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  for await (const text of pieces) yield { text, isLast: false };
  yield { text: '', isLast: true };
}
