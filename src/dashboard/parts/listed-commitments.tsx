import type { JSX } from 'preact';
import type { CommitmentsReport, ListedCommitment } from '../../reports/commitments-report.js';
import type { Frame } from '../layout.js';
import { ContextLinks, LinkList } from './crosswalk-links.js';

interface ListedCommitmentsProps {
  readonly objective: CommitmentsReport['objectives'][number];
  /** Whether they are seen without a click. */
  readonly open: boolean;
  readonly frame: Frame;
}

/** The commitments of an objective that something measures: by what, and where countries stand. */
export function CoveredCommitments({ objective, open, frame }: ListedCommitmentsProps): JSX.Element | null {
  const { words } = frame;
  const commitments = objective.commitments.filter(({ covered }) => covered);
  if (commitments.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {words.t('explorer.countOf', { name: nameOf(objective, frame), count: commitments.length })}
      </summary>
      {objective.code !== undefined && (
        <p>
          <a href={words.to('objectives', objective.code)}>{words.t('explorer.objectiveLink')}</a>
        </p>
      )}
      <table class="lines ledger wordy">
        <caption class="unseen">{words.t('explorer.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.commitment')}</th>
            <th scope="col">{words.t('explorer.measuredBy')}</th>
            <th scope="col" class="number">
              {words.t('column.withScore')}
            </th>
            <th scope="col" class="number">
              {words.t('column.medianScore')}
            </th>
          </tr>
        </thead>
        <tbody>
          {commitments.map((commitment) => (
            <CoveredRow key={commitment.id} commitment={commitment} frame={frame} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function CoveredRow({ commitment, frame }: CommitmentProps): JSX.Element {
  const { words } = frame;
  const { links, areasWithScore, medianScore } = commitment;
  return (
    <tr>
      <th scope="row">
        <CommitmentLink commitment={commitment} frame={frame} />
      </th>
      <td data-label={words.t('explorer.measuredBy')}>
        <LinkList links={links.filter(({ type }) => type !== 'context')} frame={frame} />
        <ContextLinks links={links.filter(({ type }) => type === 'context')} frame={frame} />
      </td>
      <td class="number" data-label={words.t('column.withScore')}>
        {areasWithScore}
      </td>
      <td class="number" data-label={words.t('column.medianScore')}>
        {medianScore === undefined ? words.t('level.none') : words.score(medianScore)}
      </td>
    </tr>
  );
}

/** The commitments of an objective that nothing measures, and what could. */
export function UncoveredCommitments({ objective, open, frame }: ListedCommitmentsProps): JSX.Element | null {
  const { words, told } = frame;
  const commitments = objective.commitments.filter(({ covered }) => !covered);
  if (commitments.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {words.t('explorer.countOf', { name: nameOf(objective, frame), count: commitments.length })}
      </summary>
      <ul class="plain">
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <CommitmentLink commitment={commitment} frame={frame} />
            {commitment.measurableBy !== undefined && (
              <span class="remark">
                {words.t('explorer.couldBeBy')}{' '}
                {told('commitment', commitment.id, 'measurable_by', commitment.measurableBy)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface CommitmentProps {
  readonly commitment: ListedCommitment;
  readonly frame: Frame;
}

/** Paragraph and title, with a mark where the wording has not been checked. */
function CommitmentLink({ commitment, frame: { words, named } }: CommitmentProps): JSX.Element {
  const { id, title, paragraph } = commitment;
  return (
    <>
      <span class="paragraph">
        <bdi dir="ltr">
          §{paragraph}
          {isRecalled(commitment) && '*'}
        </bdi>
      </span>{' '}
      <a href={words.to('commitments', id)}>{named('commitment', { code: id, name: title })}</a>
    </>
  );
}

/** Whether its wording has not been checked against the resolution. */
export function isRecalled({ confidence }: Pick<ListedCommitment, 'confidence'>): boolean {
  return confidence.startsWith('recalled');
}

function nameOf({ code, name }: ListedCommitmentsProps['objective'], { words, named }: Frame): string {
  return code === undefined || name === undefined
    ? words.t('commitments.followUp')
    : named('objective', { code, name });
}
