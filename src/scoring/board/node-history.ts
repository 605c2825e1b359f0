import type { AreaScores, AreaSeries } from './area-scores.js';
import type { Indicator } from '../../catalogue/catalogue.js';
import type { SeriesEdition } from '../../observations/observation.js';
import { compareCodes } from '../engine/power-mean.js';
import type { SeriesValue } from './indicator-series.js';
import type { NodeKind, NodeSegment } from '../score.js';

/** A node's score as of one year and the indicators it stands on, in order of their codes. */
export interface HistoryPoint {
  readonly year: number;
  readonly score: number;
  readonly basis: readonly BasisEntry[];
}

export interface BasisEntry {
  readonly indicator: string;
  /** Names of the editions the indicator's current value comes from. */
  readonly edition: string;
  readonly value: SeriesValue;
}

/** Whether two values of one indicator may be compared over time. */
export type BasisComparable = (indicator: string, a: SeriesValue, b: SeriesValue) => boolean;

/**
 * Cuts a node's yearly scores into runs that are comparable with themselves: a new run starts after a year without
 * a score, when the set of indicators changes, and when an indicator's edition changes to one that may not be
 * compared with the last. `points` are in order of years. Source: settled point 12.
 */
export function cutSegments(
  points: readonly HistoryPoint[],
  comparable: BasisComparable,
): readonly NodeSegment[] {
  const runs: { points: HistoryPoint[]; brokenBecause?: NonNullable<NodeSegment['brokenBecause']> }[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const last = run?.points.at(-1);
    if (run === undefined || last === undefined) {
      runs.push({ points: [point] });
      continue;
    }
    const brokenBecause = whyBroken(last, point, comparable);
    if (brokenBecause === undefined) run.points.push(point);
    else runs.push({ points: [point], brokenBecause });
  }
  return runs.map(({ points: run, ...why }) => ({
    points: run.map(({ year, score }) => ({ year, score })),
    basis: (run.at(-1)?.basis ?? []).map(({ indicator, edition }) => `${indicator}: ${edition}`),
    ...why,
  }));
}

function whyBroken(
  last: HistoryPoint,
  next: HistoryPoint,
  comparable: BasisComparable,
): NodeSegment['brokenBecause'] {
  if (next.year !== last.year + 1) return 'GAP';
  const pairs = last.basis.map((entry, i) => ({ entry, other: next.basis[i] }));
  if (
    last.basis.length !== next.basis.length ||
    pairs.some(({ entry, other }) => entry.indicator !== other?.indicator)
  ) {
    return 'INDICATORS_CHANGED';
  }
  const same = pairs.every(
    ({ entry, other }) => other !== undefined && comparable(entry.indicator, entry.value, other.value),
  );
  return same ? undefined : 'EDITION_CHANGED';
}

export interface HistoryContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly seriesEditions: ReadonlyMap<number, SeriesEdition>;
}

/** The node as of one year; undefined when it has no score. */
export function historyPoint(
  year: number,
  scores: AreaScores,
  series: AreaSeries,
  node: { readonly kind: NodeKind; readonly code: string },
  { indicators, seriesEditions }: HistoryContext,
): HistoryPoint | undefined {
  const { score, leaves } = scores.evaluation(node.kind, node.code);
  if (score === undefined) return undefined;
  const feeding = new Set(leaves.flatMap(({ code, actual }) => (actual > 0 ? [code] : [])));
  const basis = [...feeding].sort(compareCodes).flatMap((code): BasisEntry[] => {
    const indicator = indicators.get(code);
    const used = scores.indicator(code).observation;
    const value =
      indicator && series.values(indicator).values.find(({ observation }) => observation === used);
    if (value === undefined) return [];
    const names = value.editions.map((id) => seriesEditions.get(id)?.edition ?? '');
    return [{ indicator: code, edition: names.join(' + '), value }];
  });
  return { year, score, basis };
}
