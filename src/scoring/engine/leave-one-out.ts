import { competitionRanks } from './rank.js';
import { aggregateTree, type WeightedTree } from './weighted-tree.js';

/** A unit with a published score, and the levels (0 to 100) of the indicators that feed it. */
export interface FeedingUnit {
  readonly code: string;
  readonly levels: ReadonlyMap<string, number>;
}

/** A unit when something is left out. Shifts are after minus before: a rank shift below 0 is a better place. */
export interface ShiftedUnit {
  readonly unit: string;
  /** Absent, with all that follows, when nothing is left to score. */
  readonly score?: number;
  readonly scoreShift?: number;
  readonly rank?: number;
  readonly rankShift?: number;
}

export interface LeftOut {
  /** The indicator or node that is left out. */
  readonly code: string;
  /** In the order they were given. */
  readonly units: readonly ShiftedUnit[];
  /** Mean and largest size of the rank shifts; 0 when nobody is ranked. */
  readonly meanRankShift: number;
  readonly largestRankShift: number;
}

/**
 * What would become of scores and ranks if the framework had no such indicator or node, one at a time. Exact: the tree
 * is aggregated again without it, weights renormalised over what remains; nothing is estimated, no threshold is
 * applied again. Without anything left out, the scores are the published ones, as long as `levels` holds just the
 * indicators that feed them. Source: scoring method 1.0, section 7.
 * @param codes of indicators or nodes below the root
 * @throws RangeError when a code is not below the root
 */
export function leaveOneOut(
  tree: WeightedTree,
  units: readonly FeedingUnit[],
  codes: readonly string[],
): readonly LeftOut[] {
  const before = scoreAndRank(tree, units);
  return codes.map((code) => {
    const after = scoreAndRank(without(tree, code), units);
    const shifted = units.map(({ code: unit }, i): ShiftedUnit => {
      const [was, is] = [before[i], after[i]];
      if (was === undefined || is === undefined) return { unit };
      return { unit, ...is, scoreShift: is.score - was.score, rankShift: is.rank - was.rank };
    });
    const sizes = shifted.flatMap(({ rankShift }) => (rankShift === undefined ? [] : [Math.abs(rankShift)]));
    return {
      code,
      units: shifted,
      meanRankShift: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length),
      largestRankShift: Math.max(0, ...sizes),
    };
  });
}

interface Standing {
  readonly score: number;
  readonly rank: number;
}

function scoreAndRank(tree: WeightedTree, units: readonly FeedingUnit[]): readonly (Standing | undefined)[] {
  const scores = units.map(({ levels }) => aggregateTree(tree, (code) => levels.get(code)));
  const ranks = competitionRanks(scores.filter((score) => score !== undefined));
  let next = 0;
  return scores.map((score) => {
    if (score === undefined) return undefined;
    const rank = ranks[next] as number;
    next += 1;
    return { score, rank };
  });
}

function without(tree: WeightedTree, code: string): WeightedTree {
  if (!standsBelow(tree, code)) throw new RangeError(`${code} does not stand below ${tree.code}`);
  return prune(tree, code);
}

function standsBelow({ children = [] }: WeightedTree, code: string): boolean {
  return children.some((child) => child.code === code || standsBelow(child, code));
}

function prune(tree: WeightedTree, code: string): WeightedTree {
  if (tree.children === undefined) return tree;
  const kept = tree.children.filter((child) => child.code !== code);
  return { ...tree, children: kept.map((child) => prune(child, code)) };
}
