import type { CellFault } from './check-cell.js';
import { COLUMNS, type ColumnName } from './columns.js';
import type { Layout } from './layout.js';
import { shownValue, type RowProblem } from './row-problem.js';

const LONGEST_CELL = 32_768;

/** One row while it is judged: its cells by column, and what was found wrong with them. */
export class RowReading {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly row: number,
    private readonly layout: Layout,
  ) {}

  /** Trimmed; empty when the column or the cell is not there. */
  cell(column: ColumnName): string {
    const place = this.layout.places[column];
    return place === undefined ? '' : unguarded((this.cells[place] ?? '').trim());
  }

  /** The result of judging a cell; a fault becomes a problem at that cell. */
  take<Result>(column: ColumnName, result: Result | CellFault): Result | undefined {
    if (!isFault(result)) return result;
    this.fault(column, result);
    return undefined;
  }

  /** Whether the row has as many cells as the header and none of them is huge; otherwise it is not read further. */
  isSound(): boolean {
    const { width, leastWidth } = this.layout;
    const params = { found: this.cells.length, expected: width };
    if (this.cells.length < leastWidth) this.problems.push({ row: this.row, code: 'too_few_cells', params });
    const extra = this.cells.slice(width).find((cell) => cell.trim() !== '');
    if (extra !== undefined) {
      this.problems.push({ row: this.row, code: 'too_many_cells', value: shownValue(extra.trim()), params });
    }
    if (this.problems.length > 0) return false;
    for (const column of COLUMNS) {
      if (this.cell(column).length <= LONGEST_CELL) continue;
      this.fault(column, { fault: 'cell_too_long', params: { most: LONGEST_CELL } });
    }
    return this.problems.length === 0;
  }

  private fault(column: ColumnName, { fault: code, params }: CellFault): void {
    const value = shownValue(this.cell(column));
    const index = this.layout.places[column];
    const place = index === undefined ? {} : this.layout.locate(this.row, index);
    const at = { row: this.row, ...place, ...(value === '' ? {} : { value }) };
    this.problems.push(params === undefined ? { ...at, code } : { ...at, code, params });
  }
}

function isFault(result: unknown): result is CellFault {
  return typeof result === 'object' && result !== null && 'fault' in result;
}

/** Takes off the apostrophe that safe CSV puts before text which a spreadsheet would run as a formula. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
