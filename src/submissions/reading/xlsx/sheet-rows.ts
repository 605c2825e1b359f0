import { Problem } from '../../../platform/problem.js';
import { columnLetter } from '../../checking/columns.js';
import type { SheetRow } from '../../checking/sheet-row.js';
import { shownValue } from '../../checking/row-problem.js';
import type { RepairLog } from '../repair.js';
import { damaged } from './archive.js';
import type { CellFormat } from './cell-formats.js';
import { cellPlace, SHEET_COLUMNS, SHEET_ROWS } from './cell-place.js';
import type { MergedCells } from './merged-cells.js';
import { MergedFill } from './merged-fill.js';
import { numberText } from './number-cells.js';
import { RichText, unescaped } from './shared-strings.js';
import { XmlWalk, type XmlListener } from './xml-walk.js';

/** What a sheet is read with. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  readonly merged: MergedCells;
}

/** Empty cells between filled ones that a sheet may have beside each filled one. */
const EMPTY = { free: 5_000_000, perCell: 200 } as const;

/** Bytes of XML that a sheet may have beside each filled cell: what stands between costs as much to read. */
export const SHEET_XML = { free: 30_000_000, perCell: 1_000 } as const;

/**
 * The rows of a sheet that are not blank, piece by piece.
 * @param chunks XML of the sheet
 * @throws Problem damaged_spreadsheet, sheet_too_sparse (422)
 */
export async function* sheetRows(
  chunks: AsyncIterable<Buffer>,
  context: SheetContext,
  repairs: RepairLog,
): AsyncGenerator<readonly SheetRow[]> {
  const listener = new SheetListener(context, repairs);
  const walk = new XmlWalk(listener);
  const told = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw damaged(error);
    }
  };
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > SHEET_XML.free + listener.filledCells * SHEET_XML.perCell)
      throw new Problem('sheet_too_sparse', 422);
    told(() => walk.feed(chunk));
    const rows = listener.take();
    if (rows.length > 0) yield rows;
  }
  told(() => walk.end());
}

interface CellStart {
  readonly type: string;
  readonly style: number;
  readonly column: number;
}

class SheetListener implements XmlListener {
  private rows: SheetRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private column = -1;
  private cell: CellStart | undefined;
  private reading: 'value' | 'formula' | undefined;
  private value: string | undefined;
  private formula: string | undefined;
  private readonly inline = new RichText();
  private readonly fill: MergedFill;
  private filled = 0;
  private empty = 0;

  constructor(
    private readonly context: SheetContext,
    private readonly repairs: RepairLog,
  ) {
    this.fill = new MergedFill(context.merged, repairs);
  }

  get filledCells(): number {
    return this.filled;
  }

  take(): readonly SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = wholeNumber(attributes['r'], SHEET_ROWS) ?? this.row + 1;
      this.cells = [];
      this.column = -1;
      if (['1', 'true'].includes(attributes['hidden'] ?? '')) {
        this.repairs.add('hidden_rows_read', { row: this.row, before: '', after: '' });
      }
    } else if (name === 'c') {
      this.column = cellPlace(attributes['r'] ?? '')?.column ?? this.column + 1;
      if (this.column >= SHEET_COLUMNS) throw new Problem('damaged_spreadsheet', 422);
      const style = Number(attributes['s'] ?? 0);
      this.cell = { type: attributes['t'] ?? 'n', style, column: this.column };
      this.value = this.formula = undefined;
    } else if (name === 'v') this.reading = 'value';
    else if (name === 'f') {
      this.reading = 'formula';
      this.formula = '';
    } else this.inline.open(name);
  }

  text(text: string): void {
    if (this.reading === 'value') this.value = (this.value ?? '') + text;
    else if (this.reading === 'formula') this.formula = (this.formula ?? '') + text;
    else if (this.cell !== undefined) this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.reading = undefined;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else this.inline.close(name);
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = undefined;
    const text = cell === undefined ? '' : this.textOf(cell);
    if (cell === undefined || text === '') return;
    this.empty += Math.max(0, cell.column - this.cells.length);
    if (this.empty > EMPTY.free + ++this.filled * EMPTY.perCell) throw new Problem('sheet_too_sparse', 422);
    while (this.cells.length < cell.column) this.cells.push('');
    this.cells[cell.column] = text;
  }

  private endRow(): void {
    const { row, cells } = this;
    this.fill.apply(row, cells);
    if (cells.some((cell) => cell.trim() !== '')) this.rows.push({ row, cells });
  }

  private textOf(cell: CellStart): string {
    const { type, style, column } = cell;
    const inline = this.inline.take();
    const raw = this.value;
    if (type === 'inlineStr') return marked(inline);
    if (raw === undefined) return this.withoutValue(column);
    if (type === 's') return marked(this.sharedString(raw));
    if (type === 'str') return marked(unescaped(raw));
    if (type === 'b') return raw.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return raw.trim().replace(/T00:00:00(\.0+)?Z?$/, '');
    if (type === 'e') return raw.trim();
    const format = this.context.formats[style] ?? 'number';
    const text = numberText(raw, format, this.context.is1904);
    if (format !== 'number' && text !== String(Number(raw))) {
      this.repairs.add(format === 'percent' ? 'percent_cell' : 'date_cell', this.changed(column, raw, text));
    }
    return text;
  }

  private sharedString(raw: string): string {
    const text = this.context.strings[Number(raw)];
    if (text === undefined) throw new Problem('damaged_spreadsheet', 422);
    return text;
  }

  /** A formula whose result the program that wrote the file did not work out. */
  private withoutValue(column: number): string {
    if (this.formula === undefined) return '';
    const text = shownValue(`=${this.formula}`);
    this.repairs.add('formula_without_value', this.changed(column, text, text));
    return text;
  }

  private changed(column: number, before: string, after: string) {
    return { row: this.row, column: { letter: columnLetter(column), name: '' }, before, after };
  }
}

/** A text such as 1.234, which is no number of the workbook and may be one of thousands: an apostrophe tells it apart. */
function marked(text: string): string {
  return /^\s*[+-]?\d{1,3}\.\d{3}(?![.\d])/.test(text) ? `'${text.trimStart()}` : text;
}

function wholeNumber(text: string | undefined, most: number): number | undefined {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value > 0 && value <= most ? value : undefined;
}
