import { csvHeader, csvRows } from '../csv-table.js';
import { inTurns } from './in-turns.js';
import type { PackageTable } from './package-table.js';

const ROWS_AT_ONCE = 500;

/** A table as CSV. */
export async function csvFile({ fields, rows }: PackageTable): Promise<string> {
  const columns = fields.map(({ name }) => name);
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) => i * ROWS_AT_ONCE);
  const lines = await inTurns(starts, (start) => [
    csvRows({ columns, rows: rows.slice(start, start + ROWS_AT_ONCE) }),
  ]);
  return `${csvHeader(columns)}${lines.join('')}`;
}
