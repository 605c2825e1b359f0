import type { Area, AreaGroup, Issue } from '../../catalogue/catalogue.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { areasByName } from '../overview-report.js';
import { reportHead, type ReportSources } from '../report-sources.js';
import { countParticipation, regionalReach } from './count-participation.js';
import type {
  ParticipatingCommunity,
  ParticipationLine,
  ParticipationReport,
  ParticipationYear,
} from './participation.js';
import { participationGaps } from './participation-gaps.js';
import type { TakingPart } from './taking-part.js';

/** What is looked at, found in the catalogue. */
export interface FoundView {
  readonly area?: Area | undefined;
  readonly region?: AreaGroup | undefined;
  readonly issue?: Issue | undefined;
}

/**
 * Who took part in what is looked at, and who is missing.
 * @param contributions all there are, whatever is looked at
 * @param acceptedIn the year (UTC) in which a submission was accepted, by its id
 */
export function participationReport(
  { area, region, issue }: FoundView,
  contributions: readonly TakingPart[],
  acceptedIn: ReadonlyMap<number, number>,
  sources: ReportSources,
): ParticipationReport {
  const { lookUp, release } = sources;
  const { catalogue } = lookUp;
  const touches = (indicator: string, code: string): boolean =>
    lookUp.indicator(indicator)?.issues.includes(code) === true;
  const looked = areasLookedAt({ area, region }, lookUp.scoredAreas);
  const codes = new Set(looked.map(({ code }) => code));
  const onAreas = contributions.filter((one) => codes.has(one.area));
  const inView = onAreas.filter(({ indicator }) => issue === undefined || touches(indicator, issue.code));
  const lineOf = (thing: Named, belongs: (one: TakingPart) => boolean): ParticipationLine => ({
    ...named(thing),
    ...countParticipation(inView.filter(belongs)),
  });
  const regions =
    area === undefined && region === undefined
      ? catalogue.groups.filter(({ kind }) => kind === 'un_regional_group')
      : [];
  return withoutUndefined({
    ...reportHead(sources),
    kind: 'participation' as const,
    area: area && named(area),
    region: region && named(region),
    issue: issue && named(issue),
    release: release?.id,
    total: countParticipation(inView),
    reach: regions.length < 2 ? undefined : regionalReach(inView, regions),
    communities: communitiesIn(inView),
    regions: regions.map((group) => lineOf(group, (one) => group.members.includes(one.area))),
    issues: (issue === undefined ? catalogue.issues : []).map((one) =>
      lineOf(one, ({ indicator }) => touches(indicator, one.code)),
    ),
    countries: (area === undefined ? areasByName(looked) : [])
      .map((one) => lineOf(one, (contribution) => contribution.area === one.code))
      .filter((line) => line.contributions > 0),
    gaps: participationGaps(issue === undefined ? catalogue.issues : [issue], [...codes], onAreas, touches),
    years: yearsOf(inView, acceptedIn),
  });
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function named({ code, name }: Named): Named {
  return { code, name };
}

function areasLookedAt({ area, region }: FoundView, scored: readonly Area[]): readonly Area[] {
  if (area !== undefined) return [area];
  return region === undefined ? scored : scored.filter(({ code }) => region.members.includes(code));
}

function communitiesIn(contributions: readonly TakingPart[]): readonly ParticipatingCommunity[] {
  const communities = new Set(contributions.map(({ community }) => community));
  return [...communities]
    .map((community) => {
      const own = contributions.filter((one) => one.community === community);
      const { code, name, kind, stakeholder } = community;
      const countries = new Set(own.map(({ area }) => area)).size;
      return withoutUndefined({ code, name, kind, stakeholder, countries, contributions: own.length });
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en') || (one.code < other.code ? -1 : 1));
}

function yearsOf(
  contributions: readonly TakingPart[],
  acceptedIn: ReadonlyMap<number, number>,
): readonly ParticipationYear[] {
  const years = new Map<number, { submissions: Set<number>; communities: Set<string> }>();
  for (const { community, submissions } of contributions) {
    for (const id of submissions) {
      const year = acceptedIn.get(id);
      if (year === undefined) continue;
      const one = years.get(year) ?? { submissions: new Set(), communities: new Set() };
      one.submissions.add(id);
      one.communities.add(community.code);
      years.set(year, one);
    }
  }
  return [...years]
    .sort(([one], [other]) => one - other)
    .map(([year, { submissions, communities }]) => ({
      year,
      submissions: submissions.size,
      communities: communities.size,
    }));
}
