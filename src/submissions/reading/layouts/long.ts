import type { Plan } from './layout.js';
import { planOf, type SortedHeader } from './plan.js';

/** One figure a row: ours, and whatever else has a year and a value in each row. */
export function long(sorted: SortedHeader): Plan | undefined {
  const { year, value } = sorted.roles;
  const [index] = value ?? [];
  if (year === undefined || index === undefined) return undefined;
  return planOf('long', sorted, { values: [{ index, says: {} }] });
}
