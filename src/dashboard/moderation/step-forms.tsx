import type { JSX } from 'preact';
import {
  needsReason,
  needsWords,
  reasonsAgainst,
  type ModerationCase,
  type ModerationStep,
} from '../../communities/moderation/moderation-case.js';
import { LONGEST_WORDS, STEP_OF, versionOfCase } from '../../communities/moderation/moderation-request.js';
import { SelectField } from '../administration/select-field.js';
import type { Fault } from '../fault.js';
import type { Frame } from '../layout.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import type { Words } from '../words.js';

/** What the visitor can do about a text now. */
export function StepForms({
  frame: { words },
  visitor,
  one,
  steps,
  sent,
  fault,
}: {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly one: ModerationCase;
  readonly steps: readonly ModerationStep[];
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}): JSX.Element {
  const plain = steps.filter((step) => !needsWords(step));
  const explained = steps.filter(needsWords);
  const isAppeal = steps.includes('appealed');
  return (
    <section>
      <h2>{words.t(isAppeal ? 'moderation.appealTitle' : 'moderation.decide')}</h2>
      <p>{words.t(isAppeal ? 'moderation.appealLede' : 'moderation.decideHint')}</p>
      <form action={words.to('moderation', 'cases', one.id)} method="post" class="decide">
        <input type="hidden" name="_token" value={visitor.formToken} />
        <input type="hidden" name="version" value={versionOfCase(one)} />
        {plain.map((step) => (
          <p key={step}>
            <StepButton step={step} words={words} />
          </p>
        ))}
        {explained.map((step) => (
          <StepFields key={step} {...{ step, words, sent, fault, reasons: reasonsAgainst(one) }} />
        ))}
      </form>
    </section>
  );
}

/** Reason and words of a step that needs them, and the button that takes it. */
export function StepFields({
  step,
  reasons,
  words,
  sent,
  fault,
}: {
  readonly step: ModerationStep;
  readonly reasons: readonly string[];
  readonly words: Words;
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}): JSX.Element {
  const isWrong = fault?.lines.some(({ field }) => field === 'text') === true;
  return (
    <>
      {needsReason(step) && (
        <SelectField
          id="reasonCode"
          label={words.t('statements.declineReason')}
          of={reasons.map((code) => ({ code, name: words.t(`statements.reason.${code}`) }))}
          chosen={sent?.text('reasonCode')}
          none={words.t('statements.noReason')}
          fault={fault}
        />
      )}
      <p>
        <label for="text">{words.t(`moderation.words.${nameOf(step)}`)}</label>
        <textarea
          id="text"
          name="text"
          rows={4}
          maxLength={LONGEST_WORDS}
          dir="auto"
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'fault' : undefined}
        >
          {sent?.text('text')}
        </textarea>
      </p>
      <StepButton step={step} words={words} quiet={step !== 'appealed'} />
    </>
  );
}

function StepButton({
  step,
  words,
  quiet = false,
}: {
  readonly step: ModerationStep;
  readonly words: Words;
  readonly quiet?: boolean;
}): JSX.Element {
  const name = nameOf(step);
  return (
    <button type="submit" name="step" value={name} class={quiet ? 'quietly' : undefined}>
      {words.t(`moderation.do.${name}`)}
    </button>
  );
}

/** What a step is called when somebody asks for it. */
function nameOf(step: ModerationStep): string {
  return Object.keys(STEP_OF).find((name) => STEP_OF[name] === step) ?? step;
}
