import { translate } from '../language/translate.js';
import type { Language } from '../language/language.js';
import type { RowProblem } from './row-problem.js';
import type { ReportNote } from './submission.js';

/** What is wrong with a row, and what a right value looks like, in whole sentences. */
export function problemWords(
  language: Language,
  { code, value = '', params }: RowProblem,
): { readonly detail: string; readonly hint: string } {
  const filling = { value, ...params };
  return {
    detail: translate(language, `row.${code}.detail`, filling),
    hint: translate(language, `row.${code}.hint`, filling),
  };
}

export function noteWords(language: Language, { code, params }: ReportNote): string {
  return translate(language, `note.${code}`, params);
}
