import type { Area } from '../../catalogue/catalogue.js';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../../catalogue/stakeholder-group.js';
import type { Community } from '../../communities/community.js';
import type { Observation } from '../../observations/observation.js';
import type { ReportSources } from '../report-sources.js';
import type { PersonsRow } from './persons.js';

/** A contribution: what a community says of one indicator in one country, all years and editions together. */
export interface TakingPart {
  readonly community: Community;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly indicator: string;
  /** Groups that are said to have taken part, and that of the community itself; none where nothing is told. */
  readonly groups: readonly StakeholderGroup[];
  /** Ids of those its figures came in. */
  readonly submissions: readonly number[];
  readonly persons: readonly PersonsRow[];
}

/**
 * All contributions with figures that are held: of communities that may be shown, on scored areas. Figures of the
 * installation itself are nobody's contribution. In the order of areas and indicators of the catalogue.
 * @param areas scored ones; all of them unless some are given
 */
export function takingPart(
  { board, communities, seriesEditions, lookUp }: ReportSources,
  areas: readonly Pick<Area, 'code'>[] = lookUp.scoredAreas,
): readonly TakingPart[] {
  const senders = new Map<number, Community>();
  const contributed = new Set<string>();
  for (const { id, community: code, indicator } of seriesEditions.values()) {
    const community = communities.get(code);
    if (community === undefined || community.hidden || community.kind === 'system') continue;
    senders.set(id, community);
    contributed.add(indicator);
  }
  const indicators = lookUp.catalogue.indicators.filter(({ code }) => contributed.has(code));
  return areas.flatMap(({ code: area }) =>
    indicators.flatMap(({ code: indicator }) => {
      const byCommunity = new Map<Community, Observation[]>();
      for (const figure of board.observations(area, indicator)) {
        const community = senders.get(figure.seriesEditionId);
        if (community !== undefined)
          byCommunity.set(community, [...(byCommunity.get(community) ?? []), figure]);
      }
      return [...byCommunity].map(([community, figures]) =>
        contribution(community, { area, indicator }, figures),
      );
    }),
  );
}

function contribution(
  community: Community,
  { area, indicator }: Pick<TakingPart, 'area' | 'indicator'>,
  figures: readonly Observation[],
): TakingPart {
  const named = new Set([
    ...ownGroup(community),
    ...figures.flatMap(({ tookPart = [] }) => tookPart.map(({ group }) => group)),
  ]);
  return {
    community,
    area,
    indicator,
    groups: STAKEHOLDER_GROUPS.filter((group) => named.has(group)),
    submissions: [...new Set(figures.map(({ submissionId }) => submissionId))],
    persons: figures.flatMap(({ year, tookPart = [] }) =>
      tookPart.map((part) => ({ community: community.code, area, year, ...part })),
    ),
  };
}

/** The forms of the Internet Governance Forum have no group of its own for academia: it stands with civil society. */
function ownGroup({ stakeholder }: Community): readonly StakeholderGroup[] {
  if (stakeholder === undefined) return [];
  return [stakeholder === 'academia' ? 'civil_society' : stakeholder];
}
