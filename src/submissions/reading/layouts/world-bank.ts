import type { Plan } from './layout.js';
import { columnNamed, planOf, type SortedHeader } from './plan.js';

/**
 * Tables of the World Bank: a column for each year, the indicator's name and code in each row. Downloads of one
 * indicator have lines about the data set above the header; its DataBank writes years as `2015 [YR2015]`.
 */
export function worldBank(sorted: SortedHeader): Plan | undefined {
  const { sheet, years, roles } = sorted;
  const isTheirs =
    columnNamed(sheet, 'Country Name') !== undefined &&
    columnNamed(sheet, 'Country Code') !== undefined &&
    columnNamed(sheet, 'Indicator Code', 'Series Code') !== undefined;
  if (!isTheirs || years.length === 0 || roles.value !== undefined) return undefined;
  return planOf('world_bank', sorted, { values: years, publisher: 'World Bank' });
}
