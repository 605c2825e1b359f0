import type { Words } from './words.js';

/** Where a score or level of a country is explained; of the as-of year of the edition unless another one is given. */
export function explainAddress(words: Words, area: string, node: string, year?: number): string {
  const page = words.to('countries', area, 'explain', node);
  return year === undefined ? page : `${page}?year=${String(year)}`;
}
