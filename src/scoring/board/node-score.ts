import type { Method } from '../../catalogue/catalogue.js';
import { gradeScore } from '../engine/grade.js';
import { compareCodes, powerMean } from '../engine/power-mean.js';
import { paceOfNode, type NodePaceOutcome, type NodeSeries } from '../engine/node-pace.js';
import type { NodeEvaluation } from './node-evaluation.js';
import type { NodePlan } from './node-plan.js';
import type { IndicatorScore, Missing, NodeScore } from '../score.js';

/** What a reader gets of a node: its score or why there is none, coverage, grade, statuses and pace. */
export function describeNode(
  plan: NodePlan,
  evaluation: NodeEvaluation,
  of: { readonly area: string; readonly asOfYear: number },
  indicatorScore: (indicator: string) => IndicatorScore,
  method: Method,
): NodeScore {
  const missing = whyNoScore(plan, evaluation);
  const { score } = evaluation;
  const meanAgeYears = meanAge(evaluation, indicatorScore);
  return {
    ...of,
    kind: plan.kind,
    code: plan.code,
    ...(score === undefined ? {} : { score, meanAgeYears }),
    ...(missing === undefined ? {} : { missing }),
    coverage: evaluation.coverage,
    ...(evaluation.coverageOfLinked === undefined ? {} : { coverageOfLinked: evaluation.coverageOfLinked }),
    ...(score === undefined ? {} : { grade: gradeScore(evaluation.coverage, meanAgeYears, method.grades) }),
    contributions: score === undefined ? [] : evaluation.contributions,
    unavailable: evaluation.unavailable,
    notLive: evaluation.notLive,
    notApplicable: evaluation.notApplicable,
    filled: score === undefined ? [] : filledLeaves(evaluation),
    ...(plan.kind === 'framework' && score !== undefined ? { compensation: compensationOf(evaluation) } : {}),
    statusShares: statusShares(evaluation, indicatorScore),
    pace:
      score === undefined
        ? { reason: 'NO_SCORE', withoutHistory: [] }
        : nodePace(evaluation, indicatorScore, method),
  };
}

function filledLeaves({ leaves }: NodeEvaluation): readonly string[] {
  const filled = leaves.filter((leaf) => leaf.filled === true && leaf.actual > 0).map(({ code }) => code);
  return [...new Set(filled)].sort(compareCodes);
}

/** Both means of the top level side by side. Source: scoring method 1.0, section 6. */
function compensationOf({ contributions }: NodeEvaluation): NonNullable<NodeScore['compensation']> {
  const parts = contributions.map(({ code, share, score }) => ({ code, weight: share, score }));
  const arithmetic = powerMean(parts, 1);
  const geometric = powerMean(parts, 0);
  return { arithmetic, geometric, imbalance: Math.max(0, arithmetic - geometric) };
}

/** Why a node has no score; undefined when it has one. */
export function whyNoScore(plan: NodePlan, evaluation: NodeEvaluation): Missing | undefined {
  if (plan.withheld !== undefined) return plan.withheld;
  switch (evaluation.missing) {
    case 'NO_WEIGHT':
      return plan.shape === 'view' || plan.kind === 'objective' ? 'NO_DATA' : 'NO_WEIGHT';
    case 'TOO_FEW':
      if (plan.kind === 'objective') return 'TOO_FEW_COMMITMENTS';
      return plan.kind === 'principle' ? 'TOO_FEW_GOALS' : 'TOO_FEW_INDICATORS';
    default:
      return evaluation.missing;
  }
}

function meanAge({ leaves }: NodeEvaluation, indicatorScore: (indicator: string) => IndicatorScore): number {
  return leaves.reduce(
    (sum, { code, actual }) => (actual > 0 ? sum + actual * (indicatorScore(code).ageYears ?? 0) : sum),
    0,
  );
}

function statusShares(
  { leaves }: NodeEvaluation,
  indicatorScore: (indicator: string) => IndicatorScore,
): NodeScore['statusShares'] {
  const shares: Partial<Record<keyof NodeScore['statusShares'], number>> = {};
  for (const { code, nominal } of leaves) {
    const { level, status } = indicatorScore(code);
    const key = level === undefined ? 'no_data' : (status ?? 'benchmark');
    shares[key] = (shares[key] ?? 0) + nominal;
  }
  return shares;
}

function nodePace(
  { leaves, feeding }: NodeEvaluation,
  indicatorScore: (indicator: string) => IndicatorScore,
  method: Method,
): NodePaceOutcome {
  const series = new Map<string, NodeSeries>();
  for (const { code, actual, filled } of leaves) {
    if (actual === 0) continue;
    const weight = actual + (series.get(code)?.weight ?? 0);
    const history = filled === true ? undefined : historyOf(indicatorScore(code));
    series.set(code, history === undefined ? { weight } : { weight, history });
  }
  return paceOfNode(feeding, series, method.pace.directionBand, method.coverage.matchedShare);
}

function historyOf({ pace }: IndicatorScore): NodeSeries['history'] {
  if (pace === undefined) return undefined;
  const { baseYear, baseRaw, nowYear, nowRaw, targetRaw } = pace;
  if (baseYear === null || baseRaw === null || nowYear === null || nowRaw === null || targetRaw === null) {
    return undefined;
  }
  return { baseYear, baseRaw, nowYear, nowRaw, targetRaw };
}
