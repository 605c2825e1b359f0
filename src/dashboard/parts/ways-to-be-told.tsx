import type { JSX } from 'preact';
import { feedPath } from '../../submissions/notices/feed-path.js';
import type { Words } from '../words.js';

/** How one learns what happens next without coming back to look. */
export function WaysToBeTold({
  community,
  words,
}: {
  readonly community: string;
  readonly words: Words;
}): JSX.Element {
  return (
    <p class="quiet">
      <a href={feedPath(community)}>{words.t('own.feed')}</a> ·{' '}
      <a href={words.to('notices')}>{words.t('own.ways')}</a>
    </p>
  );
}
