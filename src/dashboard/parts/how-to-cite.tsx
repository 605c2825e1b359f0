import type { JSX } from 'preact';
import type { Frame } from '../layout.js';

interface HowToCiteProps {
  readonly frame: Frame;
  /** What is cited, as its page is headed. */
  readonly name: string;
  /** Path of its data below /api/v1. */
  readonly api: string;
}

/** A line to copy for whoever quotes the page, and the same as data. */
export function HowToCite({ frame, name, api }: HowToCiteProps): JSX.Element {
  const { words, method, revision, base = '', path } = frame;
  return (
    <section id="cite">
      <h2>{words.t('explore.cite')}</h2>
      <p class="cite">
        {words.t('explore.citation', {
          name,
          site: words.t('site.name'),
          edition: method.edition,
          revision: String(revision),
        })}{' '}
        <bdi dir="ltr">{`${base}/${words.language}/${path.split('?')[0] ?? ''}`}</bdi>
      </p>
      <p>
        {words.t('explore.download')} <a href={`/api/v1/${api}.csv`}>CSV</a> ·{' '}
        <a href={`/api/v1/${api}.json`}>JSON</a>
      </p>
    </section>
  );
}
