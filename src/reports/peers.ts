import type { AreaGroup } from '../catalogue/catalogue.js';
import type { Pace } from '../scoring/score.js';
import { fastest } from '../scoring/engine/required-pace.js';
import type { ReportSources } from './report-sources.js';

/** Two values make a line through any two accidents; a pace that others are measured by stands on three. */
const LEAST_VALUES_OF_PACE = 3;

/** So many of the fastest peers are shown, and averaged. */
const FASTEST_SHOWN = 5;

interface Peers {
  readonly group?: AreaGroup;
  readonly withPace: number;
  /** Fastest first; empty when there are too few peers. Points a year. */
  readonly fastest: readonly { readonly code: string; readonly pace: number }[];
}

/**
 * The fastest peers of an area in one indicator: of its World Bank income group, else of its UN regional group (of the
 * world, for an area in none), the first of them in which at least `method.minPeers` others have a pace from three
 * values or more. Without such a group: the first one, with how many there were.
 */
export function fastestPeers(area: string, indicator: string, { lookUp, board }: ReportSources): Peers {
  const paceOf = (code: string): { readonly code: string; readonly pace: number }[] => {
    const pace = reliablePace(board.indicatorScore(code, indicator).pace);
    return pace === undefined ? [] : [{ code, pace }];
  };
  const { minPeers } = lookUp.catalogue.method;
  const tried = peerGroups(lookUp.groupsOfArea(area)).map((group) => ({
    group,
    paces: group.members.filter((code) => code !== area).flatMap(paceOf),
  }));
  const enough = tried.find(({ paces }) => paces.length >= minPeers);
  if (enough === undefined) {
    const [first] = tried;
    return { ...(first && { group: first.group }), withPace: first?.paces.length ?? 0, fastest: [] };
  }
  const { group, paces } = enough;
  return { group, withPace: paces.length, fastest: fastest(paces, FASTEST_SHOWN) };
}

/** Points a year, if the pace stands on enough values. */
export function reliablePace(pace: Pace | undefined): number | undefined {
  if (pace === undefined || pace.observedPace === null || pace.n < LEAST_VALUES_OF_PACE) return undefined;
  return pace.observedPace;
}

/** The groups an area is compared in, the first of them if it is large enough. */
export function peerGroups(groups: readonly AreaGroup[]): readonly AreaGroup[] {
  const ofKind = (kind: AreaGroup['kind']): AreaGroup[] => groups.filter((group) => group.kind === kind);
  const regional = ofKind('un_regional_group');
  return [...ofKind('income_group'), ...(regional.length > 0 ? regional : ofKind('world'))];
}
