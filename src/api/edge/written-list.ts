import { BYTE_ORDER_MARK, csvText, type CsvTable } from '../../reports/csv-table.js';
import { itemTable } from './item-table.js';
import { isYes } from './query-values.decorator.js';
import type { ReadRequest } from './read.request.js';
import type { Representation } from './representation.js';

/** A list as `{ items }` or as a table of the given fields. */
export function writtenList<Item extends object>(
  items: readonly Item[],
  columns: readonly (keyof Item & string)[],
  request: ReadRequest,
): Representation {
  return { json: () => ({ items }), csv: () => writtenTable(itemTable(columns, items), request) };
}

/** One thing as an object, or as a table of one row. */
export function writtenItem<Item extends object>(
  item: Item,
  columns: readonly (keyof Item & string)[],
  request: ReadRequest,
): Representation {
  return { json: () => item, csv: () => writtenTable(itemTable(columns, [item]), request) };
}

/** A table as CSV, with a byte order mark when asked for. */
export function writtenTable(table: CsvTable, { bom }: ReadRequest): string {
  return `${isYes(bom) ? BYTE_ORDER_MARK : ''}${csvText(table)}`;
}
