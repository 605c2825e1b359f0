import type { JSX } from 'preact';
import { VERDICTS } from '../../submissions/reviewing/review.js';
import type { Fault } from '../fault.js';
import { REASON_CODES } from '../reasons.js';
import type { SentForm } from '../sent-form.js';
import type { Words } from '../words.js';
import { Options } from './choose-coverage.js';

/** Id of the first of the verdicts. */
export const VERDICT_FIELD = 'verdict-accept';
export const REASON_FIELD = 'reason';

interface ReasonProps {
  readonly words: Words;
  /** What was written, when that could not be taken, and why. */
  readonly sent: SentForm | undefined;
  readonly fault: Fault | undefined;
}

/** What a reviewer decides, and why. */
export function DecisionFields({ words, sent, fault }: ReasonProps): JSX.Element {
  const said = sent?.text('decision');
  const isMissing = fault?.field === VERDICT_FIELD;
  return (
    <>
      <fieldset aria-describedby={isMissing ? 'fault' : undefined}>
        <legend>{words.t('decide.verdict')}</legend>
        {VERDICTS.map((verdict) => (
          <label class="choice" key={verdict}>
            <input
              id={`verdict-${verdict}`}
              type="radio"
              name="decision"
              value={verdict}
              checked={verdict === said}
              required
            />{' '}
            {words.t(`decide.${verdict}`)}
          </label>
        ))}
      </fieldset>
      <ReasonFields words={words} sent={sent} fault={fault} />
    </>
  );
}

export function ReasonFields({
  words,
  sent,
  fault,
  required = false,
}: ReasonProps & { readonly required?: boolean }): JSX.Element {
  const isWrong = fault?.field === REASON_FIELD;
  const reasons = REASON_CODES.map((code) => ({ code, name: words.t(`reason.${code}`) }));
  return (
    <>
      <p>
        <label for="reason-code">{words.t('decide.reasonCode')}</label>
        <select id="reason-code" name="reasonCode">
          <option value="">{words.t('decide.noReason')}</option>
          <Options of={reasons} chosen={sent?.text('reasonCode')} />
        </select>
      </p>
      <p>
        <label for="reason">{words.t('decide.text')}</label>
        <textarea
          id={REASON_FIELD}
          name="text"
          rows={4}
          maxLength={5000}
          dir="auto"
          required={required}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'fault reason-hint' : 'reason-hint'}
        >
          {sent?.text('text')}
        </textarea>
        <span class="remark" id="reason-hint">
          {words.t('decide.textHint')}
        </span>
      </p>
    </>
  );
}
