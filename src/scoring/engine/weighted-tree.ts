import { powerMean } from './power-mean.js';

/** A node as designed: indicators at the tips, weights relative to siblings. */
export type WeightedTree =
  | { readonly code: string; readonly weight: number; readonly children?: never }
  | {
      readonly code: string;
      readonly weight: number;
      readonly power: number;
      readonly children: readonly WeightedTree[];
    };

/**
 * Aggregates values of a chosen set of indicators as the tree does, weights renormalised over those that have one,
 * without any threshold. Undefined when none has. With power 1 throughout, the result is linear in the values.
 */
export function aggregateTree(
  tree: WeightedTree,
  valueOf: (indicator: string) => number | undefined,
): number | undefined {
  if (tree.children === undefined) return valueOf(tree.code);
  const parts = tree.children.flatMap((child) => {
    const score = child.weight > 0 ? aggregateTree(child, valueOf) : undefined;
    return score === undefined ? [] : [{ code: child.code, weight: child.weight, score }];
  });
  return parts.length === 0 ? undefined : powerMean(parts, tree.power);
}

/** The same tree with arithmetic means throughout: for years and ages, which are averaged and never compounded. */
export function arithmetic(tree: WeightedTree): WeightedTree {
  if (tree.children === undefined) return tree;
  return { ...tree, power: 1, children: tree.children.map(arithmetic) };
}
