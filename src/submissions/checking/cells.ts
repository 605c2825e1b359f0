import { nearestWord } from '../../platform/nearest-word.js';
import { Problem, type ProblemPart } from '../../platform/problem.js';
import { suggestionParams } from '../../platform/suggestion.js';
import { COLUMNS, foldHeader, type ColumnName } from './columns.js';

/** A cell of a received row, as somebody names it. */
export interface NamedCell {
  /** Row of the spreadsheet, 1 = header; of a JSON list the place in it, from 1. */
  readonly row: number;
  /** One of our columns, whatever it was called in the file. */
  readonly column: string;
  /** Which of the received rows; needed where a row of the spreadsheet holds several figures. */
  readonly ordinal?: number | undefined;
}

/** A cell that is there. */
export interface FoundCell extends NamedCell {
  readonly column: ColumnName;
  readonly ordinal: number;
}

/** Where a received row stood in what was sent; with a column, that cell of it alone. */
export type FigurePlace = Pick<FoundCell, 'row' | 'ordinal'> & Partial<Pick<FoundCell, 'column'>>;

/**
 * The cells that are named, each once.
 * @param figures what may be named
 * @param absent the fault of a cell that is not among it
 * @throws Problem cells_not_found (422) with each cell that is not there, is one of several, or is named twice
 */
export function findCells(
  cells: readonly NamedCell[],
  figures: readonly FigurePlace[],
  absent: 'no_such_row' | 'cell_not_returned',
): readonly FoundCell[] {
  const faults: ProblemPart[] = [];
  const found = new Map<string, FoundCell>();
  for (const [index, cell] of cells.entries()) {
    const place = placeOf(cell, figures) ?? named(cell, absent);
    const key = 'code' in place ? '' : `${String(place.ordinal)} ${place.column}`;
    const fault = 'code' in place ? place : found.has(key) ? named(cell, 'cell_named_twice') : undefined;
    if (fault !== undefined) faults.push({ ...fault, pointer: `/cells/${String(index)}` });
    else if (!('code' in place)) found.set(key, place);
  }
  if (faults.length > 0) throw new Problem('cells_not_found', 422, { cells: faults.length }, faults);
  return [...found.values()];
}

function placeOf(cell: NamedCell, figures: readonly FigurePlace[]): FoundCell | ProblemPart | undefined {
  const column = COLUMNS.find((known) => known === foldHeader(cell.column));
  if (column === undefined) {
    const known = COLUMNS.join(', ');
    const suggestion = suggestionParams(nearestWord(cell.column, COLUMNS));
    return { code: 'no_such_column', value: cell.column.slice(0, 100), params: { known, ...suggestion } };
  }
  const there = figures.filter(
    (figure) =>
      figure.row === cell.row &&
      (cell.ordinal ?? figure.ordinal) === figure.ordinal &&
      (figure.column ?? column) === column,
  );
  const [figure] = there;
  if (figure === undefined) return undefined;
  if (there.length > 1) return named(cell, 'one_of_several_figures', { figures: there.length });
  return { row: cell.row, column, ordinal: figure.ordinal };
}

function named({ row, column }: NamedCell, code: string, params: ProblemPart['params'] = {}): ProblemPart {
  return { code, value: String(row), params: { column, ...params } };
}
