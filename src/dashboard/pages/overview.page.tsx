import type { JSX } from 'preact';
import type { OverviewReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import { CountrySearch } from '../parts/country-search.js';
import { DistributionTable } from '../parts/distribution-table.js';

/** Where the world and its regions stand on each principle. */
export function OverviewPage({
  frame,
  report,
}: {
  readonly frame: Frame;
  readonly report: OverviewReport;
}): JSX.Element {
  const { words, framework, named } = frame;
  const withScores = report.principles.filter(({ distributions }) =>
    distributions.some(({ withScore }) => withScore > 0),
  );
  const middles = report.principles.flatMap((principle) => {
    const median = principle.distributions.find(({ group }) => group.kind === 'world')?.median;
    return median === undefined
      ? []
      : [
          words.t('overview.findingPart', {
            score: words.score(median),
            principle: named('principle', principle),
          }),
        ];
  });
  return (
    <Layout frame={frame} title={words.t('site.name')} api="reports/overview">
      <h1>{words.t('overview.title', { framework: framework.name })}</h1>
      {middles.length > 0 && (
        <p class="lede">{words.t('overview.finding', { phrases: words.list(middles) })}</p>
      )}
      <p>
        {report.observations === 0
          ? words.t('overview.empty')
          : words.t('overview.base', {
              figures: report.observations,
              indicators: report.indicatorsWithFigures,
              countries: report.areas.filter(hasScore).length,
              principles: withScores.length,
              allPrinciples: report.principles.length,
            })}
      </p>
      <CountrySearch areas={report.areas} words={words} />
      <p class="quiet">
        {words.t('overview.allCountries')} <a href={words.to('countries')}>{words.t('overview.byRegion')}</a>
      </p>
      <h2>{words.t('overview.principles')}</h2>
      <p>{words.t('overview.howToRead')}</p>
      <div class="multiples">
        {report.principles.map((principle, position) => (
          <section
            key={principle.code}
            class={`principle hue-${String(position)}${withScores.includes(principle) ? '' : ' full'}`}
          >
            <h3>
              <a href={words.to('principles', principle.code)}>{named('principle', principle)}</a>
            </h3>
            {withScores.includes(principle) ? (
              <DistributionTable
                distributions={principle.distributions}
                name={named('principle', principle)}
                caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
                frame={frame}
              />
            ) : (
              <p class="without">
                {words.t('overview.noScore')}{' '}
                <a href={`${words.to('indicators')}#${principle.code}`}>{words.t('overview.noScoreLink')}</a>
              </p>
            )}
          </section>
        ))}
      </div>
      <h2>{words.t('overview.aboutTitle')}</h2>
      <p>{framework.description}</p>
      <p>{words.t('note.framework', { source: framework.source })}</p>
      <p>
        {words.t('overview.noRanking')} <a href={words.to('method')}>{words.t('overview.methodLink')}</a>
      </p>
    </Layout>
  );
}

function hasScore({ principles }: OverviewReport['areas'][number]): boolean {
  return principles.some(({ score }) => score !== undefined);
}
