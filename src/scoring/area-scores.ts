import type { Indicator, Method } from '../catalogue/catalogue.js';
import type { Observation } from '../observations/observation.js';
import { scoreIndicator } from './indicator-score.js';
import { readSeries, type IndicatorSeries, type SeriesContext } from './indicator-series.js';
import { evaluateBranch, evaluateView, type NodeEvaluation } from './node-evaluation.js';
import { planKey, type NodePlans } from './node-plan.js';
import { describeNode } from './node-score.js';
import type { ObservationIndex } from './observation-index.js';
import type { IndicatorScore, NodeKind, NodeScore } from './score.js';

/** All that is needed to score any area as of any year. */
export interface ScoringContext extends SeriesContext {
  readonly method: Method;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly plans: NodePlans;
  readonly observations: ObservationIndex;
}

/** Scores of one area as of one year, computed when first asked for and then kept. */
export interface AreaScores {
  indicator(code: string): IndicatorScore;
  evaluation(kind: NodeKind, code: string): NodeEvaluation;
  node(kind: NodeKind, code: string): NodeScore;
}

/** Values of one area, whatever the year, read when first asked for and then kept. */
export interface AreaSeries {
  readonly area: string;
  observations(indicator: string): readonly Observation[];
  values(indicator: Indicator): IndicatorSeries;
}

export function readArea(area: string, context: ScoringContext): AreaSeries {
  const series = new Map<string, IndicatorSeries>();
  const observations = (indicator: string): readonly Observation[] =>
    context.observations.of(area, indicator);
  return {
    area,
    observations,
    values: (indicator) =>
      remember(series, indicator.code, () => readSeries(indicator, observations(indicator.code), context)),
  };
}

/**
 * Scores an area as of a year. `liveIndicators` may still be filled while only indicators are asked for.
 * @throws RangeError on an unknown indicator or node
 */
export function scoreArea(
  series: AreaSeries,
  asOfYear: number,
  liveIndicators: ReadonlySet<string>,
  context: ScoringContext,
): AreaScores {
  const { area } = series;
  const indicatorScores = new Map<string, IndicatorScore>();
  const evaluations = new Map<string, NodeEvaluation>();
  const nodeScores = new Map<string, NodeScore>();
  const indicator = (code: string): IndicatorScore =>
    remember(indicatorScores, code, () => {
      const known = found(context.indicators.get(code), 'indicator', code);
      const observations = series.observations(code);
      return scoreIndicator(area, known, asOfYear, observations, series.values(known), context.method);
    });
  const levels = { levelOf: (code: string) => indicator(code).level, nodeOf: evaluation };
  function evaluation(kind: NodeKind, code: string): NodeEvaluation {
    return remember(evaluations, planKey(kind, code), () => {
      const plan = found(context.plans.get(planKey(kind, code)), kind, code);
      return plan.shape === 'view'
        ? evaluateView(plan, liveIndicators, levels)
        : evaluateBranch(plan, levels);
    });
  }
  const node = (kind: NodeKind, code: string): NodeScore =>
    remember(nodeScores, planKey(kind, code), () => {
      const plan = found(context.plans.get(planKey(kind, code)), kind, code);
      return describeNode(plan, evaluation(kind, code), { area, asOfYear }, indicator, context.method);
    });
  return { indicator, evaluation, node };
}

function remember<V>(known: Map<string, V>, key: string, compute: () => V): V {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const value = compute();
  known.set(key, value);
  return value;
}

function found<V>(value: V | undefined, kind: string, code: string): V {
  if (value === undefined) throw new RangeError(`There is no ${kind} "${code}"`);
  return value;
}
