import type { Plan } from './layout.js';
import { columnNamed, planOf, type SortedHeader } from './plan.js';

/**
 * SDMX-CSV 1 and 2: one observation a row, or a column for each period. Every column whose word is not known may be a
 * dimension of the data structure.
 */
export function sdmx(sorted: SortedHeader): Plan | undefined {
  const { sheet, years, roles, unknown } = sorted;
  const period = columnNamed(sheet, 'TIME_PERIOD', 'time');
  const value = columnNamed(sheet, 'OBS_VALUE');
  const isMessage =
    columnNamed(sheet, 'STRUCTURE', 'DATAFLOW', 'STRUCTURE_ID', 'REF_AREA', 'OBS_STATUS') !== undefined;
  if (!isMessage) return undefined;
  const values =
    period !== undefined && value !== undefined
      ? [{ index: value, says: {} }]
      : roles.value === undefined
        ? years
        : [];
  if (values.length === 0) return undefined;
  // Labels stand in columns of nearly the same name: SEX and Sex.
  const isSame = (one: number, other: number): boolean =>
    sheet.headers[one]?.trim() === sheet.headers[other]?.trim();
  const twins = sorted.twins.filter(({ index, first }) => isSame(index, first));
  return planOf(
    'sdmx_csv',
    { ...sorted, twins },
    {
      values,
      dimensions: unknown,
      publisher: 'SDMX',
      publisherColumn: columnNamed(sheet, 'DATABASE_ID_LABEL', 'DATAFLOW', 'STRUCTURE_ID', 'DATABASE_ID'),
    },
  );
}
