import type { AreaGroup } from '../catalogue/catalogue.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { Direction } from '../scoring/score.js';
import { quantile } from '../scoring/engine/quantile.js';
import type { Distribution } from './report.js';

/** With fewer scores than these a middle half would describe single countries. */
export const LEAST_SCORES = 5;

export interface Place {
  readonly score?: number | undefined;
  readonly direction?: Direction | undefined;
}

/** How the members of a group lie: middle country, middle half, and how many go which way. No order among them. */
export function distribution(group: AreaGroup, placeOf: (area: string) => Place): Distribution {
  const places = group.members.map(placeOf).filter(({ score }) => score !== undefined);
  const scores = places.flatMap(({ score }) => score ?? []);
  const enough = scores.length >= LEAST_SCORES;
  const going = (way: Direction): number => places.filter(({ direction }) => direction === way).length;
  return withoutUndefined({
    group: { code: group.code, kind: group.kind, name: group.name },
    members: group.members.length,
    withScore: scores.length,
    median: enough ? quantile(scores, 0.5) : undefined,
    lowerQuartile: enough ? quantile(scores, 0.25) : undefined,
    upperQuartile: enough ? quantile(scores, 0.75) : undefined,
    improving: going('improving'),
    declining: going('declining'),
    steady: going('steady'),
  });
}
