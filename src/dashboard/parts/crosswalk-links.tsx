import type { JSX } from 'preact';
import type { ListedCommitment } from '../../reports/commitments-report.js';
import type { Frame } from '../layout.js';

interface LinksProps {
  readonly links: ListedCommitment['links'];
  readonly frame: Frame;
}

/** Indicators that measure a commitment, wholly or in part. */
export function LinkList({ links, frame: { words, named } }: LinksProps): JSX.Element {
  return (
    <ul class="plain">
      {links.map(({ indicator, name, type, live }) => (
        <li key={indicator}>
          <a href={words.to('indicators', indicator)}>{named('indicator', { code: indicator, name })}</a>{' '}
          <span class="quiet">
            {[
              ...(type === 'partly' ? [words.t('link.partly')] : []),
              ...(live ? [] : [words.t('explorer.noFigures')]),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those that are shown for context and never counted, behind a click. */
export function ContextLinks({ links, frame }: LinksProps): JSX.Element | null {
  if (links.length === 0) return null;
  return (
    <details>
      <summary>{frame.words.t('explorer.context', { count: links.length })}</summary>
      <LinkList links={links} frame={frame} />
    </details>
  );
}
