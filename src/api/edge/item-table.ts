import type { CsvCell, CsvTable } from '../../reports/csv-table.js';

/**
 * Items of a list as a table: the same fields, their names in snake_case. A list of codes becomes one cell with
 * spaces between them, numbers by code one with `code=number` each.
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
  if (isNumbersByCode(value)) return entriesOf(value).join(' ');
  throw new TypeError('Only plain values, lists of codes and numbers by code fit into a cell');
}

function isNumbersByCode(value: unknown): value is Readonly<Record<string, number>> {
  return typeof value === 'object' && Object.values(value ?? {}).every((one) => typeof one === 'number');
}

function entriesOf(numbers: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(numbers).map(([code, number]) => `${code}=${String(number)}`);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
