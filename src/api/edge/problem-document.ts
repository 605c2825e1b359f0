import { translate } from '../../language/translate.js';
import type { Language } from '../../language/language.js';
import type { Problem, ProblemPart } from '../../platform/problem.js';
import { problemWords } from '../../submissions/checking/problem-words.js';
import type { ProblemPartResponse, ProblemResponse } from './problem.response.js';

/** So many faults are told at once. */
const MOST_TOLD = 1_000;

/**
 * An expected failure as the answer that tells of it. Source: RFC 9457.
 * @param instance address of the request, without query
 */
export function problemDocument(
  { code, status, params, parts, extensions }: Problem,
  request: { readonly instance: string; readonly requestId: string },
  language: Language,
): ProblemResponse & Readonly<Record<string, unknown>> {
  return {
    ...extensions,
    type: `/problems/${code}`,
    title: translate(language, `problem.${code}.title`, params),
    status,
    detail: translate(language, `problem.${code}.detail`, params),
    instance: request.instance,
    requestId: request.requestId,
    errors: parts.slice(0, MOST_TOLD).map((part) => problemPart(part, language)),
  };
}

/** One fault of several, with its words. */
export function problemPart(part: ProblemPart, language: Language): ProblemPartResponse {
  const { code, row, column, pointer, value } = part;
  const { detail, hint } = problemWords(language, part);
  return {
    code,
    detail,
    hint,
    row: row ?? null,
    column: column ?? null,
    pointer: pointer ?? null,
    value: value ?? null,
  };
}
