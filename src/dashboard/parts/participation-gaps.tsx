import type { JSX } from 'preact';
import type { Area, Catalogue } from '../../catalogue/catalogue.js';
import type {
  ParticipationGap,
  ParticipationReport,
  ParticipationView,
} from '../../reports/participation/participation.js';
import { gapSentence, groupName } from '../../reports/participation/participation-words.js';
import type { Frame } from '../layout.js';
import type { Named } from '../named.js';
import { contributeAddress, ContributeLink } from './contribute-link.js';
import { participationQuery } from './participation-line.js';

interface ParticipationGapsProps {
  readonly frame: Frame;
  readonly report: ParticipationReport;
  readonly view: ParticipationView;
  /** The gap whose countries are listed: a stakeholder group, or `anybody`; of the issue that is looked at. */
  readonly gap: string | undefined;
  readonly areas: readonly Area[];
  readonly catalogue: Catalogue;
}

interface GapListProps extends ParticipationGapsProps {
  readonly gaps: readonly ParticipationGap[];
}

/** Who is missing where: sentences that lead to their lists of countries, and the list that is asked for. */
export function ParticipationGaps(props: ParticipationGapsProps): JSX.Element {
  const { frame, report } = props;
  const { words } = frame;
  const partial = report.gaps.filter(({ group }) => group !== undefined);
  const whole = report.gaps.filter(({ group }) => group === undefined);
  const isHere = report.area !== undefined;
  return (
    <section>
      <h2 id="missing">{words.t('participation.gaps')}</h2>
      {partial.length === 0 ? (
        <p>{words.t('participation.noGaps')}</p>
      ) : (
        <>
          <p class="quiet">{words.t(isHere ? 'participation.gapsLedeHere' : 'participation.gapsLede')}</p>
          <GapsByIssue {...props} gaps={partial} />
        </>
      )}
      {whole.length > 0 && (
        <>
          <h3>{words.t('participation.nobody')}</h3>
          {isHere ? <GapsHere {...props} gaps={whole} /> : <GapList {...props} gaps={whole} />}
        </>
      )}
      <ChosenGap {...props} />
    </section>
  );
}

/** Of one issue as they are; of several folded, an issue each. */
function GapsByIssue(props: GapListProps): JSX.Element {
  const { frame, report, view, gaps } = props;
  if (report.area !== undefined) return <GapsHere {...props} />;
  if (view.issue !== undefined) return <GapList {...props} />;
  return (
    <>
      {issuesOf(gaps, frame).map((issue) => {
        const own = gaps.filter((gap) => gap.issue === issue.code);
        return (
          <details key={issue.code}>
            <summary>
              {frame.words.t('participation.gapsOn', { issue: issue.name, count: own.length })}
            </summary>
            <GapList {...props} gaps={own} />
          </details>
        );
      })}
    </>
  );
}

function GapList({ gaps, frame, view }: GapListProps): JSX.Element {
  const { words } = frame;
  return (
    <ul class="plain">
      {gaps.map((gap) => (
        <li key={`${gap.issue} ${codeOf(gap)}`}>
          <a
            href={`${words.to('participation')}?${participationQuery({ ...view, issue: gap.issue })}&gap=${codeOf(gap)}#gap`}
          >
            {gapSentence(gap, issueOf(gap, frame).name, words)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The gaps of one country, an issue each, with the way to fill them. */
function GapsHere({ gaps, frame, report: { area } }: GapListProps): JSX.Element {
  const { words } = frame;
  return (
    <ul class="plain">
      {issuesOf(gaps, frame).map((issue) => {
        const groups = gaps.flatMap((gap) =>
          gap.issue === issue.code && gap.group !== undefined ? [groupName(gap.group, words)] : [],
        );
        return (
          <li key={issue.code}>
            {groups.length === 0
              ? issue.name
              : words.t('participation.missingOn', { issue: issue.name, groups: words.list(groups) })}{' '}
            <ContributeLink
              words={words}
              short
              of={{ area: area && { code: area.code, name: words.area(area) }, issue }}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The countries of the gap that is asked for, each leading to where it can be filled. */
function ChosenGap({
  frame,
  report,
  view,
  gap: code,
  areas,
  catalogue: { indicators },
}: ParticipationGapsProps): JSX.Element | null {
  const { words } = frame;
  const chosen = report.gaps.find((gap) => gap.issue === view.issue && codeOf(gap) === code);
  if (chosen === undefined || report.area !== undefined) return null;
  const missing = areas.filter((area) => chosen.areas.includes(area.code));
  const issue = issueOf(chosen, frame);
  const assessed = new Set(
    indicators.flatMap(({ goalposts, issues }) => (goalposts.kind === 'rubric' ? issues : [])),
  );
  return (
    <>
      <h3 id="gap">{gapSentence(chosen, issue.name, words)}</h3>
      <p class="quiet">
        {words.t('participation.gapCountries')}{' '}
        {assessed.has(issue.code) && (
          <a href={`${words.to('assess')}?issue=${issue.code}`}>{words.t('participation.assess')}</a>
        )}
      </p>
      <ul class="columns">
        {words.inOrder(missing.map((area) => ({ code: area.code, name: words.area(area) }))).map((area) => (
          <li key={area.code}>
            <a href={contributeAddress(words, { area, issue })}>{area.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function codeOf({ group }: ParticipationGap): string {
  return group ?? 'anybody';
}

/** Each once. */
function issuesOf(gaps: readonly ParticipationGap[], frame: Frame): readonly Named[] {
  const codes = new Set<string>();
  return gaps.flatMap((gap) => {
    if (codes.has(gap.issue)) return [];
    codes.add(gap.issue);
    return [issueOf(gap, frame)];
  });
}

function issueOf({ issue: code, issueName: name }: ParticipationGap, { named }: Frame): Named {
  return { code, name: named('issue', { code, name }) };
}
