import { drawsOf, entityOf, type Draws } from './draws.js';
import { flatten, scoreFlat, type FlatTree } from './flat-tree.js';
import { compareCodes } from './power-mean.js';
import {
  drawLevels,
  fillGaps,
  layOutLevels,
  type LevelCells,
  type Posts,
  type SimulatedUnit,
} from './simulated-levels.js';
import type { WeightedTree } from './weighted-tree.js';

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

/** A node whose scores are asked for, with the units that have a published score in it: they are ranked. */
export interface PublishedNode {
  readonly node: string;
  readonly units: readonly string[];
}

export interface SimulationInput {
  /** Its top level is the one that is made arithmetic or geometric; its indicators are those that may be dropped. */
  readonly framework: WeightedTree;
  /** Further trees over the same or other indicators. */
  readonly views?: readonly WeightedTree[];
  /** All units with values, ranked or not: medians of regions are taken over them. */
  readonly units: readonly SimulatedUnit[];
  readonly published: readonly PublishedNode[];
}

export interface SimulatedNode {
  readonly node: string;
  /** In order of their codes. */
  readonly units: readonly string[];
  readonly replicates: number;
  /** 0 to 100 by unit and replicate: `scores[unit * replicates + replicate]`; NaN where a replicate left none. */
  readonly scores: Float64Array;
}

/** The choices of one replicate: weights and powers by node, levels by unit and indicator. */
interface Variant {
  readonly weights: Float64Array;
  readonly powers: Float64Array;
  readonly levels: Float64Array;
}

/**
 * Repeats the whole calculation with other reasonable choices. In each replicate, in this order: errors of the
 * data, goalposts, held at 0 and 100, missing values filled or not, weights, one indicator dropped or none,
 * aggregation with an arithmetic or geometric top. Thresholds are not applied again, and who is ranked is as published.
 *
 * A draw belongs to (seed, factor, replicate, entity): results do not depend on the order of anything, and another
 * unit changes nobody else's draws. Entities: code of a node or indicator (weights); `top`; `L:` and `U:` before
 * the indicator (goalposts); `missing`; `drop`, then `which`; unit `|` indicator (errors).
 * Never throws on data. Source: scoring method 1.0, section 7.
 * @throws RangeError when a code of units or published nodes is unknown or stands twice, or the seed is no seed
 */
export function simulate(input: SimulationInput, settings: SimulationSettings): readonly SimulatedNode[] {
  const { framework, views = [], published } = input;
  const units = [...input.units].sort((a, b) => compareCodes(a.code, b.code));
  const droppable = leafCodes([framework]);
  const indicators = leafCodes([framework, ...views]);
  const tree = flatten([framework, ...views], indicators);
  const cells = layOutLevels(units, indicators, settings.ageSigma);
  const vary = variation(tree, cells, indicators, droppable, settings);

  const rows = rowsByCode(units);
  const nodes = published.map(({ node, units: ranked }) => {
    const codes = [...ranked].sort(compareCodes);
    const scores = new Float64Array(codes.length * settings.replicates);
    return { node, units: codes, replicates: settings.replicates, scores };
  });
  const places = nodes.map(({ node, units: codes }) => ({
    number: numberOfNode(tree, node),
    placeOf: placesByRow(codes, rows, units.length),
  }));
  const needed = [...units.keys()].filter((row) =>
    places.some(({ placeOf }) => (placeOf[row] as number) >= 0),
  );
  const ofUnit = new Float64Array(tree.codes.length);
  for (let replicate = 0; replicate < settings.replicates; replicate++) {
    const { weights, powers, levels } = vary(replicate);
    for (const row of needed) {
      scoreFlat(tree, weights, powers, levels, row * indicators.length, ofUnit);
      places.forEach(({ number, placeOf }, i) => {
        const place = placeOf[row] as number;
        const kept = nodes[i] as SimulatedNode;
        if (place >= 0) kept.scores[place * settings.replicates + replicate] = ofUnit[number] as number;
      });
    }
  }
  return nodes;
}

/** Draws the choices of any replicate; what it returns is overwritten by the next call. */
function variation(
  tree: FlatTree,
  cells: LevelCells,
  indicators: readonly string[],
  droppable: readonly string[],
  { seed, weightNoise, postNoise, factors }: SimulationSettings,
): (replicate: number) => Variant {
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

  return (replicate) => {
    if (posting !== undefined) {
      indicators.forEach((_, column) => {
        const low = symmetric(posting, replicate, lowEntities[column] as number);
        const high = symmetric(posting, replicate, highEntities[column] as number);
        posts.low[column] = 100 * postNoise * low;
        posts.high[column] = 100 + 100 * postNoise * high;
      });
    }
    drawLevels(cells, posts, erring, replicate, levels);
    if (missing !== undefined && missing.uniform(replicate, missingEntity) >= 0.5) fillGaps(cells, levels);
    if (weighting !== undefined) {
      tree.weights.forEach((weight, node) => {
        const entity = tree.entities[node] as number;
        weights[node] = weight * (1 + weightNoise * symmetric(weighting, replicate, entity));
      });
    }
    if (dropping !== undefined && dropping.uniform(replicate, dropEntity) < 0.5) {
      const which = Math.floor(dropping.uniform(replicate, whichEntity) * droppable.length);
      const dropped = droppableColumns[which] as number;
      for (let cell = dropped; cell < levels.length; cell += indicators.length) levels[cell] = NaN;
    }
    if (compensating !== undefined) {
      powers[tree.firstRoot] = compensating.uniform(replicate, topEntity) < 0.5 ? 1 : 0;
    }
    return { weights, powers, levels };
  };
}

/** Codes of the indicators below trees, each once, in order. */
function leafCodes(trees: readonly WeightedTree[]): readonly string[] {
  const below = (tree: WeightedTree): readonly string[] =>
    tree.children === undefined ? [tree.code] : tree.children.flatMap(below);
  return [...new Set(trees.flatMap(below))].sort(compareCodes);
}

function rowsByCode(units: readonly SimulatedUnit[]): ReadonlyMap<string, number> {
  const rows = new Map(units.map(({ code }, row) => [code, row]));
  if (rows.size < units.length) throw new RangeError('A unit stands twice in the simulation');
  return rows;
}

/** Where a unit's scores are kept, by its row; -1 if it is not ranked. */
function placesByRow(codes: readonly string[], rows: ReadonlyMap<string, number>, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  codes.forEach((code, place) => {
    const row = rows.get(code);
    if (row === undefined || places[row] !== -1) {
      throw new RangeError(`${code} is no unit of the simulation, or ranked twice`);
    }
    places[row] = place;
  });
  return places;
}

function numberOfNode({ codes, indicators }: FlatTree, code: string): number {
  const numbers = [...codes.keys()].filter(
    (node) => codes[node] === code && (indicators[node] as number) < 0,
  );
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) {
    throw new RangeError(`${code} is no node of the simulation, or several`);
  }
  return number;
}
