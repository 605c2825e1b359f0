import { findBase, type BaseRule } from './base.js';
import { goalpostsAreLegal } from './level.js';
import { knownByYear, type KnownValue } from './known-values.js';
import { limitedRaw } from './limited-raw.js';
import { decideStatus, type StatusRule } from './pace-status.js';
import { measureTargetDistance, type PacePoint } from './target-distance.js';
import { TOLERANCE, type Direction, type Goalposts, type Status, type YearValue } from './terms.js';

export interface PaceSettings extends BaseRule, StatusRule {
  /** Last year that counts. */
  readonly asOfYear: number;
  /** Oldest age at which a value is still current, years. */
  readonly freshnessYears: number;
  /** In the indicator's own unit; absent: the best goalpost. */
  readonly target?: number;
  /** Whether anybody agreed the target. If not, there is a pace but no status. */
  readonly targetAgreed: boolean;
  /** Values that cannot be compared with the current one were left out of `values`. */
  readonly seriesBroken: boolean;
}

/** Points are raw points, paces points a year, shares per cent. What is null has its reason in `reason`. */
export interface Pace {
  readonly status: Status;
  readonly reason: string | null;
  readonly flags: readonly string[];
  readonly baseYear: number | null;
  readonly baseRaw: number | null;
  readonly nowYear: number | null;
  readonly nowRaw: number | null;
  readonly targetRaw: number | null;
  readonly observedPace: number | null;
  readonly requiredPace: number | null;
  readonly paceRatio: number | null;
  readonly shareTravelled: number | null;
  readonly shareExpected: number | null;
  readonly acceleration: number | null;
  readonly yearsToTarget: number | null;
  /** Values from the base to the current one, both counted, not older than ten years before the current one. */
  readonly n: number;
}

/** A pace without an agreed target: there is nothing to compare it with. */
const WITHOUT_TARGET = {
  status: 'not_assessable',
  reason: 'NO_AGREED_TARGET',
  flags: [],
  requiredPace: null,
  paceRatio: null,
  shareTravelled: null,
  shareExpected: null,
  acceleration: null,
  yearsToTarget: null,
} as const;

/**
 * Two-point pace of one indicator from its base to its current value, and what it means for the target.
 * `values` are of one comparable block, in any order; those after `asOfYear` do not count.
 * Never throws on data: what cannot be assessed says why. Source: scoring method 1.0, section 3.
 */
export function assessPace(values: readonly YearValue[], goalposts: Goalposts, settings: PaceSettings): Pace {
  const known = knownByYear(values);
  if (known === undefined) return unassessed('DUPLICATE_YEAR');
  const series = known.filter(({ year }) => year <= settings.asOfYear);
  const latest = series[series.length - 1];
  if (latest === undefined) return unassessed('NO_DATA');
  if (!goalpostsAreLegal(goalposts)) return unassessed('BAD_GOALPOSTS');

  const pointOf = ({ year, value }: KnownValue): PacePoint => ({ year, raw: limitedRaw(value, goalposts) });
  const now = pointOf(latest);
  const targetRaw = settings.target === undefined ? 100 : limitedRaw(settings.target, goalposts);
  const current = { nowYear: now.year, nowRaw: now.raw, targetRaw };
  if (settings.asOfYear - now.year > settings.freshnessYears) return { ...unassessed('STALE'), ...current };

  const carried = now.year < settings.asOfYear ? ['CARRIED_FORWARD'] : [];
  const { base: first, tooShort } = findBase(series, now.year, settings);
  if (first === undefined) {
    const why = [
      ...(tooShort ? ['TOO_SHORT'] : []),
      ...(settings.seriesBroken ? ['COMPARABILITY_BREAK'] : []),
    ];
    if (settings.targetAgreed && now.raw >= targetRaw - TOLERANCE) {
      const flags = [...carried, 'TREND_UNKNOWN', ...why];
      return { ...unassessed(null), ...current, status: 'target_met', flags };
    }
    const reason = series.length === 1 ? 'SINGLE_OBSERVATION' : 'NO_BASELINE';
    return { ...unassessed(reason), ...current, flags: [...carried, ...why] };
  }

  const base = pointOf(first);
  const distance = measureTargetDistance(base, now, targetRaw, settings);
  const n = series.filter(({ year }) => year >= base.year && year >= now.year - 10).length;
  const decision = settings.targetAgreed ? decideStatus(distance, settings) : WITHOUT_TARGET;
  const way = settings.targetAgreed ? distance : WITHOUT_TARGET;
  return {
    status: decision.status,
    reason: decision.reason,
    flags: [...carried, ...decision.flags],
    baseYear: base.year,
    baseRaw: base.raw,
    nowYear: now.year,
    nowRaw: now.raw,
    targetRaw,
    observedPace: distance.observedPace,
    requiredPace: way.requiredPace,
    paceRatio: way.paceRatio,
    shareTravelled: way.shareTravelled,
    shareExpected: way.shareExpected,
    acceleration: way.acceleration,
    yearsToTarget: way.yearsToTarget,
    n,
  };
}

/** Where a pace in points a year leads; within `band` of zero it is steady. */
export function directionOf(pace: number, band: number): Direction {
  if (pace > band + TOLERANCE) return 'improving';
  return pace < -band - TOLERANCE ? 'declining' : 'steady';
}

function unassessed(reason: string | null): Pace {
  return {
    status: 'not_assessable',
    reason,
    flags: [],
    baseYear: null,
    baseRaw: null,
    nowYear: null,
    nowRaw: null,
    targetRaw: null,
    observedPace: null,
    requiredPace: null,
    paceRatio: null,
    shareTravelled: null,
    shareExpected: null,
    acceleration: null,
    yearsToTarget: null,
    n: 0,
  };
}
