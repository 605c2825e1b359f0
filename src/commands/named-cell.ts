import { Problem } from '../platform/problem.js';
import type { NamedCell } from '../submissions/checking/cells.js';
import type { CorrectedCell } from '../submissions/reviewing/correction.js';

const CELL = /^(\d{1,9}):([^=#:]{1,100})(?:#(\d{1,9}))?$/;

/**
 * A cell as the command line names it: `7:value`, or `7:value#12` where a row holds several figures.
 * @throws Problem cell_not_understood
 */
export function namedCell(text: string): NamedCell {
  const [, row, column, ordinal] = CELL.exec(text.trim()) ?? [];
  if (row === undefined || column === undefined)
    throw new Problem('cell_not_understood', 422, { cell: text });
  return { row: Number(row), column, ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }) };
}

/**
 * A cell with what is right there: `7:value=61.5`; nothing after the sign empties the cell.
 * @throws Problem cell_not_understood
 */
export function correctedCell(text: string): CorrectedCell {
  const at = text.indexOf('=');
  if (at < 0) throw new Problem('cell_not_understood', 422, { cell: text });
  return { ...namedCell(text.slice(0, at)), value: text.slice(at + 1) };
}
