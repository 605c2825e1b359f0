import type { Indicator } from '../../catalogue/catalogue.js';
import type { IndicatorScore, ScoreBoard } from '../score.js';

/** Levels of one indicator in one area, 0 to 100, as of the earlier year and now. */
export interface MatchedLevels {
  readonly before: number;
  readonly after: number;
}

/** By indicator, of one area. Asked area by area, each is read once. */
export type MatchedLevelsOf = (area: string) => ReadonlyMap<string, MatchedLevels>;

/**
 * Levels that may be compared over time: of indicators that have one as of `sinceYear` and one now, from two values of
 * different years whose editions are comparable. One value that was current at both ends is no evidence of standing
 * still, so it does not match. A year before the board's first matches nothing.
 * Source: scoring method 1.0, sections 2 and 8.
 */
export function matchLevels(
  board: ScoreBoard,
  indicators: readonly Indicator[],
  sinceYear: number,
): MatchedLevelsOf {
  const kept = new Map<string, ReadonlyMap<string, MatchedLevels>>();
  const covered = sinceYear >= board.firstYear && sinceYear < board.asOfYear;
  return (area) => {
    const known = kept.get(area);
    if (known !== undefined) return known;
    const matched = new Map<string, MatchedLevels>();
    for (const { code } of covered ? indicators : []) {
      const now = board.indicatorScore(area, code);
      if (now.level === undefined) continue;
      const then = board.indicatorScore(area, code, sinceYear);
      if (then.level === undefined || !areComparable(then, now, board)) continue;
      matched.set(code, { before: then.level, after: now.level });
    }
    kept.set(area, matched);
    return matched;
  };
}

function areComparable(then: IndicatorScore, now: IndicatorScore, board: ScoreBoard): boolean {
  const { values, comparable } = board.series(now.area, now.indicator);
  const valueOf = (score: IndicatorScore) =>
    values.find(({ observation, year }) => observation === score.observation && year === score.year);
  const [earlier, later] = [valueOf(then), valueOf(now)];
  return (
    earlier !== undefined && later !== undefined && earlier.year < later.year && comparable(earlier, later)
  );
}
