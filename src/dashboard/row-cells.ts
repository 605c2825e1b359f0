import { printTookPart } from '../catalogue/took-part.js';
import { COLUMNS, type ColumnName } from '../submissions/checking/columns.js';
import type { GoodRow } from '../submissions/checking/staged-row.js';

/** Columns of a row that was received, in the order they are shown. */
export const SHOWN_COLUMNS = COLUMNS;

/** What stands in a column of a received row, as it was read; empty when nothing does. */
export function cellOf(row: GoodRow, column: ColumnName): string {
  if (column === 'country') return row.area;
  if (column === 'groups') return row.tookPart === undefined ? '' : printTookPart(row.tookPart);
  return String(row[column] ?? '');
}

/** A cell as forms name it. */
export function placeOf(row: number, ordinal: number, column: string): string {
  return `${String(row)}.${String(ordinal)}.${column}`;
}

/** The cell that a form names; one that is nowhere for a name that no form of ours has. */
export function cellAt(place: string): {
  readonly row: number;
  readonly ordinal: number;
  readonly column: string;
} {
  const [, row = '0', ordinal = '0', column = ''] = /^(\d{1,9})\.(\d{1,9})\.(\w{1,50})$/.exec(place) ?? [];
  return { row: Number(row), ordinal: Number(ordinal), column };
}
