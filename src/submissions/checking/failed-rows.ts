import { withPersonsProtected } from './check-groups.js';
import { MOST_KEPT_PROBLEMS } from './problem-log.js';

/** A row that was not taken, as it was sent. */
export interface FailedRow {
  /** Row of the spreadsheet, 1 = first; of a JSON list the place in it, from 1. 0 holds the header. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Characters that are kept of all failing rows of one submission together. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Gathers rows with problems as they were sent, as many as problems are kept, to be mended and sent again. Numbers of
 * persons who took part are protected before anything is kept.
 */
export class FailedRows {
  /** How the rows were read (`readAsText`), then the cells of their header. */
  header: readonly string[] = [];
  /** Indexes of the cells that say who took part. */
  groupsAt: readonly number[] = [];
  private readonly gathered: FailedRow[] = [];
  private characters = 0;

  keep(row: number, cells: readonly string[]): void {
    if (this.gathered.length >= MOST_KEPT_PROBLEMS || this.gathered.at(-1)?.row === row) return;
    for (const cell of cells) this.characters += cell.length;
    if (this.characters <= MOST_CHARACTERS) this.gathered.push({ row, cells: cells.map(this.protectedCell) });
  }

  private readonly protectedCell = (cell: string, index: number): string =>
    this.groupsAt.includes(index) ? withPersonsProtected(cell) : cell;

  get kept(): readonly FailedRow[] {
    return this.gathered;
  }

  /** With the header as row 0; none when all rows were taken. */
  get all(): readonly FailedRow[] {
    return this.gathered.length === 0 ? [] : [{ row: 0, cells: this.header }, ...this.gathered];
  }
}
