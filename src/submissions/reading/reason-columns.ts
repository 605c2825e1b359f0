import { columnLetter } from '../checking/columns.js';
import type { SheetRow } from '../checking/sheet-row.js';
import type { Given } from './given.js';
import type { Grid } from './grid.js';
import type { Plan } from './layouts/layout.js';
import { mappedIndex } from './layouts/sheet-columns.js';
import { parseReadAs, READ_AS, type ReadAs } from './read-as.js';

/** Codes that end the headers of columns which say why a row was not taken; words in any language stand before them. */
export const REASON_CODES = ['reason_not_taken', 'what_is_right'] as const;

/** Those two, and the one that says how the table was read. */
const COLUMNS_BEFORE = REASON_CODES.length + 1;

const REASON = new RegExp(`^(?:.*\\()?(?:${REASON_CODES.join('|')})\\)?\\s*$`, 'su');

/** Rows that were not taken and came back, without the columns put before them. */
export interface ReturnedRows {
  readonly grid: Grid;
  /** How many columns stood before them. */
  readonly columnsBefore: number;
  /** How the table was read that they were part of; absent when that column was taken out. */
  readonly readAs?: ReadAs;
}

/**
 * Takes off the columns that a file of rows that were not taken has before its own.
 * @returns `undefined` for every other file
 * @throws Problem answer_not_understood when the header is damaged that says how the rows were read
 */
export async function returnedRows(grid: Grid): Promise<ReturnedRows | undefined> {
  const header = await firstRow(grid);
  const own = header?.cells.findIndex((cell) => !REASON.test(cell) && !isReadAs(cell)) ?? 0;
  if (header === undefined || own === 0) return undefined;
  const columnsBefore = own === -1 ? header.cells.length : own;
  const told = header.cells.findIndex(isReadAs);
  const stripped: Grid = {
    ...grid,
    rows: () => strippedRows(grid, header.row, columnsBefore, told),
    get repairs() {
      const params = { columns: columnsBefore };
      return [...grid.repairs, { code: 'reason_columns_passed_over', count: 1, params }];
    },
  };
  const readAs = told === -1 ? {} : { readAs: parseReadAs((header.cells[told] ?? '').trim()) };
  return { grid: stripped, columnsBefore, ...readAs };
}

function isReadAs(cell: string): boolean {
  const text = cell.trim();
  return text === READ_AS || text.startsWith(`${READ_AS}?`);
}

async function firstRow(grid: Grid): Promise<SheetRow | undefined> {
  for await (const [first] of grid.rows()) if (first !== undefined) return first;
  return undefined;
}

async function* strippedRows(
  grid: Grid,
  headerRow: number,
  columns: number,
  told: number,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const batch of grid.rows()) {
    yield batch.flatMap((row) => {
      const cells = row.cells.slice(columns);
      if (cells.every((cell) => cell.trim() === '')) return [];
      const mark = row.row === headerRow ? '' : (row.cells[told] ?? '').trim();
      if (mark !== '') return [{ row: row.row, cells, brokenCell: 0, unsettled: mark }];
      const { brokenCell } = row;
      return [
        {
          row: row.row,
          cells,
          ...(brokenCell === undefined ? {} : { brokenCell: Math.max(0, brokenCell - columns) }),
        },
      ];
    });
  }
}

/** What is said of rows that came back: by their sender now, else when the whole table was sent. */
export function givenTo({ columnsBefore, readAs }: ReturnedRows, given: Given): Given {
  const before = readAs?.given ?? {};
  const mapping = { ...before.mapping, ...given.mapping };
  return {
    ...before,
    ...given,
    constants: { ...before.constants, ...given.constants },
    ...(Object.keys(mapping).length === 0 ? {} : { mapping }),
    columnsBefore,
  };
}

/**
 * What is to be said of single rows of a table when they come back.
 * @param hasOneIndicator of a table whose rows name several, a row that names none known must not get the given one
 */
export function givenBy({ header, roles, indicatorAbove }: Plan, hasOneIndicator: boolean): Given {
  const { constants = {}, mapping, picks, scale } = header.given;
  const { indicator = indicatorAbove, ...others } = constants;
  const isSaid = indicator !== undefined && (roles.indicator === undefined || hasOneIndicator);
  return {
    constants: isSaid ? { ...others, indicator } : others,
    ...(mapping === undefined ? {} : { mapping: movedLetters(mapping, header) }),
    ...(picks === undefined ? {} : { picks }),
    ...(scale === undefined ? {} : { scale }),
  };
}

/** Letters as they will be behind the columns put before; headers stay. */
function movedLetters(
  mapping: NonNullable<Given['mapping']>,
  { headers, columns }: Plan['header'],
): NonNullable<Given['mapping']> {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, meant]) => {
      const index = mappedIndex(key, headers, columns);
      const isLetter = columns[index]?.letter === key.trim().toUpperCase();
      return [isLetter ? columnLetter(COLUMNS_BEFORE + index) : key, meant];
    }),
  );
}
