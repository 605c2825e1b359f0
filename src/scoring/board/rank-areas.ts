import type { Catalogue } from '../../catalogue/catalogue.js';
import type { AreaScores } from './area-scores.js';
import { competitionRanks } from '../engine/rank.js';
import { TOLERANCE } from '../engine/terms.js';

/**
 * Ranks by overall score, unrounded, ties shared (1, 2, 2, 4). Ranked are areas with enough overall coverage whose
 * principles all have a score; nobody is where the edition has overall scores or ranks switched off.
 * Source: scoring method 1.0, sections 5 and 6.
 */
export function rankAreas(
  { method, framework, principles }: Catalogue,
  areas: readonly string[],
  scoresOf: (area: string) => AreaScores,
): ReadonlyMap<string, number> {
  if (!method.overallScore || !method.ranks) return new Map();
  const ranked = areas.flatMap((area) => {
    const scores = scoresOf(area);
    const { score, coverage } = scores.evaluation('framework', framework.code);
    const isRanked =
      coverage >= method.coverage.rank - TOLERANCE &&
      principles.every(({ code }) => scores.evaluation('principle', code).score !== undefined);
    return score !== undefined && isRanked ? [{ area, score }] : [];
  });
  const ranks = competitionRanks(ranked.map(({ score }) => score));
  return new Map(ranked.map(({ area }, i) => [area, ranks[i] as number]));
}
