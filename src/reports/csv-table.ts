import papaparse from 'papaparse';

export type CsvCell = string | number | boolean | null | undefined;

/** A table as CSV writes it: snake_case headers, one record a row. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, CsvCell>>[];
}

/** Marks the text as UTF-8 for spreadsheets that would guess otherwise. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180 with header line and CRLF. Numbers carry every digit; nothing is an empty cell, never a zero. */
export function csvText(table: CsvTable): string {
  return `${csvHeader(table.columns)}${csvRows(table)}`;
}

export function csvHeader(columns: readonly string[]): string {
  return csvLines([columns]);
}

/** The rows alone, each with its line end: what a stream writes after the header. */
export function csvRows({ columns, rows }: CsvTable): string {
  return csvLines(rows.map((row) => columns.map((column) => row[column])));
}

/** Lines that are no table of named columns, such as those of a sheet as it was sent. */
export function csvLines(lines: readonly (readonly CsvCell[])[], delimiter: ',' | ';' = ','): string {
  if (lines.length === 0) return '';
  return `${papaparse.unparse(
    lines.map((cells) => cells.map(safeCell)),
    { newline: '\r\n', delimiter },
  )}\r\n`;
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front: = + - @, tab and carriage return at
 * the start of what is no number. Our own reader takes one such apostrophe off again.
 */
function safeCell(cell: CsvCell): string | number | boolean {
  if (cell === undefined || cell === null) return '';
  if (typeof cell !== 'string') return cell;
  return /^[=+\-@\t\r]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
}
