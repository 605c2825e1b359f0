import { flatten, scoreFlat, type FlatTree, type Overlap } from './flat-tree.js';
import { compareCodes } from './power-mean.js';
import { layOutLevels, type SimulatedUnit } from './simulated-levels.js';
import { variation, type ReplicateOf, type SimulationSettings } from './variation.js';
import type { WeightedTree } from './weighted-tree.js';

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
  /** Indicators below one node of which only one counts, in order of preference: see `Overlap`. */
  readonly overlaps?: readonly Overlap[];
  /** All units with values, ranked or not: medians of regions are taken over them. */
  readonly units: readonly SimulatedUnit[];
  readonly published: readonly PublishedNode[];
  /**
   * Under the missing rule `regional_mean`: where a replicate fills no medians, gaps are filled as for publication, with
   * the mean of the region's levels if there are so many. Absent: weights are renormalised there.
   */
  readonly leastForMean?: number;
}

export interface SimulatedNode {
  readonly node: string;
  /** In order of their codes. */
  readonly units: readonly string[];
  readonly replicates: number;
  /** 0 to 100 by unit and replicate: `scores[unit * replicates + replicate]`; NaN where a replicate left none. */
  readonly scores: Float64Array;
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
  const { replicates } = settings;
  const repeat = repeatable(input, settings);
  const nodes = input.published.map(({ node, units }) => {
    const codes = [...units].sort(compareCodes);
    return { node, units: codes, replicates, scores: new Float64Array(codes.length * replicates) };
  });
  for (let replicate = 0; replicate < replicates; replicate++) {
    repeat(
      () => replicate,
      (number, place, score) => {
        (nodes[number] as SimulatedNode).scores[place * replicates + replicate] = score;
      },
    );
  }
  return nodes;
}

/** Takes the score of a published node (by its number in the input) and of one of its units (in order of codes). */
export type TakeScore = (number: number, place: number, score: number) => void;

/**
 * Makes the calculation repeatable: each call does it once, with the choices of the replicates it is told of. Only
 * what the published nodes hang on is calculated. Source: scoring method 1.0, section 7.
 * @throws RangeError as `simulate`
 */
export function repeatable(
  input: SimulationInput,
  settings: SimulationSettings,
): (replicateOf: ReplicateOf, take: TakeScore) => void {
  const { framework, views = [], overlaps = [], published, leastForMean } = input;
  const units = [...input.units].sort((a, b) => compareCodes(a.code, b.code));
  const wanted = new Set(published.map(({ node }) => node));
  const trees = [framework, ...views].flatMap((tree) => topmost(tree, wanted));
  const indicators = leafCodes(trees);
  const droppable = leafCodes([framework]);
  const tree = flatten(trees, indicators, overlaps);
  const cells = layOutLevels(units, indicators, settings.ageSigma);
  const top = wanted.has(framework.code) ? numberOfNode(tree, framework.code) : -1;
  const vary = variation({ tree, cells, indicators, droppable, top, leastForMean }, settings);

  const rows = rowsByCode(units);
  const places = published.map(({ node, units: ranked }) => ({
    number: numberOfNode(tree, node),
    placeOf: placesByRow([...ranked].sort(compareCodes), rows, units.length),
  }));
  const needed = [...units.keys()].filter((row) =>
    places.some(({ placeOf }) => (placeOf[row] as number) >= 0),
  );
  const ofUnit = new Float64Array(tree.codes.length);
  return (replicateOf, take) => {
    const variant = vary(replicateOf);
    for (const row of needed) {
      scoreFlat(tree, variant, cells.raw, row * indicators.length, ofUnit);
      places.forEach(({ number, placeOf }, i) => {
        const place = placeOf[row] as number;
        if (place >= 0) take(i, place, ofUnit[number] as number);
      });
    }
  };
}

/** The highest nodes of a tree that are asked for: what stands above or beside them moves none of them. */
function topmost(tree: WeightedTree, wanted: ReadonlySet<string>): readonly WeightedTree[] {
  if (tree.children === undefined) return [];
  if (wanted.has(tree.code)) return [tree];
  return tree.children.flatMap((child) => topmost(child, wanted));
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
