import type { CsvCell, CsvTable } from '../reports/csv-table.js';

/**
 * Items of a list as a table: the same fields, their names in snake_case; a list of codes becomes one cell with
 * spaces between them.
 */
export function itemTable<Item extends object>(
  columns: readonly (keyof Item & string)[],
  items: readonly Item[],
): CsvTable {
  const names = columns.map(snakeCase);
  return {
    columns: names,
    rows: items.map((item) =>
      Object.fromEntries(columns.map((column, i) => [names[i] ?? column, cellOf(item[column])])),
    ),
  };
}

function cellOf(value: unknown): CsvCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String).join(' ');
  throw new TypeError('Only plain values and lists of codes fit into a cell');
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
