import type { JSX } from 'preact';
import type { ExplanationReport } from '../../reports/explanation.js';
import type { Frame } from '../layout.js';
import { Explained } from './explained.js';

/** How far a score can be trusted: range, coverage, age, grade, and whose figures it stands on. */
export function HowSure({
  frame: { words },
  report,
}: {
  readonly frame: Frame;
  readonly report: ExplanationReport;
}): JSX.Element {
  const { interval, coverage, meanAgeYears, grade, natureShares, shareFromCommunities } = report;
  const natures = Object.entries(natureShares).filter(([, share]) => share > 0);
  return (
    <section id="sure">
      <h2>{words.t('explanation.sure')}</h2>
      <dl class="pairs">
        {interval !== undefined && (
          <>
            <dt>
              <Explained words={words} of="range" />
            </dt>
            <dd>
              {words.t('explanation.interval', {
                low: words.score(interval.low),
                high: words.score(interval.high),
                replicates: interval.replicates,
              })}
              {interval.outside && <span class="remark">{words.t('node.outside')}</span>}
            </dd>
          </>
        )}
        {coverage !== undefined && (
          <>
            <dt>
              <Explained words={words} of="coverage" />
            </dt>
            <dd>{words.percent(coverage)}</dd>
          </>
        )}
        {meanAgeYears !== undefined && (
          <>
            <dt>
              <Explained words={words} of="age" />
            </dt>
            <dd>{words.t('node.age', { years: words.score(meanAgeYears) })}</dd>
          </>
        )}
        {grade !== undefined && (
          <>
            <dt>
              <Explained words={words} of="grade" />
            </dt>
            <dd>
              {words.t('explanation.grade', {
                grade: grade.grade,
                coverage: grade.byCoverage,
                age: grade.byAge,
                range: grade.byRange ?? 'none',
              })}
            </dd>
          </>
        )}
        {natures.length > 0 && (
          <>
            <dt>{words.t('explanation.natures')}</dt>
            <dd>
              {words.list(
                natures.map(([nature, share]) =>
                  words.t('explanation.nature', {
                    share: words.percent(share),
                    nature: words.t(nature === 'filled' ? 'explanation.filled' : `figureStatus.${nature}`),
                  }),
                ),
              )}
              {shareFromCommunities > 0 && (
                <span class="remark">
                  {words.t('explanation.fromCommunities', { share: words.percent(shareFromCommunities) })}
                </span>
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
