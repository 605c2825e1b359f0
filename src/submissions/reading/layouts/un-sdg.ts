import type { Plan } from './layout.js';
import { columnNamed, planOf, type SortedHeader } from './plan.js';

/** The SDG database of the UN Statistics Division: one figure a row, its dimensions in columns such as `[Sex]`. */
export function unSdg(sorted: SortedHeader): Plan | undefined {
  const { sheet, roles, unknown } = sorted;
  const [index] = roles.value ?? [];
  const isTheirs =
    columnNamed(sheet, 'SeriesCode', 'series') !== undefined &&
    columnNamed(sheet, 'GeoAreaCode') !== undefined &&
    columnNamed(sheet, 'TimePeriod', 'TimePeriodStart') !== undefined;
  if (!isTheirs || index === undefined || roles.year === undefined) return undefined;
  const dimensions = unknown.filter((column) => /^\[.+\]$/.test((sheet.headers[column] ?? '').trim()));
  return planOf('un_sdg', sorted, {
    values: [{ index, says: {} }],
    dimensions,
    publisher: 'UN Statistics Division, SDG database',
  });
}
