import type { Language } from '../language/language.js';
import { Problem } from '../platform/problem.js';

/**
 * Which state a report is of: nothing said is the present one.
 * `release` is the id of a release; `asOf` a data revision (digits) or a moment (RFC 3339). At most one of them.
 * `lang` is the language of the names of what is measured, English when nothing is said.
 */
export interface ReportMoment {
  readonly release?: string | undefined;
  readonly asOf?: string | undefined;
  readonly lang?: Language | undefined;
}

/** A data revision, or a moment. */
export type Since = { readonly revision: number } | { readonly moment: Date };

/** A data revision, or a moment with its offset from UTC. Source: RFC 3339. */
export const AS_OF =
  /^(\d{1,9}|\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))$/;

/**
 * @param text as `AS_OF`
 * @param pointer of the query parameter, e.g. `?asOf`
 * @throws Problem `invalid_request` when it is neither, or the calendar has no such day
 */
export function readState(text: string, pointer: string): Since {
  if (!AS_OF.test(text)) throw invalidMoment('not_a_moment', pointer, text);
  return /^\d+$/.test(text) ? { revision: Number(text) } : { moment: momentOf(text, pointer) };
}

/**
 * @param text a moment as `AS_OF`
 * @throws Problem `invalid_request` when the calendar has no such day
 */
export function momentOf(text: string, pointer: string): Date {
  const [day = ''] = text.split('T');
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  if (isDay) return new Date(text);
  throw invalidMoment('no_such_moment', pointer, text);
}

export function invalidMoment(
  code: string,
  pointer: string,
  value: string,
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return new Problem('invalid_request', 400, {}, [{ code, pointer, value, params }]);
}
