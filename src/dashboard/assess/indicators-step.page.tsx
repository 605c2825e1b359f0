import type { JSX } from 'preact';
import type { Indicator } from '../../catalogue/catalogue.js';
import { contributeAddress } from '../parts/contribute-link.js';
import type { Frame } from '../layout.js';
import { AssessFrame, DiscardDraft, StepFields, type StepProps } from './assess-frame.js';
import type { QuestionGroup } from './question-groups.js';

/** The level a community gave last. */
export interface HeldLevel {
  readonly level: number;
  readonly year: number;
}

interface IndicatorsStepProps extends StepProps {
  readonly groups: readonly QuestionGroup[];
  /** By indicator, what the community's own last assessment says. */
  readonly held: ReadonlyMap<string, HeldLevel>;
  /** Ticked for the first time: what the form was opened for. */
  readonly asked: readonly string[];
}

/** Which of the questions will be answered, beside what the community said before. */
export function IndicatorsStepPage(props: IndicatorsStepProps): JSX.Element {
  const { frame, draft, groups, asked } = props;
  const { words } = frame;
  const ticked = new Set([...draft.indicators, ...asked]);
  const count = groups.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return (
    <AssessFrame step={props} title={words.t('assess.chooseTitle')}>
      <p class="lede">{words.t('assess.chooseLede')}</p>
      <form class="round" action={words.to('assess', draft.reference, 'indicators')} method="post">
        <StepFields {...props} />

        {groups.map(({ code, name, indicators }) => (
          <fieldset key={code}>
            <legend>{name}</legend>
            {indicators.map((indicator) => (
              <Question
                key={indicator.code}
                {...props}
                indicator={indicator}
                isTicked={ticked.has(indicator.code)}
              />
            ))}
          </fieldset>
        ))}
        <div class="row">
          <button type="submit">{words.t('assess.go.chosen')}</button>
          <button type="submit" name="all" value="yes" class="quietly">
            {words.t('assess.go.all', { count })}
          </button>
        </div>
      </form>
      <DiscardDraft {...props} />
    </AssessFrame>
  );
}

function Question({
  frame,
  draft,
  country,
  held,
  indicator,
  isTicked,
}: IndicatorsStepProps & { readonly indicator: Indicator; readonly isTicked: boolean }): JSX.Element {
  const id = `indicator-${indicator.code}`;
  const before = held.get(indicator.code);
  return (
    <>
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          name="indicator"
          value={indicator.code}
          checked={isTicked}
          aria-describedby={`${id}-says`}
        />
        <span>{frame.named('indicator', indicator)}</span>
      </label>
      <p class="remark" id={`${id}-says`}>
        {frame.told('indicator', indicator.code, 'definition', indicator.definition)}
        {before !== undefined && (
          <HeldSentence
            frame={frame}
            held={before}
            area={{ code: draft.area, name: country }}
            indicator={indicator}
          />
        )}
      </p>
    </>
  );
}

/** What the community said last, and the way to say that it still holds. */
export function HeldSentence({
  frame: { words, named },
  held: { level, year },
  area,
  indicator,
}: {
  readonly frame: Frame;
  readonly held: HeldLevel;
  readonly area: { readonly code: string; readonly name: string };
  readonly indicator: Pick<Indicator, 'code' | 'name'>;
}): JSX.Element {
  const of = { area, indicator: { code: indicator.code, name: named('indicator', indicator) } };
  return (
    <span class="sentence">
      {words.t('assess.held', { level: words.value(level), year: words.year(year) })}{' '}
      <a href={contributeAddress(words, of)}>{words.t('assess.unchanged')}</a>
    </span>
  );
}
