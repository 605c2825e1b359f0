import type { WordingHint } from '../communities/conduct/wording-hint.js';
import { hintsIn, type Speaker } from '../communities/moderation/found-in.js';
import type { ModeratedKind } from '../communities/moderation/moderation-case.js';
import { languages, type Language } from '../language/language.js';
import type { SentForm } from './sent-form.js';

/** Name of the field by which a form says that its hints were seen. */
export const HINTS_SEEN = 'wording';

/** What is worth a look in one field of a form. */
export interface FieldHints {
  /** Id of the field, as `texts.en`. */
  readonly field: string;
  readonly language: Language;
  readonly hints: readonly WordingHint[];
}

/**
 * Hints on the texts of a form, field by field; none once they were seen: a form comes back with hints once, and is then
 * taken as it is.
 * @param names of its texts, without the language
 */
export function fieldHintsIn(
  form: SentForm,
  kind: ModeratedKind,
  names: readonly string[],
  speaker: Speaker | undefined,
): readonly FieldHints[] {
  if (form.has(HINTS_SEEN)) return [];
  return names
    .flatMap((name) => languages.map((language) => ({ field: `${name}.${language}`, language })))
    .map(({ field, language }) => {
      const text = form.text(field) ?? '';
      return { field, language, hints: hintsIn(kind, [{ text, language }], speaker) };
    })
    .filter(({ hints }) => hints.length > 0);
}
