import type { Problem } from '../platform/problem.js';
import { problemWords } from '../submissions/checking/problem-words.js';
import type { Words } from './words.js';

/** Why something that a form asked for was not done, said on the page of that form. */
export interface Fault {
  readonly title: string;
  readonly detail: string;
  readonly lines: readonly FaultLine[];
  /** Id of the field that mends it. */
  readonly field?: string | undefined;
}

/** What is wrong at one place, and what would be right. */
export interface FaultLine {
  readonly row?: number | undefined;
  readonly column?: { readonly letter: string; readonly name: string } | undefined;
  readonly detail: string;
  readonly hint: string;
  /** Id of the field it is about. */
  readonly field?: string | undefined;
}

/** So many places are told on the page of a form. */
const MOST_LINES = 50;

/** Id of the field of a form that a problem's code, or the pointer of one of its parts, is about. */
export type FieldOf = (codeOrPointer: string) => string | undefined;

export function faultOf(
  { code, params, parts }: Problem,
  words: Words,
  fieldOf: FieldOf = () => undefined,
): Fault {
  return {
    field: fieldOf(code),
    title: words.t(`problem.${code}.title`, params),
    detail: words.t(`problem.${code}.detail`, params),
    lines: parts.slice(0, MOST_LINES).map((part) => ({
      row: part.row,
      column: part.column,
      ...problemWords(words.language, part),
      field: part.pointer === undefined ? undefined : fieldOf(part.pointer),
    })),
  };
}
