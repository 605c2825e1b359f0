import type { CellFault } from './check-cell.js';
import { withPersonsProtected } from './check-groups.js';
import { COLUMNS, type ColumnName } from './columns.js';
import type { Read } from '../reading/cell-reading.js';
import type { LongRow } from '../reading/layouts/layout.js';
import type { RepairLog } from '../reading/repair.js';
import { shownValue, type CellLocator, type RowProblem } from './row-problem.js';

/** Characters of a cell. */
export const LONGEST_CELL = 32_768;

const INDEX = Object.fromEntries(COLUMNS.map((column, index) => [column, index])) as Readonly<
  Record<ColumnName, number>
>;

/** One row while it is judged: its cells by column, and what was found wrong with them. */
export class RowReading {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly row: LongRow,
    private readonly locate: CellLocator,
  ) {}

  /** As sent, trimmed; empty when the column or the cell is not there. */
  cell(column: ColumnName): string {
    return this.row.cells[INDEX[column]] ?? '';
  }

  /** The same without the apostrophe that guards a text. */
  text(column: ColumnName): string {
    return unguarded(this.cell(column));
  }

  /** The result of judging a cell; a fault becomes a problem at that cell. */
  take<Result>(column: ColumnName, result: Result): Exclude<Result, CellFault> | undefined {
    if (!isFault(result)) return result as Exclude<Result, CellFault>;
    this.fault(column, result);
    return undefined;
  }

  /** Whether a cell is huge: then the row is not read further. */
  hasHugeCell(): boolean {
    if (this.row.cells.every(isNotHuge)) return false;
    for (const column of COLUMNS) {
      if (isNotHuge(this.cell(column))) continue;
      this.fault(column, { fault: 'cell_too_long', params: { most: LONGEST_CELL } });
    }
    return true;
  }

  /** Tells the repairs it took to read a cell. */
  note(column: ColumnName, { value, repairs }: Read<string | number>, log: RepairLog): void {
    if (repairs.length === 0) return;
    const at = this.locate(this.row, INDEX[column]);
    const place = at.column === undefined ? { row: at.row } : { row: at.row, column: at.column };
    const example = { ...place, before: shownValue(this.cell(column)), after: String(value) };
    for (const code of repairs) log.add(code, example);
  }

  private fault(column: ColumnName, { fault: code, params }: CellFault): void {
    const text = this.text(column);
    const value = shownValue(column === 'groups' ? withPersonsProtected(text) : text);
    const at = { ...this.locate(this.row, INDEX[column]), ...(value === '' ? {} : { value }) };
    this.problems.push(params === undefined ? { ...at, code } : { ...at, code, params });
  }
}

function isNotHuge(cell: string): boolean {
  return cell.length <= LONGEST_CELL;
}

function isFault(result: unknown): result is CellFault {
  return typeof result === 'object' && result !== null && 'fault' in result;
}

/** Takes off the apostrophe that safe CSV puts before text which a spreadsheet would run as a formula. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && /^'(?:[=+\-@\t\r]|\d{1,3}\.\d{3}(?!\d))/.test(cell) ? cell.slice(1) : cell;
}
