import { foldWord } from '../header-words.js';
import type { Plan } from './layout.js';
import { columnNamed, type SortedHeader } from './plan.js';
import { indicatorPlan } from './wide-by-indicator.js';

/** Charts of Our World in Data: `Entity,Code,Year` and a column for each series. A group of countries has no code. */
export function owid(sorted: SortedHeader): Plan | undefined {
  const { sheet, roles } = sorted;
  const isTheirs = ['entity', 'code', 'year'].every((word, at) => foldWord(sheet.headers[at] ?? '') === word);
  const code = columnNamed(sheet, 'Code');
  const name = columnNamed(sheet, 'Entity');
  if (!isTheirs || code === undefined || name === undefined) return undefined;
  return indicatorPlan('owid', sorted, { ...roles, country: [code, name] }, 'Our World in Data');
}
