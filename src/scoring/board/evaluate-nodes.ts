import { evaluateBranch, evaluateView, type Levels, type NodeEvaluation } from './node-evaluation.js';
import { planKey, type NodePlans } from './node-plan.js';
import type { NodeKind } from '../score.js';

/** What a node is made of. @throws RangeError when there is no such node */
export type EvaluateNode = (kind: NodeKind, code: string) => NodeEvaluation;

/**
 * Evaluates nodes over levels of indicators, whosever they are; each node once, when first asked for.
 * @param known evaluations by `planKey` that hold already; more are added
 */
export function evaluateNodes(
  plans: NodePlans,
  liveIndicators: ReadonlySet<string>,
  levels: Omit<Levels, 'nodeOf'>,
  known = new Map<string, NodeEvaluation>(),
): EvaluateNode {
  const nodeOf: EvaluateNode = (kind, code) => {
    const key = planKey(kind, code);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const plan = plans.get(key);
    if (plan === undefined) throw new RangeError(`There is no ${kind} "${code}"`);
    const all = { ...levels, nodeOf };
    const evaluation =
      plan.shape === 'view' ? evaluateView(plan, liveIndicators, all) : evaluateBranch(plan, all);
    known.set(key, evaluation);
    return evaluation;
  };
  return nodeOf;
}
