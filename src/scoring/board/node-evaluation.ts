import { leafChild, scoreNode, type NodeChild, type NodeOutcome } from '../engine/node.js';
import { countOnce } from '../engine/overlap.js';
import { compareCodes } from '../engine/power-mean.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import type { BranchPlan, ViewPlan } from './node-plan.js';
import type { NodeKind } from '../node-kind.js';

/** A node's score with all that its parent, its pace and its history need to know. A withheld node has no score. */
export interface NodeEvaluation extends NodeOutcome {
  /** What feeds its score, as a tree of weights; no children when nothing does. */
  readonly feeding: WeightedTree;
  /** Views: linked indicators that are not live. */
  readonly notLive: readonly string[];
  /** Views: share (0-1) of the weight of all linked indicators that feeds the score. */
  readonly coverageOfLinked?: number;
  /** Indicators below it that have no meaning in the area: they count nowhere. In order of codes. */
  readonly notApplicable: readonly string[];
}

export interface Levels {
  /** 0 to 100; undefined when the indicator has no level. */
  levelOf(indicator: string): number | undefined;
  /** What stands in for a missing level, 0 to 100; undefined where nothing does. */
  fillOf(indicator: string): number | undefined;
  /** Whether the indicator has a meaning in the area. */
  isApplicable(indicator: string): boolean;
  nodeOf(kind: NodeKind, code: string): NodeEvaluation;
}

/** Scores a node of the tree, or an objective, from its children. */
export function evaluateBranch(plan: BranchPlan, levels: Levels): NodeEvaluation {
  const { childKind } = plan;
  const ofIndicators = childKind === 'indicator';
  const below = ofIndicators ? [] : plan.children.map(({ code }) => levels.nodeOf(childKind, code));
  const counted = ofIndicators
    ? plan.children.filter(({ code }) => levels.isApplicable(code))
    : plan.children;
  const children = counted.map(({ code, weight }, i): NodeChild => {
    const node = below[i];
    if (node === undefined) return leafOf(code, weight, levels);
    return { code, weight, leaves: node.leaves, ...(node.score === undefined ? {} : { score: node.score }) };
  });
  const outcome = scoreNode(children, plan);
  const feeding = {
    code: plan.code,
    weight: 1,
    power: plan.power,
    children: children.flatMap(({ code, weight, score }, i): WeightedTree[] =>
      score === undefined ? [] : [{ ...(below[i]?.feeding ?? { code }), weight }],
    ),
  };
  const notLive = [...new Set(below.flatMap((node) => node.notLive))].sort(compareCodes);
  const notApplicable = ofIndicators
    ? notApplicableOf(plan.children, levels)
    : [...new Set(below.flatMap((node) => node.notApplicable))].sort(compareCodes);
  if (plan.kind !== 'objective') return { ...outcome, feeding, notLive, notApplicable };
  const linked = below.reduce(
    (sum, node) => sum + (node.score === undefined ? 0 : (node.coverageOfLinked ?? 0)) / below.length,
    0,
  );
  const unavailable = plan.children.map(({ code }) => code).filter((_, i) => below[i]?.score === undefined);
  return { ...outcome, unavailable, feeding, notLive, notApplicable, coverageOfLinked: Math.min(1, linked) };
}

/** Scores a commitment or an issue over its live indicators. */
export function evaluateView(
  plan: ViewPlan,
  liveIndicators: ReadonlySet<string>,
  levels: Levels,
): NodeEvaluation {
  const contributes = (code: string): boolean =>
    liveIndicators.has(code) && levels.levelOf(code) !== undefined;
  const links = plan.links.filter(({ code }) => levels.isApplicable(code));
  const live = links.filter(({ code }) => liveIndicators.has(code));
  const counted = countOnce(live, contributes);
  const contributing = counted.filter(({ code }) => contributes(code));
  const children = counted.map(({ code, weight }) => leafOf(code, weight, levels));
  const feeding = children.filter(({ score }) => score !== undefined);
  const { ifMeasured, otherwise } = plan.minAvailable;
  const minAvailable = contributing.some(({ measures }) => measures) ? ifMeasured : otherwise;
  const outcome = scoreNode(children, { power: plan.power, minCoverage: plan.minCoverage, minAvailable });
  const weightOf = (links: readonly { readonly weight: number }[]): number =>
    links.reduce((sum, { weight }) => sum + weight, 0);
  const linkedWeight = weightOf(countOnce(links, contributes));
  return {
    ...outcome,
    feeding: {
      code: plan.code,
      weight: 1,
      power: plan.power,
      children: feeding.map(({ code, weight }) => ({ code, weight })),
    },
    notApplicable: notApplicableOf(plan.links, levels),
    notLive: links.map(({ code }) => code).filter((code) => !liveIndicators.has(code)),
    coverageOfLinked: linkedWeight > 0 ? Math.min(1, weightOf(contributing) / linkedWeight) : 0,
  };
}

/** An indicator below a node: with its own level, with what fills the gap, or without. */
function leafOf(code: string, weight: number, levels: Levels): NodeChild {
  const level = levels.levelOf(code);
  if (level !== undefined) return leafChild(code, weight, level);
  const fill = levels.fillOf(code);
  return leafChild(code, weight, fill, fill !== undefined);
}

function notApplicableOf(children: readonly { readonly code: string }[], levels: Levels): readonly string[] {
  return children
    .map(({ code }) => code)
    .filter((code) => !levels.isApplicable(code))
    .sort(compareCodes);
}
