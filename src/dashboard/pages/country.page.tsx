import type { JSX } from 'preact';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { worthDrawing } from '../../charts/worth-drawing.js';
import type { CountryReport, Distribution, IndicatorLine } from '../../reports/report.js';
import { Layout, type Frame } from '../layout.js';
import type { PagePicture } from '../page-pictures.js';
import { BriefLink } from '../parts/brief-link.js';
import { CommitmentList } from '../parts/commitment-list.js';
import { CountryStatements, RightOfReply } from '../parts/country-statements.js';
import { DataRecord } from '../parts/data-record.js';
import { EmbedDiscovery } from '../parts/embed-discovery.js';
import { IndicatorTable } from '../parts/indicator-table.js';
import { PagePictures } from '../parts/page-pictures.js';
import { PrincipleList } from '../parts/principle-list.js';
import { summarySentence } from '../../reports/summary-sentence.js';
import { SocialCard } from '../parts/social-card.js';
import { TrendFigure } from '../parts/trend-figure.js';
import { WhatItTakesTable } from '../parts/what-it-takes.js';
import { CommunityList, CountryNotes, IssueList } from './country-end.page.js';

export interface CountryPageProps {
  readonly frame: Frame;
  readonly report: CountryReport;
  /** Where the world stands, by principle and issue. */
  readonly world: ReadonlyMap<string, Distribution>;
  /** Charts of the principles that have a score for any year, by code. */
  readonly trends: ReadonlyMap<string, TrendSpecification>;
  /** The indicator that is drawn on its own. */
  readonly chosen?: { readonly code: string; readonly trend: TrendSpecification } | undefined;
  readonly objectives: readonly { readonly code: string; readonly name: string }[];
  readonly groupName: string | undefined;
  readonly pictures: readonly PagePicture[];
}

/** One country: the sentence, the principles, the pictures, the tables, and what lies behind them. */
export function CountryPage(props: CountryPageProps): JSX.Element {
  const { frame, report, world, trends, chosen, objectives, groupName, pictures } = props;
  const { words, framework, named } = frame;
  const { area } = report;
  const country = words.area(area);
  return (
    <Layout
      frame={frame}
      title={country}
      section="countries"
      charts={[...trends.values(), ...(chosen === undefined ? [] : [chosen.trend])].some(worthDrawing)}
      api={`reports/countries/${area.code}`}
      feed={`/api/v1/feeds/countries/${area.code}.atom?lang=${words.language}`}
      head={
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
      }
    >
      {groupName !== undefined && area.unGroup !== undefined && (
        <p class="kicker">
          <a href={words.to('regions', area.unGroup)}>
            {named('group', { code: area.unGroup, name: groupName })}
          </a>
        </p>
      )}
      <h1>{country}</h1>
      <p class="lede">{summarySentence(report.summary, words)}</p>
      <BriefLink report={`countries/${area.code}`} words={words} />
      <CountryStatements frame={frame} report={report} kinds={['country']} />

      <h2>{words.t('country.principles')}</h2>
      <p class="quiet">{words.t('country.howToRead', { year: words.year(report.asOfYear) })}</p>
      <PrincipleList report={report} world={world} words={words} />
      <PagePictures frame={frame} pictures={pictures} />
      <CountryStatements frame={frame} report={report} kinds={['principle']} />

      <h2>{words.t('country.trends')}</h2>
      {trends.size === 0 && <p class="without">{words.t('country.noTrends')}</p>}
      <div class="multiples">
        {[...trends].map(([code, trend]) => (
          <TrendFigure
            key={code}
            trend={trend}
            area={area.code}
            node={code}
            words={words}
            frame={frame}
            print={words.score}
          />
        ))}
      </div>
      <ChosenIndicator {...props} />

      <h2>{words.t('country.indicators')}</h2>
      <p>{words.t('country.indicatorsIntro')}</p>
      {report.principles.map(({ code, name, goals }, position) => {
        const goalCodes = new Set(goals.map((goal) => goal.code));
        return (
          <section key={code} id={code} class={`hue-${String(position)}`}>
            <h3 class="ruled">{name}</h3>
            <IndicatorTable
              lines={report.indicators.filter(({ goal }) => goalCodes.has(goal))}
              caption={words.t('country.tableCaption', { principle: name, country })}
              words={words}
            />
            <CountryStatements
              frame={frame}
              report={report}
              kinds={['goal', 'indicator']}
              codes={new Set([...goalCodes, ...indicatorsOf(report, goalCodes)])}
            />
          </section>
        );
      })}
      <p class="quiet">{words.t('note.framework', { source: framework.source })}</p>

      <WhatItTakesTable report={report} words={words} />

      <h2>{words.t('country.commitments')}</h2>
      <p>
        {framework.description} {words.t('commitments.intro')}
      </p>
      <CommitmentList
        objectives={objectives}
        commitments={report.commitments}
        indicators={report.indicators}
        words={words}
      />
      <CountryStatements frame={frame} report={report} kinds={['commitment']} />

      <IssueList report={report} words={words} world={world} />
      <CountryStatements frame={frame} report={report} kinds={['issue']} />
      <CommunityList report={report} words={words} />
      <RightOfReply frame={frame} report={report} />
      <CountryNotes report={report} words={words} />
    </Layout>
  );
}

function indicatorsOf({ indicators }: CountryReport, goals: ReadonlySet<string>): readonly string[] {
  return indicators.filter(({ goal }) => goals.has(goal)).map(({ indicator }) => indicator);
}

function ChosenIndicator({ frame, report, chosen }: CountryPageProps): JSX.Element | null {
  const { words } = frame;
  const drawable = report.indicators.filter(({ figure }) => figure !== undefined);
  if (drawable.length === 0) return null;
  return (
    <section id="indicator" class="chosen">
      <h3>{words.t('country.oneIndicator')}</h3>
      <form action="#indicator" method="get" class="choose">
        <label for="choice">{words.t('country.choose')}</label>
        <div class="row">
          <select id="choice" name="indicator">
            {drawable.map(({ indicator, name }: IndicatorLine) => (
              <option key={indicator} value={indicator} selected={indicator === chosen?.code}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit">{words.t('country.show')}</button>
        </div>
      </form>
      {chosen !== undefined && (
        <TrendFigure
          trend={chosen.trend}
          area={report.area.code}
          node={chosen.code}
          words={words}
          frame={frame}
          print={words.value}
        />
      )}
    </section>
  );
}
