import { cornerOfAreas } from './area-columns.js';
import type { Plan } from './layout.js';
import { planOf, type SortedHeader } from './plan.js';

/** A row for each area, or for each area and indicator, and a column for each year. */
export function wideByYear(sorted: SortedHeader): Plan | undefined {
  const { roles, years, unknown, sheet } = sorted;
  if (years.length === 0 || roles.value !== undefined || roles.year !== undefined) return undefined;
  const country = roles.country ?? cornerOfAreas(sheet, unknown);
  const isSaid = (sheet.given.constants?.country ?? '') !== '' && roles.indicator !== undefined;
  if (country.length === 0) return isSaid ? planOf('wide_by_year', sorted, { values: years }) : undefined;
  return planOf('wide_by_year', sorted, { values: years, roles: { ...roles, country } });
}
