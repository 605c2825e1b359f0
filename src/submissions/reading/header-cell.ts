import { headerMeaning } from './header-words.js';
import { yearHeader } from './year-header.js';

/** Whether a cell is a word that headers have, or a year over a column. */
export function isHeaderCell(cell: string): boolean {
  if (cell.trim() === '') return false;
  return headerMeaning(cell) !== undefined || yearHeader(cell)?.before === '';
}
