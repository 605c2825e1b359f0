import { Problem } from '../../platform/problem.js';

/**
 * @param text as `AS_OF`, not a revision
 * @param pointer of the query parameter, e.g. `?asOf`
 * @throws Problem `invalid_request` when the calendar has no such day
 */
export function momentOf(text: string, pointer: string): Date {
  const [day = ''] = text.split('T');
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  if (isDay) return new Date(text);
  throw new Problem('invalid_request', 400, {}, [{ code: 'no_such_moment', pointer, value: text }]);
}
