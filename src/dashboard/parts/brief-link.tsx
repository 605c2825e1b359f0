import type { JSX } from 'preact';
import type { Words } from '../words.js';

interface BriefLinkProps {
  /** Address of the report below `/api/v1/reports/`, e.g. `countries/KEN`. */
  readonly report: string;
  readonly words: Words;
}

/** Leads to the same as a document to print, in the reader's language. */
export function BriefLink({ report, words }: BriefLinkProps): JSX.Element {
  return (
    <p>
      <a href={`/api/v1/reports/${report}.pdf?lang=${words.language}`} type="application/pdf">
        {words.t('brief.link')}
      </a>
    </p>
  );
}
