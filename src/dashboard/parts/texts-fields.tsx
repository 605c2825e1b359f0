import type { JSX } from 'preact';
import type { Texts } from '../../communities/nri-card.js';
import { direction, languages } from '../../language/language.js';
import type { Fault } from '../fault.js';
import type { SentForm } from '../sent-form.js';
import type { Words } from '../words.js';

/** A text in each language: that of the page first, the others behind a heading. Fields are named `name.language`. */
export function TextsFields({
  name,
  legend,
  most,
  rows = 6,
  texts = {},
  sent,
  fault,
  words,
}: {
  readonly name: string;
  readonly legend: string;
  /** Characters at most, in each language. */
  readonly most: number;
  readonly rows?: number;
  readonly texts?: Texts | undefined;
  /** What was written, when it could not be taken. */
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
  readonly words: Words;
}): JSX.Element {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const others = languages.filter((language) => language !== words.language);
  const field = (language: string): JSX.Element => {
    const id = `${name}.${language}`;
    const lines = fault?.lines.filter((line) => line.field === id) ?? [];
    const about = `${lines.length > 0 ? `${id}-fault ` : ''}${name}-hint`;
    return (
      <p key={language}>
        <label for={id}>{names.of(language)}</label>
        <textarea
          id={id}
          name={id}
          rows={rows}
          lang={language}
          dir={direction(language)}
          aria-invalid={lines.length > 0 ? 'true' : undefined}
          aria-describedby={about}
        >
          {sent === undefined ? texts[language] : sent.text(id)}
        </textarea>
        {lines.length > 0 && (
          <span class="remark" id={`${id}-fault`}>
            {lines.map(({ detail, hint }) => `${detail} ${hint}`).join(' ')}
          </span>
        )}
      </p>
    );
  };
  const isOpen = fault?.lines.some((line) => others.some((one) => line.field === `${name}.${one}`)) === true;
  return (
    <fieldset id={name}>
      <legend>{legend}</legend>
      <p class="remark" id={`${name}-hint`}>
        {words.t('texts.hint', { most })}
      </p>
      {field(words.language)}
      <details open={isOpen}>
        <summary>
          {words.t('texts.others', { languages: words.list(others.map((one) => names.of(one) ?? one)) })}
        </summary>
        {others.map(field)}
      </details>
    </fieldset>
  );
}
