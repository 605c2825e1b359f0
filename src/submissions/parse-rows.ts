import Papa from 'papaparse';

/** A row as it stands in a text, its cells without their quotes. */
export interface ParsedRow {
  readonly cells: readonly string[];
  /** Index of the cell, the last one here, in which a quote was opened and not properly closed. */
  readonly brokenCell?: number;
}

export interface ParsedText {
  readonly rows: readonly ParsedRow[];
  /** Where the text goes on that is not parsed yet. */
  readonly end: number;
}

/** So many rows of a file with text after a closing quote are told one by one; each costs a new start of the parser. */
const MOST_MENDED = 200;

/** Parses the text of one file, piece by piece. Rows end in line feeds. */
export class RowParser {
  private mended = 0;

  constructor(private readonly delimiter: string) {}

  /**
   * Parses the whole rows of a text. Text after a closing quote breaks its own row only: as in a spreadsheet, that row
   * ends at the next line end outside quotes. A quote that is never closed reaches to the end of the file.
   * @param isLast nothing follows, so the last row needs no line end
   */
  parse(text: string, isLast: boolean): ParsedText {
    const rows: ParsedRow[] = [];
    let start = 0;
    for (;;) {
      const { data, errors, meta } = this.read(text.slice(start), isLast);
      const fault = errors.find(({ code }) => code === 'InvalidQuotes');
      if (fault?.row === undefined || fault.index === undefined || this.mended === MOST_MENDED) {
        const broken = new Set(errors.map(({ row }) => row));
        for (const [index, cells] of data.entries())
          rows.push(broken.has(index) ? { cells, brokenCell: cells.length - 1 } : { cells });
        return { rows, end: start + meta.cursor };
      }
      rows.push(...data.slice(0, fault.row).map((cells) => ({ cells })));
      const rowStart = fault.row === 0 ? start : start + this.lengthOf(fault.row, text.slice(start));
      const quote = start + fault.index - 1;
      const rowEnd = endOfRow(text, quote + 1, this.delimiter);
      if (rowEnd === -1 && !isLast) return { rows, end: rowStart };
      const end = rowEnd === -1 ? text.length : rowEnd;
      const before = this.read(text.slice(rowStart, quote), true).data[0]?.slice(0, -1) ?? [];
      rows.push({ cells: [...before, text.slice(quote, end).trimEnd()], brokenCell: before.length });
      this.mended++;
      start = end;
      if (start === text.length) return { rows, end: start };
    }
  }

  private read(text: string, isLast: boolean, preview = 0): Papa.ParseResult<string[]> {
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', preview });
    return parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
  }

  /** Characters that the first rows of a text take. */
  private lengthOf(rows: number, text: string): number {
    return this.read(text, false, rows).meta.cursor;
  }
}

/** Where the row after this one begins, seen from inside a quoted cell; -1 when the text ends before. */
function endOfRow(text: string, inside: number, delimiter: string): number {
  let at = inside;
  let lineEnd = -1;
  for (;;) {
    let quote = text.indexOf('"', at);
    while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
    if (quote === -1) return -1;
    if (lineEnd < quote) lineEnd = text.indexOf('\n', quote);
    if (lineEnd === -1) return -1;
    const opening = text.slice(quote, lineEnd).indexOf(`${delimiter}"`);
    if (opening === -1) return lineEnd + 1;
    at = quote + opening + 2;
  }
}
