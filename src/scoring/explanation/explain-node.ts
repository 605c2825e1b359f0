import { withoutUndefined } from '../../platform/without-undefined.js';
import { explainMean, type ExplainedMean } from '../engine/explained-mean.js';
import { compareCodes } from '../engine/power-mean.js';
import type { WeightedTree } from '../engine/weighted-tree.js';
import type { EffectiveWeight, ExplainedChild, ExplainedNode } from './explanation.js';
import type { ExplanationContext } from './explanation-context.js';
import { leftOut } from './left-out.js';
import type { NodeEvaluation } from '../board/node-evaluation.js';
import { planKey, type NodePlan, type ViewLink, type WeightedChild } from '../board/node-plan.js';
import { fedLeaves } from './planned-tree.js';
import type { NodeKind } from '../score.js';

/**
 * What a node's score is made of, down to its indicators: evaluated again from the levels, weights, powers and
 * thresholds it tells, it gives the score. Source: scoring method 1.0, sections 5, 6 and 9.
 * @throws RangeError on an unknown area or node, or a year the board does not cover
 */
export function explainNode(
  area: string,
  kind: NodeKind,
  code: string,
  year: number,
  context: ExplanationContext,
): ExplainedNode {
  const { board, plans } = context;
  const plan = plans.get(planKey(kind, code));
  if (plan === undefined) throw new RangeError(`There is no ${kind} "${code}"`);
  const evaluation = board.evaluation(area, kind, code, year);
  const { score, coverage, contributions } = evaluation;
  const { missing } = board.nodeScore(area, kind, code, year);
  const mean =
    score === undefined
      ? undefined
      : explainMean(
          contributions.map((part) => ({ code: part.code, weight: part.share, score: part.score })),
          plan.power,
        );
  return withoutUndefined({
    kind,
    code,
    score,
    missing,
    withheld: plan.withheld,
    coverage,
    power: plan.power,
    minCoverage: plan.minCoverage,
    minAvailable: leastAvailable(plan, evaluation),
    available: contributions.length,
    sumsTo: mean?.sumsTo,
    children: countedChildren(plan, evaluation).map((child) =>
      explainChild(child, { area, year, plan, evaluation, mean }, context),
    ),
    leftOut: leftOut(area, plan, evaluation, context),
  });
}

interface Parent {
  readonly area: string;
  readonly year: number;
  readonly plan: NodePlan;
  readonly evaluation: NodeEvaluation;
  readonly mean: ExplainedMean | undefined;
}

function explainChild(
  child: WeightedChild & Partial<ViewLink>,
  { area, year, plan, evaluation, mean }: Parent,
  context: ExplanationContext,
): ExplainedChild {
  const { code, weight, measures, overlapGroup } = child;
  const { board, catalogue } = context;
  const kind = plan.shape === 'branch' ? plan.childKind : 'indicator';
  const part = mean?.parts.find((each) => each.code === code);
  const contribution = evaluation.contributions.find((each) => each.code === code);
  const node = kind === 'indicator' ? undefined : explainNode(area, kind, code, year, context);
  const filled =
    kind === 'indicator' && evaluation.leaves.some((leaf) => leaf.code === code && leaf.filled === true);
  const { missing } = node ?? board.indicatorScore(area, code, year);
  return withoutUndefined({
    kind,
    code,
    weight,
    decision: catalogue.method.weights.find((each) => each.parent === plan.code && each.child === code),
    link: plan.kind === 'commitment' ? linkOf(measures) : undefined,
    overlapGroup,
    score: contribution?.score,
    missing: contribution === undefined || filled ? missing : undefined,
    filled,
    share: part?.share,
    amount: part?.amount,
    pointsLost: part?.pointsLost,
    node,
  });
}

function linkOf(measures: boolean | undefined): NonNullable<ExplainedChild['link']> {
  return measures === true ? 'measures' : 'partly';
}

/** Those that count in the area, in order of codes: not the indicators without a meaning in it, and one of each overlap group. */
function countedChildren(
  plan: NodePlan,
  { leaves }: NodeEvaluation,
): readonly (WeightedChild & Partial<ViewLink>)[] {
  const children: readonly (WeightedChild & Partial<ViewLink>)[] = [
    ...(plan.shape === 'view' ? plan.links : plan.children),
  ].sort((a, b) => compareCodes(a.code, b.code));
  if (plan.shape === 'branch' && plan.childKind !== 'indicator') return children;
  const counted = new Set(leaves.map(({ code }) => code));
  return children.filter(({ code }) => counted.has(code));
}

function leastAvailable(plan: NodePlan, { contributions, leaves }: NodeEvaluation): number | undefined {
  if (plan.withheld !== undefined) return undefined;
  if (plan.shape === 'branch') return plan.minAvailable;
  const own = new Set(leaves.filter(({ filled }) => filled !== true).map(({ code }) => code));
  const available = new Set(contributions.map(({ code }) => code).filter((code) => own.has(code)));
  const isMeasured = plan.links.some(({ code, measures }) => measures && available.has(code));
  return isMeasured ? plan.minAvailable.ifMeasured : plan.minAvailable.otherwise;
}

/** How much each indicator weighs in a node, in order of codes, the same indicator at several places taken together. */
export function effectiveWeights(
  area: string,
  kind: NodeKind,
  code: string,
  year: number,
  context: ExplanationContext,
): readonly EffectiveWeight[] {
  const { leaves, feeding, score } = context.board.evaluation(area, kind, code, year);
  const fed = [...fedLeaves({ kind, code }, area, year, context).values()];
  const levelOf = (indicator: string): number | undefined =>
    fed.find((leaf) => leaf.score.indicator === indicator)?.fill ??
    context.board.indicatorScore(area, indicator, year).level;
  const isArithmetic = score !== undefined && hasArithmeticMeans(feeding);
  const codes = [...new Set(leaves.map((leaf) => leaf.code))].sort(compareCodes);
  return codes.map((indicator) => {
    const places = leaves.filter((leaf) => leaf.code === indicator);
    const sum = (pick: (place: (typeof places)[number]) => number): number =>
      places.reduce((total, place) => total + pick(place), 0);
    const actual = score === undefined ? 0 : sum((place) => place.actual);
    const level = levelOf(indicator);
    const counts = isArithmetic && actual > 0 && level !== undefined;
    return withoutUndefined({
      indicator,
      nominal: sum((place) => place.nominal),
      actual,
      filled: places.some(({ filled }) => filled === true),
      level,
      points: counts ? actual * level : undefined,
      pointsLost: counts ? actual * (100 - level) : undefined,
    });
  });
}

/** Whether points of indicators sum to the score: only where no mean between them and it compounds. */
function hasArithmeticMeans(tree: WeightedTree): boolean {
  return tree.children === undefined || (tree.power === 1 && tree.children.every(hasArithmeticMeans));
}
