import { drawsOf, entityOf, type Draws } from './draws.js';
import type { FlatTree, Variant } from './flat-tree.js';
import {
  drawLevels,
  fillWithMeans,
  fillWithMedians,
  type LevelCells,
  type Posts,
} from './simulated-levels.js';

/** What is varied, and the number it is drawn by. */
export const FACTORS = {
  weights: 1,
  compensation: 2,
  goalposts: 3,
  missing: 4,
  indicators: 5,
  errors: 6,
} as const;
export type Factor = keyof typeof FACTORS;

export interface SimulationSettings {
  /** A whole number from 0 to 2^32 - 1, stored with the results. */
  readonly seed: number;
  /** How often the whole calculation is repeated. */
  readonly replicates: number;
  /** Share by which a weight varies up and down. */
  readonly weightNoise: number;
  /** Share of the range by which each goalpost varies up and down. */
  readonly postNoise: number;
  /** Points of error of a value one year old whose source states none. */
  readonly ageSigma: number;
  /** Absent: all of them. */
  readonly factors?: readonly Factor[];
}

/** Which replicate a factor's choices are taken from. */
export type ReplicateOf = (factor: Factor) => number;

/** What is varied. */
export interface Variable {
  readonly tree: FlatTree;
  readonly cells: LevelCells;
  /** The indicators of the cells, in order of their codes. */
  readonly indicators: readonly string[];
  /** Indicators one of which may be dropped, in order of their codes; not all need have cells. */
  readonly droppable: readonly string[];
  /** Number of the node that is made arithmetic or geometric; -1 where it is not asked for. */
  readonly top: number;
  /** Absent: a gap is not filled, unless with a median. */
  readonly leastForMean?: number | undefined;
}

/**
 * Draws the choices of any replicate, or of several mixed, factor by factor; what it returns is overwritten by the next
 * call. Order and entities: see `simulate`. Source: scoring method 1.0, section 7.
 * @throws RangeError when the seed is no seed
 */
export function variation(
  { tree, cells, indicators, droppable, top, leastForMean }: Variable,
  { seed, weightNoise, postNoise, factors }: SimulationSettings,
): (replicateOf: ReplicateOf) => Variant {
  const drawsFor = (factor: Factor): Draws | undefined =>
    factors === undefined || factors.includes(factor) ? drawsOf(seed, FACTORS[factor]) : undefined;
  const weighting = drawsFor('weights');
  const compensating = drawsFor('compensation');
  const posting = drawsFor('goalposts');
  const missing = drawsFor('missing');
  const dropping = drawsFor('indicators');
  const erring = drawsFor('errors');
  const lowEntities = indicators.map((code) => entityOf(`L:${code}`));
  const highEntities = indicators.map((code) => entityOf(`U:${code}`));
  const [topEntity, missingEntity, dropEntity, whichEntity] = ['top', 'missing', 'drop', 'which'].map(
    entityOf,
  ) as [number, number, number, number];
  const droppableColumns = droppable.map((code) => indicators.indexOf(code));

  const weights = Float64Array.from(tree.weights);
  const powers = Float64Array.from(tree.powers);
  const posts: Posts = {
    low: new Float64Array(indicators.length),
    high: new Float64Array(indicators.length).fill(100),
  };
  const levels = new Float64Array(cells.raw.length);
  const symmetric = (draws: Draws, replicate: number, entity: number): number =>
    2 * draws.uniform(replicate, entity) - 1;

  function movePosts(draws: Draws, replicate: number): void {
    indicators.forEach((_, column) => {
      const low = symmetric(draws, replicate, lowEntities[column] as number);
      const high = symmetric(draws, replicate, highEntities[column] as number);
      posts.low[column] = 100 * postNoise * low;
      posts.high[column] = 100 + 100 * postNoise * high;
    });
  }
  function fill(replicateOf: ReplicateOf): void {
    if (missing !== undefined && missing.uniform(replicateOf('missing'), missingEntity) >= 0.5) {
      fillWithMedians(cells, levels);
    } else if (leastForMean !== undefined) fillWithMeans(cells, levels, leastForMean);
  }
  function reweigh(draws: Draws, replicate: number): void {
    tree.weights.forEach((weight, node) => {
      const entity = tree.entities[node] as number;
      weights[node] = weight * (1 + weightNoise * symmetric(draws, replicate, entity));
    });
  }
  function dropOne(draws: Draws, replicate: number): void {
    if (draws.uniform(replicate, dropEntity) >= 0.5) return;
    const which = Math.floor(draws.uniform(replicate, whichEntity) * droppable.length);
    const dropped = droppableColumns[which] ?? -1;
    if (dropped < 0) return;
    for (let cell = dropped; cell < levels.length; cell += indicators.length) levels[cell] = NaN;
  }

  return (replicateOf) => {
    if (posting !== undefined) movePosts(posting, replicateOf('goalposts'));
    drawLevels(cells, posts, erring, replicateOf('errors'), levels);
    fill(replicateOf);
    if (weighting !== undefined) reweigh(weighting, replicateOf('weights'));
    if (dropping !== undefined) dropOne(dropping, replicateOf('indicators'));
    if (compensating !== undefined && top >= 0) {
      powers[top] = compensating.uniform(replicateOf('compensation'), topEntity) < 0.5 ? 1 : 0;
    }
    return { weights, powers, levels };
  };
}
