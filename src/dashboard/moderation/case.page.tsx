import type { JSX } from 'preact';
import { stateOfCase, type ModerationCase } from '../../communities/moderation/moderation-case.js';
import { stepsOpenTo } from '../../communities/moderation/moderation-request.js';
import type { Fault } from '../fault.js';
import { Layout, type Frame } from '../layout.js';
import { FaultNotice } from '../parts/fault-notice.js';
import type { SentForm } from '../sent-form.js';
import type { Visitor } from '../visitor.js';
import { HintList } from './hint-list.js';
import { stateWords } from './state-words.js';
import { StepForms } from './step-forms.js';
import { hintsOfCase } from './waiting-text.js';
import { WrittenTexts } from './written-texts.js';

/** A text that a moderator looks at, what was done about it and what can be, for its own side and for moderators. */
export function CasePage({
  frame,
  visitor,
  one,
  now,
  sent,
  fault,
}: {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly one: ModerationCase;
  readonly now: Date;
  readonly sent?: SentForm | undefined;
  readonly fault?: Fault | undefined;
}): JSX.Element {
  const { words } = frame;
  const state = stateOfCase(one, now);
  const title = words.t(`moderation.kind.${one.kind}`);
  const who = one.community?.name ?? words.t('moderation.ofAdministrator');
  const steps = stepsOpenTo(visitor.actor, one, now);
  return (
    <Layout frame={frame} title={title} section="contribute">
      <p class="kicker">
        <a href={placeOf(one, frame)}>{words.t('moderation.caseOf', { who })}</a>
      </p>
      <h1>{title}</h1>
      <FaultNotice fault={fault} words={words} />
      <p class="lede">{stateWords(one, state, words)}</p>
      {one.texts.length > 0 && (
        <section>
          <h2>{words.t('moderation.texts')}</h2>
          <WrittenTexts texts={one.texts} words={words} />
          <HintList hints={hintsOfCase(one)} words={words} />
        </section>
      )}
      {one.steps.length > 0 && (
        <section>
          <h2>{words.t('moderation.steps')}</h2>
          {one.steps.map(({ step, reasonCode, words: said, takenAt }) => (
            <div key={step}>
              <p>
                {words.t(`moderation.state.${step}`, { day: words.day(takenAt.toISOString()) })}{' '}
                {reasonCode !== undefined && words.t(`statements.reason.${reasonCode}`)}
              </p>
              {said !== undefined && (
                <blockquote>
                  <p dir="auto">{said}</p>
                </blockquote>
              )}
            </div>
          ))}
        </section>
      )}
      {steps.length > 0 && <StepForms {...{ frame, visitor, one, steps, sent, fault }} />}
    </Layout>
  );
}

function placeOf({ kind, of }: ModerationCase, { words }: Frame): string {
  if (kind === 'statement') return words.to('statements', of);
  return kind === 'review_reason'
    ? words.to('submissions', of.split('.')[0] ?? '')
    : words.to('communities', of);
}
