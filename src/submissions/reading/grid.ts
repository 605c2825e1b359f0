import type { SheetRow } from '../checking/sheet-row.js';
import type { HeaderTest } from './guess-dialect.js';
import type { Newline } from './line-ends.js';
import type { Question } from './question.js';
import type { Repair } from './repair.js';

/** What the sender says about a file, and what the caller knows of such files. */
export interface GridHints {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Name of the sheet to read. */
  readonly sheet?: string;
  readonly isHeader?: HeaderTest;
}

/** A file as a grid of cells. */
export interface Grid {
  /**
   * The rows that are not blank, in batches, as fast as they are asked for. Each call reads the file anew.
   * @throws Problem when the file turns out to be damaged
   */
  rows(): AsyncIterable<readonly SheetRow[]>;
  /** What was read otherwise than it stood; whole once the rows were read to their end. */
  readonly repairs: readonly Repair[];
  /** While one is open the cells may read wrongly. */
  readonly questions: readonly Question[];
  /** Of a text. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly newline?: Newline;
  /** Of a spreadsheet. */
  readonly sheet?: string;
}
