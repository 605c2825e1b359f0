import type { JSX } from 'preact';
import type { SubmissionDetail } from '../../submissions/receipt.service.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { CorrectionForm, type ReturnedCell } from '../parts/correction-form.js';
import { DraftSteps } from '../parts/draft-steps.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { Findings } from '../parts/findings.js';
import { Keep } from '../parts/keep.js';
import { NoticeList } from '../parts/notice-list.js';
import { Progress } from '../parts/progress.js';
import { StepForm } from '../parts/step-form.js';
import { SubmissionFacts } from '../parts/submission-facts.js';
import { standingSentence } from '../../reports/standing-sentence.js';
import type { SenderSteps } from '../submission-view.js';
import type { Visitor } from '../visitor.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import { CountryLinks } from '../parts/country-links.js';
import { WaysToBeTold } from '../parts/ways-to-be-told.js';

export interface OwnSubmissionProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly detail: SubmissionDetail;
  readonly steps: SenderSteps;
  /** Named in the decision that returned it. */
  readonly cells: readonly ReturnedCell[];
  /** For a file that names none. */
  readonly indicators: readonly Named[];
  readonly fault?: Fault | undefined;
  /** What was written into the form that could not be taken. */
  readonly sent?: SentForm | undefined;
  /** Countries with figures of it, once it is accepted. */
  readonly areas: readonly Named[];
}

/** A submission as its community sees it: where it stands, what was understood of it, and what can be done now. */
export function OwnSubmissionPage(props: OwnSubmissionProps): JSX.Element {
  const { frame, visitor, detail, steps, cells, indicators, areas, fault, sent } = props;
  const { words } = frame;
  const { submission, decisions, notices } = detail;
  const { receipt, state, counts, version } = submission;
  const isChecking = state === 'checking';
  const returned = state === 'returned' ? decisions.at(-1) : undefined;
  return (
    <Layout
      frame={frame}
      title={words.t('submission.title', { receipt })}
      section="contribute"
      follows={isChecking}
    >
      <p class="kicker">{words.t(`standing.${state}`)}</p>
      <h1>{words.t(state === 'draft' ? 'own.draftTitle' : 'own.title')}</h1>
      <FaultNotice fault={fault} words={words} />
      {isChecking ? (
        <Progress receipt={receipt} words={words} />
      ) : (
        counts.rows > 0 && <p class="lede">{words.t('own.counts', { ...counts })}</p>
      )}
      {state === 'failed' && <Failure {...props} />}
      {state === 'draft' && <DraftSteps {...{ frame, visitor, detail, steps, indicators, sent }} />}
      {areas.length > 0 && <CountryLinks areas={areas} words={words} />}
      {returned !== undefined && (
        <section id="correct">
          <h2>{words.t('correct.title')}</h2>
          <blockquote dir="auto">{returned.reason}</blockquote>
          {returned.standing !== undefined && (
            <p class="quiet">
              {words.t('moderation.heldHere')} {standingSentence(returned.standing, words)}
            </p>
          )}
          {steps.mayCorrect && cells.length > 0 && (
            <>
              <p>{words.t('correct.lede')}</p>
              <Keep frame={frame}>
                <CorrectionForm {...{ receipt, version, cells, words, visitor, sent, fault }} />
              </Keep>
            </>
          )}
        </section>
      )}
      {!isChecking && <Findings detail={detail} words={words} />}
      {notices.length > 0 && (
        <>
          <h2>{words.t('own.history')}</h2>
          <NoticeList notices={notices} words={words} />
          <WaysToBeTold community={submission.communityCode} words={words} />
        </>
      )}
      <h2>{words.t('own.facts')}</h2>
      <p class="quiet">{words.t('own.receipt')}</p>
      <p class="code" dir="ltr">
        {receipt}
      </p>
      <SubmissionFacts submission={submission} words={words} />
      {steps.mayWithdraw && (
        <details>
          <summary>{words.t('withdraw.title')}</summary>
          <p>{words.t('withdraw.lede')}</p>
          <StepForm
            action={words.to('submissions', receipt, 'withdrawal')}
            visitor={visitor}
            version={version}
            label={words.t('withdraw.button')}
          />
        </details>
      )}
    </Layout>
  );
}

function Failure({ frame: { words }, detail: { submission } }: OwnSubmissionProps): JSX.Element {
  const { failure } = submission;
  const key = `problem.${failure?.code ?? ''}.detail`;
  return (
    <section class="fault">
      <p>{words.has(key) ? words.t(key, failure?.params) : words.t('own.failed')}</p>
      <p>
        <a href={words.to('contribute')}>{words.t('own.again')}</a>
      </p>
    </section>
  );
}
