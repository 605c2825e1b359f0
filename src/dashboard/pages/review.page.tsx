import type { JSX } from 'preact';
import type { StagedRowPage, SubmissionDetail } from '../../submissions/receipt.service.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { ChangeList } from '../parts/change-list.js';
import { DecisionFields, ReasonFields } from '../parts/decision-fields.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { Findings } from '../parts/findings.js';
import { Keep } from '../parts/keep.js';
import { NoticeList } from '../parts/notice-list.js';
import { ReceivedRows, type NameOfCell } from '../parts/received-rows.js';
import { StepForm } from '../parts/step-form.js';
import { SubmissionFacts } from '../parts/submission-facts.js';
import { WordingHints } from '../parts/wording-hints.js';
import type { SentForm } from '../sent-form.js';
import type { ReviewerSteps } from '../submission-view.js';
import type { Visitor } from '../visitor.js';

export interface ReviewPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly detail: SubmissionDetail;
  readonly page: StagedRowPage;
  /** The rows follow this ordinal. */
  readonly after: number;
  readonly steps: ReviewerSteps;
  /** What the codes in the rows stand for. */
  readonly nameOf: NameOfCell;
  readonly fault?: Fault | undefined;
  /** What was written and ticked before this page came. */
  readonly sent?: SentForm | undefined;
}

/** One submission at the review desk: what changed, what is doubtful, its rows, and the decision. */
export function ReviewPage(props: ReviewPageProps): JSX.Element {
  const { frame, visitor, detail, page, after, steps, nameOf, fault, sent } = props;
  const { words } = frame;
  const { submission, changes, notices } = detail;
  const { receipt, communityName, version } = submission;
  return (
    <Layout frame={frame} title={words.t('review.of', { community: communityName })} section="contribute">
      <p class="kicker">{words.t(`standing.${submission.state}`)}</p>
      <h1>{words.t('review.of', { community: communityName })}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{words.t('own.counts', { ...submission.counts })}</p>
      {steps.objection !== undefined && <p class="note">{words.t(`problem.${steps.objection}.detail`)}</p>}
      {changes.length > 0 && (
        <>
          <h2>{words.t('change.title', { count: changes.length })}</h2>
          <ChangeList changes={changes} words={words} />
        </>
      )}
      <Findings detail={detail} words={words} />
      <h2 id={ROWS_FIELD}>{words.t('review.rows')}</h2>
      {steps.mayDecide ? (
        <Keep frame={frame}>
          <form class="decide" action={words.to('review', receipt, 'decision')} method="post">
            <input type="hidden" name="_token" value={visitor.formToken} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="after" value={after} />
            {tickedElsewhere(props).map((cell) => (
              <input type="hidden" name="cell" value={cell} key={cell} />
            ))}
            <p>{words.t('review.tickThem')}</p>
            <ReceivedRows rows={page.rows} words={words} nameOf={nameOf} mayTick ticked={sent?.all('cell')} />
            <h2 id="decide">{words.t('decide.title')}</h2>
            <DecisionFields words={words} sent={sent} fault={fault} />
            <WordingHints frame={frame} hasEvidence />
            <button type="submit">{words.t('decide.button')}</button>
            {page.next !== undefined && (
              <button
                type="submit"
                class="quietly"
                name="next"
                value={page.next}
                formAction={words.to('review', receipt, 'rows')}
                formNoValidate
              >
                {words.t('review.furtherKept')}
              </button>
            )}
          </form>
        </Keep>
      ) : (
        <>
          <ReceivedRows rows={page.rows} words={words} nameOf={nameOf} mayTick={false} />
          <Further {...props} />
        </>
      )}
      {steps.mayRevert && (
        <details open={fault !== undefined}>
          <summary>{words.t('revert.title')}</summary>
          <p>{words.t('revert.lede')}</p>
          <StepForm
            action={words.to('review', receipt, 'revert')}
            visitor={visitor}
            version={version}
            label={words.t('revert.button')}
          >
            <ReasonFields words={words} sent={sent} fault={fault} required />
          </StepForm>
        </details>
      )}
      <h2>{words.t('own.history')}</h2>
      <NoticeList notices={notices} words={words} />
      <h2>{words.t('own.facts')}</h2>
      <SubmissionFacts submission={submission} words={words} />
    </Layout>
  );
}

/** Id of where the rows begin. */
export const ROWS_FIELD = 'rows';

/** Cells that were ticked among rows that this page does not show. */
function tickedElsewhere({ page, sent }: ReviewPageProps): readonly string[] {
  const shown = new Set(page.rows.map(({ ordinal }) => String(ordinal)));
  return (sent?.all('cell') ?? []).filter((cell) => !shown.has(cell.split('.')[1] ?? ''));
}

function Further({ frame: { words }, detail, page }: ReviewPageProps): JSX.Element | null {
  if (page.next === undefined) return null;
  const address = `${words.to('review', detail.submission.receipt)}?after=${String(page.next)}`;
  return (
    <p>
      <a href={address}>{words.t('review.further')}</a>
    </p>
  );
}
