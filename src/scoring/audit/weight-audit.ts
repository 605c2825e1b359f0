import type { Catalogue } from '../../catalogue/catalogue.js';
import { effectiveImportance, type EffectiveImportance } from '../engine/effective-importance.js';
import { totalWeight } from '../engine/power-mean.js';
import { planNodes, type BranchPlan } from '../board/node-plan.js';
import type { ScoreBoard } from '../score.js';

/** Of one node: the weights its children were given, and what they decide. */
export interface WeightAudit {
  readonly node: string;
  /** Scored areas with a score. */
  readonly areas: number;
  readonly children: readonly EffectiveImportance[];
}

/**
 * Compares nominal with effective importance in every node of the framework that has several children with weight, as of the
 * as-of year. Source: scoring method 1.0, section 6.
 */
export function auditWeights(catalogue: Catalogue, board: ScoreBoard): readonly WeightAudit[] {
  return [...planNodes(catalogue).values()]
    .filter((plan) => plan.shape === 'branch')
    .filter(({ kind, children }) => kind !== 'objective' && weighty(children).length > 1)
    .map((plan) => auditNode(plan, board));
}

function auditNode({ kind, code, childKind, children }: BranchPlan, board: ScoreBoard): WeightAudit {
  const scoreOf = (area: string, child: string): number | undefined =>
    childKind === 'indicator'
      ? board.indicatorScore(area, child).level
      : board.evaluation(area, childKind, child).score;
  const nodeScores = board.areas.map((area) => board.evaluation(area, kind, code).score);
  const total = totalWeight(children);
  const ofChildren = weighty(children).map((child) => ({
    code: child.code,
    nominal: child.weight / total,
    scores: board.areas.map((area) => scoreOf(area, child.code)),
  }));
  return {
    node: code,
    areas: nodeScores.filter((score) => score !== undefined).length,
    children: effectiveImportance(nodeScores, ofChildren),
  };
}

function weighty<C extends { readonly weight: number }>(children: readonly C[]): readonly C[] {
  return children.filter(({ weight }) => weight > 0);
}
