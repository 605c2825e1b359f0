import type { ComponentChildren, JSX } from 'preact';
import type { Area } from '../../catalogue/catalogue.js';
import type { Community } from '../../communities/community.js';
import type { NriCard } from '../../communities/nri-card.js';
import type { Statement, StatementSubject } from '../../communities/statement.js';
import type { CommunityReport } from '../../reports/group-report.js';
import { Layout, type Frame } from '../layout.js';
import { BriefLink } from '../parts/brief-link.js';
import { CommunityContribution } from '../parts/community-contribution.js';
import { NriIntroduction } from '../parts/nri-introduction.js';
import { OutwardLink } from '../parts/outward-link.js';
import { StatementList } from '../parts/statement-list.js';

/** One community: who it is in its own words, what is known of it, what it sent and what it replied. */
export function CommunityPage({
  frame,
  community,
  areas,
  card,
  report,
  statements,
  nameOf,
}: {
  readonly frame: Frame;
  readonly community: Community;
  /** The countries it stands for. */
  readonly areas: readonly Area[];
  /** What it consents to now. */
  readonly card: NriCard | undefined;
  readonly report: CommunityReport;
  readonly statements: readonly Statement[];
  readonly nameOf: (subject: StatementSubject) => string | undefined;
}): JSX.Element {
  const { words } = frame;
  const { code, name, kind, meetings } = community;
  return (
    <Layout
      frame={frame}
      title={name}
      section="communities"
      api={`communities/${code}`}
      feed={`/api/v1/feeds/communities/${code}.atom?lang=${words.language}`}
    >
      <p class="kicker">{words.t(`communities.kind.${kind}`)}</p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <BriefLink report={`communities/${code}`} words={words} />
      <h2>{words.t('communityPages.ownWords')}</h2>
      {card === undefined ? (
        <p class="without">{words.t('communityPages.noProfile')}</p>
      ) : (
        <NriIntroduction card={card} words={words} />
      )}
      <h2>{words.t('communityPages.facts')}</h2>
      <Facts community={community} areas={areas} frame={frame} />
      {meetings.length > 0 && (
        <>
          <h2>{words.t('communityPages.meetings')}</h2>
          <ul class="plain">
            {meetings.map(({ year, place, report: address }, index) => (
              <li key={index}>
                {words.year(year)} {place !== undefined && <bdi>{place}</bdi>}{' '}
                <OutwardLink href={address}>{words.t('communityPages.report')}</OutwardLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <CommunityContribution report={report} frame={frame} />
      {statements.length > 0 && <h2>{words.t('communityPages.statements')}</h2>}
      <StatementList statements={statements} words={words} nameOf={nameOf} />
      <h2>{words.t('communityPages.yours')}</h2>
      <ul>
        <li>
          <a href={words.to('communities', code, 'profile')}>{words.t('communityPages.write')}</a>
        </li>
        <li>
          <a href={`${words.to('claim')}?community=${encodeURIComponent(code)}`}>
            {words.t('communityPages.claimThis')}
          </a>
        </li>
      </ul>
    </Layout>
  );
}

function Facts({
  community: { region, established, website, source, stakeholder, languages },
  areas,
  frame: { words, phrase },
}: {
  readonly community: Community;
  readonly areas: readonly Area[];
  readonly frame: Frame;
}): JSX.Element {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  return (
    <dl class="pairs">
      <Pair label={words.t('communities.areas')} when={areas.length > 0 && areas.length <= MOST_AREAS}>
        {areas.map((area, index) => (
          <>
            {index > 0 && ' · '}
            {area.scored ? (
              <a href={words.to('countries', area.code)}>{words.area(area)}</a>
            ) : (
              words.area(area)
            )}
          </>
        ))}
      </Pair>
      <Pair label={words.t('communities.areas')} when={areas.length > MOST_AREAS}>
        {words.t('communityPages.manyAreas', { count: areas.length })}
      </Pair>
      <Pair label={words.t('communities.region')} when={region !== undefined}>
        {phrase(region)}
      </Pair>
      <Pair label={words.t('communities.stakeholder')} when={stakeholder !== undefined}>
        {stakeholder !== undefined && words.t(`communities.stakeholder.${stakeholder}`)}
      </Pair>
      <Pair label={words.t('communityPages.languages')} when={languages.length > 0}>
        {words.list(languages.map((language) => nameOf(language, names)))}
      </Pair>
      <Pair label={words.t('communities.established')} when={established !== undefined}>
        {established !== undefined && words.year(established)}
      </Pair>
      <Pair label={words.t('communities.website')} when={website !== undefined}>
        <OutwardLink href={website} instead={website}>
          <bdi dir="ltr">{website}</bdi>
        </OutwardLink>
      </Pair>
      <Pair label={words.t('communityPages.source')} when={source !== undefined}>
        <OutwardLink href={source} instead={source}>
          <bdi dir="ltr">{source}</bdi>
        </OutwardLink>
      </Pair>
    </dl>
  );
}

/** So many countries are named. */
const MOST_AREAS = 30;

function Pair({
  label,
  when,
  children,
}: {
  readonly label: string;
  readonly when: boolean;
  readonly children: ComponentChildren;
}): JSX.Element | null {
  if (!when) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A code that is well formed and names nothing stays as it is. */
function nameOf(language: string, names: Intl.DisplayNames): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
