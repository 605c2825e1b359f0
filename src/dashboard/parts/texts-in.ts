import { languages } from '../../language/language.js';
import type { SentForm } from '../sent-form.js';

/** What was written in the fields of `TextsFields`, by language. */
export function textsIn(form: SentForm, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.startingWith(`${name}.`).filter(([language]) => languages.includes(language)),
  );
}
