import type { JSX } from 'preact';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import type { CountryPeers } from '../../reports/country-peers.js';
import type { Participation } from '../../reports/participation/participation.js';
import type { CountryReport } from '../../reports/report.js';
import { summarySentence } from '../../reports/summary-sentence.js';
import type { CountryChoice } from '../country-choice.js';
import { Layout, type Frame } from '../layout.js';
import type { Named } from '../named.js';
import type { PagePicture } from '../page-pictures.js';
import { BriefLink } from '../parts/brief-link.js';
import { ChosenIndicator } from '../parts/chosen-indicator.js';
import { CommitmentList } from '../parts/commitment-list.js';
import { CountryFigures } from '../parts/country-figures.js';
import { CountryStatements, RightOfReply } from '../parts/country-statements.js';
import { DataRecord } from '../parts/data-record.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { FollowLink } from '../parts/follow-link.js';
import { LevelsKey } from '../parts/levels-key.js';
import { PageContents } from '../parts/page-contents.js';
import { PagePictures } from '../parts/page-pictures.js';
import { PeerForm } from '../parts/peer-form.js';
import { PrincipleList } from '../parts/principle-list.js';
import { SocialCard } from '../parts/social-card.js';
import { SummaryLede } from '../parts/summary-lede.js';
import { TrendFigure } from '../parts/trend-figure.js';
import { WhatItTakesTable } from '../parts/what-it-takes.js';
import type { Words } from '../words.js';
import { CommunityList, CountryNotes, IssueList } from './country-end.page.js';

export interface CountryPageProps {
  readonly frame: Frame;
  readonly report: CountryReport;
  readonly choice: CountryChoice;
  readonly peers: CountryPeers;
  /** Codes of the indicators that the counts of the sentence are over. */
  readonly counted: ReadonlySet<string>;
  /** Charts of the principles that have a score for any year, by code. */
  readonly trends: ReadonlyMap<string, TrendSpecification>;
  /** The indicator that is drawn on its own. */
  readonly chosen?: { readonly code: string; readonly trend: TrendSpecification } | undefined;
  readonly objectives: readonly Named[];
  readonly groups: readonly Named[];
  /** Who contributed on it. */
  readonly participation: Participation;
  readonly pictures: readonly PagePicture[];
}

/** One country: the sentence, the principles, the pictures, the tables, and what lies behind them. */
export function CountryPage(props: CountryPageProps): JSX.Element {
  const { frame, report, choice, peers, counted, objectives, groups, pictures } = props;
  const { words, framework, named } = frame;
  const { area } = report;
  const country = words.area(area);
  const group = groups.find(({ code }) => code === area.unGroup);
  return (
    <Layout
      frame={frame}
      title={country}
      section="countries"
      api={`reports/countries/${area.code}`}
      feed={`/api/v1/feeds/countries/${area.code}.atom?lang=${words.language}`}
      head={<CountryHead frame={frame} report={report} />}
    >
      {group !== undefined && (
        <p class="kicker">
          <a href={words.to('regions', group.code)}>{named('group', group)}</a>
        </p>
      )}
      <h1>{country}</h1>
      <SummaryLede counts={report.summary} choice={choice} words={words} />
      <BriefLink report={`countries/${area.code}`} words={words} />
      <p>
        <a href={words.to('countries', area.code, 'letter')}>{words.t('communication.link.letter')}</a>
      </p>
      <FollowLink
        frame={frame}
        kind="country"
        code={area.code}
        feed={`/api/v1/feeds/countries/${area.code}.atom?lang=${words.language}`}
      />
      <CountryStatements frame={frame} report={report} kinds={['country']} />

      <h2 id="principles">{words.t('country.principles')}</h2>
      <LevelsKey frame={frame} country={country} year={report.asOfYear} peers={peers} />
      <PrincipleList report={report} peers={peers} frame={frame} />
      <PeerForm frame={frame} area={area} choice={choice} peers={peers} groups={groups} />
      <PagePictures frame={frame} pictures={pictures} />
      <CountryStatements frame={frame} report={report} kinds={['principle']} />
      <PageContents words={words} of={sectionsOf(report, words)} />

      <Trends {...props} />
      <ChosenIndicator frame={frame} report={report} choice={choice} chosen={props.chosen} />
      <CountryFigures frame={frame} report={report} choice={choice} counted={counted} />
      <WhatItTakesTable report={report} frame={frame} />

      <h2 id="commitments">{words.t('country.commitments')}</h2>
      <p>
        {framework.description} {words.t('commitments.intro')}
      </p>
      <CommitmentList
        area={area}
        objectives={objectives}
        commitments={report.commitments}
        indicators={report.indicators}
        frame={frame}
      />
      <CountryStatements frame={frame} report={report} kinds={['commitment']} />

      <IssueList report={report} frame={frame} peers={peers} />
      <CountryStatements frame={frame} report={report} kinds={['issue']} />
      <CommunityList report={report} participation={props.participation} words={words} />
      <RightOfReply frame={frame} report={report} />
      <CountryNotes report={report} words={words} />
    </Layout>
  );
}

/** What machines are told of the page. */
function CountryHead({ frame, report }: Pick<CountryPageProps, 'frame' | 'report'>): JSX.Element {
  const { words } = frame;
  const { area } = report;
  const country = words.area(area);
  return (
    <>
      <DataRecord
        frame={frame}
        name={words.t('dataset.countryName', { country })}
        description={words.t('dataset.country', { country })}
        api={`reports/countries/${area.code}`}
        place={country}
      />
      <EmbedDiscovery frame={frame} question={{ chart: 'profile', area: area.code }} title={country} />
      <SocialCard
        frame={frame}
        area={area.code}
        title={country}
        description={summarySentence(report.summary, words)}
      />
    </>
  );
}

function Trends({ frame, report, trends }: CountryPageProps): JSX.Element {
  const { words } = frame;
  return (
    <>
      <h2 id="trends">{words.t('country.trends')}</h2>
      {trends.size === 0 && <p class="without">{words.t('country.noTrends')}</p>}
      <div class="multiples">
        {[...trends].map(([code, trend]) => (
          <TrendFigure
            key={code}
            trend={trend}
            area={report.area.code}
            node={code}
            frame={frame}
            print={words.score}
          />
        ))}
      </div>
    </>
  );
}

function sectionsOf(
  { whatWouldItTake }: CountryReport,
  words: Words,
): readonly (readonly [id: string, heading: string])[] {
  return [
    ['trends', words.t('country.trends')],
    ['figures', words.t('country.indicators')],
    ...(whatWouldItTake.length === 0 ? [] : [['way', words.t('way.title')] as const]),
    ['commitments', words.t('country.commitments')],
    ['issues', words.t('country.issues')],
    ['communities', words.t('country.communities')],
    ['reply', words.t('statements.replyTitle')],
    ['about', words.t('country.about')],
  ];
}
