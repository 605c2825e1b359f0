import { translate } from '../../language/translate.js';
import type { Language } from '../../language/language.js';
import type { ProblemPart } from '../../platform/problem.js';
import { ANSWERED_BY } from './answers.js';
import type { Question } from '../reading/question.js';
import type { Repair } from '../reading/repair.js';
import type { ReportNote } from '../submission.js';
import type { RowWarning } from './warning.js';

/**
 * What is wrong with a row or with a part of a request, and what a right value looks like, in whole sentences. Faults of
 * rows and of requests have their own message keys.
 */
export function problemWords(
  language: Language,
  { code, value = '', params, row, pointer }: ProblemPart,
): { readonly detail: string; readonly hint: string } {
  const family = pointer === undefined || row !== undefined ? 'row' : 'request';
  const filling = { value, ...params };
  return {
    detail: translate(language, `${family}.${code}.detail`, filling),
    hint: translate(language, `${family}.${code}.hint`, filling),
  };
}

/** What is worth a second look in a good row, in a sentence. */
export function warningWords(language: Language, { code, params }: RowWarning): string {
  return translate(language, `warning.${code}`, params);
}

export function noteWords(language: Language, { code, params }: ReportNote): string {
  return translate(language, `note.${code}`, params);
}

/** What was read otherwise than it was sent, in a sentence. */
export function repairWords(language: Language, { code, count, params, example }: Repair): string {
  const { before = '', after = '', row = 0 } = example ?? {};
  return translate(language, `repair.${code}`, { count, before, after, row, ...params });
}

/** What a file leaves open, as a question to its sender, and the name of the option that answers it. */
export function questionWords(
  language: Language,
  { code, column, choices, params, example }: Question,
): { readonly text: string; readonly option: string } {
  const { row = 0, value = '', readings = [] } = example ?? {};
  const read = choices.map((choice, index) => {
    const reading = readings[index];
    return reading === undefined ? choice : `${choice} (${reading})`;
  });
  const option = ANSWERED_BY[code] ?? code;
  const filling = {
    row,
    value,
    option,
    choices: read.join(', '),
    letter: '',
    name: '',
    ...column,
    ...params,
  };
  return { text: translate(language, `question.${code}`, filling), option };
}
