import type { Catalogue } from '../../catalogue/catalogue.js';
import { planNodes } from '../board/node-plan.js';
import type { ScoreBoard } from '../score.js';
import type { BoardIntervals, ScoreInterval } from '../uncertainty/score-intervals.js';

/** Low, median and high end, and the ranks where there are any. */
type FrozenInterval = readonly [number, number, number] | readonly [number, number, number, number, number];

/** All intervals of a board as a plain value. */
export interface FrozenIntervals {
  readonly seed: number;
  readonly replicates: number;
  /** By kind and code of the node, then by area. */
  readonly nodes: Readonly<Record<string, Readonly<Record<string, FrozenInterval>>>>;
}

export function freezeIntervals(
  intervals: BoardIntervals,
  catalogue: Catalogue,
  { areas }: ScoreBoard,
): FrozenIntervals {
  const { seed, replicates } = intervals;
  const nodes = [...planNodes(catalogue).values()].flatMap(({ kind, code }) => {
    const known = areas.flatMap((area) => {
      const interval = intervals.of(area, kind, code);
      return interval === undefined ? [] : [[area, freeze(interval)] as const];
    });
    return known.length === 0 ? [] : [[`${kind} ${code}`, Object.fromEntries(known)] as const];
  });
  return { seed, replicates, nodes: Object.fromEntries(nodes) };
}

export function thawIntervals(
  { seed, replicates, nodes }: FrozenIntervals,
  revision: number,
  catalogueVersion: number,
): BoardIntervals {
  return {
    revision,
    catalogueVersion,
    seed,
    replicates,
    of: (area, kind, code) => {
      const frozen = nodes[`${kind} ${code}`]?.[area];
      return frozen && thaw(frozen);
    },
  };
}

function freeze({ scoreLow, scoreMedian, scoreHigh, rankLow, rankHigh }: ScoreInterval): FrozenInterval {
  return rankLow === undefined || rankHigh === undefined
    ? [scoreLow, scoreMedian, scoreHigh]
    : [scoreLow, scoreMedian, scoreHigh, rankLow, rankHigh];
}

function thaw([scoreLow, scoreMedian, scoreHigh, rankLow, rankHigh]: FrozenInterval): ScoreInterval {
  return {
    scoreLow,
    scoreMedian,
    scoreHigh,
    ...(rankLow === undefined || rankHigh === undefined ? {} : { rankLow, rankHigh }),
  };
}
