import { readArea, scoreArea } from './area-scores.js';
import type { BoardCache } from './board-cache.js';
import type { BoardFacts } from './board-facts.js';
import type { BoardRules } from './board-rules.js';
import { TOLERANCE } from '../engine/terms.js';
import { isCountable } from './node-plan.js';
import type { Steps } from './steps.js';

const NONE: ReadonlySet<string> = new Set();

/**
 * Scores every countable indicator of every scored area as of the edition's year, where the cache does not know it
 * yet, and gives those that have a level in enough areas to count in views. Source: scoring method 1.0, section 6.
 */
export function* findLiveIndicators(
  rules: BoardRules,
  facts: BoardFacts,
  cache: BoardCache,
): Steps<ReadonlySet<string>> {
  const { catalogue, method } = rules;
  const context = { ...rules, ...facts, fillOf: () => undefined };
  const indicators = catalogue.indicators.filter(isCountable).map(({ code }) => code);
  const areas = catalogue.areas.filter(({ scored }) => scored);
  const withLevel = new Map<string, number>();
  for (const { code: area } of areas) {
    const series = cache.series.get(area);
    const known = cache.now.get(area);
    if (series === undefined || known === undefined) continue;
    const scores = scoreArea(readArea(area, context, series), method.asOfYear, NONE, context, known);
    for (const indicator of indicators) {
      if (scores.indicator(indicator).level === undefined) continue;
      withLevel.set(indicator, (withLevel.get(indicator) ?? 0) + 1);
    }
    yield;
  }
  const least = method.coverage.liveShare - TOLERANCE;
  return new Set(indicators.filter((indicator) => (withLevel.get(indicator) ?? 0) / areas.length >= least));
}
