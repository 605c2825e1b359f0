import type { Catalogue, Indicator } from '../../catalogue/catalogue.js';
import type { ObservationSnapshot } from '../../observations/observation.js';
import { readArea, scoreArea, type AreaScores, type AreaSeries, type ScoringContext } from './area-scores.js';
import { emptyCache, historyOf, type BoardCache } from './board-cache.js';
import { readFacts, type BoardFacts } from './board-facts.js';
import { readRules, type BoardRules } from './board-rules.js';
import { noScores } from './area-scores.js';
import { findLiveIndicators } from './live-indicators.js';
import { cutSegments, historyPoint } from './node-history.js';
import { planKey } from './node-plan.js';
import { rankAreas } from './rank-areas.js';
import { fillWithRegionalMeans } from './regional-fill.js';
import type { NodeKind, NodeSegment, ScoreBoard } from '../score.js';
import { finish, type Steps } from './steps.js';

/** A score board with what the next one grows out of. */
export interface GrowingBoard extends ScoreBoard {
  readonly parts: BoardParts;
}

export interface BoardParts {
  readonly rules: BoardRules;
  readonly facts: BoardFacts;
  readonly cache: BoardCache;
}

/**
 * All scores at one data revision: a pure function of catalogue, observations and method, independent of the order
 * of observations. Indicators of the as-of year are scored at once (they decide which are live), nodes and earlier
 * years when first asked for. Source: scoring method 1.0, sections 1 to 6.
 */
export function buildScoreBoard(catalogue: Catalogue, snapshot: ObservationSnapshot): GrowingBoard {
  return finish(buildInSteps(catalogue, snapshot));
}

/** `buildScoreBoard`, with other work let in between the areas. */
export function* buildInSteps(catalogue: Catalogue, snapshot: ObservationSnapshot): Steps<GrowingBoard> {
  const rules = readRules(catalogue);
  const facts = readFacts(catalogue, snapshot);
  yield;
  const cache = emptyCache(catalogue);
  return makeBoard({ rules, facts, cache }, yield* findLiveIndicators(rules, facts, cache));
}

/** A board whose indicators of the as-of year are known. */
export function makeBoard(parts: BoardParts, liveIndicators: ReadonlySet<string>): GrowingBoard {
  const { rules, facts, cache } = parts;
  const { catalogue, method, regions } = rules;
  const { asOfYear, firstYear } = method;
  const areas = catalogue.areas.filter(({ scored }) => scored).map(({ code }) => code);
  const scoreOf = (area: string, indicator: string, year: number) =>
    scoresOf(area, year).indicator(indicator);
  const context: ScoringContext = {
    ...rules,
    ...facts,
    fillOf: fillWithRegionalMeans(regions, method.missing.minValues, scoreOf, cache.means),
  };

  function seriesOf(area: string): AreaSeries {
    const known = cache.series.get(area);
    if (known === undefined) throw new RangeError(`There is no area "${area}"`);
    return readArea(area, context, known);
  }
  function scoresOf(area: string, year: number): AreaScores {
    return scoreArea(seriesOf(area), year, liveIndicators, context, knownScores(area, year));
  }
  function knownScores(area: string, year: number) {
    const now = cache.now.get(area);
    if (year === asOfYear && now !== undefined) return now;
    if (!Number.isInteger(year) || year < firstYear || year > asOfYear) {
      throw new RangeError(
        `The board covers ${String(firstYear)} to ${String(asOfYear)}, not ${String(year)}`,
      );
    }
    const { years } = historyOf(area, cache);
    const known = years.get(year) ?? noScores();
    years.set(year, known);
    return known;
  }
  function nodeHistory(area: string, kind: NodeKind, code: string): readonly NodeSegment[] {
    const series = seriesOf(area);
    const { segments } = historyOf(area, cache);
    const key = planKey(kind, code);
    const kept = segments.get(key);
    if (kept !== undefined) return kept;
    const points = [];
    for (let year = firstYear; year <= asOfYear; year += 1) {
      const point = historyPoint(year, scoresOf(area, year), series, { kind, code }, context);
      if (point !== undefined) points.push(point);
    }
    const cut = cutSegments(points, (indicator, a, b) => {
      const known = rules.indicators.get(indicator);
      return known !== undefined && series.values(known).comparable(a, b);
    });
    segments.set(key, cut);
    return cut;
  }

  const rankings = new Map<number, ReadonlyMap<string, number>>();
  function ranks(year = asOfYear): ReadonlyMap<string, number> {
    const kept = rankings.get(year) ?? rankAreas(catalogue, areas, (area) => scoresOf(area, year));
    rankings.set(year, kept);
    return kept;
  }
  function indicatorOf(code: string): Indicator {
    const indicator = rules.indicators.get(code);
    if (indicator === undefined) throw new RangeError(`There is no indicator "${code}"`);
    return indicator;
  }

  return {
    parts,
    revision: facts.revision,
    asOfYear,
    firstYear,
    areas,
    liveIndicators,
    seriesEditions: facts.seriesEditions,
    indicatorScore: (area, indicator, year = asOfYear) => scoreOf(area, indicator, year),
    nodeScore: (area, kind, code, year = asOfYear) => scoresOf(area, year).node(kind, code),
    evaluation: (area, kind, code, year = asOfYear) => scoresOf(area, year).evaluation(kind, code),
    nodeHistory,
    ranks,
    series: (area, indicator) => seriesOf(area).values(indicatorOf(indicator)),
    observations: (area, indicator) => seriesOf(area).observations(indicatorOf(indicator).code),
  };
}
