import type { NodeKind } from '../../scoring/score.js';
import { bandOf, type Band } from '../band-of.js';
import { distribution } from '../distribution.js';
import type { ReportSources } from '../report-sources.js';

interface PeerBand extends Band {
  /** Code of the group. */
  readonly group: string;
}

const KINDS = ['income_group', 'un_regional_group', 'world'] as const;

/** Where the middle half of the peers of an area lies on a node: income group, else region, else the world. */
export function peerBand(
  area: string,
  kind: NodeKind,
  code: string,
  { board, lookUp }: ReportSources,
): PeerBand | undefined {
  const groups = lookUp.groupsOfArea(area);
  const scoreOf = (member: string) => ({ score: board.nodeScore(member, kind, code).score });
  for (const wanted of KINDS) {
    for (const group of groups.filter((one) => one.kind === wanted)) {
      const band = bandOf(distribution(group, scoreOf));
      if (band !== undefined) return { ...band, group: group.code };
    }
  }
  return undefined;
}
