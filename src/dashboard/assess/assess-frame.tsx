import type { ComponentChildren, JSX } from 'preact';
import type { AssessmentDraft } from '../../submissions/assessing/assessment-draft.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import { StepForm } from '../parts/step-form.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';

/** A step of the form, as it is shown. */
export interface StepProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly draft: AssessmentDraft;
  /** Name of the country. */
  readonly country: string;
  /** What was typed, when it could not be taken, and why. */
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}

/** Around each step: which round it is of, and what was wrong. */
export function AssessFrame({
  step: { frame, draft, country, fault },
  title,
  progress,
  children,
}: {
  readonly step: StepProps;
  readonly title: string;
  /** How far the form is, in words. */
  readonly progress?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={title} section="contribute">
      <p class="kicker">
        <a href={words.to('assess')}>
          {words.t('assess.round', { country, year: words.year(draft.year), community: draft.communityName })}
        </a>
      </p>
      <h1>{title}</h1>
      {progress !== undefined && <p class="quiet">{progress}</p>}
      <FaultNotice fault={fault} words={words} />
      {children}
    </Layout>
  );
}

/** What every form of a step carries. */
export function StepFields({ visitor, draft }: StepProps): JSX.Element {
  return (
    <>
      <input type="hidden" name="_token" value={visitor.formToken} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  );
}

/** The ways on: all of them save what was typed. The first is the one that the Enter key takes. */
export function StepButtons({
  step: { frame },
  next,
  ways,
}: {
  readonly step: StepProps;
  /** What the way on is called. */
  readonly next: string;
  readonly ways: readonly ('back' | 'check')[];
}): JSX.Element {
  return (
    <div class="row">
      <button type="submit" name="go" value="next">
        {next}
      </button>
      {ways.map((way) => (
        <button key={way} type="submit" name="go" value={way} class="quietly">
          {frame.words.t(`assess.go.${way}`)}
        </button>
      ))}
    </div>
  );
}

/** Lets somebody throw the draft away. */
export function DiscardDraft({ frame: { words }, visitor, draft }: StepProps): JSX.Element {
  return (
    <details>
      <summary>{words.t('assess.discardTitle')}</summary>
      <StepForm
        action={words.to('assess', draft.reference, 'discard')}
        visitor={visitor}
        label={words.t('assess.discard')}
        quiet
      >
        <p>{words.t('assess.discardHint')}</p>
      </StepForm>
    </details>
  );
}
