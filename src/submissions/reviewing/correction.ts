import type { ColumnName } from '../checking/columns.js';
import type { NamedCell } from '../checking/cells.js';

/** A cell of a returned submission, as its senders write it now. */
export interface CorrectedCell extends NamedCell {
  /** As in a row that is sent: a number or a text; nothing empties the cell. */
  readonly value: string | number | null;
}

/** What a correction changed. */
export interface Change {
  /** Counts the returns of the submission, from 1. */
  readonly round: number;
  readonly row: number;
  readonly ordinal: number;
  readonly column: ColumnName;
  /** As read; empty when there was nothing. The same before and after: the senders stand by it. */
  readonly before: string;
  readonly after: string;
}
