import type { AreaGroup } from '../catalogue/catalogue.js';
import type { Community } from '../communities/community.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { GroupScore, GroupScores } from '../scoring/groups/group-score.js';
import type { Missing } from '../scoring/score.js';
import { nodeDistributions } from './area-scores.js';
import { namedContribution, type Contribution, type CountedContribution } from './contribution.js';
import type { FoundNode } from './find-node.js';
import { nodeName } from './node-line.js';
import { areasByName } from './overview-report.js';
import type { Distribution, ReportHead } from './report.js';
import { reportHead, type ReportSources } from './report-sources.js';

/** A group on one indicator or node, by name. */
export interface GroupLine extends GroupScore {
  readonly name: string;
}

/** What a report of several areas together says, whatever brings them together. */
export interface GroupParts {
  /** Year of the population that weighs members. */
  readonly populationYear: number;
  /** By name: an order, not a ranking. */
  readonly members: readonly {
    readonly code: string;
    readonly name: string;
    readonly principles: readonly {
      readonly code: string;
      readonly score?: number;
      readonly missing?: Missing;
    }[];
  }[];
  readonly principles: readonly GroupLine[];
  readonly issues: readonly GroupLine[];
  readonly indicators: readonly (GroupLine & { readonly unit: string })[];
}

/** The world, a UN regional group or an income group. */
export interface GroupReport extends ReportHead, GroupParts {
  readonly kind: 'group';
  readonly group: Pick<AreaGroup, 'code' | 'kind' | 'name'>;
  /** How its members lie in each principle, and beside it those of the world. */
  readonly distributions: readonly {
    readonly code: string;
    readonly name: string;
    readonly distributions: readonly Distribution[];
  }[];
}

export interface CommunityReport extends ReportHead, GroupParts {
  readonly kind: 'community';
  readonly community: Pick<
    Community,
    'code' | 'name' | 'acronym' | 'kind' | 'region' | 'established' | 'website'
  >;
  /** The only area it stands for: that country's own report says everything. */
  readonly country?: string;
  readonly contribution: Contribution;
}

/** Where a group of countries stands, people and countries told apart, and every member by name. */
export function groupReport(group: AreaGroup, scores: GroupScores, sources: ReportSources): GroupReport {
  const { code, kind, name } = group;
  return {
    ...reportHead(sources),
    kind: 'group',
    group: { code, kind, name },
    distributions: spreadOf(group, sources),
    ...groupParts(scores, sources),
  };
}

/**
 * The same of the areas a community stands for, and what it sent. It tells of the areas and never scores the community.
 */
export function communityReport(
  community: Community,
  scores: GroupScores,
  counted: CountedContribution,
  sources: ReportSources,
): CommunityReport {
  const { code, name, acronym, kind, region, established, website } = community;
  const [only, ...others] = scores.members;
  return withoutUndefined({
    ...reportHead(sources),
    kind: 'community' as const,
    community: withoutUndefined({ code, name, acronym, kind, region, established, website }),
    country: others.length === 0 ? only : undefined,
    contribution: namedContribution(counted, {
      indicator: (of) => nodeName('indicator', of, sources.lookUp),
      area: (of) => sources.lookUp.area(of)?.name ?? of,
    }),
    ...groupParts(scores, sources),
  });
}

/** One node or indicator of a group. @throws RangeError when there is no such node or indicator */
export function groupLine(
  { kind, code }: FoundNode,
  scores: GroupScores,
  { lookUp }: ReportSources,
): GroupLine {
  const score = kind === 'indicator' ? scores.indicator(code) : scores.node(kind, code);
  return { ...score, name: nodeName(kind, code, lookUp) };
}

function spreadOf(group: AreaGroup, sources: ReportSources): GroupReport['distributions'] {
  const { groups, principles } = sources.lookUp.catalogue;
  const world = groups.filter(({ kind, code }) => kind === 'world' && code !== group.code);
  return principles.map(({ code, name }) => ({
    code,
    name,
    distributions: nodeDistributions('principle', code, sources, [group, ...world]),
  }));
}

function groupParts(scores: GroupScores, sources: ReportSources): GroupParts {
  const { board, lookUp } = sources;
  const { principles, issues, indicators, method } = lookUp.catalogue;
  const lines = (kind: FoundNode['kind'], things: readonly { readonly code: string }[]) =>
    things.map(({ code }) => groupLine({ kind, code }, scores, sources));
  return {
    populationYear: method.aggregates.populationYear,
    members: areasByName(scores.members.flatMap((code) => lookUp.area(code) ?? [])).map((area) => ({
      code: area.code,
      name: area.name,
      principles: principles.map(({ code }) => {
        const { score, missing } = board.nodeScore(area.code, 'principle', code);
        return withoutUndefined({ code, score, missing });
      }),
    })),
    principles: lines('principle', principles),
    issues: lines('issue', issues),
    indicators: indicators.map(({ code, unit }) => ({
      ...groupLine({ kind: 'indicator', code }, scores, sources),
      unit,
    })),
  };
}
