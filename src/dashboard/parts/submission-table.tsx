import type { JSX } from 'preact';
import type { Submission } from '../../submissions/submission.js';
import type { Words } from '../words.js';

/** Submissions, a line each, leading to their pages. */
export function SubmissionTable({
  submissions,
  caption,
  section,
  words,
}: {
  readonly submissions: readonly Submission[];
  readonly caption: string;
  readonly section: 'review' | 'submissions';
  readonly words: Words;
}): JSX.Element | null {
  if (submissions.length === 0) return null;
  return (
    <table class="lines batches">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('submission.file')}</th>
          <th scope="col">{words.t('figure.received')}</th>
          <th scope="col" class="number">
            {words.t('list.good')}
          </th>
          <th scope="col" class="number">
            {words.t('list.bad')}
          </th>
          <th scope="col">{words.t('submission.state')}</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map(({ receipt, communityName, fileName, receivedAt, counts, state }) => (
          <tr key={receipt}>
            <th scope="row">
              <a href={words.to(section, receipt)}>
                <bdi>{fileName ?? words.t('figure.noFile')}</bdi>
              </a>{' '}
              <span class="unit">{communityName}</span>
            </th>
            <td data-label={words.t('figure.received')}>{words.day(receivedAt.toISOString())}</td>
            <td class="number" data-label={words.t('list.good')}>
              {words.value(counts.good)}
            </td>
            <td class="number" data-label={words.t('list.bad')}>
              {words.value(counts.bad)}
            </td>
            <td data-label={words.t('submission.state')}>{words.t(`submission.state.${state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
