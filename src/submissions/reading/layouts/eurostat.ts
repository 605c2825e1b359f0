import type { Plan } from './layout.js';
import { planOf, type SortedHeader } from './plan.js';

/** The first header of a table of Eurostat names the dimensions of the rows and, behind a backslash, of the columns. */
export function firstCellParts(header: string): readonly string[] | undefined {
  const [rows, columns, ...more] = header.split('\\');
  if (rows === undefined || columns === undefined || more.length > 0 || header.length > 500) return undefined;
  if (!/^[\w ,-]+$/.test(rows) || !/^[\w ]+$/.test(columns)) return undefined;
  return rows.split(',').map((part) => part.trim());
}

/** Tables of Eurostat, tab separated: `freq,unit,geo\TIME_PERIOD` and a column for each year. */
export function eurostat(sorted: SortedHeader): Plan | undefined {
  const { sheet, years, roles, unknown } = sorted;
  if (sheet.splitFirst === 0 || years.length === 0 || roles.country === undefined) return undefined;
  const dimensions = unknown.filter((index) => index < sheet.splitFirst);
  return planOf('eurostat', sorted, { values: years, dimensions, publisher: 'Eurostat' });
}
