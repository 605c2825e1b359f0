import type { Indicator } from '../catalogue/catalogue.js';
import type { IndicatorScore, ScoreBoard } from '../scoring/score.js';
import type { SummaryCounts } from './report.js';

/** What is counted: a state, or what it is a state of. */
export type SummaryGroup = keyof SummaryCounts;

const OF_STATUS: Readonly<Record<NonNullable<IndicatorScore['status']>, SummaryGroup>> = {
  target_met: 'metOrOnTrack',
  on_track: 'metOrOnTrack',
  needs_acceleration: 'needAcceleration',
  limited: 'needAcceleration',
  regressing: 'movingAway',
  target_missed: 'missed',
  not_assessable: 'notAssessable',
};

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
  const groups = indicators
    .filter(countsInSummary)
    .flatMap(({ code }) => summaryGroups(board.indicatorScore(area, code)));
  const count = (group: SummaryGroup): number => groups.filter((one) => one === group).length;
  return {
    withTarget: count('withTarget'),
    metOrOnTrack: count('metOrOnTrack'),
    needAcceleration: count('needAcceleration'),
    movingAway: count('movingAway'),
    missed: count('missed'),
    notAssessable: count('notAssessable'),
    withoutTarget: count('withoutTarget'),
    improving: count('improving'),
    declining: count('declining'),
    lackData: count('lackData'),
  };
}

/** Whether an indicator may be scored at all. */
export function countsInSummary({ scored, derivedScoresAllowed }: Indicator): boolean {
  return scored && derivedScoresAllowed;
}

/** The counts that an indicator which may be scored is in. */
export function summaryGroups({
  level,
  status,
  direction,
}: Pick<IndicatorScore, 'level' | 'status' | 'direction'>): readonly SummaryGroup[] {
  if (level === undefined) return ['lackData'];
  if (status !== undefined) return ['withTarget', OF_STATUS[status]];
  return direction === 'improving' || direction === 'declining'
    ? ['withoutTarget', direction]
    : ['withoutTarget'];
}
