import type { WeightedTree } from '../engine/weighted-tree.js';
import type { ExplanationContext } from './explanation-context.js';
import { planKey, type NodePlans } from '../board/node-plan.js';
import type { IndicatorScore, NodeKind } from '../score.js';

/** What can be explained: a node, or an indicator by itself. */
export interface Explained {
  readonly kind: NodeKind | 'indicator';
  readonly code: string;
}

/**
 * A node as designed, down to all its indicators. Codes are paths, e.g. `P1/P1.1/UI_NETUSE`: an indicator may stand at
 * several places of one tree. Undefined when there is no such node.
 */
export function plannedTree(plans: NodePlans, { kind, code }: Explained): WeightedTree | undefined {
  if (kind === 'indicator') return { code, weight: 1 };
  return treeOf(plans, kind, code, code, 1);
}

function treeOf(
  plans: NodePlans,
  kind: NodeKind,
  code: string,
  path: string,
  weight: number,
): WeightedTree | undefined {
  const plan = plans.get(planKey(kind, code));
  if (plan === undefined) return undefined;
  const { power } = plan;
  const leaf = (child: { readonly code: string; readonly weight: number }): WeightedTree => ({
    code: `${path}/${child.code}`,
    weight: child.weight,
  });
  if (plan.shape === 'view') return { code: path, weight, power, children: plan.links.map(leaf) };
  const { childKind } = plan;
  const children = plan.children.flatMap((child): WeightedTree | readonly WeightedTree[] => {
    if (childKind === 'indicator') return leaf(child);
    return treeOf(plans, childKind, child.code, `${path}/${child.code}`, child.weight) ?? [];
  });
  return { code: path, weight, power, children };
}

/** An indicator at its place in a tree, feeding the score of the whole. */
export interface FedLeaf {
  readonly score: IndicatorScore;
  /** The regional mean that stands in for a level, 0 to 100. */
  readonly fill?: number;
}

/** What feeds a score, by path; nothing when there is no score. */
export function fedLeaves(
  { kind, code }: Explained,
  area: string,
  year: number,
  { board, plans }: Pick<ExplanationContext, 'board' | 'plans'>,
): ReadonlyMap<string, FedLeaf> {
  const leaves = new Map<string, FedLeaf>();
  if (kind === 'indicator') {
    const score = board.indicatorScore(area, code, year);
    if (score.level !== undefined) leaves.set(code, { score });
    return leaves;
  }
  const gather = (nodeKind: NodeKind, node: string, path: string): void => {
    const plan = plans.get(planKey(nodeKind, node));
    const { score, contributions, leaves: all } = board.evaluation(area, nodeKind, node, year);
    if (plan === undefined || score === undefined) return;
    for (const { code: child, score: level } of contributions) {
      const at = `${path}/${child}`;
      if (plan.shape === 'branch' && plan.childKind !== 'indicator') {
        gather(plan.childKind, child, at);
        continue;
      }
      const filled = all.some((leaf) => leaf.code === child && leaf.filled === true);
      const own = board.indicatorScore(area, child, year);
      leaves.set(at, filled ? { score: own, fill: level } : { score: own });
    }
  };
  gather(kind, code, code);
  return leaves;
}
