import type { SheetRow } from '../checking/sheet-row.js';

/** How the cells of a text are kept apart. */
export interface Dialect {
  readonly delimiter: string;
  /** What text with delimiters in it stands between; absent when quotes mean nothing. */
  readonly quote?: '"' | "'";
  /** What stands before a quote inside quotes: another quote, or a backslash. */
  readonly escape: 'double' | 'backslash';
  /** Each row as a whole stands between quotes once more. */
  readonly isWrapped?: boolean;
}

export interface SplitText {
  readonly rows: readonly SheetRow[];
  /** Where the text goes on that is not split yet: the beginning of a row. */
  readonly end: number;
  readonly rowCount: number;
}

interface OneRow {
  readonly cells: string[];
  readonly end: number;
  readonly brokenCell?: number;
}

/**
 * Splits the whole rows of a text, in one walk over it. Blank rows are left out, but counted. Text after a closing quote
 * breaks its own row only: that row ends at the next line end outside quotes. A quote that is never closed reaches to
 * the end.
 * @param text rows end in line feeds
 * @param rowsBefore rows of the file before this text
 * @param isLast nothing follows, so the last row needs no line end
 */
export function splitRows(text: string, dialect: Dialect, rowsBefore: number, isLast: boolean): SplitText {
  const split = splitPlainRows(text, dialect, rowsBefore, isLast);
  return dialect.isWrapped === true
    ? { ...split, rows: split.rows.map((row) => unwrapped(row, dialect)) }
    : split;
}

/** A row that came as one cell, split in its turn. */
function unwrapped(row: SheetRow, dialect: Dialect): SheetRow {
  const [cell] = row.cells;
  if (cell === undefined || row.cells.length > 1 || row.brokenCell !== undefined) return row;
  const [inner] = splitPlainRows(cell, dialect, row.row - 1, true).rows;
  return inner === undefined ? row : { ...inner, row: row.row };
}

const LINE_FEED = 10;

function splitPlainRows(text: string, dialect: Dialect, rowsBefore: number, isLast: boolean): SplitText {
  const { delimiter, quote } = dialect;
  const rows: SheetRow[] = [];
  let row = rowsBefore;
  let at = 0;
  let nextQuote = quote === undefined ? -1 : text.indexOf(quote);
  while (at < text.length) {
    if (text.charCodeAt(at) === LINE_FEED) {
      at++;
      row++;
      continue;
    }
    if (nextQuote !== -1 && nextQuote < at && quote !== undefined) nextQuote = text.indexOf(quote, at);
    const lineEnd = text.indexOf('\n', at);
    let one: OneRow | undefined;
    if (nextQuote === -1 || (lineEnd !== -1 && nextQuote > lineEnd)) {
      if (lineEnd === -1 && !isLast) break;
      const end = lineEnd === -1 ? text.length : lineEnd;
      one = { cells: text.slice(at, end).split(delimiter), end: end + 1 };
    } else {
      one = quotedRow(text, at, dialect, isLast);
      if (one === undefined) break;
    }
    at = one.end;
    row++;
    const { cells, brokenCell } = one;
    if (isBlank(cells)) continue;
    rows.push(brokenCell === undefined ? { row, cells } : { row, cells, brokenCell });
  }
  return { rows, end: Math.min(at, text.length), rowCount: row - rowsBefore };
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** One row that has quotes in it, or undefined when it goes on after the text. */
function quotedRow(text: string, start: number, dialect: Dialect, isLast: boolean): OneRow | undefined {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let at = start;
  let lineEnd = -1;
  for (;;) {
    let opening = at;
    while (text[opening] === ' ') opening++;
    if (text[opening] === quote) {
      const cell = quotedCell(text, opening, dialect, isLast);
      if (cell === undefined) return undefined;
      cells.push(cell.text);
      if (cell.isBroken) return { cells, end: cell.end, brokenCell: cells.length - 1 };
      at = cell.end;
    } else {
      if (lineEnd < at) lineEnd = text.indexOf('\n', at);
      if (lineEnd === -1) lineEnd = text.length;
      const line = text.slice(at, lineEnd);
      const length = line.indexOf(delimiter);
      const end = length === -1 ? lineEnd : at + length;
      if (end === text.length && !isLast) return undefined;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length || text[at] === '\n') return { cells, end: at + 1 };
    at += delimiter.length;
  }
}

interface OneCell {
  readonly text: string;
  /** Place of what ends the cell: a delimiter or a line end; of a broken one, the beginning of the next row. */
  readonly end: number;
  readonly isBroken?: true;
}

function quotedCell(text: string, opening: number, dialect: Dialect, isLast: boolean): OneCell | undefined {
  const quote = dialect.quote ?? '"';
  const closing = closingQuote(text, opening + 1, quote, dialect.escape);
  if (closing === -1) return isLast ? broken(text, opening, text.length) : undefined;
  let after = closing + 1;
  while (text[after] === ' ') after++;
  if (after >= text.length && !isLast) return undefined; // the quote may be doubled
  if (after >= text.length || text[after] === '\n' || text.startsWith(dialect.delimiter, after)) {
    return { text: unescaped(text.slice(opening + 1, closing), quote, dialect.escape), end: after };
  }
  const end = rowEndAfter(text, closing + 1, dialect.delimiter, quote);
  if (end === -1) return isLast ? broken(text, opening, text.length) : undefined;
  return broken(text, opening, end);
}

function broken(text: string, opening: number, end: number): OneCell {
  return { text: text.slice(opening, end).trimEnd(), end, isBroken: true };
}

function closingQuote(text: string, from: number, quote: string, escape: Dialect['escape']): number {
  let at = text.indexOf(quote, from);
  while (at !== -1) {
    if (escape === 'double') {
      if (text[at + 1] !== quote) return at;
      at = text.indexOf(quote, at + 2);
    } else {
      let backslashes = 0;
      while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes++;
      if (backslashes % 2 === 0) return at;
      at = text.indexOf(quote, at + 1);
    }
  }
  return -1;
}

function unescaped(cell: string, quote: string, escape: Dialect['escape']): string {
  if (escape === 'double') return cell.includes(quote) ? cell.replaceAll(quote + quote, quote) : cell;
  return cell.includes('\\') ? cell.replace(/\\(["'\\])/g, '$1') : cell;
}

/** Where the row after a broken cell begins: after the next line end outside quotes; -1 when the text ends before. */
function rowEndAfter(text: string, from: number, delimiter: string, quote: string): number {
  let at = from;
  let lineEnd = -1;
  for (;;) {
    if (lineEnd < at) lineEnd = text.indexOf('\n', at);
    if (lineEnd === -1) return -1;
    const opening = text.slice(at, lineEnd).indexOf(delimiter + quote);
    if (opening === -1) return lineEnd + 1;
    const closing = closingQuote(text, at + opening + delimiter.length + 1, quote, 'double');
    if (closing === -1) return -1;
    at = closing + 1;
  }
}
