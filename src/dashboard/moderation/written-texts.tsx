import type { JSX } from 'preact';
import type { WrittenText } from '../../communities/moderation/moderation-case.js';
import { direction } from '../../language/language.js';
import type { Words } from '../words.js';

/** Texts as they were written, each with its language where somebody said which it is. */
export function WrittenTexts({
  texts,
  words,
}: {
  readonly texts: readonly WrittenText[];
  readonly words: Words;
}): JSX.Element {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  return (
    <>
      {texts.map(({ language, text }, index) => (
        <blockquote key={index}>
          {language !== undefined && <p class="remark">{names.of(language)}</p>}
          {text.split(/\n+/).map((paragraph, place) => (
            <p key={place} lang={language} dir={language === undefined ? 'auto' : direction(language)}>
              {paragraph}
            </p>
          ))}
        </blockquote>
      ))}
    </>
  );
}
