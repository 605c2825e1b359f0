import type { JSX } from 'preact';
import type { AreaGroup, LadderExample, LadderLevel } from '../../catalogue/catalogue.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import type { IndicatorReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { CompareLink } from '../parts/compare-link.js';
import { ContributeLink } from '../parts/contribute-link.js';
import { DataRecord } from '../parts/data-record.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { HowToCite } from '../parts/how-to-cite.js';
import { IndicatorCountries } from '../parts/indicator-countries.js';
import { PageContents } from '../parts/page-contents.js';
import { PagePictures } from '../parts/page-pictures.js';
import { StatementList } from '../parts/statement-list.js';
import { TrendFigure } from '../parts/trend-figure.js';
import type { Words } from '../words.js';
import { IndicatorFacts, IndicatorLinks, IndicatorSeries } from './indicator-facts.page.js';

interface IndicatorPageProps {
  readonly frame: Frame;
  readonly report: IndicatorReport;
  readonly groups: readonly AreaGroup[];
  /** Charts of the countries that were chosen, at most five. */
  readonly trends: readonly { readonly area: string; readonly trend: TrendSpecification }[];
  /** What the levels of an assessment mean. */
  readonly ladder: readonly LadderLevel[];
  /** What they may look like for this indicator. */
  readonly examples: readonly LadderExample[];
  readonly pictures: readonly PagePicture[];
}

export const mostCharts = 5;

/** One indicator: what it says, where countries stand, how it is read, where it comes from, and how to quote it. */
export function IndicatorPage(props: IndicatorPageProps): JSX.Element {
  const { frame, report, groups, trends, pictures, ladder, examples } = props;
  const { words, named, told } = frame;
  const { indicator } = report;
  const name = named('indicator', indicator);
  const known = report.areas.filter(({ figure }) => figure !== undefined);
  const api = `reports/indicators/${indicator.code}`;
  return (
    <Layout
      frame={frame}
      title={name}
      section="indicators"
      api={api}
      feed={`/api/v1/feeds/indicators/${indicator.code}.atom?lang=${words.language}`}
      head={
        <>
          <DataRecord
            frame={frame}
            name={words.t('dataset.indicatorName', { indicator: name })}
            description={words.t('dataset.indicator', { indicator: name })}
            api={api}
          />
          <EmbedDiscovery
            frame={frame}
            question={{ chart: 'distribution', node: indicator.code }}
            title={name}
          />
        </>
      }
    >
      <p class="kicker">
        <a href={words.to('goals', indicator.goal)}>
          {named('goal', { code: indicator.goal, name: indicator.goalName })}
        </a>
      </p>
      <h1>{name}</h1>
      <p class="lede">{told('indicator', indicator.code, 'definition', indicator.definition)}</p>
      {known.length > 0 && <p>{findingOf(report, words)}</p>}
      <PageContents words={words} of={sectionsOf(report, words)} />

      <StatementList statements={report.statements} words={words} />

      <section id="countries">
        <h2>{words.t('indicator.countries')}</h2>
        {known.length === 0 ? (
          <p class="without">
            {words.t('indicator.noFigures')}{' '}
            <ContributeLink words={words} of={{ indicator: { code: indicator.code, name } }} />
          </p>
        ) : (
          <>
            {report.distribution.withScore > 0 && (
              <>
                <p class="quiet">{words.t('overview.howToRead')}</p>
                <DistributionTable
                  distributions={[report.distribution]}
                  name={name}
                  caption={words.t('indicator.distribution')}
                  linked={false}
                  frame={frame}
                />
              </>
            )}
            <Choice report={report} trends={trends} frame={frame} />
            <div class="multiples">
              {trends.map(({ area, trend }) => (
                <TrendFigure
                  key={area}
                  trend={trend}
                  area={area}
                  node={indicator.code}
                  frame={frame}
                  print={words.value}
                />
              ))}
            </div>
            <PagePictures frame={frame} pictures={pictures} />
            <IndicatorCountries report={report} groups={groups} name={name} frame={frame} />
            <CompareLink node={indicator.code} words={words} />
          </>
        )}
      </section>
      <IndicatorFacts report={report} ladder={ladder} examples={examples} frame={frame} />
      <IndicatorSeries report={report} frame={frame} />
      <IndicatorLinks report={report} frame={frame} />
      <HowToCite frame={frame} name={name} api={api} />
    </Layout>
  );
}

function sectionsOf(
  { series, commitments, issues, actionLines, sdgTargets }: IndicatorReport,
  words: Words,
): readonly (readonly [string, string])[] {
  return [
    ['countries', words.t('indicator.countries')],
    ['reading', words.t('explore.reading')],
    ...(series.length > 0 ? [['series', words.t('indicator.series')] as const] : []),
    ...(commitments.length > 0 ? [['commitments', words.t('indicator.commitments')] as const] : []),
    ...(issues.length > 0 ? [['issues', words.t('indicator.issues')] as const] : []),
    ...(actionLines.length > 0 ? [['wsis', words.t('indicator.actionLines')] as const] : []),
    ...(sdgTargets.length > 0 ? [['sdgs', words.t('indicator.sdgTargets')] as const] : []),
    ['cite', words.t('explore.cite')],
  ];
}

/** How many countries have a figure, from which years, and where the middle one stands. */
function findingOf({ areas, distribution }: IndicatorReport, words: Words): string {
  const years = areas.flatMap(({ figure, year }) =>
    figure === undefined || year === undefined ? [] : [year],
  );
  const counts = words.t('explore.figures', {
    count: areas.filter(({ figure }) => figure !== undefined).length,
    all: areas.length,
    first: words.year(Math.min(...years)),
    last: words.year(Math.max(...years)),
    stale: areas.filter(({ missing }) => missing === 'STALE').length,
  });
  const { median } = distribution;
  return median === undefined
    ? counts
    : `${counts} ${words.t('explore.medianLevel', { median: words.score(median) })}`;
}

/** A form for the countries to draw; works without script. */
function Choice({
  frame: { words },
  report,
  trends,
}: Pick<IndicatorPageProps, 'frame' | 'report' | 'trends'>): JSX.Element {
  const areas = words.inOrder(
    report.areas
      .filter(({ figure }) => figure !== undefined)
      .map(({ area: code, areaName: name }) => ({ code, name: words.area({ code, name }) })),
  );
  return (
    <form class="choose" method="get" id="charts" action="#charts">
      <fieldset>
        <legend>{words.t('indicator.choose', { count: mostCharts })}</legend>
        <div class="row">
          {Array.from({ length: Math.min(mostCharts, trends.length + 1) }, (_, position) => (
            <select
              key={position}
              name="area"
              aria-label={words.t('indicator.chooseNth', { position: position + 1 })}
            >
              <option value="">{words.t('indicator.noCountry')}</option>
              {areas.map(({ code, name }) => (
                <option key={code} value={code} selected={trends[position]?.area === code}>
                  {name}
                </option>
              ))}
            </select>
          ))}
          <button type="submit">{words.t('country.show')}</button>
        </div>
      </fieldset>
    </form>
  );
}
