import type { JSX } from 'preact';
import { COLUMNS } from '../../submissions/checking/columns.js';
import { columnMeaning } from '../column-meaning.js';
import type { Frame } from '../layout.js';
import { Keep } from './keep.js';
import { Options } from './choose-coverage.js';
import { QuestionForm } from './question-form.js';
import { StepForm } from './step-form.js';
import type { SubmissionDetail } from '../../submissions/receipt.service.js';
import type { Named } from '../named.js';
import type { SentForm } from '../sent-form.js';
import type { SenderSteps } from '../submission-view.js';
import type { Visitor } from '../visitor.js';

interface DraftStepsProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly detail: SubmissionDetail;
  readonly steps: SenderSteps;
  /** For a file that names none. */
  readonly indicators: readonly Named[];
  /** What was answered, when that could not be taken. */
  readonly sent?: SentForm | undefined;
}

/** What can be done with a file that was checked and not sent: answer, send, say more about it, discard. */
export function DraftSteps(props: DraftStepsProps): JSX.Element {
  const { frame, visitor, detail, steps, sent } = props;
  const { words } = frame;
  const { receipt, questions, counts } = detail.submission;
  return (
    <section class="steps">
      {steps.mayAnswer ? (
        <>
          <h2>{words.t('draft.questions', { count: questions.length })}</h2>
          <Keep frame={frame}>
            <QuestionForm {...{ receipt, questions, words, visitor, sent }} />
          </Keep>
        </>
      ) : (
        <p>{words.t(counts.good === 0 ? 'draft.nothingUsable' : 'draft.notSent')}</p>
      )}
      <div class="row">
        {steps.maySend && (
          <StepForm
            action={words.to('submissions', receipt, 'send')}
            visitor={visitor}
            label={words.t('draft.send', { good: counts.good, bad: counts.bad })}
          />
        )}
        {steps.mayDiscard && (
          <StepForm
            action={words.to('submissions', receipt, 'discard')}
            visitor={visitor}
            label={words.t('draft.discard')}
            quiet
          />
        )}
      </div>
      <p class="quiet">{words.t('draft.kept')}</p>
      {steps.mayDiscard && <MoreAboutIt {...props} />}
    </section>
  );
}

/** What the file does not say itself: constants, and the meaning of columns that were not understood. */
function MoreAboutIt({ frame: { words }, visitor, detail, indicators, sent }: DraftStepsProps): JSX.Element {
  const { submission, problems } = detail;
  const unknown = problems.flatMap(({ code, column }) =>
    code === 'unknown_column' && column !== undefined ? [column] : [],
  );
  const meanings = [...COLUMNS, 'none'].map((code) => ({ code, name: columnMeaning(code, words) }));
  return (
    <details open={sent !== undefined || (submission.counts.good === 0 && submission.questions.length === 0)}>
      <summary>{words.t('more.title')}</summary>
      <form action={words.to('submissions', submission.receipt, 'answers')} method="post">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <label for="more-indicator">{words.t('more.indicator')}</label>
        <select id="more-indicator" name="answer-indicator">
          <option value="">{words.t('more.asInFile')}</option>
          <Options of={indicators} chosen={sent?.text('answer-indicator')} />
        </select>
        {(['country', 'source', 'edition', 'sheet'] as const).map((name) => (
          <p key={name}>
            <label for={`more-${name}`}>{words.t(`more.${name}`)}</label>
            <input
              id={`more-${name}`}
              name={`answer-${name}`}
              value={sent?.text(`answer-${name}`)}
              maxLength={500}
              dir="auto"
            />
          </p>
        ))}
        {unknown.map(({ letter, name }) => (
          <p key={letter}>
            <label for={`more-${letter}`}>{words.t('more.column', { letter, name })}</label>
            <select id={`more-${letter}`} name={`mapping-${letter}`}>
              <option value="">{words.t('more.notSaid')}</option>
              <Options of={meanings} chosen={sent?.text(`mapping-${letter}`)} />
            </select>
          </p>
        ))}
        <button type="submit" class="quietly">
          {words.t('more.button')}
        </button>
      </form>
    </details>
  );
}
