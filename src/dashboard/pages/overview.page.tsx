import type { JSX } from 'preact';
import type { RecentBatch } from '../../observations/recent-change.repository.js';
import type { OverviewReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { CountrySearch } from '../parts/country-search.js';
import { LinkedList } from '../parts/linked-list.js';
import { NewestBatches } from '../parts/newest-batches.js';
import { PagePictures } from '../parts/page-pictures.js';
import { TargetTable } from '../parts/target-table.js';
import { WorldPrinciple } from '../parts/world-principle.js';

interface OverviewPageProps {
  readonly frame: Frame;
  readonly report: OverviewReport;
  readonly newest: readonly RecentBatch[];
  /** A map of the first principle with scores. */
  readonly map: PagePicture | undefined;
}

/** Where the world and its regions stand on each principle, and what changed. */
export function OverviewPage({ frame, report, newest, map }: OverviewPageProps): JSX.Element {
  const { words, framework, named } = frame;
  const withScores = report.principles.filter(({ distributions }) =>
    distributions.some(({ withScore }) => withScore > 0),
  );
  const middles = report.principles.flatMap((principle) => {
    const median = principle.distributions.find(({ group }) => group.kind === 'world')?.median;
    const score = median === undefined ? undefined : words.score(median);
    if (score === undefined) return [];
    return [words.t('overview.findingPart', { score, principle: named('principle', principle) })];
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
      <CountrySearch words={words} />
      <p class="quiet">
        {words.t('overview.allCountries')} <a href={words.to('countries')}>{words.t('overview.byRegion')}</a>
      </p>

      <h2>{words.t('overview.principles')}</h2>
      <p>{words.t('overview.read')}</p>
      {report.principles.map((principle, position) => (
        <WorldPrinciple
          key={principle.code}
          frame={frame}
          principle={principle}
          position={position}
          year={report.asOfYear}
        />
      ))}
      {map !== undefined && (
        <>
          <PagePictures frame={frame} pictures={[map]} />
          <p class="quiet">
            {words.t('overview.moreMaps')}{' '}
            <LinkedList
              words={words}
              links={withScores.map((principle) => ({
                href: `${words.to('principles', principle.code)}#countries`,
                text: named('principle', principle),
              }))}
            />
          </p>
        </>
      )}

      <TargetTable frame={frame} targets={report.targets} year={report.asOfYear} />
      <NewestBatches frame={frame} batches={newest} />

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
