import type { ProblemPart } from '../platform/problem.js';
import { nearestWord } from '../platform/nearest-word.js';
import {
  COLUMNS,
  columnLetter,
  columnOf,
  foldHeader,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
} from './columns.js';
import type { ColumnName } from './columns.js';
import { shownValue, type RowProblem } from './row-problem.js';
import type { ReportNote } from './submission.js';
import { suggestionParams } from '../platform/suggestion.js';

/** Where a row has its columns, and how a place in it is named to the sender. */
export interface Layout {
  /** Index of each column that is there. */
  readonly places: Readonly<Partial<Record<ColumnName, number>>>;
  /** Cells a row may have. */
  readonly width: number;
  /** Index after the last required column: a row with fewer cells is cut off. */
  readonly leastWidth: number;
  /** The place of a cell, as part of a problem. */
  locate(row: number, index: number): Pick<ProblemPart, 'column' | 'pointer'>;
}

export interface HeaderReading {
  /** Absent when rows cannot be read with this header. */
  readonly layout?: Layout;
  readonly problems: readonly RowProblem[];
  readonly notes?: readonly ReportNote[];
}

/**
 * Reads the header of a file in the long layout. Columns of other names are noted and passed over, unless a name is so
 * near to one of ours that a slip of the pen would lose what stands in it.
 * @param row spreadsheet row of the header
 */
export function readHeader(headers: readonly string[], row: number): HeaderReading {
  const problems: RowProblem[] = [];
  const places: Partial<Record<ColumnName, number>> = {};
  const passedOver: Column[] = [];
  let unsure = false;
  for (const [index, header] of headers.entries()) {
    if (header.trim() === '') continue;
    const at = { row, column: { letter: columnLetter(index), name: shownValue(header.trim()) } };
    const column = columnOf(header);
    if (column === undefined) {
      const suggestion = header.length > 100 ? undefined : nearestWord(foldHeader(header), COLUMNS);
      const params = { known: COLUMNS.join(', '), ...suggestionParams(suggestion) };
      problems.push({ ...at, code: 'unknown_column', value: shownValue(header), params });
      passedOver.push(at.column);
      unsure ||= suggestion !== undefined;
    } else if (places[column] === undefined) {
      places[column] = index;
    } else {
      const params = { name: column, first: columnLetter(places[column]) };
      problems.push({ ...at, code: 'duplicate_column', value: shownValue(header), params });
      unsure = true;
    }
  }
  for (const name of REQUIRED_COLUMNS) {
    if (places[name] !== undefined) continue;
    const params = { name, expected: REQUIRED_COLUMNS.join(', '), optional: OPTIONAL_COLUMNS.join(', ') };
    problems.push({ row, code: 'missing_column', params });
    unsure = true;
  }
  if (unsure) return { problems };
  const notes = passedOver.length === 0 ? [] : [columnsNotRead(passedOver)];
  return { layout: sheetLayout(headers, places), problems: [], notes };
}

type Column = NonNullable<ProblemPart['column']>;

const MOST_NAMED = 20;

function columnsNotRead(columns: readonly Column[]): ReportNote {
  const named = columns.slice(0, MOST_NAMED).map(({ letter, name }) => `${letter} (${name})`);
  const more = columns.length > MOST_NAMED ? ['…'] : [];
  return {
    code: 'columns_not_read',
    params: { count: columns.length, columns: [...named, ...more].join(', ') },
  };
}

function sheetLayout(
  headers: readonly string[],
  places: Readonly<Partial<Record<ColumnName, number>>>,
): Layout {
  return {
    places,
    width: headers.length,
    leastWidth: 1 + Math.max(...REQUIRED_COLUMNS.map((name) => places[name] ?? -1)),
    locate: (_row, index) => ({
      column: { letter: columnLetter(index), name: shownValue((headers[index] ?? '').trim()) },
    }),
  };
}

/** Rows of a JSON list: every column has its place, and problems point into the body. */
export const LIST_LAYOUT: Layout = {
  places: Object.fromEntries(COLUMNS.map((name, index) => [name, index])),
  width: COLUMNS.length,
  leastWidth: COLUMNS.length,
  locate: (row, index) => ({ pointer: `/rows/${String(row - 1)}/${COLUMNS[index] ?? ''}` }),
};
