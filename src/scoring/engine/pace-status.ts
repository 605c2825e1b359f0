import type { TargetDistance } from './target-distance.js';
import { TOLERANCE, type Status } from './terms.js';

export interface StatusRule {
  readonly targetYear: number;
  /** Paces within so many points a year of zero are neither progress nor regress. */
  readonly deadBand: number;
  readonly onTrackRatio: number;
  readonly needsAccelerationRatio: number;
}

export interface StatusDecision {
  readonly status: Status;
  readonly reason: 'TARGET_YEAR_NOT_AFTER_BASE' | 'TARGET_LOST' | null;
  readonly flags: readonly 'AT_RISK'[];
}

/**
 * The status of an indicator with an agreed target, a base and a current value: the first line of the method's
 * table that applies. Source: scoring method 1.0, section 3, lines 4 to 9.
 */
export function decideStatus(distance: TargetDistance, rule: StatusRule): StatusDecision {
  const { base, now, targetRaw, met, lost, observedPace, paceRatio } = distance;
  const { targetYear, deadBand } = rule;
  if (met) {
    const yearsLeft = targetYear - now.year;
    const expected = now.raw + observedPace * yearsLeft;
    const atRisk = yearsLeft > 0 && expected < targetRaw - 1 - TOLERANCE;
    return { status: 'target_met', reason: null, flags: atRisk ? ['AT_RISK'] : [] };
  }
  if (targetYear <= base.year) return decided('not_assessable', 'TARGET_YEAR_NOT_AFTER_BASE');
  if (lost) return decided('regressing', 'TARGET_LOST');
  if (targetYear <= now.year) return decided('target_missed');
  if (observedPace < -deadBand - TOLERANCE) return decided('regressing');
  const ratio = paceRatio ?? 0;
  if (ratio >= rule.onTrackRatio - TOLERANCE) return decided('on_track');
  return decided(ratio >= rule.needsAccelerationRatio - TOLERANCE ? 'needs_acceleration' : 'limited');
}

function decided(status: Status, reason: StatusDecision['reason'] = null): StatusDecision {
  return { status, reason, flags: [] };
}
