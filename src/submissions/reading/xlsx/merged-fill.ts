import { columnLetter } from '../../checking/columns.js';
import { shownValue } from '../../checking/row-problem.js';
import type { RepairLog } from '../repair.js';
import type { MergedCells, MergedDown } from './merged-cells.js';

/** Writes what stands in the first of cells merged downwards into the others. */
export class MergedFill {
  private readonly next = new Map<number, number>();
  private readonly held = new Map<number, string>();

  constructor(
    private readonly merged: MergedCells,
    private readonly repairs: RepairLog,
  ) {}

  /** @param cells of that row; rows come in their order */
  apply(row: number, cells: string[]): void {
    for (const [column, runs] of this.merged) {
      const run = this.runAt(column, runs, row);
      if (run === undefined || row < run.first) continue;
      if (row === run.first) this.held.set(column, cells[column] ?? '');
      else this.fillCell(row, column, cells);
    }
  }

  private runAt(column: number, runs: readonly MergedDown[], row: number): MergedDown | undefined {
    let at = this.next.get(column) ?? 0;
    while ((runs[at]?.last ?? Infinity) < row) {
      at++;
      this.held.delete(column);
    }
    this.next.set(column, at);
    return runs[at];
  }

  /** Names and years are meant for every row; a measured figure that was merged is not repeated. */
  private fillCell(row: number, column: number, cells: string[]): void {
    const text = this.held.get(column) ?? '';
    const isLabel = text !== '' && (!/^[-+\d]/.test(text) || /^(19|20)\d\d$/.test(text));
    if (!isLabel || (cells[column] ?? '') !== '') return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
    const place = { letter: columnLetter(column), name: '' };
    this.repairs.add('merged_cells_filled', { row, column: place, before: '', after: shownValue(text) });
  }
}
