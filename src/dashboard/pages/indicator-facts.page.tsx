import type { JSX } from 'preact';
import type { LadderExample, LadderLevel } from '../../catalogue/catalogue.js';
import { linkCode } from '../../catalogue/source-texts.js';
import type { IndicatorReport } from '../../reports/report.js';
import { goalpostSentence } from '../goalpost-sentence.js';
import type { Frame } from '../layout.js';
import { NODE_SECTIONS } from '../node-sections.js';
import { Explained } from '../parts/explained.js';
import { assessAddress } from '../assess/assess-address.js';
import { InEnglish } from '../parts/in-english.js';
import { LadderSteps } from '../parts/ladder-steps.js';
import { OutwardLink } from '../parts/outward-link.js';
import { Terms } from '../parts/terms.js';

interface IndicatorPartProps {
  readonly report: IndicatorReport;
  readonly frame: Frame;
}

/** Unit, goalposts and why, target, source, licence, what to mind. */
export function IndicatorFacts({
  report: { indicator },
  ladder,
  examples,
  frame,
}: IndicatorPartProps & {
  readonly ladder: readonly LadderLevel[];
  /** Of this indicator. */
  readonly examples: readonly LadderExample[];
}): JSX.Element {
  const { words, told, phrase, unit } = frame;
  const { code, goalposts, target, targetYear, targetBasis, caveats } = indicator;
  const hasTarget = target !== undefined && targetBasis !== undefined;
  return (
    <section id="reading">
      <h2>{words.t('explore.reading')}</h2>
      <dl class="pairs">
        <dt>{words.t('indicator.unit')}</dt>
        <dd>{unit(indicator.unit)}</dd>
        <dt>
          <Explained words={words} of="goalposts">
            {words.t('indicator.goalposts')}
          </Explained>
        </dt>
        <dd>
          {goalpostSentence(goalposts, words)}
          <span class="remark sentence">
            {told('indicator', code, 'goalpost_reason', indicator.goalpostReason)}
          </span>
        </dd>
        {goalposts['kind'] === 'rubric' && ladder.length > 0 && (
          <>
            <dt>{words.t('indicator.ladder')}</dt>
            <dd>
              <LadderSteps ladder={ladder} examples={examples} frame={frame} />
              <p>
                <a href={assessAddress(words, { indicator: code })}>{words.t('assess.withThis')}</a>
              </p>
            </dd>
          </>
        )}
        <dt>
          <Explained words={words} of="target">
            {words.t('indicator.target')}
          </Explained>
        </dt>
        <dd>
          {hasTarget
            ? words.t('explore.targetBy', {
                value: words.quantity(target, unit(indicator.unit)),
                year: targetYear === undefined ? '' : words.year(targetYear),
                dated: targetYear === undefined ? 'no' : 'yes',
              })
            : words.t('indicator.noTarget')}
          {hasTarget && (
            <span class="remark">
              {words.t('explore.agreedIn')} {told('indicator', code, 'target_basis', targetBasis)}
            </span>
          )}
        </dd>
        <dt>{words.t('indicator.role')}</dt>
        <dd>{words.t(indicator.scored ? `tierLong.${indicator.tier}` : 'indicator.notScored')}</dd>
        <dt>{words.t('indicator.source')}</dt>
        <dd class="sentence">{phrase(indicator.source)}</dd>
        <dt>{words.t('indicator.licence')}</dt>
        <dd class="sentence">{phrase(indicator.licence)}</dd>
        {caveats !== undefined && (
          <>
            <dt>{words.t('indicator.caveats')}</dt>
            <dd class="sentence">{told('indicator', code, 'caveats', caveats)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The published series behind the figures, with their terms and how they came here. */
export function IndicatorSeries({ report, frame }: IndicatorPartProps): JSX.Element | null {
  const { words, phrase } = frame;
  if (report.series.length === 0) return null;
  return (
    <section id="series">
      <h2>{words.t('indicator.series')}</h2>
      <p>{words.t(report.series.length > 1 ? 'indicator.editions' : 'indicator.oneEdition')}</p>
      {report.series.map((series) => (
        <dl class="pairs" key={`${series.series} ${series.edition}`}>
          <dt>
            <InEnglish words={words}>{series.organisation}</InEnglish>
          </dt>
          <dd>
            <InEnglish words={words}>{`${series.series} (${series.edition})`}</InEnglish>{' '}
            <OutwardLink href={series.url}>{words.t('indicator.publisher')}</OutwardLink>
          </dd>
          <dt>{words.t('figure.terms')}</dt>
          <dd>
            <Terms terms={phrase(series.terms)} redistribution={series.redistribution} words={words} />
          </dd>
          <dt>{words.t('figure.provenance')}</dt>
          <dd>
            {phrase(series.provenance)}
            <span class="remark">{words.t('note.bundledFigure')}</span>
          </dd>
          {series.notes !== '' && (
            <>
              <dt>{words.t('figure.notes')}</dt>
              <dd>{phrase(series.notes)}</dd>
            </>
          )}
        </dl>
      ))}
    </section>
  );
}

/** Commitments, issues and views of other agendas the indicator speaks to. */
export function IndicatorLinks({
  report: { indicator, commitments, issues, actionLines, sdgTargets },
  frame: { words, named, told },
}: IndicatorPartProps): JSX.Element {
  return (
    <>
      {commitments.length > 0 && (
        <section id="commitments">
          <h2>{words.t('indicator.commitments')}</h2>
          <dl class="pairs">
            {commitments.map(({ id, title, type, reason }) => (
              <>
                <dt key={id}>
                  <a href={words.to('commitments', id)}>{named('commitment', { code: id, name: title })}</a>
                </dt>
                <dd>
                  <strong>{words.t(`link.${type}`)}</strong>
                  <span class="remark sentence">
                    {told(
                      'crosswalk',
                      linkCode({ indicator: indicator.code, commitment: id }),
                      'reason',
                      reason,
                    )}
                  </span>
                </dd>
              </>
            ))}
          </dl>
        </section>
      )}
      {(
        [
          ['issue', issues, 'indicator.issues'],
          ['action_line', actionLines, 'indicator.actionLines'],
          ['sdg_target', sdgTargets, 'indicator.sdgTargets'],
        ] as const
      ).map(
        ([kind, views, heading]) =>
          views.length > 0 && (
            <section key={kind} id={NODE_SECTIONS[kind]}>
              <h2>{words.t(heading)}</h2>
              <ul class="plain">
                {views.map((view) => (
                  <li key={view.code}>
                    <a href={words.to(NODE_SECTIONS[kind], view.code)}>{named(kind, view)}</a>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
