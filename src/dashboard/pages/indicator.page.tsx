import type { JSX } from 'preact';
import type { LadderLevel } from '../../catalogue/catalogue.js';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { worthDrawing } from '../../charts/worth-drawing.js';
import type { IndicatorReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { FigureCells, FigureHeads, sourceOf } from '../parts/indicator-table.js';
import { TrendFigure } from '../parts/trend-figure.js';
import { IndicatorFacts, IndicatorLinks, IndicatorSeries } from './indicator-facts.page.js';

export interface IndicatorPageProps {
  readonly frame: Frame;
  readonly report: IndicatorReport;
  /** Charts of the countries that were chosen, at most five. */
  readonly trends: readonly { readonly area: string; readonly trend: TrendSpecification }[];
  /** What the levels of an assessment mean. */
  readonly ladder: readonly LadderLevel[];
}

export const mostCharts = 5;

/** One indicator: what it says, how it is read, where it comes from, and every country by name. */
export function IndicatorPage({ frame, report, trends, ladder }: IndicatorPageProps): JSX.Element {
  const { words } = frame;
  const { indicator } = report;
  const known = report.areas.filter(({ figure }) => figure !== undefined);
  const sources = [...new Set(known.map(sourceOf))];
  const [source = ''] = sources.length === 1 ? sources : [];
  return (
    <Layout
      frame={frame}
      title={indicator.name}
      section="indicators"
      charts={trends.some(({ trend }) => worthDrawing(trend))}
      api={`reports/indicators/${indicator.code}`}
    >
      <p class="kicker">{indicator.goalName}</p>
      <h1>{indicator.name}</h1>
      <p class="lede">{indicator.definition}</p>
      <IndicatorFacts report={report} ladder={ladder} words={words} />

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
                name={indicator.name}
                caption={words.t('indicator.distribution')}
                words={words}
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
          <p class="quiet">{words.t('indicator.without', { count: report.areas.length - known.length })}</p>
        </>
      )}
      <IndicatorSeries report={report} words={words} />
      <IndicatorLinks report={report} words={words} />
    </Layout>
  );
}

/** A form for the countries to draw; works without script. */
function Choice({ frame: { words }, report, trends }: Omit<IndicatorPageProps, 'ladder'>): JSX.Element {
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
