import type { JSX } from 'preact';
import type { LadderLevel } from '../../catalogue/catalogue.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { worthDrawing } from '../../charts/worth-drawing.js';
import type { IndicatorReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { DataRecord } from '../parts/data-record.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { FigureCells, FigureHeads, sourceOf } from '../parts/indicator-table.js';
import { PagePictures } from '../parts/page-pictures.js';
import { StatementList } from '../parts/statement-list.js';
import { TrendFigure } from '../parts/trend-figure.js';
import { IndicatorFacts, IndicatorLinks, IndicatorSeries } from './indicator-facts.page.js';

export interface IndicatorPageProps {
  readonly frame: Frame;
  readonly report: IndicatorReport;
  /** Charts of the countries that were chosen, at most five. */
  readonly trends: readonly { readonly area: string; readonly trend: TrendSpecification }[];
  /** What the levels of an assessment mean. */
  readonly ladder: readonly LadderLevel[];
  readonly pictures: readonly PagePicture[];
}

export const mostCharts = 5;

/** One indicator: what it says, how it is read, where it comes from, and every country by name. */
export function IndicatorPage({ frame, report, trends, pictures, ladder }: IndicatorPageProps): JSX.Element {
  const { words, named } = frame;
  const { indicator } = report;
  const name = named('indicator', indicator);
  const known = report.areas.filter(({ figure }) => figure !== undefined);
  const sources = [...new Set(known.map(sourceOf))];
  const [source = ''] = sources.length === 1 ? sources : [];
  return (
    <Layout
      frame={frame}
      title={name}
      section="indicators"
      charts={trends.some(({ trend }) => worthDrawing(trend))}
      api={`reports/indicators/${indicator.code}`}
      head={
        <>
          <DataRecord
            frame={frame}
            name={words.t('dataset.indicatorName', { indicator: name })}
            description={words.t('dataset.indicator', { indicator: name })}
            api={`reports/indicators/${indicator.code}`}
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
      <p class="lede">{indicator.definition}</p>
      <IndicatorFacts report={report} ladder={ladder} words={words} />

      <StatementList statements={report.statements} words={words} />

      <h2>{words.t('indicator.countries')}</h2>
      {known.length === 0 ? (
        <p class="without">
          {words.t('indicator.noFigures')}{' '}
          <a href={`${words.to('method')}#send`}>{words.t('node.inviteLink')}</a>
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
                words={words}
                frame={frame}
                print={words.value}
              />
            ))}
          </div>
          <table class="lines">
            <caption>
              {words.t('indicator.tableCaption', { unit: indicator.unit })}{' '}
              {source !== '' && words.t('indicator.oneSource', { source })}
            </caption>
            <FigureHeads first={words.t('column.country')} words={words} source={sources.length > 1} />
            <tbody>
              {known.map((line) => (
                <tr key={line.area}>
                  <th scope="row">
                    <a href={words.to('countries', line.area)}>{line.areaName}</a>
                  </th>
                  <FigureCells line={line} words={words} source={sources.length > 1} />
                </tr>
              ))}
            </tbody>
          </table>
          <PagePictures frame={frame} pictures={pictures} />
          <p class="quiet">{words.t('indicator.without', { count: report.areas.length - known.length })}</p>
        </>
      )}
      <IndicatorSeries report={report} words={words} />
      <IndicatorLinks report={report} frame={frame} />
    </Layout>
  );
}

/** A form for the countries to draw; works without script. */
function Choice({
  frame: { words },
  report,
  trends,
}: Omit<IndicatorPageProps, 'ladder' | 'pictures'>): JSX.Element {
  const areas = report.areas.filter(({ figure }) => figure !== undefined);
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
              {areas.map(({ area, areaName }) => (
                <option key={area} value={area} selected={trends[position]?.area === area}>
                  {areaName}
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
