import type { Catalogue } from '../catalogue/catalogue.js';
import type { ObservationSnapshot } from '../observations/observation.js';
import { readArea, scoreArea, type AreaScores, type AreaSeries, type ScoringContext } from './area-scores.js';
import { TOLERANCE } from './engine/terms.js';
import { cutSegments, historyPoint } from './node-history.js';
import { isCountable, planKey, planNodes } from './node-plan.js';
import { indexObservations } from './observation-index.js';
import { indexPopulation } from './population-index.js';
import type { NodeKind, NodeSegment, ScoreBoard } from './score.js';
import { rankSeries, readComparableEditions } from './series-priority.js';

/** So many areas' earlier years are kept; one area takes about as much memory as all areas' current year. */
const AREAS_WITH_HISTORY = 12;

interface AreaHistory {
  readonly years: Map<number, AreaScores>;
  readonly segments: Map<string, readonly NodeSegment[]>;
}

/**
 * All scores at one data revision: a pure function of catalogue, observations and method, independent of the order
 * of observations. Indicators of the as-of year are scored at once (they decide which are live), nodes and earlier
 * years when first asked for. Source: scoring method 1.0, sections 1 to 6.
 */
export function buildScoreBoard(catalogue: Catalogue, snapshot: ObservationSnapshot): ScoreBoard {
  const { method } = catalogue;
  const { asOfYear, firstYear } = method;
  const context: ScoringContext = {
    method,
    indicators: new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator])),
    plans: planNodes(catalogue),
    observations: indexObservations(snapshot.observations),
    seriesEditions: snapshot.seriesEditions,
    ranks: rankSeries(catalogue, snapshot.seriesEditions),
    editionsComparable: readComparableEditions(catalogue),
    populationOf: indexPopulation(catalogue),
    maxFreshnessYears: method.maxFreshnessYears,
  };
  const liveIndicators = new Set<string>();
  const series = new Map(catalogue.areas.map(({ code }) => [code, readArea(code, context)]));
  const current = new Map(
    [...series].map(([code, area]) => [code, scoreArea(area, asOfYear, liveIndicators, context)]),
  );
  const areas = catalogue.areas.filter(({ scored }) => scored).map(({ code }) => code);
  for (const { code } of catalogue.indicators.filter(isCountable)) {
    const withLevel = areas.filter((area) => current.get(area)?.indicator(code).level !== undefined).length;
    if (withLevel / areas.length >= method.coverage.liveShare - TOLERANCE) liveIndicators.add(code);
  }

  const histories = new Map<string, AreaHistory>();
  function historyOf(area: string): AreaHistory {
    const history = histories.get(area) ?? { years: new Map(), segments: new Map() };
    histories.delete(area);
    histories.set(area, history);
    const [longestUnused] = histories.keys();
    if (histories.size > AREAS_WITH_HISTORY && longestUnused !== undefined) histories.delete(longestUnused);
    return history;
  }
  function seriesOf(area: string): AreaSeries {
    const found = series.get(area);
    if (found === undefined) throw new RangeError(`There is no area "${area}"`);
    return found;
  }
  function scoresOf(area: string, year: number): AreaScores {
    const values = seriesOf(area);
    const now = current.get(area);
    if (year === asOfYear && now !== undefined) return now;
    if (!Number.isInteger(year) || year < firstYear || year > asOfYear) {
      throw new RangeError(
        `The board covers ${String(firstYear)} to ${String(asOfYear)}, not ${String(year)}`,
      );
    }
    const { years } = historyOf(area);
    const scores = years.get(year) ?? scoreArea(values, year, liveIndicators, context);
    years.set(year, scores);
    return scores;
  }
  function nodeHistory(area: string, kind: NodeKind, code: string): readonly NodeSegment[] {
    const values = seriesOf(area);
    const { segments } = historyOf(area);
    const key = planKey(kind, code);
    const kept = segments.get(key);
    if (kept !== undefined) return kept;
    const points = [];
    for (let year = firstYear; year <= asOfYear; year += 1) {
      const scores = scoresOf(area, year);
      const point = historyPoint(
        year,
        scores,
        values,
        { kind, code },
        context.indicators,
        context.seriesEditions,
      );
      if (point !== undefined) points.push(point);
    }
    const cut = cutSegments(points, (indicator, a, b) => {
      const known = context.indicators.get(indicator);
      return known !== undefined && values.values(known).comparable(a, b);
    });
    segments.set(key, cut);
    return cut;
  }

  return {
    revision: snapshot.revision,
    asOfYear,
    firstYear,
    areas,
    liveIndicators,
    indicatorScore: (area, indicator, year = asOfYear) => scoresOf(area, year).indicator(indicator),
    nodeScore: (area, kind, code, year = asOfYear) => scoresOf(area, year).node(kind, code),
    nodeHistory,
    observations: (area, indicator) => {
      if (!context.indicators.has(indicator)) throw new RangeError(`There is no indicator "${indicator}"`);
      return seriesOf(area).observations(indicator);
    },
  };
}
