import type { JSX } from 'preact';
import type { AreaGroup } from '../../catalogue/catalogue.js';
import { bandOf } from '../../reports/band-of.js';
import type { Participation } from '../../reports/participation/participation.js';
import type { IssueReport } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { CompareLink } from '../parts/compare-link.js';
import { ContributeLink } from '../parts/contribute-link.js';
import { DataRecord } from '../parts/data-record.js';
import { BriefLink } from '../parts/brief-link.js';
import { AreaTable } from '../parts/area-table.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { FollowLink } from '../parts/follow-link.js';
import { HowToCite } from '../parts/how-to-cite.js';
import { IndicatorList } from '../parts/indicator-list.js';
import { nodeFinding } from '../parts/node-finding.js';
import { PageContents } from '../parts/page-contents.js';
import { PagePictures } from '../parts/page-pictures.js';
import { ParticipationLine } from '../parts/participation-line.js';
import { StatementList } from '../parts/statement-list.js';

/** One issue: where groups of countries stand, what is measured, and every country by name. */
export function IssuePage({
  frame,
  report,
  groups,
  participation,
  pictures,
}: {
  readonly frame: Frame;
  readonly report: IssueReport;
  readonly groups: readonly AreaGroup[];
  /** Who contributed on it. */
  readonly participation: Participation;
  readonly pictures: readonly PagePicture[];
}): JSX.Element {
  const { words, method, named } = frame;
  const { liveShare, viewMinIndicators } = method.coverage;
  const { issue, indicators, areas } = report;
  const name = named('issue', issue);
  const live = indicators.filter((indicator) => indicator.live);
  const others = indicators.filter((indicator) => !indicator.live);
  const world = bandOf(worldOf(report));
  const scored = areas.filter(({ score }) => score !== undefined);
  return (
    <Layout
      frame={frame}
      title={name}
      section="issues"
      api={`reports/issues/${issue.code}`}
      feed={`/api/v1/feeds/issues/${issue.code}.atom?lang=${words.language}`}
      head={
        <>
          <DataRecord
            frame={frame}
            name={words.t('dataset.issueName', { issue: name })}
            description={words.t('dataset.issue', { issue: name })}
            api={`reports/issues/${issue.code}`}
          />
          <EmbedDiscovery frame={frame} question={{ chart: 'distribution', node: issue.code }} title={name} />
        </>
      }
    >
      <p class="kicker">{words.t('issue.kicker')}</p>
      <h1>{name}</h1>
      <p class="lede">
        {words.t('issue.lede', {
          live: live.length,
          count: indicators.length,
          countries: scored.length,
          share: words.percent(liveShare),
        })}
      </p>
      {world !== undefined && <p>{nodeFinding(areas, worldOf(report), words)}</p>}
      <ParticipationLine participation={participation} view={{ issue: issue.code }} words={words} />
      <BriefLink report={`issues/${issue.code}`} words={words} />
      <FollowLink
        frame={frame}
        kind="issue"
        code={issue.code}
        feed={`/api/v1/feeds/issues/${issue.code}.atom?lang=${words.language}`}
      />
      <PageContents
        words={words}
        of={[
          ['regions', words.t('issue.regions')],
          ['indicators', words.t('issue.indicators')],
          ...(scored.length > 0 ? [['countries', words.t('issue.areas')] as const] : []),
          ['cite', words.t('explore.cite')],
        ]}
      />

      <StatementList statements={report.statements} words={words} />

      <h2 id="regions">{words.t('issue.regions')}</h2>
      {scored.length === 0 ? (
        <p class="without">
          {words.t('issue.noScore', { count: viewMinIndicators })}{' '}
          <ContributeLink words={words} of={{ issue: { code: issue.code, name } }} />
        </p>
      ) : (
        <>
          <p class="quiet">{words.t('overview.howToRead')}</p>
          <DistributionTable
            distributions={report.distributions}
            name={name}
            caption={words.t('overview.caption', { year: words.year(report.asOfYear) })}
            frame={frame}
          />
          <PagePictures frame={frame} pictures={pictures} />
        </>
      )}

      <h2 id="indicators">{words.t('issue.indicators')}</h2>
      {live.length > 0 && (
        <IndicatorList indicators={live} caption={words.t('issue.liveCaption')} frame={frame} />
      )}
      {others.length > 0 && (
        <details open={live.length === 0}>
          <summary>{words.t('issue.notLive', { count: others.length })}</summary>
          <ul class="plain">
            {others.map((indicator) => (
              <li key={indicator.code}>
                <a href={words.to('indicators', indicator.code)}>{named('indicator', indicator)}</a>{' '}
                {indicator.areasWithLevel > 0 && (
                  <span class="quiet">
                    {words.t('issue.someLevels', { count: indicator.areasWithLevel })}
                  </span>
                )}{' '}
                <ContributeLink
                  words={words}
                  short
                  of={{
                    issue: { code: issue.code, name },
                    indicator: { code: indicator.code, name: named('indicator', indicator) },
                  }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}

      {scored.length > 0 && (
        <>
          <h2 id="countries">{words.t('issue.areas')}</h2>
          <AreaTable
            areas={areas}
            groups={groups}
            node={issue.code}
            issue={{ code: issue.code, name }}
            world={world}
            caption={words.t('issue.areasCaption')}
            frame={frame}
          />
          <CompareLink node={issue.code} words={words} />
        </>
      )}
      <HowToCite frame={frame} name={name} api={`reports/issues/${issue.code}`} />
    </Layout>
  );
}

function worldOf({ distributions }: IssueReport): IssueReport['distributions'][number] | undefined {
  return distributions.find(({ group }) => group.kind === 'world');
}
