import type { JSX } from 'preact';
import { goalpostSentence } from '../goalpost-sentence.js';
import type { ExplanationReport, IndicatorExplanation } from '../../reports/explanation.js';
import type { FigureSource } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import type { Words } from '../words.js';
import { ContributeLink } from './contribute-link.js';
import { Explained } from './explained.js';
import { Mark } from './status.js';
import { WhoAssessed } from './who-assessed.js';

interface IndicatorStepsProps {
  readonly frame: Frame;
  readonly report: ExplanationReport;
  readonly line: IndicatorExplanation;
}

/** From reported figures to the level of an indicator, and to its pace. */
export function IndicatorSteps({ frame, report, line }: IndicatorStepsProps): JSX.Element {
  const { words, told } = frame;
  const { code, name } = report.node;
  const assessed = new Set(line.assessment?.members.map(({ observation }) => observation));
  const beside = line.alternatives.filter(({ observation }) => !assessed.has(observation));
  return (
    <section id="parts">
      <h2>{words.t('explanation.steps')}</h2>
      <p>{told('indicator', code, 'definition', line.definition)}</p>
      {line.years.length === 0 ? (
        <p>
          <ContributeLink
            words={words}
            of={{ area: report.area, indicator: { code, name: frame.named('indicator', { code, name }) } }}
          />
        </p>
      ) : (
        <ReadYears frame={frame} line={line} />
      )}
      <dl class="pairs">
        <dt>
          <Explained words={words} of="goalposts" />
        </dt>
        <dd>
          {goalpostSentence(line.goalposts, words)}
          <span class="remark sentence">
            {told('indicator', code, 'goalpost_reason', line.goalpostReason)}
          </span>
        </dd>
        {line.formula !== undefined && (
          <>
            <dt>{words.t('explanation.formula')}</dt>
            <dd class="formula" dir="ltr">
              {line.formula}
            </dd>
          </>
        )}
        <Target line={line} frame={frame} />
        {(line.status ?? line.direction) !== undefined && (
          <>
            <dt>{words.t('column.status')}</dt>
            <dd>
              <Mark of={line.status ?? line.direction ?? 'not_assessable'} words={words} />
            </dd>
          </>
        )}
        {line.paceFormula !== undefined && (
          <>
            <dt>
              <Explained words={words} of="pace" />
            </dt>
            <dd class="formula" dir="ltr" id="pace">
              {line.paceFormula}
            </dd>
          </>
        )}
        {line.baseFigure !== undefined && (
          <>
            <dt>{words.t('explanation.base')}</dt>
            <dd>
              <FigureLink figure={line.baseFigure} words={words} /> ({words.year(line.baseFigure.year)})
            </dd>
          </>
        )}
      </dl>
      {line.sentences.length > 0 && (
        <ul>
          {line.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {line.assessment !== undefined && <WhoAssessed assessment={line.assessment} words={words} />}
      {beside.length > 0 && (
        <>
          <h3>{words.t('figure.beside')}</h3>
          <ul class="plain">
            {beside.map((figure) => (
              <li key={figure.observation}>
                <FigureLink figure={figure} words={words} />{' '}
                <span class="quiet">
                  {words.year(figure.year)}, <bdi>{figure.organisation ?? figure.communityName}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What was reported for each year, and how it was read. */
function ReadYears({ frame, line }: Omit<IndicatorStepsProps, 'report'>): JSX.Element {
  const { words } = frame;
  const divided = line.years.some(({ inhabitants }) => inhabitants !== undefined);
  return (
    <table class="lines ledger">
      <caption>{words.t('explanation.yearsCaption', { unit: frame.unit(line.unit) })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('column.year')}</th>
          <th scope="col" class="number">
            {words.t('explanation.reported')}
          </th>
          {divided && (
            <th scope="col" class="number">
              {words.t('explanation.inhabitants')}
            </th>
          )}
          <th scope="col" class="number">
            {words.t('column.value')}
          </th>
          <th scope="col">{words.t('column.source')}</th>
        </tr>
      </thead>
      <tbody>
        {line.years.map(({ year, figures, inhabitants, value }) => (
          <tr key={year}>
            <th scope="row">{words.year(year)}</th>
            <td class="number" data-label={words.t('explanation.reported')}>
              {figures.map((figure) => (
                <span key={figure.observation} class="sentence">
                  <FigureLink figure={figure} words={words} />
                </span>
              ))}
            </td>
            {divided && (
              <td class="number" data-label={words.t('explanation.inhabitants')}>
                {inhabitants === undefined ? words.t('level.none') : words.value(inhabitants)}
              </td>
            )}
            <td class="number" data-label={words.t('column.value')}>
              {words.value(value)}
            </td>
            <td data-label={words.t('column.source')} class="source">
              <bdi>{figures[0]?.organisation ?? figures[0]?.communityName}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ line, frame }: Omit<IndicatorStepsProps, 'report'>): JSX.Element {
  const { words } = frame;
  const { target, targetYear, targetBasis, unit } = line;
  return (
    <>
      <dt>
        <Explained words={words} of="target" />
      </dt>
      <dd>
        {target === undefined || targetYear === undefined ? (
          words.t('indicator.noTarget')
        ) : (
          <>
            {words.t('way.by', {
              value: words.quantity(target, frame.unit(unit)),
              year: words.year(targetYear),
            })}
            <span class="remark">{frame.told('indicator', line.indicator, 'target_basis', targetBasis)}</span>
          </>
        )}
      </dd>
    </>
  );
}

function FigureLink({
  figure,
  words,
}: {
  readonly figure: FigureSource;
  readonly words: Words;
}): JSX.Element {
  return <a href={words.to('observations', figure.observation)}>{words.exact(figure.value)}</a>;
}
