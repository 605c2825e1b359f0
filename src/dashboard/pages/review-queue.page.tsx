import type { JSX } from 'preact';
import type { Submission } from '../../submissions/submission.js';
import { Layout, type Frame } from '../layout.js';
import { SubmissionTable } from '../parts/submission-table.js';

/** What waits for a reviewer, oldest first. */
export function ReviewQueuePage({
  frame,
  waiting,
}: {
  readonly frame: Frame;
  readonly waiting: readonly Submission[];
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('review.title')} section="contribute">
      <h1>{words.t('review.title')}</h1>
      <p class="lede">{words.t('review.waiting', { count: waiting.length })}</p>
      <SubmissionTable
        submissions={waiting}
        caption={words.t('review.caption')}
        section="review"
        words={words}
      />
    </Layout>
  );
}
