import type { JSX } from 'preact';
import { Layout, type Frame } from '../layout.js';

/** What everybody may know of an accepted submission. */
export interface AcceptedSubmission {
  readonly receipt: string;
  readonly communityName: string;
  readonly fileName?: string | undefined;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly state: string;
  readonly rows: { readonly total: number; readonly good: number };
}

/** One batch of figures that was accepted: who sent it, when, what of it was taken in. */
export function SubmissionPage({
  frame,
  submission,
}: {
  readonly frame: Frame;
  readonly submission: AcceptedSubmission;
}): JSX.Element {
  const { words } = frame;
  const { receipt, communityName, fileName, sha256, receivedAt, state, rows } = submission;
  return (
    <Layout
      frame={frame}
      title={words.t('submission.title', { receipt })}
      api={`submissions/${receipt}`}
      csv={false}
    >
      <p class="kicker">{words.t('submission.kicker')}</p>
      <h1 class="code">{receipt}</h1>
      <p class="lede">
        {words.t('submission.lede', {
          community: communityName,
          good: rows.good,
          bad: rows.total - rows.good,
          total: rows.total,
        })}
      </p>
      <dl class="pairs">
        <dt>{words.t('submission.state')}</dt>
        <dd>{words.t(`submissionState.${state}`)}</dd>
        <dt>{words.t('figure.received')}</dt>
        <dd>{words.day(receivedAt)}</dd>
        <dt>{words.t('submission.file')}</dt>
        <dd>{fileName ?? words.t('figure.noFile')}</dd>
        <dt>{words.t('submission.hash')}</dt>
        <dd class="code">{sha256}</dd>
      </dl>
    </Layout>
  );
}
