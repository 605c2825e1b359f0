import type { Observation } from '../../observations/observation.js';
import type { Indicator } from '../../catalogue/catalogue.js';
import type { BoardFacts } from './board-facts.js';
import type { BoardRules } from './board-rules.js';
import { notApplicableScore, scoreIndicator } from './indicator-score.js';
import { readSeries, type IndicatorSeries } from './indicator-series.js';
import { evaluateNodes, type EvaluateNode } from './evaluate-nodes.js';
import type { NodeEvaluation } from './node-evaluation.js';
import { planKey } from './node-plan.js';
import { describeNode } from './node-score.js';
import type { IndicatorScore, NodeKind, NodeScore } from '../score.js';

/** All that is needed to score any area as of any year. */
export interface ScoringContext extends BoardRules, BoardFacts {
  /** What fills the gap of an indicator in an area, 0 to 100; undefined where the method fills none. */
  fillOf(area: string, indicator: string, asOfYear: number): number | undefined;
}

/** What has been computed of one area as of one year. */
export interface ScoreCache {
  readonly indicators: Map<string, IndicatorScore>;
  readonly evaluations: Map<string, NodeEvaluation>;
  readonly nodes: Map<string, NodeScore>;
}

export function noScores(): ScoreCache {
  return { indicators: new Map(), evaluations: new Map(), nodes: new Map() };
}

/** Scores of one area as of one year, computed when first asked for and then kept. */
export interface AreaScores {
  indicator(code: string): IndicatorScore;
  readonly evaluation: EvaluateNode;
  node(kind: NodeKind, code: string): NodeScore;
}

/** Values of one area, whatever the year, read when first asked for and then kept. */
export interface AreaSeries {
  readonly area: string;
  observations(indicator: string): readonly Observation[];
  values(indicator: Indicator): IndicatorSeries;
}

/** @param known what was read before; more is added */
export function readArea(
  area: string,
  context: BoardRules & BoardFacts,
  known: Map<string, IndicatorSeries>,
): AreaSeries {
  const observations = (indicator: string): readonly Observation[] =>
    context.observations.of(area, indicator);
  return {
    area,
    observations,
    values: (indicator) =>
      remember(known, indicator.code, () => readSeries(indicator, observations(indicator.code), context)),
  };
}

/**
 * Scores an area as of a year.
 * @param known what was computed before; more is added
 * @throws RangeError on an unknown indicator or node
 */
export function scoreArea(
  series: AreaSeries,
  asOfYear: number,
  liveIndicators: ReadonlySet<string>,
  context: ScoringContext,
  known: ScoreCache,
): AreaScores {
  const { area } = series;
  const indicator = (code: string): IndicatorScore =>
    remember(known.indicators, code, () => {
      const asked = found(context.indicators.get(code), 'indicator', code);
      const observations = series.observations(code);
      const score = scoreIndicator(
        area,
        asked,
        asOfYear,
        observations,
        series.values(asked),
        context.catalogue,
      );
      return context.notApplicable(area, code) === undefined ? score : notApplicableScore(score);
    });
  const levels = {
    levelOf: (code: string) => indicator(code).level,
    fillOf: (code: string) => context.fillOf(area, code, asOfYear),
    isApplicable: (code: string) => context.notApplicable(area, code) === undefined,
  };
  const evaluation = evaluateNodes(context.plans, liveIndicators, levels, known.evaluations);
  const node = (kind: NodeKind, code: string): NodeScore =>
    remember(known.nodes, planKey(kind, code), () => {
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
