import { translate } from '../language/translate.js';
import type { Language } from '../language/language.js';
import { ANSWERED_BY } from './answers.js';
import type { Question } from './reading/question.js';
import type { Repair } from './reading/repair.js';
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

/** What was read otherwise than it was sent, in a sentence. */
export function repairWords(language: Language, { code, count, params, example }: Repair): string {
  const { before = '', after = '', row = 0 } = example ?? {};
  return translate(language, `repair.${code}`, { count, before, after, row, ...params });
}

/** What a file leaves open, as a question to its sender, and the name of the option that answers it. */
export function questionWords(
  language: Language,
  { code, column, choices, example }: Question,
): { readonly text: string; readonly option: string } {
  const { row = 0, value = '', readings = [] } = example ?? {};
  const read = choices.map((choice, index) => {
    const reading = readings[index];
    return reading === undefined ? choice : `${choice} (${reading})`;
  });
  const option = ANSWERED_BY[code] ?? code;
  const filling = { row, value, option, choices: read.join(', '), letter: '', name: '', ...column };
  return { text: translate(language, `question.${code}`, filling), option };
}
