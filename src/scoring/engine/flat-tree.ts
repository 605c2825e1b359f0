import { fnv1a32 } from './fnv1a.js';
import { compareCodes, MEAN_FLOOR } from './power-mean.js';
import type { WeightedTree } from './weighted-tree.js';

/**
 * Trees laid flat for inner loops: nodes by number, every child before its parent, children in order of their codes.
 * The weights and powers here are the nominal ones; a replicate brings its own.
 */
export interface FlatTree {
  readonly codes: readonly string[];
  /** What the node is drawn by: FNV-1a of its code. */
  readonly entities: Uint32Array;
  /** Number of the indicator of a leaf, -1 of a node. */
  readonly indicators: Int32Array;
  readonly weights: Float64Array;
  readonly powers: Float64Array;
  /** The children of node i are `children[starts[i]]` up to but without `children[starts[i + 1]]`. */
  readonly starts: Int32Array;
  readonly children: Int32Array;
  /** Leaves of one node of which only one counts, by number, in order of preference. */
  readonly overlaps: readonly Int32Array[];
}

/**
 * Indicators that tell the same story below one node: only one of them counts, the first that has a value of its own,
 * else the first whose gap is filled. The others neither add to the score nor to what it is divided by.
 */
export interface Overlap {
  readonly node: string;
  /** In order of preference. Those that do not stand below the node are passed over. */
  readonly indicators: readonly string[];
}

/** The choices of one calculation: weights and powers by node, levels by unit and indicator. */
export interface Variant {
  readonly weights: Float64Array;
  readonly powers: Float64Array;
  readonly levels: Float64Array;
}

interface FlatNode {
  readonly tree: WeightedTree;
  readonly children: readonly number[];
}

/**
 * Lays trees flat. `indicators` are the codes leaves are numbered by.
 * @throws RangeError when a leaf is none of them
 */
export function flatten(
  trees: readonly WeightedTree[],
  indicators: readonly string[],
  overlaps: readonly Overlap[] = [],
): FlatTree {
  const numbers = new Map(indicators.map((code, number) => [code, number]));
  const nodes: FlatNode[] = [];
  const lay = (tree: WeightedTree): number => {
    const children = [...(tree.children ?? [])].sort((a, b) => compareCodes(a.code, b.code)).map(lay);
    return nodes.push({ tree, children }) - 1;
  };
  trees.forEach(lay);
  const starts = new Int32Array(nodes.length + 1);
  nodes.forEach(({ children }, node) => (starts[node + 1] = (starts[node] as number) + children.length));
  return {
    codes: nodes.map(({ tree }) => tree.code),
    entities: Uint32Array.from(nodes, ({ tree }) => fnv1a32(tree.code)),
    indicators: Int32Array.from(nodes, ({ tree }) => (tree.children ? -1 : numberOf(tree.code, numbers))),
    weights: Float64Array.from(nodes, ({ tree }) => tree.weight),
    powers: Float64Array.from(nodes, ({ tree }) => (tree.children ? tree.power : 1)),
    starts,
    children: Int32Array.from(nodes.flatMap(({ children }) => children)),
    overlaps: overlaps.flatMap((overlap) => layOverlap(nodes, overlap)),
  };
}

function layOverlap(nodes: readonly FlatNode[], { node, indicators }: Overlap): Int32Array[] {
  return nodes
    .filter(({ tree }) => tree.children !== undefined && tree.code === node)
    .map(({ children }) => {
      const leaves = children.filter((child) => nodes[child]?.tree.children === undefined);
      const numbers = new Map(leaves.map((child) => [nodes[child]?.tree.code, child]));
      return Int32Array.from(indicators.flatMap((code) => numbers.get(code) ?? []));
    });
}

/**
 * Scores all nodes from one unit's levels, NaN standing for what is not there: the power mean of the children that have
 * a score, weights renormalised, without any threshold. The same numbers as `aggregateTree`, from and into arrays.
 * @param variant weights and powers by node; levels of all units, by unit and indicator
 * @param values like the levels, NaN where there is no value of the unit's own
 * @param offset where this unit's levels and values begin
 * @param scores filled by node
 */
export function scoreFlat(
  { starts, children, indicators, overlaps }: FlatTree,
  { weights, powers, levels }: Variant,
  values: Float64Array,
  offset: number,
  scores: Float64Array,
): void {
  for (let node = 0; node < scores.length; node++) {
    const indicator = indicators[node] as number;
    if (indicator >= 0) scores[node] = levels[offset + indicator] as number;
  }
  for (const rivals of overlaps) {
    keepOne(rivals, scores, (leaf) => !Number.isNaN(values[offset + (indicators[leaf] as number)]));
  }
  for (let node = 0; node < scores.length; node++) {
    if ((indicators[node] as number) >= 0) continue;
    const below = children.subarray(starts[node], starts[node + 1]);
    scores[node] = meanOfChildren(below, weights, powers[node] as number, scores);
  }
}

/** Leaves one of the rivals its score: the first with a value of its own, else the first that has one at all. */
function keepOne(rivals: Int32Array, scores: Float64Array, hasValue: (leaf: number) => boolean): void {
  const hasScore = (leaf: number): boolean => !Number.isNaN(scores[leaf]);
  const kept = rivals.find((leaf) => hasScore(leaf) && hasValue(leaf)) ?? rivals.find(hasScore);
  for (const leaf of rivals) if (leaf !== kept) scores[leaf] = NaN;
}

/** `powerMean` over the children that have a score, by their numbers; NaN when none has. */
function meanOfChildren(
  children: Int32Array,
  weights: Float64Array,
  power: number,
  scores: Float64Array,
): number {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const child of children) {
    const score = scores[child] as number;
    if (!((weights[child] as number) > 0)) continue;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
  }
  if (power <= 0) {
    lowest = Math.max(MEAN_FLOOR, lowest);
    highest = Math.max(MEAN_FLOOR, highest);
  }
  const scale = power > 0 ? highest : lowest;
  let weight = 0;
  let sum = 0;
  for (const child of children) {
    const score = scores[child] as number;
    if (Number.isNaN(score)) continue;
    weight += weights[child] as number;
    sum +=
      (weights[child] as number) * transformed(Math.max(score, power > 0 ? 0 : MEAN_FLOOR), power, scale);
  }
  if (!(weight > 0)) return NaN;
  return Math.min(highest, Math.max(lowest, untransformed(sum / weight, power, scale)));
}

function transformed(score: number, power: number, scale: number): number {
  if (power === 1) return score;
  if (power === 0) return Math.log(score);
  return scale > 0 ? Math.expm1(power * Math.log(score / scale)) : 0;
}

function untransformed(mean: number, power: number, scale: number): number {
  if (power === 1) return mean;
  return power === 0 ? Math.exp(mean) : scale * Math.exp(Math.log1p(mean) / power);
}

function numberOf(code: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(code);
  if (number === undefined) throw new RangeError(`${code} is no indicator of the simulation`);
  return number;
}
