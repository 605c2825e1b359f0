import type { Plan } from './layout.js';
import { planOf, type SortedHeader } from './plan.js';

const NEARLY_ALL = 0.8;

/** A row for each year and a column for each area. */
export function wideByArea(sorted: SortedHeader): Plan | undefined {
  const { roles, unknown, sheet } = sorted;
  if (roles.year === undefined || roles.value !== undefined || roles.country !== undefined) return undefined;
  const values = unknown
    .map((index) => ({ index, says: { country: (sheet.headers[index] ?? '').trim() } }))
    .filter(({ says }) => says.country !== '');
  const known = values.filter(({ says }) => sheet.vocabulary.area(says.country) !== undefined);
  if (known.length < 2 || known.length < values.length * NEARLY_ALL) return undefined;
  return planOf('wide_by_area', sorted, { values });
}
