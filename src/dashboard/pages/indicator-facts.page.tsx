import type { JSX } from 'preact';
import type { LadderLevel } from '../../catalogue/catalogue.js';
import type { IndicatorReport } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { OutwardLink } from '../parts/outward-link.js';
import { Terms } from '../parts/terms.js';
import type { Words } from '../words.js';

interface IndicatorPartProps {
  readonly report: IndicatorReport;
  readonly words: Words;
}

/** Unit, goalposts and why, target, source, licence, what to mind. */
export function IndicatorFacts({
  report: { indicator },
  ladder,
  words,
}: IndicatorPartProps & { readonly ladder: readonly LadderLevel[] }): JSX.Element {
  return (
    <dl class="pairs">
      <dt>{words.t('indicator.unit')}</dt>
      <dd>{indicator.unit}</dd>
      <dt>{words.t('indicator.goalposts')}</dt>
      <dd>
        {goalpostSentence(indicator.goalposts, words)}
        <span class="remark sentence">{indicator.goalpostReason}</span>
      </dd>
      {indicator.goalposts['kind'] === 'rubric' && ladder.length > 0 && (
        <>
          <dt>{words.t('indicator.ladder')}</dt>
          <dd>
            <ol class="plain">
              {ladder.map(({ level, name, means }) => (
                <li key={level}>
                  {words.t('indicator.ladderLevel', { level: words.value(level), name, means })}
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
      <dt>{words.t('indicator.target')}</dt>
      <dd>
        {indicator.target === undefined || indicator.targetBasis === undefined
          ? words.t('indicator.noTarget')
          : words.t('indicator.targetOf', {
              value: words.quantity(indicator.target, indicator.unit),
              year: indicator.targetYear === undefined ? '' : words.year(indicator.targetYear),
              basis: indicator.targetBasis,
            })}
      </dd>
      <dt>{words.t('indicator.role')}</dt>
      <dd>{words.t(indicator.scored ? `tierLong.${indicator.tier}` : 'indicator.notScored')}</dd>
      <dt>{words.t('indicator.source')}</dt>
      <dd class="sentence">{indicator.source}</dd>
      <dt>{words.t('indicator.licence')}</dt>
      <dd class="sentence">{indicator.licence}</dd>
      {indicator.caveats !== undefined && (
        <>
          <dt>{words.t('indicator.caveats')}</dt>
          <dd class="sentence">{indicator.caveats}</dd>
        </>
      )}
    </dl>
  );
}

function goalpostSentence(goalposts: IndicatorReport['indicator']['goalposts'], words: Words): string {
  const number = (name: string): string => words.value(Number(goalposts[name]));
  return goalposts['kind'] === 'band'
    ? words.t('goalposts.band', {
        low: number('low'),
        high: number('high'),
        distance: number('zeroDistance'),
      })
    : words.t('goalposts.range', {
        worst: number('worst'),
        best: number('best'),
        scale: String(goalposts['scale'] ?? 'linear'),
      });
}

/** The published series behind the figures, with their terms and how they came here. */
export function IndicatorSeries({ report, words }: IndicatorPartProps): JSX.Element | null {
  if (report.series.length === 0) return null;
  return (
    <>
      <h2>{words.t('indicator.series')}</h2>
      <p>{words.t(report.series.length > 1 ? 'indicator.editions' : 'indicator.oneEdition')}</p>
      {report.series.map((series) => (
        <dl class="pairs" key={`${series.series} ${series.edition}`}>
          <dt>{series.organisation}</dt>
          <dd>
            {words.t('indicator.edition', { series: series.series, edition: series.edition })}{' '}
            <OutwardLink href={series.url}>{words.t('indicator.publisher')}</OutwardLink>
          </dd>
          <dt>{words.t('figure.terms')}</dt>
          <dd>
            <Terms terms={series.terms} redistribution={series.redistribution} words={words} />
          </dd>
          <dt>{words.t('figure.provenance')}</dt>
          <dd>
            {series.provenance}
            <span class="remark">{words.t('note.bundledFigure')}</span>
          </dd>
          {series.notes !== '' && (
            <>
              <dt>{words.t('figure.notes')}</dt>
              <dd>{series.notes}</dd>
            </>
          )}
        </dl>
      ))}
    </>
  );
}

/** Commitments and issues the indicator speaks to. */
export function IndicatorLinks({
  report,
  frame: { words, named },
}: Pick<IndicatorPartProps, 'report'> & { readonly frame: Pick<Frame, 'words' | 'named'> }): JSX.Element {
  return (
    <>
      {report.commitments.length > 0 && (
        <>
          <h2>{words.t('indicator.commitments')}</h2>
          <dl class="pairs">
            {report.commitments.map(({ id, title, type, reason }) => (
              <>
                <dt key={id}>
                  <a href={words.to('commitments', id)}>{named('commitment', { code: id, name: title })}</a>
                </dt>
                <dd class="sentence">
                  {words.t('indicator.link', { type: words.t(`link.${type}`), reason })}
                </dd>
              </>
            ))}
          </dl>
        </>
      )}
      {report.issues.length > 0 && (
        <>
          <h2>{words.t('indicator.issues')}</h2>
          <ul class="plain">
            {report.issues.map(({ code, name }) => (
              <li key={code}>
                <a href={words.to('issues', code)}>{named('issue', { code, name })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
