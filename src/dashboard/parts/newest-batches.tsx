import type { JSX } from 'preact';
import type { RecentBatch } from '../../observations/recent-change.repository.js';
import type { Frame } from '../layout.js';

interface NewestBatchesProps {
  readonly frame: Frame;
  readonly batches: readonly RecentBatch[];
}

/** What was accepted last, each leading to its submission. */
export function NewestBatches({ frame: { words }, batches }: NewestBatchesProps): JSX.Element | null {
  if (batches.length === 0) return null;
  return (
    <section>
      <h2>{words.t('newest.title')}</h2>
      <ul class="plain">
        {batches.map(({ revision, movedAt, receipt, communityName, figures, isRevert }) => (
          <li key={revision}>
            {words.day(movedAt.toISOString())}{' '}
            <a href={words.to('submissions', receipt)}>
              {words.t(isRevert ? 'newest.takenBack' : 'newest.accepted', { count: figures })}
            </a>{' '}
            <span class="quiet">
              <bdi>{communityName}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={words.to('releases')}>{words.t('newest.releases')}</a>
      </p>
    </section>
  );
}
