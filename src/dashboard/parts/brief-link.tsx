import type { JSX } from 'preact';
import { languages } from '../../language/language.js';
import { ownName } from '../../language/own-name.js';
import type { Words } from '../words.js';

interface BriefLinkProps {
  /** Address of the report below `/api/v1/reports/`, e.g. `countries/KEN`. */
  readonly report: string;
  readonly words: Words;
}

/** Leads to the same as a document to print, in the reader's language or another one. */
export function BriefLink({ report, words }: BriefLinkProps): JSX.Element {
  const address = (language: string): string => `/api/v1/reports/${report}.pdf?lang=${language}`;
  return (
    <p>
      <a href={address(words.language)} type="application/pdf">
        {words.t('brief.link')}
      </a>{' '}
      <span class="quiet">{words.t('brief.others')}</span>{' '}
      {languages
        .filter((language) => language !== words.language)
        .map((language) => (
          <>
            <a
              key={language}
              href={address(language)}
              type="application/pdf"
              lang={language}
              hreflang={language}
            >
              {ownName(language)}
            </a>{' '}
          </>
        ))}
    </p>
  );
}
