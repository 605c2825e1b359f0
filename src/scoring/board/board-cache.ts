import type { Catalogue } from '../../catalogue/catalogue.js';
import { noScores, type ScoreCache } from './area-scores.js';
import type { IndicatorSeries } from './indicator-series.js';
import { meanKey, type FillingRegions, type RegionalMeans } from './regional-fill.js';
import type { NodeSegment } from '../score.js';

/** So many areas' earlier years are kept; one area takes about as much memory as all areas' current year. */
const AREAS_WITH_HISTORY = 4;

/** By area, what of it has gone stale: codes of indicators, or keys of nodes. */
export type Stale = ReadonlyMap<string, ReadonlySet<string>>;

/** Earlier years of one area. */
export interface AreaHistory {
  readonly years: Map<number, ScoreCache>;
  readonly segments: Map<string, readonly NodeSegment[]>;
}

/**
 * What has been computed for a board so far. Boards share the parts in which they agree, so whatever one of them
 * adds there must hold for the others as well.
 */
export interface BoardCache {
  readonly series: ReadonlyMap<string, Map<string, IndicatorSeries>>;
  /** As of the edition's year. */
  readonly now: ReadonlyMap<string, ScoreCache>;
  /** The area used last stands last. */
  readonly histories: Map<string, AreaHistory>;
  readonly means: RegionalMeans;
}

export function emptyCache({ areas }: Catalogue): BoardCache {
  return {
    series: new Map(areas.map(({ code }) => [code, new Map()])),
    now: new Map(areas.map(({ code }) => [code, noScores()])),
    histories: new Map(),
    means: new Map(),
  };
}

/** Earlier years of an area, kept until enough other areas have been asked for. */
export function historyOf(area: string, { histories }: BoardCache): AreaHistory {
  const history = histories.get(area) ?? { years: new Map(), segments: new Map() };
  histories.delete(area);
  histories.set(area, history);
  const [longestUnused] = histories.keys();
  if (histories.size > AREAS_WITH_HISTORY && longestUnused !== undefined) histories.delete(longestUnused);
  return history;
}

/** A cache that does not know the stale indicators, and knows everything else, nodes included. */
export function withoutIndicators(cache: BoardCache, stale: Stale, { regionOf }: FillingRegions): BoardCache {
  const staleMeans = new Set<string>();
  for (const [area, indicators] of stale) {
    const region = regionOf.get(area);
    for (const indicator of indicators) if (region !== undefined) staleMeans.add(meanKey(region, indicator));
  }
  const forget = (scores: ScoreCache, indicators: ReadonlySet<string>): ScoreCache => ({
    ...scores,
    indicators: without(scores.indicators, indicators),
  });
  return {
    series: changed(cache.series, stale, without),
    now: changed(cache.now, stale, forget),
    histories: changed(cache.histories, stale, ({ years, segments }, indicators) => ({
      years: mapValues(years, (scores) => forget(scores, indicators)),
      segments,
    })),
    means: without(cache.means, staleMeans),
  };
}

/** A cache that does not know the stale nodes, and knows everything else. */
export function withoutNodes(cache: BoardCache, stale: Stale): BoardCache {
  const forget = (scores: ScoreCache, nodes: ReadonlySet<string>): ScoreCache => ({
    indicators: scores.indicators,
    evaluations: without(scores.evaluations, nodes),
    nodes: without(scores.nodes, nodes),
  });
  return {
    ...cache,
    now: changed(cache.now, stale, forget),
    histories: changed(cache.histories, stale, ({ years, segments }, nodes) => ({
      years: mapValues(years, (scores) => forget(scores, nodes)),
      segments: without(segments, nodes),
    })),
  };
}

function changed<Value>(
  byArea: ReadonlyMap<string, Value>,
  stale: Stale,
  change: (value: Value, stale: ReadonlySet<string>) => Value,
): Map<string, Value> {
  return mapValues(byArea, (value, area) => {
    const ofArea = stale.get(area);
    return ofArea === undefined || ofArea.size === 0 ? value : change(value, ofArea);
  });
}

function without<Value>(known: ReadonlyMap<string, Value>, stale: ReadonlySet<string>): Map<string, Value> {
  const left = new Map(known);
  for (const key of stale) left.delete(key);
  return left;
}

function mapValues<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  change: (value: Value, key: Key) => Value,
): Map<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
