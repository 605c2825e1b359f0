import type { JSX } from 'preact';
import type { Submission } from '../../submissions/submission.js';
import { Layout, type Frame } from '../layout.js';
import { SubmissionTable } from '../parts/submission-table.js';

/** What the communities of somebody have sent, newest first. */
export function OwnSubmissionsPage({
  frame,
  submissions,
}: {
  readonly frame: Frame;
  readonly submissions: readonly Submission[];
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.t('own.listTitle')} section="contribute">
      <h1>{words.t('own.listTitle')}</h1>
      <p class="lede">
        {words.t('own.list', { count: submissions.length })}{' '}
        {submissions.length === 0 && <a href={words.to('contribute')}>{words.t('own.first')}</a>}
      </p>
      <SubmissionTable
        submissions={submissions}
        caption={words.t('own.listCaption')}
        section="submissions"
        words={words}
      />
    </Layout>
  );
}
