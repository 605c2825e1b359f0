import type { JSX } from 'preact';
import type { GroupReport } from '../../reports/group-report.js';
import type { Participation } from '../../reports/participation/participation.js';
import { Layout, type Frame } from '../layout.js';
import { DistributionTable } from '../parts/distribution-table.js';
import { FollowLink } from '../parts/follow-link.js';
import { GroupTable } from '../parts/group-table.js';
import { MemberTable } from '../parts/member-table.js';
import { ParticipationLine } from '../parts/participation-line.js';

interface RegionPageProps {
  readonly frame: Frame;
  readonly report: GroupReport;
  /** All groups, to go on to. */
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  /** Who contributed on its countries. */
  readonly participation: Participation;
}

/** A group of countries: the average person and the average country, how members lie, and each of them by name. */
export function RegionPage({ frame, report, groups, participation }: RegionPageProps): JSX.Element {
  const { words, named } = frame;
  const { group, members, principles, issues, indicators, distributions, populationYear } = report;
  const withLevel = indicators.filter(({ people }) => people !== undefined);
  const stands = principles.flatMap((line) =>
    line.people === undefined
      ? []
      : [
          words.t('region.findingPart', {
            score: words.score(line.people),
            principle: named('principle', line),
          }),
        ],
  );
  const name = named('group', group);
  const year = words.year(report.asOfYear);
  return (
    <Layout frame={frame} title={name} section="countries" api={`reports/regions/${group.code}`}>
      <p class="kicker">{words.t(`region.kicker.${group.kind}`)}</p>
      <h1>{name}</h1>
      <p class="lede">{words.t('region.lede', { members: members.length })}</p>
      {stands.length > 0 && <p>{words.t('region.finding', { phrases: words.list(stands) })}</p>}
      <FollowLink frame={frame} kind="region" code={group.code} />
      <ParticipationLine participation={participation} view={{ region: group.code }} words={words} />

      <h2>{words.t('region.principles')}</h2>
      <GroupTable
        kind="principle"
        head={words.t('column.principle')}
        lines={principles}
        caption={words.t('region.principlesCaption', { year, populationYear: words.year(populationYear) })}
        frame={frame}
      />

      <h2>{words.t('region.distributions')}</h2>
      <p class="quiet">{words.t('overview.howToRead')}</p>
      <div class="multiples">
        {distributions.map((principle, position) => (
          <section key={principle.code} class={`principle hue-${String(position)}`}>
            <h3>
              <a href={words.to('principles', principle.code)}>{named('principle', principle)}</a>
            </h3>
            {principle.distributions.some(({ withScore }) => withScore > 0) ? (
              <DistributionTable
                distributions={principle.distributions}
                name={named('principle', principle)}
                caption={words.t('region.distributionCaption')}
                frame={frame}
              />
            ) : (
              <p class="without">{words.t('overview.noScore')}</p>
            )}
          </section>
        ))}
      </div>

      <h2>{words.t('region.issues')}</h2>
      <GroupTable
        kind="issue"
        head={words.t('issue.kicker')}
        lines={issues}
        caption={words.t('region.issuesCaption')}
        frame={frame}
      />

      <h2>{words.t('region.indicators')}</h2>
      <p class="quiet">
        {words.t('region.indicatorsWithout', { count: indicators.length - withLevel.length })}
      </p>
      {withLevel.length > 0 && (
        <details>
          <summary>{words.t('region.indicatorsShow', { count: withLevel.length })}</summary>
          <GroupTable
            kind="indicator"
            head={words.t('column.indicator')}
            lines={withLevel}
            caption={words.t('region.indicatorsCaption')}
            frame={frame}
          />
        </details>
      )}

      <h2>{words.t('region.members')}</h2>
      <MemberTable members={members} principles={principles} frame={frame} />

      <h2>{words.t('region.others')}</h2>
      <ul class="plain">
        {groups
          .filter(({ code }) => code !== group.code)
          .map((other) => (
            <li key={other.code}>
              <a href={words.to('regions', other.code)}>{named('group', other)}</a>
            </li>
          ))}
      </ul>
    </Layout>
  );
}
