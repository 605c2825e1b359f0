import type { Area } from '../catalogue/catalogue.js';
import { median } from '../scoring/engine/median.js';
import { mostToGain } from '../scoring/engine/room-to-gain.js';
import type { EffectiveWeight } from '../scoring/explanation/explanation.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { WhatWouldHelp } from './explanation.js';
import { nodeName } from './node-line.js';
import type { ReportSources } from './report-sources.js';

/** Fewer levels have no middle worth aiming at. */
const LEAST_VALUES = 3;
const MOST_ITEMS = 3;

/**
 * Which indicators would move a score most if they reached the median of the area's UN regional group, as of the same
 * year. Only indicators that feed the score with a level of their own. Source: scoring method 1.0, section 9.
 */
export function whatWouldHelp(
  area: Area,
  weights: readonly EffectiveWeight[],
  year: number,
  { board, lookUp }: ReportSources,
): WhatWouldHelp {
  const group = lookUp
    .groupsOfArea(area.code)
    .find(({ code, kind }) => kind === 'un_regional_group' && code === area.unGroup);
  if (group === undefined) return { items: [], withoutMedian: [] };
  const feeding = weights.filter(({ actual, filled }) => actual > 0 && !filled);
  const levels = new Map(
    feeding.map(({ indicator }) => [
      indicator,
      group.members.flatMap((member) => board.indicatorScore(member, indicator, year).level ?? []),
    ]),
  );
  const numberOf = (indicator: string): number => levels.get(indicator)?.length ?? 0;
  const gainable = feeding.flatMap(({ indicator, actual, level }) => {
    const middle = median(levels.get(indicator) ?? []);
    if (level === undefined || middle === undefined || numberOf(indicator) < LEAST_VALUES) return [];
    return [{ code: indicator, weight: actual, level, median: middle }];
  });
  return withoutUndefined({
    group: { code: group.code, name: group.name },
    items: mostToGain(gainable, MOST_ITEMS).map((gain) => ({
      ...gain,
      name: nodeName('indicator', gain.code, lookUp),
      values: numberOf(gain.code),
    })),
    withoutMedian: feeding
      .map(({ indicator }) => indicator)
      .filter((indicator) => numberOf(indicator) < LEAST_VALUES),
  });
}
