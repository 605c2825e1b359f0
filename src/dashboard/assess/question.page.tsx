import type { JSX } from 'preact';
import type { Indicator, LadderExample, LadderLevel } from '../../catalogue/catalogue.js';
import { MOST_LINKS } from '../../catalogue/evidence-links.js';
import { SelectField } from '../administration/select-field.js';
import { Keep } from '../parts/keep.js';
import { WordingHints } from '../parts/wording-hints.js';
import { LadderLevelMeaning, LadderLevelName } from '../parts/ladder-steps.js';
import { AssessFrame, StepButtons, StepFields, type StepProps } from './assess-frame.js';
import { MOST_EVIDENCE, MOST_NOTE } from './assess-form.js';
import { confidenceChoices } from './groups-step.page.js';
import { HeldSentence, type HeldLevel } from './indicators-step.page.js';

interface QuestionPageProps extends StepProps {
  readonly indicator: Indicator;
  readonly ladder: readonly LadderLevel[];
  /** Of this indicator. */
  readonly examples: readonly LadderExample[];
  /** What the community's own last assessment says. */
  readonly held?: HeldLevel | undefined;
}

/** One question: the ladder to choose from, what shows it, how sure one is, and a note. */
export function QuestionPage(props: QuestionPageProps): JSX.Element {
  const { frame, draft, country, indicator, held, sent, fault } = props;
  const { words, named, told } = frame;
  const said = draft.answers[indicator.code];
  const field = (name: 'evidence' | 'note'): string | undefined =>
    sent === undefined ? said?.[name] : sent.text(name);
  const choices = confidenceChoices(words);
  const ofRound = choices.find(({ code }) => code === draft.confidence)?.name;
  return (
    <AssessFrame
      step={props}
      title={named('indicator', indicator)}
      progress={words.t('assess.progress', {
        place: draft.indicators.indexOf(indicator.code) + 1,
        count: draft.indicators.length,
      })}
    >
      <p class="lede">{told('indicator', indicator.code, 'definition', indicator.definition)}</p>
      {held !== undefined && (
        <p>
          <HeldSentence
            frame={frame}
            held={held}
            area={{ code: draft.area, name: country }}
            indicator={indicator}
          />
        </p>
      )}
      <Keep frame={frame}>
        <form class="round" action={words.to('assess', draft.reference, indicator.code)} method="post">
          <StepFields {...props} />
          <Levels {...props} />
          <p>
            <label for="evidence">{words.t('assess.evidence', { most: MOST_LINKS })}</label>
            <textarea
              id="evidence"
              name="evidence"
              rows={3}
              dir="ltr"
              maxLength={MOST_EVIDENCE}
              placeholder="https://"
              aria-describedby="evidence-hint"
            >
              {field('evidence')}
            </textarea>
            <span class="remark" id="evidence-hint">
              {words.t('assess.evidenceHint')}
            </span>
          </p>
          <SelectField
            id="confidence"
            label={words.t('assess.confidence')}
            of={choices}
            none={
              ofRound === undefined
                ? words.t('assess.notSaid')
                : words.t('assess.asRound', { confidence: ofRound })
            }
            chosen={sent === undefined ? said?.confidence : sent.text('confidence')}
            fault={fault}
          />
          <p>
            <label for="note">{words.t('assess.note')}</label>
            <textarea
              id="note"
              name="note"
              rows={4}
              dir="auto"
              maxLength={MOST_NOTE}
              aria-describedby="note-hint"
            >
              {field('note')}
            </textarea>
            <span class="remark" id="note-hint">
              {words.t('assess.noteHint')}
            </span>
          </p>
          <WordingHints frame={frame} hasEvidence />
          <StepButtons step={props} next={words.t('assess.go.next')} ways={['back', 'check']} />
        </form>
      </Keep>
    </AssessFrame>
  );
}

function Levels({
  frame,
  draft,
  country,
  indicator,
  ladder,
  examples,
  sent,
}: QuestionPageProps): JSX.Element {
  const { words } = frame;
  const said = draft.answers[indicator.code];
  const chosen = sent === undefined ? said && String(said.level ?? '') : (sent.text('level') ?? '');
  return (
    <fieldset>
      <legend>{words.t('assess.level', { country, year: words.year(draft.year) })}</legend>
      {ladder.map((step) => {
        const id = `level-${String(step.level)}`;
        return (
          <>
            <label class="choice" key={id}>
              <input
                id={id}
                type="radio"
                name="level"
                value={step.level}
                checked={chosen === String(step.level)}
                aria-describedby={`${id}-means`}
              />
              <span>
                <LadderLevelName step={step} frame={frame} />
              </span>
            </label>
            <p class="remark" id={`${id}-means`}>
              <LadderLevelMeaning step={step} examples={examples} frame={frame} />
            </p>
          </>
        );
      })}
      <label class="choice">
        <input id="level-none" type="radio" name="level" value="" checked={chosen === ''} />
        <span>{words.t('assess.unknown')}</span>
      </label>
      <p class="remark">{words.t('assess.unknownHint')}</p>
    </fieldset>
  );
}
