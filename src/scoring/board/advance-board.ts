import type { ObservationChanges } from '../../observations/observation.js';
import { withoutIndicators, withoutNodes, type Stale } from './board-cache.js';
import { indicatorsRanked, moveFacts } from './board-facts.js';
import type { BoardRules } from './board-rules.js';
import { findLiveIndicators } from './live-indicators.js';
import { makeBoard, type GrowingBoard } from './score-board.js';
import { finish, type Steps } from './steps.js';

/**
 * The board after some changes: equal in every answer to one built whole from the same facts, with only that
 * computed again which the changes touch. The board before stays as it is.
 * @throws RangeError when the changes start from another revision than the board's
 */
export function advanceBoard(board: GrowingBoard, changes: ObservationChanges): GrowingBoard {
  return finish(advanceInSteps(board, changes));
}

/** `advanceBoard`, with other work let in between the areas. */
export function* advanceInSteps(board: GrowingBoard, changes: ObservationChanges): Steps<GrowingBoard> {
  if (changes.since !== board.revision) {
    throw new RangeError(
      `The changes start from revision ${String(changes.since)}, not ${String(board.revision)}`,
    );
  }
  const { rules, facts: before, cache } = board.parts;
  const facts = moveFacts(rules.catalogue, before, changes);
  const indicators = staleIndicators(rules, changes, indicatorsRanked(before, facts));
  const known = withoutIndicators(cache, indicators, rules.regions);
  yield;
  const live = yield* findLiveIndicators(rules, facts, known);
  const nodes = staleNodes(rules, indicators, difference(board.liveIndicators, live));
  return makeBoard({ rules, facts, cache: withoutNodes(known, nodes) }, live);
}

/** Whatever has other figures; in all areas, what has its sources in another order. */
function staleIndicators(
  { catalogue }: BoardRules,
  { removed, added }: ObservationChanges,
  ranked: ReadonlySet<string>,
): Stale {
  const stale = new Map(catalogue.areas.map(({ code }) => [code, new Set(ranked)]));
  for (const observations of [removed, added]) {
    for (const { area, indicator } of observations) stale.get(area)?.add(indicator);
  }
  return stale;
}

/**
 * Nodes above stale indicators, in their own area and wherever the area's level may fill a gap; in all areas, nodes
 * above indicators that became live or ceased to be.
 */
function staleNodes(
  { catalogue, nodesAbove, regions }: BoardRules,
  indicators: Stale,
  turned: ReadonlySet<string>,
): Stale {
  const filling = new Map<string, Set<string>>();
  for (const [area, ofArea] of indicators) {
    const region = regions.regionOf.get(area);
    if (region === undefined) continue;
    filling.set(region, new Set([...(filling.get(region) ?? []), ...ofArea]));
  }
  return new Map(
    catalogue.areas.map(({ code }) => {
      const region = regions.regionOf.get(code);
      const near = region === undefined ? undefined : filling.get(region);
      const below = new Set([...(indicators.get(code) ?? []), ...(near ?? []), ...turned]);
      return [code, new Set([...below].flatMap((indicator) => nodesAbove.get(indicator) ?? []))];
    }),
  );
}

function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b].filter((one) => a.has(one) !== b.has(one)));
}
