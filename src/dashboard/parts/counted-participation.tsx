import type { JSX } from 'preact';
import { STAKEHOLDER_GROUPS } from '../../catalogue/stakeholder-group.js';
import type { ParticipationReport, ParticipationView } from '../../reports/participation/participation.js';
import {
  balanceSentence,
  groupName,
  personsSentence,
} from '../../reports/participation/participation-words.js';
import type { Frame } from '../layout.js';
import { participationAddress } from './participation-line.js';
import { ParticipationTable, type ShownLine } from './participation-table.js';

interface PartProps {
  readonly report: ParticipationReport;
  readonly frame: Frame;
}

/** What was counted, table by table. */
export function CountedParticipation({
  frame,
  report,
  view,
}: PartProps & { readonly view: ParticipationView }): JSX.Element {
  const { words, named } = frame;
  const { regions, issues, countries, reach, total } = report;
  const shown = (
    lines: ParticipationReport['issues'],
    nameOf: (line: ParticipationReport['issues'][number]) => string,
    viewOf: (code: string) => ParticipationView,
  ): readonly ShownLine[] =>
    lines.map((line) => ({
      ...line,
      name: nameOf(line),
      address: participationAddress({ ...view, ...viewOf(line.code) }, words),
    }));
  const persons = personsSentence(total, words);
  return (
    <>
      <h2>{words.t('participation.groups')}</h2>
      <p>{balanceSentence(total, words)}</p>
      <GroupTable report={report} frame={frame} />
      {total.untold > 0 && <p class="quiet">{words.t('participation.untold', { count: total.untold })}</p>}
      {persons !== undefined && <p>{persons}</p>}
      {reach !== undefined && (
        <>
          <h2>{words.t('participation.regions')}</h2>
          <p>
            {words.t('participation.reach', { breadth: reach.breadth, possible: reach.possible })}{' '}
            {reach.balance !== undefined &&
              words.t('participation.reachBalance', { share: words.percent(reach.balance) })}
          </p>
          <ParticipationTable
            head={words.t('participation.region')}
            caption={words.t('participation.regionsCaption')}
            lines={shown(
              regions,
              (line) => named('group', line),
              (region) => ({ region }),
            )}
            words={words}
          />
        </>
      )}
      {issues.length > 0 && (
        <>
          <h2>{words.t('participation.issues')}</h2>
          <ParticipationTable
            head={words.t('participation.issue')}
            caption={words.t('participation.issuesCaption')}
            lines={shown(
              issues,
              (line) => named('issue', line),
              (issue) => ({ issue }),
            )}
            ofCountries={report.area !== undefined}
            words={words}
          />
        </>
      )}
      {countries.length > 0 && (
        <>
          <h2>{words.t('participation.countries')}</h2>
          <ParticipationTable
            head={words.t('participation.country')}
            caption={words.t('participation.countriesCaption')}
            lines={words.inOrder(
              shown(
                countries,
                (line) => words.area(line),
                (area) => ({ area, region: undefined }),
              ),
            )}
            ofCountries
            words={words}
          />
        </>
      )}
      <Communities report={report} frame={frame} />
      <Years report={report} frame={frame} />
    </>
  );
}

function GroupTable({ report: { total }, frame: { words } }: PartProps): JSX.Element {
  return (
    <table class="years">
      <caption>{words.t('participation.groupsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('participation.group')}</th>
          <th scope="col" class="number">
            {words.t('participation.column.contributions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {STAKEHOLDER_GROUPS.map((group) => (
          <tr key={group}>
            <th scope="row">{groupName(group, words)}</th>
            <td class="number">{words.value(total.groups[group])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Communities({ report: { communities }, frame: { words } }: PartProps): JSX.Element {
  return (
    <>
      <h2>{words.t('participation.communities')}</h2>
      <ul class="columns">
        {communities.map(({ code, name, kind, contributions }) => (
          <li key={code}>
            <a href={words.to('communities', code)}>
              <bdi>{name}</bdi>
            </a>
            <span class="remark">
              {words.t('participation.communityRemark', {
                kind: words.t(`communities.kind.${kind}`),
                contributions,
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Years({ report: { years }, frame: { words } }: PartProps): JSX.Element {
  return (
    <>
      <h2>{words.t('participation.years')}</h2>
      <table class="years">
        <caption>{words.t('participation.yearsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('column.year')}</th>
            <th scope="col" class="number">
              {words.t('participation.column.submissions')}
            </th>
            <th scope="col" class="number">
              {words.t('participation.column.communities')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, submissions, communities }) => (
            <tr key={year}>
              <th scope="row">{words.year(year)}</th>
              <td class="number">{words.value(submissions)}</td>
              <td class="number">{words.value(communities)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
