import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../../catalogue/catalogue.js';
import type {
  ObservationChanges,
  ObservationSnapshot,
  SeriesEdition,
} from '../../observations/observation.js';
import { indexObservations, type ObservationIndex } from './observation-index.js';
import { rankSeries, type SeriesRank } from './series-priority.js';

/** What is held as fact at one data revision, in the order in which scoring asks for it. */
export interface BoardFacts {
  readonly revision: number;
  readonly observations: ObservationIndex;
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
  readonly ranks: ReadonlyMap<number, SeriesRank>;
}

export function readFacts(catalogue: Catalogue, snapshot: ObservationSnapshot): BoardFacts {
  const { revision, seriesEditions } = snapshot;
  return {
    revision,
    observations: indexObservations(snapshot.observations),
    seriesEditions,
    ranks: rankSeries(catalogue, seriesEditions),
  };
}

/** The facts after the changes, sharing with those before what did not change. */
export function moveFacts(catalogue: Catalogue, facts: BoardFacts, changes: ObservationChanges): BoardFacts {
  const { revision, removed, added } = changes;
  const seriesEditions = keepEqual(facts.seriesEditions, changes.seriesEditions);
  return {
    revision,
    observations: facts.observations.after(removed, added),
    seriesEditions,
    ranks: seriesEditions === facts.seriesEditions ? facts.ranks : rankSeries(catalogue, seriesEditions),
  };
}

/** Indicators with a series edition of which another thing is told than before, or that stands at another place. */
export function indicatorsRanked(before: BoardFacts, after: BoardFacts): ReadonlySet<string> {
  const moved = new Set<string>();
  if (before.seriesEditions === after.seriesEditions) return moved;
  for (const [id, edition] of before.seriesEditions) {
    const old = before.ranks.get(id);
    const now = after.ranks.get(id);
    const stands = old?.source === now?.source && old?.edition === now?.edition;
    if (!stands || edition !== after.seriesEditions.get(id)) moved.add(edition.indicator);
  }
  return moved;
}

/** The new map with the old values where they are equal; the old map when all are. */
function keepEqual<Value>(
  before: ReadonlyMap<number, Value>,
  after: ReadonlyMap<number, Value>,
): ReadonlyMap<number, Value> {
  let changed = before.size !== after.size;
  const kept = new Map<number, Value>();
  for (const [id, value] of after) {
    const old = before.get(id);
    const same = isDeepStrictEqual(old, value);
    changed ||= !same;
    kept.set(id, same ? (old as Value) : value);
  }
  return changed ? kept : before;
}
