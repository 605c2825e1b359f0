import type { JSX } from 'preact';
import type { Submission } from '../../submissions/submission.js';
import type { Words } from '../words.js';

/** Who sent what, and when. */
export function SubmissionFacts({
  submission,
  words,
}: {
  readonly submission: Submission;
  readonly words: Words;
}): JSX.Element {
  const { communityName, fileName, sha256, receivedAt, state } = submission;
  return (
    <dl class="pairs">
      <dt>{words.t('submission.state')}</dt>
      <dd>{words.t(`submission.state.${state}`)}</dd>
      <dt>{words.t('submission.community')}</dt>
      <dd>{communityName}</dd>
      <dt>{words.t('figure.received')}</dt>
      <dd>{words.day(receivedAt.toISOString())}</dd>
      <dt>{words.t('submission.file')}</dt>
      <dd>
        <bdi>{fileName ?? words.t('figure.noFile')}</bdi>
      </dd>
      <dt>{words.t('submission.hash')}</dt>
      <dd class="code" dir="ltr">
        {sha256}
      </dd>
    </dl>
  );
}
