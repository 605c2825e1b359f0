import type { SheetColumn } from './repair.js';

/** A cell that shows why the question is asked. */
export interface QuestionExample {
  /** Row of the spreadsheet, 1 = first. */
  readonly row: number;
  readonly value: string;
  /** How the cell reads by each choice, in their order. */
  readonly readings?: readonly string[];
}

/**
 * Something that the file itself cannot decide and its sender is asked, e.g. `decimal_or_thousands`. While it is open,
 * nothing that depends on the answer is read.
 */
export interface Question {
  readonly code: string;
  /** Absent when the whole file is meant. */
  readonly column?: SheetColumn;
  readonly choices: readonly string[];
  /** What fills its words beside that. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly example?: QuestionExample;
}
