import type { ComponentChildren, JSX } from 'preact';
import { sourceLanguage } from '../../language/language.js';
import type { Words } from '../words.js';

export interface InEnglishProps {
  readonly words: Pick<Words, 'language'>;
  readonly children: ComponentChildren;
}

/** Words that stay English on pages of every language, such as the name of a publisher: spoken and set as English. */
export function InEnglish({ words, children }: InEnglishProps): JSX.Element {
  return words.language === sourceLanguage ? (
    <>{children}</>
  ) : (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
