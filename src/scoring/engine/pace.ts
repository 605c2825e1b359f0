import { findBase, type BaseRule } from './base.js';
import { goalpostsAreLegal, rawPoints } from './level.js';
import { decideStatus, type StatusRule } from './pace-status.js';
import { measureTargetDistance } from './target-distance.js';
import { TOLERANCE, type Direction, type Goalposts, type Status, type YearValue } from './terms.js';

/** Raw points are held within these limits before any pace is taken of them. */
const LOWEST_RAW = -100;
const HIGHEST_RAW = 200;

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

/**
 * Two-point pace of one indicator from its base to its current value, and what it means for the target.
 * `values` are of one comparable block, in any order; those after `asOfYear` do not count.
 * Never throws on data: what cannot be assessed says why. Source: scoring method 1.0, section 3.
 */
export function assessPace(values: readonly YearValue[], goalposts: Goalposts, settings: PaceSettings): Pace {
  const known = values.flatMap(({ year, value }) => (isNumber(value) ? [{ year, value }] : []));
  if (new Set(known.map(({ year }) => year)).size < known.length) return unassessed('DUPLICATE_YEAR');
  const series = known.filter(({ year }) => year <= settings.asOfYear).sort((a, b) => a.year - b.year);
  if (series.length === 0) return unassessed('NO_DATA');
  if (!goalpostsAreLegal(goalposts)) return unassessed('BAD_GOALPOSTS');

  const points = series.map(({ year, value }) => ({ year, raw: limitedRaw(value, goalposts) }));
  const now = points[points.length - 1] as (typeof points)[number];
  const targetRaw = settings.target === undefined ? 100 : limitedRaw(settings.target, goalposts);
  const current = { nowYear: now.year, nowRaw: now.raw, targetRaw };
  if (settings.asOfYear - now.year > settings.freshnessYears) return { ...unassessed('STALE'), ...current };

  const carried = now.year < settings.asOfYear ? ['CARRIED_FORWARD'] : [];
  const { base, tooShort } = findBase(points, now.year, settings);
  if (base === undefined) {
    const why = [
      ...(tooShort ? ['TOO_SHORT'] : []),
      ...(settings.seriesBroken ? ['COMPARABILITY_BREAK'] : []),
    ];
    if (settings.targetAgreed && now.raw >= targetRaw - TOLERANCE) {
      const flags = [...carried, 'TREND_UNKNOWN', ...why];
      return { ...unassessed(null), ...current, status: 'target_met', flags };
    }
    const reason = points.length === 1 ? 'SINGLE_OBSERVATION' : 'NO_BASELINE';
    return { ...unassessed(reason), ...current, flags: [...carried, ...why] };
  }

  const distance = measureTargetDistance(base, now, targetRaw, settings);
  const n = points.filter(({ year }) => year >= base.year && year >= now.year - 10).length;
  const travelled = { baseYear: base.year, baseRaw: base.raw, observedPace: distance.observedPace, n };
  if (!settings.targetAgreed) {
    return { ...unassessed('NO_AGREED_TARGET'), ...current, ...travelled, flags: carried };
  }
  const { status, reason, flags } = decideStatus(distance, settings);
  return {
    ...current,
    ...travelled,
    status,
    reason,
    flags: [...carried, ...flags],
    requiredPace: distance.requiredPace,
    paceRatio: distance.paceRatio,
    shareTravelled: distance.shareTravelled,
    shareExpected: distance.shareExpected,
    acceleration: distance.acceleration,
    yearsToTarget: distance.yearsToTarget,
  };
}

/** Where a pace in points a year leads; within `band` of zero it is steady. */
export function directionOf(pace: number, band: number): Direction {
  if (pace > band + TOLERANCE) return 'improving';
  return pace < -band - TOLERANCE ? 'declining' : 'steady';
}

/** Raw points as pace uses them: held within -100 and 200, so that one wild figure does not make a trend. */
function limitedRaw(value: number, goalposts: Goalposts): number {
  return Math.min(HIGHEST_RAW, Math.max(LOWEST_RAW, rawPoints(value, goalposts)));
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
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
