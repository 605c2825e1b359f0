import type { JSX } from 'preact';
import type { Words } from '../words.js';

interface PageContentsProps {
  readonly words: Words;
  /** Sections in their order: id, and heading. */
  readonly of: readonly (readonly [id: string, heading: string])[];
}

/** What stands on a long page, to go to. */
export function PageContents({ words, of }: PageContentsProps): JSX.Element {
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{words.t('explore.onThisPage')}</h2>
      <ul>
        {of.map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
