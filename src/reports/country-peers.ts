import type { Area, AreaGroup } from '../catalogue/catalogue.js';
import { requireFound } from '../platform/require-found.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { NodeKind } from '../scoring/score.js';
import { nodeDistributions } from './area-scores.js';
import { bandOf, type Band } from './band-of.js';
import { peerGroups } from './peers.js';
import type { ReportSources } from './report-sources.js';

/** Countries to set beside one: those of a group, and some by code. */
export interface PeersWish {
  readonly group?: string | undefined;
  readonly areas: readonly string[];
}

/** Whom a country is shown beside, and where they stand. */
export interface CountryPeers {
  /** Absent: no group of the country has enough scores, or countries were asked for one by one. */
  readonly group?: Pick<AreaGroup, 'code' | 'kind' | 'name'>;
  readonly areas: readonly Pick<Area, 'code' | 'name'>[];
  /** Middle half of the group and of the world, and the scores of the single countries, on a node. */
  readonly on: (kind: NodeKind, code: string) => PeersOnNode;
}

export interface PeersOnNode {
  readonly group?: Band;
  readonly world?: Band;
  readonly areas: readonly { readonly code: string; readonly name: string; readonly score?: number }[];
}

/**
 * The peers asked for; without a wish those of the method: the first of its income group, its regional group or the world
 * in which enough countries have a score on a principle.
 * @throws Problem `group_not_found`, `area_not_found`
 */
export function countryPeers(
  area: { readonly code: string },
  { group, areas }: PeersWish,
  sources: ReportSources,
): CountryPeers {
  const { lookUp, board } = sources;
  const { groups, areas: all } = lookUp.catalogue;
  const wished =
    group === undefined
      ? undefined
      : requireFound(lookUp.group(group), 'group_not_found', group, codesOf(groups));
  const single = areas.map((code) => requireFound(lookUp.area(code), 'area_not_found', code, codesOf(all)));
  const chosen = wished ?? (single.length > 0 ? undefined : peersOfMethod(area, sources));
  const world = groups.filter(({ kind }) => kind === 'world');
  return withoutUndefined({
    group: chosen && { code: chosen.code, kind: chosen.kind, name: chosen.name },
    areas: single.map(({ code, name }) => ({ code, name })),
    on: (kind: NodeKind, code: string): PeersOnNode => {
      const lies = (of: readonly AreaGroup[]): Band | undefined =>
        bandOf(nodeDistributions(kind, code, sources, of)[0]);
      return withoutUndefined({
        group: chosen && lies([chosen]),
        world: lies(world),
        areas: single
          .filter((one) => one.scored)
          .map((one) =>
            withoutUndefined({
              code: one.code,
              name: one.name,
              score: board.nodeScore(one.code, kind, code).score,
            }),
          ),
      });
    },
  });
}

function peersOfMethod(
  area: { readonly code: string },
  { lookUp, board }: ReportSources,
): AreaGroup | undefined {
  const { principles, method } = lookUp.catalogue;
  const hasScore = (code: string): boolean =>
    principles.some((principle) => board.nodeScore(code, 'principle', principle.code).score !== undefined);
  const isScored = new Set(lookUp.scoredAreas.map(({ code }) => code));
  return peerGroups(lookUp.groupsOfArea(area.code)).find(
    ({ members }) =>
      members.filter((code) => code !== area.code && isScored.has(code) && hasScore(code)).length >=
      method.minPeers,
  );
}

function codesOf(things: readonly { readonly code: string }[]): readonly string[] {
  return things.map(({ code }) => code);
}
