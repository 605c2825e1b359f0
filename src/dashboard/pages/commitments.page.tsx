import type { JSX } from 'preact';
import type { CommitmentsReport, ListedCommitment } from '../../reports/commitments-report.js';
import { Layout, type Frame } from '../layout.js';
import { ContextLinks, LinkList } from '../parts/crosswalk-links.js';

interface CommitmentsPageProps {
  readonly frame: Frame;
  readonly report: CommitmentsReport;
}

/** The crosswalk from both ends, and what nobody measures. */
export function CommitmentsPage({ frame, report }: CommitmentsPageProps): JSX.Element {
  const { words, named } = frame;
  const all = report.objectives.flatMap(({ commitments }) => commitments);
  const covered = all.filter((commitment) => commitment.covered).length;
  return (
    <Layout frame={frame} title={words.t('explorer.title')} section="commitments" api="reports/commitments">
      <h1>{words.t('explorer.title')}</h1>
      <p class="lede">
        {all.length === 0
          ? words.t('explorer.none')
          : words.t('explorer.lede', { covered, count: all.length, uncovered: all.length - covered })}
      </p>
      {all.length > 0 && <p>{words.t('explorer.howToRead')}</p>}
      {all.some(isRecalled) && <p class="quiet">{words.t('commitments.recalled')}</p>}

      {report.objectives.map(({ code, name, commitments }) => (
        <section key={code ?? ''}>
          <h2>
            {code === undefined || name === undefined
              ? words.t('commitments.followUp')
              : named('objective', { code, name })}
          </h2>
          {code !== undefined && (
            <p>
              <a href={words.to('objectives', code)}>{words.t('explorer.objectiveLink')}</a>
            </p>
          )}
          <Covered commitments={commitments.filter((commitment) => commitment.covered)} frame={frame} />
          <Uncovered commitments={commitments.filter((commitment) => !commitment.covered)} frame={frame} />
        </section>
      ))}
      <FromIndicators frame={frame} report={report} />
    </Layout>
  );
}

interface ListProps {
  readonly commitments: readonly ListedCommitment[];
  readonly frame: Frame;
}

function Covered({ commitments, frame }: ListProps): JSX.Element | null {
  const { words } = frame;
  if (commitments.length === 0) return null;
  return (
    <table class="lines ledger wordy">
      <caption>{words.t('explorer.caption')}</caption>
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
          <tr key={commitment.id}>
            <th scope="row">
              <CommitmentLink commitment={commitment} frame={frame} />
            </th>
            <td data-label={words.t('explorer.measuredBy')}>
              <LinkList links={commitment.links.filter(({ type }) => type !== 'context')} frame={frame} />
              <ContextLinks links={commitment.links.filter(({ type }) => type === 'context')} frame={frame} />
            </td>
            <td class="number" data-label={words.t('column.withScore')}>
              {commitment.areasWithScore}
            </td>
            <td class="number" data-label={words.t('column.medianScore')}>
              {commitment.medianScore === undefined
                ? words.t('level.none')
                : words.score(commitment.medianScore)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What nobody measures, and what could measure it. */
function Uncovered({ commitments, frame }: ListProps): JSX.Element | null {
  const { words } = frame;
  if (commitments.length === 0) return null;
  return (
    <details>
      <summary>{words.t('explorer.uncovered', { count: commitments.length })}</summary>
      <ul class="plain">
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <CommitmentLink commitment={commitment} frame={frame} />
            {commitment.measurableBy !== undefined && (
              <span class="remark">{words.t('explorer.couldBe', { what: commitment.measurableBy })}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function FromIndicators({ frame, report: { indicators } }: CommitmentsPageProps): JSX.Element | null {
  const { words, named } = frame;
  if (indicators.length === 0) return null;
  return (
    <>
      <h2>{words.t('explorer.indicators')}</h2>
      <table class="lines ledger wordy">
        <caption>{words.t('explorer.indicatorsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.indicator')}</th>
            <th scope="col">{words.t('explorer.title')}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.code}>
              <th scope="row">
                <a href={words.to('indicators', indicator.code)}>{named('indicator', indicator)}</a>
                {!indicator.live && <span class="remark">{words.t('explorer.noFigures')}</span>}
              </th>
              <td data-label={words.t('explorer.title')}>
                <ul class="plain">
                  {indicator.commitments.map(({ id, title, paragraph, type }) => (
                    <li key={id}>
                      <span class="paragraph">§{paragraph}</span>{' '}
                      <a href={words.to('commitments', id)}>
                        {named('commitment', { code: id, name: title })}
                      </a>{' '}
                      <span class="quiet">{words.t(`link.${type}`)}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Paragraph and title, with a mark where the wording has not been checked. */
function CommitmentLink({
  commitment,
  frame: { words, named },
}: {
  readonly commitment: ListedCommitment;
  readonly frame: Frame;
}): JSX.Element {
  const { id, title, paragraph } = commitment;
  return (
    <>
      <span class="paragraph">
        §{paragraph}
        {isRecalled(commitment) && '*'}
      </span>{' '}
      <a href={words.to('commitments', id)}>{named('commitment', { code: id, name: title })}</a>
    </>
  );
}

function isRecalled({ confidence }: ListedCommitment): boolean {
  return confidence.startsWith('recalled');
}
