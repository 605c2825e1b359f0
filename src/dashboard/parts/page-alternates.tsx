import type { JSX } from 'preact';
import { languages, sourceLanguage } from '../../language/language.js';
import type { Frame } from '../frame.js';

/** Tells search engines the one address of a page, and the same page in the other languages. */
export function PageAlternates({
  frame: { words, base, path, moment },
}: {
  readonly frame: Frame;
}): JSX.Element {
  const [page = ''] = path.split('?');
  const release = moment?.release === undefined ? '' : `?release=${encodeURIComponent(moment.release.id)}`;
  const addressIn = (language: string): string => `${base ?? ''}/${language}/${page}${release}`;
  return (
    <>
      <link rel="canonical" href={addressIn(words.language)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hreflang={language} href={addressIn(language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={addressIn(sourceLanguage)} />
    </>
  );
}
