import { COLUMNS, OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from '../../checking/columns.js';
import type { SheetRow } from '../../checking/sheet-row.js';
import { isExampleRow } from '../example-row.js';
import type { CellPlace, LongRow, Plan } from './layout.js';

/** Roles whose columns ask for more than taking cells as they are. */
const DEMANDING = ['action', 'flag', 'nature', 'multiplier', 'prefix'] as const;

/** Not a number nor an apostrophe before one: those are areas by M49. */
const LETTER_FIRST = /^\p{L}/u;

/**
 * The fast way for the common case: a long table without parts and publishers' signs.
 * @returns `undefined` when the table is of another kind; else a function that gives the long row of a plain row, and
 * `undefined` for every row that needs a closer look
 */
export function plainLongRows(plan: Plan): ((row: SheetRow) => LongRow | undefined) | undefined {
  const { name, roles, breakdowns, header } = plan;
  const isOther =
    name !== 'long' ||
    breakdowns.length > 0 ||
    header.given.scale !== undefined ||
    DEMANDING.some((role) => roles[role] !== undefined);
  const isCompared = ['indicator', ...OPTIONAL_COLUMNS].some(
    (column) => column in (header.given.constants ?? {}),
  );
  if (isOther || isCompared) return undefined;
  const indexes = COLUMNS.map(
    (column) => (column === 'value' ? plan.values[0]?.index : roles[column]?.[0]) ?? -1,
  );
  const needed = indexes.slice(0, REQUIRED_COLUMNS.length);
  if (needed.includes(-1) || (roles.indicator ?? []).length > 1) return undefined;
  const value = indexes[3] ?? -1;
  // Where the area comes first, the mark of an example stands in its cell.
  const isExample = (cells: readonly string[]): boolean => indexes[0] !== 0 && isExampleRow(cells);
  const otherAreas = (roles.country ?? []).slice(1);
  const least = 1 + Math.max(...needed);
  const width = header.headers.length;
  const valueHeader = header.headers[value];
  const places = indexes.map((index): CellPlace | undefined => {
    const column = header.columns[index];
    return column === undefined ? undefined : { column };
  });
  const { vocabulary } = header;
  const differs = (cells: readonly string[], area: string): boolean =>
    otherAreas.some((index) => {
      const other = vocabulary.area((cells[index] ?? '').trim());
      return typeof other === 'string' && other !== area;
    });
  return ({ row, cells, brokenCell }) => {
    if (brokenCell !== undefined || cells.length < least || cells.length > width) return undefined;
    if (cells[value] === valueHeader) return undefined;
    const own: string[] = [];
    for (const index of indexes) {
      const cell = index === -1 ? '' : (cells[index] ?? '').trim();
      if (cell === '' && own.length < REQUIRED_COLUMNS.length) return undefined;
      own.push(cell);
    }
    const text = own[0] ?? '';
    if (!LETTER_FIRST.test(text) || text.includes(': ')) return undefined;
    const area = vocabulary.area(text);
    if (typeof area !== 'string') return undefined;
    return differs(cells, area) || isExample(cells) ? undefined : { row, cells: own, places };
  };
}
