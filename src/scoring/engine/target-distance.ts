import { TOLERANCE } from './terms.js';

/** A value on the way to the target, in raw points. */
export interface PacePoint {
  readonly year: number;
  readonly raw: number;
}

/** How the way travelled compares with the way to the target. Paces in points a year, shares in per cent. */
export interface TargetDistance {
  readonly base: PacePoint;
  readonly now: PacePoint;
  readonly targetRaw: number;
  /** The current value has reached the target. */
  readonly met: boolean;
  /** The base had reached the target and the current value has not. */
  readonly lost: boolean;
  readonly observedPace: number;
  readonly requiredPace: number | null;
  /** Observed by required pace. */
  readonly paceRatio: number | null;
  /** Of the way from base to target; may lie outside 0 to 100. */
  readonly shareTravelled: number | null;
  /** Of the time from base to target year, at most 100. */
  readonly shareExpected: number | null;
  /** By what factor the observed pace would have to change. */
  readonly acceleration: number | null;
  readonly yearsToTarget: number | null;
}

/**
 * Compares the pace from `base` to `now` (a later year) with the pace the target asks for. What has no meaning is
 * null: a required pace once the target is met or lost, a share of a way of no length, an acceleration of a pace
 * within the dead band. Source: scoring method 1.0, section 3.
 */
export function measureTargetDistance(
  base: PacePoint,
  now: PacePoint,
  targetRaw: number,
  { targetYear, deadBand }: { readonly targetYear: number; readonly deadBand: number },
): TargetDistance {
  const met = now.raw >= targetRaw - TOLERANCE;
  const lost = !met && base.raw >= targetRaw - TOLERANCE;
  const years = now.year - base.year;
  const yearsForTarget = targetYear - base.year;
  const observedPace = (now.raw - base.raw) / years;
  const requiredPace = yearsForTarget > 0 && !met && !lost ? (targetRaw - base.raw) / yearsForTarget : null;
  const hasWay = targetRaw > base.raw + TOLERANCE;
  const moves = !met && observedPace > deadBand + TOLERANCE && yearsForTarget > 0;
  const yearsLeft = targetYear - now.year;
  return {
    base,
    now,
    targetRaw,
    met,
    lost,
    observedPace,
    requiredPace,
    paceRatio: requiredPace === null ? null : observedPace / requiredPace,
    shareTravelled: hasWay ? (100 * (now.raw - base.raw)) / (targetRaw - base.raw) : null,
    shareExpected: hasWay && yearsForTarget > 0 ? Math.min(100, (100 * years) / yearsForTarget) : null,
    acceleration: moves && yearsLeft > 0 ? (targetRaw - now.raw) / yearsLeft / observedPace : null,
    yearsToTarget: moves ? (targetRaw - now.raw) / observedPace : null,
  };
}
