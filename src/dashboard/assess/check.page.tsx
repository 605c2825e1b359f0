import type { JSX } from 'preact';
import type { Indicator } from '../../catalogue/catalogue.js';
import { tookPartWords } from '../../reports/took-part-words.js';
import { assessedIn } from '../../submissions/assessing/assessment-draft.js';
import { problemWords, warningWords } from '../../submissions/checking/problem-words.js';
import type { SubmissionReport } from '../../submissions/receiving/report.js';
import { StepForm } from '../parts/step-form.js';
import { AssessFrame, DiscardDraft, type StepProps } from './assess-frame.js';

interface CheckPageProps extends StepProps {
  /** Those that were chosen, in the order of the draft. */
  readonly indicators: readonly Indicator[];
  /** What the checks say; absent while no question has a level. */
  readonly report?: SubmissionReport | undefined;
}

/** All answers with what the checks say of each, as they will be sent. */
export function CheckPage(props: CheckPageProps): JSX.Element {
  const { frame, visitor, draft, report } = props;
  const { words } = frame;
  const assessed = assessedIn(draft);
  const count = assessed.length;
  const isGood = report?.problems.length === 0;
  return (
    <AssessFrame step={props} title={words.t('assess.checkTitle')}>
      <p class="lede">
        {words.t('assess.checkLede', {
          count,
          out: draft.indicators.length - count,
          all: draft.indicators.length,
        })}
      </p>
      <WhoTookPart {...props} />
      {draft.indicators.length > 0 && <Answers {...props} />}
      {isGood ? (
        <>
          <p>{words.t('assess.sendLede')}</p>
          <StepForm
            action={words.to('assess', draft.reference, 'check')}
            visitor={visitor}
            version={draft.version}
            label={words.t('assess.send', { count })}
          />
        </>
      ) : (
        <p class="note">{words.t(count === 0 ? 'assess.nothing' : 'assess.mendFirst')}</p>
      )}
      <ul class="plain">
        <li>
          <a href={words.to('assess', draft.reference, 'indicators')}>{words.t('assess.changeQuestions')}</a>
        </li>
      </ul>
      <DiscardDraft {...props} />
    </AssessFrame>
  );
}

/** Who took part, and what is wrong with that: it is the same for every row. */
function WhoTookPart({ frame: { words }, draft, report }: CheckPageProps): JSX.Element {
  const { tookPart = [] } = draft;
  const wrong = report?.problems.find(({ column }) => column?.name === 'groups');
  return (
    <p>
      {tookPart.length === 0
        ? words.t('assess.nobody')
        : words.t('assess.tookPart', { groups: tookPartWords(tookPart, words) })}{' '}
      <a href={words.to('assess', draft.reference, 'groups')}>{words.t('assess.change')}</a>
      {wrong !== undefined && <span class="remark">{problemWords(words.language, wrong).detail}</span>}
    </p>
  );
}

function Answers(props: CheckPageProps): JSX.Element {
  const { frame, draft, indicators } = props;
  const { words, named } = frame;
  return (
    <table class="lines held">
      <caption class="unseen">{words.t('assess.answersCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.indicator')}</th>
          <th scope="col" class="number">
            {words.t('assess.column.level')}
          </th>
          <th scope="col" class="number">
            {words.t('assess.column.links')}
          </th>
          <th scope="col">{words.t('assess.column.check')}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => {
          const { level, evidence } = draft.answers[indicator.code] ?? {};
          return (
            <tr key={indicator.code}>
              <th scope="row">
                <a href={words.to('assess', draft.reference, indicator.code)}>
                  {named('indicator', indicator)}
                </a>
              </th>
              <td class="number" data-label={words.t('assess.column.level')}>
                {level === undefined ? words.t('assess.noLevel') : words.value(level)}
              </td>
              <td class="number" data-label={words.t('assess.column.links')}>
                {words.value(evidence?.split('\n').length ?? 0)}
              </td>
              <td data-label={words.t('assess.column.check')}>
                {level === undefined ? (
                  words.t('assess.leftOut')
                ) : (
                  <Findings {...props} indicator={indicator} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the checks say of one row, in sentences. */
function Findings({
  frame: { words },
  draft,
  report,
  indicator,
}: CheckPageProps & { readonly indicator: Indicator }): JSX.Element {
  const row = assessedIn(draft).indexOf(indicator.code) + 1;
  const problems = (report?.problems ?? []).filter((one) => one.row === row && one.column?.name !== 'groups');
  const warnings = (report?.warnings ?? []).filter((one) => one.row === row);
  if (problems.length + warnings.length === 0) return <>{words.t('assess.good')}</>;
  return (
    <>
      {problems.map((problem) => {
        const { detail, hint } = problemWords(words.language, problem);
        return (
          <p key={problem.code}>
            <strong>{words.t('assess.fault')}</strong> {detail} <span class="hint">{hint}</span>
          </p>
        );
      })}
      {warnings.map((warning) => (
        <p key={warning.code}>
          {words.t('assess.look')} {warningWords(words.language, warning)}
        </p>
      ))}
    </>
  );
}
