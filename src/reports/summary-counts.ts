import type { Indicator } from '../catalogue/catalogue.js';
import type { ScoreBoard } from '../scoring/score.js';
import type { SummaryCounts } from './report.js';

/**
 * Counts behind the one-sentence summary of an area. Only indicators that may be scored count; every one of them is
 * in exactly one of `withTarget`, `withoutTarget` and `lackData`. Those with an agreed target are met or on track,
 * need acceleration (needs_acceleration, limited), move away, missed their target, or cannot be assessed.
 */
export function summaryCounts(
  board: ScoreBoard,
  area: string,
  indicators: readonly Indicator[],
): SummaryCounts {
  const scored = indicators.filter((indicator) => indicator.scored && indicator.derivedScoresAllowed);
  const scores = scored.map(({ code }) => board.indicatorScore(area, code));
  const current = scores.filter(({ level }) => level !== undefined);
  const withTarget = current.filter(({ status }) => status !== undefined);
  const withoutTarget = current.filter(({ status }) => status === undefined);
  const count = (...statuses: readonly (string | undefined)[]): number =>
    withTarget.filter(({ status }) => statuses.includes(status)).length;
  return {
    withTarget: withTarget.length,
    metOrOnTrack: count('target_met', 'on_track'),
    needAcceleration: count('needs_acceleration', 'limited'),
    movingAway: count('regressing'),
    missed: count('target_missed'),
    notAssessable: count('not_assessable'),
    withoutTarget: withoutTarget.length,
    improving: withoutTarget.filter(({ direction }) => direction === 'improving').length,
    declining: withoutTarget.filter(({ direction }) => direction === 'declining').length,
    lackData: scores.length - current.length,
  };
}
