import type { JSX } from 'preact';
import type { IssueReport } from '../../reports/report.js';
import { ScoreRange } from '../parts/score-range.js';
import { Layout, type Frame } from '../layout.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { LevelLine } from '../parts/level-line.js';
import { bandOf } from '../parts/band-of.js';
import { missingSentence } from '../parts/missing-sentence.js';

/** One issue: where groups of countries stand, what is measured, and every country by name. */
export function IssuePage({
  frame,
  report,
}: {
  readonly frame: Frame;
  readonly report: IssueReport;
}): JSX.Element {
  const { words, method } = frame;
  const { liveShare, viewMinIndicators } = method.coverage;
  const { issue, indicators, areas } = report;
  const live = indicators.filter((indicator) => indicator.live);
  const others = indicators.filter((indicator) => !indicator.live);
  const world = bandOf(report.distributions.find(({ group }) => group.kind === 'world'));
  const scored = areas.filter(({ score }) => score !== undefined);
  return (
    <Layout frame={frame} title={issue.name} section="issues" api={`reports/issues/${issue.code}`}>
      <p class="kicker">{words.t('issue.kicker')}</p>
      <h1>{issue.name}</h1>
      <p class="lede">
        {words.t('issue.lede', {
          live: live.length,
          count: indicators.length,
          countries: scored.length,
          share: words.percent(liveShare),
        })}
      </p>

      <h2>{words.t('issue.regions')}</h2>
      {scored.length === 0 ? (
        <p class="without">
          {words.t('issue.noScore', { count: viewMinIndicators })}{' '}
          <a href={`${words.to('method')}#send`}>{words.t('node.inviteLink')}</a>
        </p>
      ) : (
        <>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={issue.name}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            words={words}
          />
        </>
      )}

      <h2>{words.t('issue.indicators')}</h2>
      {live.length > 0 && (
        <table class="issues">
          <caption>{words.t('issue.liveCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('column.indicator')}</th>
              <th scope="col" class="number">
                {words.t('column.countries')}
              </th>
              <th scope="col" class="number">
                {words.t('column.medianLevel')}
              </th>
            </tr>
          </thead>
          <tbody>
            {live.map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">
                  <a href={words.to('indicators', indicator.code)}>{indicator.name}</a>{' '}
                  <span class="unit">{indicator.unit}</span>
                </th>
                <td class="number">{indicator.areasWithLevel}</td>
                <td class="number">
                  {indicator.medianLevel === undefined
                    ? words.t('level.none')
                    : words.score(indicator.medianLevel)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <details open={live.length === 0}>
          <summary>{words.t('issue.notLive', { count: others.length })}</summary>
          <ul class="plain">
            {others.map((indicator) => (
              <li key={indicator.code}>
                <a href={words.to('indicators', indicator.code)}>{indicator.name}</a>{' '}
                {indicator.areasWithLevel > 0 && (
                  <span class="quiet">
                    {words.t('issue.someLevels', { count: indicator.areasWithLevel })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}

      {scored.length > 0 && (
        <>
          <h2>{words.t('issue.areas')}</h2>
          <table class="issues">
            <caption>{words.t('issue.areasCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{words.t('column.country')}</th>
                <th scope="col" class="number">
                  {words.t('column.score')}
                </th>
                <th scope="col" class="wide">
                  {words.t('column.line')}
                </th>
                <th scope="col" class="number">
                  {words.t('column.coverage')}
                </th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.code}>
                  <th scope="row">
                    <a href={words.to('countries', area.code)}>{area.name}</a>
                  </th>
                  {area.score === undefined ? (
                    <td class="quiet" colSpan={2}>
                      {missingSentence(area.missing, words)}
                    </td>
                  ) : (
                    <>
                      <td class="number">
                        {words.score(area.score)} <ScoreRange of={area} words={words} />
                      </td>
                      <td class="wide">
                        <LevelLine level={area.score} band={world} />
                      </td>
                    </>
                  )}
                  <td class="number">{words.percent(area.coverage)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Layout>
  );
}
