import { scoreRanges, scoreSpreads } from '../engine/score-range.js';
import { simulate, type PublishedNode, type SimulationInput } from '../engine/uncertainty.js';
import type { SimulationSettings } from '../engine/variation.js';
import type { NodeKind } from '../score.js';

/** Where nine out of ten repetitions of the calculation put a score, and its rank where the edition ranks. */
export interface ScoreInterval {
  readonly scoreLow: number;
  readonly scoreMedian: number;
  readonly scoreHigh: number;
  readonly rankLow?: number;
  readonly rankHigh?: number;
}

/** The intervals of one board. */
export interface BoardIntervals {
  readonly revision: number;
  readonly catalogueVersion: number;
  readonly seed: number;
  readonly replicates: number;
  /** Undefined where there is no score in the as-of year. */
  of(area: string, kind: NodeKind, code: string): ScoreInterval | undefined;
}

/** What a simulation is asked for. */
export interface IntervalQuestion {
  readonly input: SimulationInput;
  readonly settings: SimulationSettings;
  /** The node whose units are ranked, with those that are. */
  readonly ranked?: PublishedNode;
}

/** Ends of all intervals in one block of numbers, so that a thread can hand them over without copying. */
export interface IntervalTable {
  readonly nodes: readonly string[];
  readonly units: readonly string[];
  /** Low, median and high by node and unit: `scores[3 * (node * units + unit)]`; NaN where there is no score. */
  readonly scores: Float64Array<ArrayBuffer>;
  /** The node whose units are ranked; absent where the edition ranks nobody. */
  readonly rankedNode?: string;
  /** Low and high in that node by unit; NaN where it is not ranked. */
  readonly ranks: Float64Array<ArrayBuffer>;
}

/**
 * Repeats the calculation and keeps the intervals only. Regions are taken one after another (nothing crosses their
 * borders), so that the repetitions of a few dozen units are in memory at a time.
 */
export function tabulateIntervals({ input, settings, ranked }: IntervalQuestion): IntervalTable {
  const nodes = input.published.map(({ node }) => node);
  const units = input.units.map(({ code }) => code);
  const places = new Map(units.map((unit, place) => [unit, place]));
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const scores = new Float64Array(3 * nodes.length * units.length).fill(NaN);
  for (const part of byRegion(input)) {
    for (const simulated of simulate(part, settings)) {
      const number = numbers.get(simulated.node) as number;
      for (const { unit, scoreLow, scoreMedian, scoreHigh } of scoreSpreads(simulated)) {
        const place = places.get(unit) as number;
        scores.set([scoreLow, scoreMedian, scoreHigh], 3 * (number * units.length + place));
      }
    }
  }
  const ranks = new Float64Array(2 * units.length).fill(NaN);
  const [competing] = ranked === undefined ? [] : simulate({ ...input, published: [ranked] }, settings);
  for (const { unit, rankLow, rankHigh } of competing === undefined ? [] : scoreRanges(competing, 1)) {
    ranks.set([rankLow, rankHigh], 2 * (places.get(unit) as number));
  }
  return { nodes, units, scores, ranks, ...(ranked === undefined ? {} : { rankedNode: ranked.node }) };
}

function byRegion(input: SimulationInput): readonly SimulationInput[] {
  const regions = [...new Set(input.units.map(({ region }) => region))];
  return regions.map((region) => {
    const units = input.units.filter((unit) => unit.region === region);
    const here = new Set(units.map(({ code }) => code));
    const published = input.published
      .map(({ node, units: all }) => ({ node, units: all.filter((unit) => here.has(unit)) }))
      .filter(({ units: some }) => some.length > 0);
    return { ...input, units, published };
  });
}

/** Finds intervals in a table by node and unit; undefined where there is none. */
export function readIntervals({
  nodes,
  units,
  scores,
  ranks,
  rankedNode,
}: IntervalTable): (node: string, unit: string) => ScoreInterval | undefined {
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const places = new Map(units.map((unit, place) => [unit, place]));
  return (node, unit) => {
    const [number, place] = [numbers.get(node), places.get(unit)];
    if (number === undefined || place === undefined) return undefined;
    const start = 3 * (number * units.length + place);
    const [scoreLow = NaN, scoreMedian = NaN, scoreHigh = NaN] = scores.subarray(start, start + 3);
    if (Number.isNaN(scoreLow)) return undefined;
    const [rankLow = NaN, rankHigh = NaN] = ranks.subarray(2 * place, 2 * place + 2);
    const isRanked = node === rankedNode && !Number.isNaN(rankLow);
    return { scoreLow, scoreMedian, scoreHigh, ...(isRanked ? { rankLow, rankHigh } : {}) };
  };
}
