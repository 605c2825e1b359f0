import { classifyGrowth, type GrowthCategory, type GrowthThresholds } from './growth-thresholds.js';
import type { Status, YearValue } from './terms.js';

export interface GrowthSettings {
  /** In the indicator's own unit; absent: growth is judged by itself. */
  readonly target?: number;
  readonly targetYear: number;
  readonly lowerIsBetter: boolean;
  readonly thresholds: GrowthThresholds;
  /** What a base or target of zero is read as (0.001 in Open SDG); absent: zero cannot be assessed. */
  readonly zeroAs?: number;
}

export interface GrowthSeriesSettings extends GrowthSettings {
  /** The year growth starts from; without a value in it, the next later year that has one. Open SDG: 2015. */
  readonly baseYear: number;
  /** Last year that counts. */
  readonly asOfYear: number;
  /** Oldest age at which a value is still current, years; absent: any. */
  readonly freshnessYears?: number;
}

/** A value in the indicator's own unit. */
export interface GrowthPoint {
  readonly year: number;
  readonly value: number;
}

export type GrowthReason =
  | 'DUPLICATE_YEAR'
  | 'NO_DATA'
  | 'STALE'
  | 'SIGN_OR_ZERO'
  | 'SINGLE_OBSERVATION'
  | 'NO_BASELINE'
  | 'TARGET_YEAR_NOT_AFTER_BASE'
  | 'TARGET_LOST';

/** Growth a year as a share: 0.02 is two per cent more each year. */
export interface Growth {
  /** In the words of the native method. Without a target it says what the growth alone amounts to. */
  readonly status: Status;
  readonly reason: GrowthReason | null;
  /** In the words of the method the thresholds come from; null where nothing was assessed. */
  readonly category: GrowthCategory | null;
  readonly observedGrowth: number | null;
  /** Growth a year that leads from the base to the target on time; null once the target is met or lost. */
  readonly requiredGrowth: number | null;
  /** Observed by required growth, negative where the value moves the wrong way; null where the latter is. */
  readonly ratio: number | null;
  readonly baseYear: number | null;
  readonly nowYear: number | null;
}

/**
 * Progress by compound annual growth, the way Open SDG and Eurostat measure it: from the base year, else the next
 * later year with a value, to the latest year. `values` are of one comparable block, in any order; years without a
 * number do not count. Never throws on data: what cannot be assessed says why.
 * Source: scoring method 1.0, sections 3, 4 and 10.
 */
export function assessGrowth(values: readonly YearValue[], settings: GrowthSeriesSettings): Growth {
  const { asOfYear, baseYear, freshnessYears = Infinity } = settings;
  const known = values.flatMap(({ year, value }) =>
    value !== null && Number.isFinite(value) ? [{ year, value }] : [],
  );
  if (new Set(known.map(({ year }) => year)).size < known.length) return unassessed('DUPLICATE_YEAR');
  const series = known.filter(({ year }) => year <= asOfYear).sort((a, b) => a.year - b.year);
  const now = series.at(-1);
  if (now === undefined) return unassessed('NO_DATA');
  if (asOfYear - now.year > freshnessYears) return { ...unassessed('STALE'), nowYear: now.year };
  const base = series.find(({ year }) => year >= baseYear && year < now.year);
  if (base !== undefined) return assessGrowthBetween(base, now, settings);
  if (!canGrow(now.value, settings)) return { ...unassessed('SIGN_OR_ZERO'), nowYear: now.year };
  if (isMet(now.value, settings)) return { ...targetMet(), nowYear: now.year };
  const reason = series.length === 1 ? 'SINGLE_OBSERVATION' : 'NO_BASELINE';
  return { ...unassessed(reason), nowYear: now.year };
}

/**
 * The same between two given values, `now` the later one:
 * a = (v1/v0)^(1/(t1-t0)) - 1 observed, r = (vT/v0)^(1/(tT-t0)) - 1 required; d a / |r|, or d a without a target, is
 * judged by the thresholds, d = 1, or -1 where lower is better. (|r| and d instead of a / r only matter once the target
 * is lost, as in Open SDG 2.4.)
 * For strictly positive values on a ratio scale; anything else is SIGN_OR_ZERO. Where `zeroAs` is given, a base or
 * target of zero is read as that, and a current value of zero is a growth of -1.
 * Source: scoring method 1.0, sections 3, 4 and 10; Open SDG 2.4, "Progress measurement methodology".
 */
export function assessGrowthBetween(base: GrowthPoint, now: GrowthPoint, settings: GrowthSettings): Growth {
  const { target, targetYear, lowerIsBetter, thresholds } = settings;
  const years = { baseYear: base.year, nowYear: now.year };
  if (base.year >= now.year) return { ...unassessed('NO_BASELINE'), nowYear: now.year };
  if (!canGrow(base.value, settings) || !canGrow(now.value, settings)) {
    return { ...unassessed('SIGN_OR_ZERO'), ...years };
  }
  const desired = lowerIsBetter ? -1 : 1;
  const start = { ...base, value: readZero(base.value, settings) };
  const observedGrowth = growthBetween(start, now);
  const measured = { ...years, observedGrowth, requiredGrowth: null, ratio: null };
  if (target === undefined) {
    const { category, status } = classifyGrowth(desired * observedGrowth, thresholds.withoutTarget);
    return { ...measured, status, reason: null, category };
  }
  if (isMet(now.value, settings)) return { ...targetMet(), ...measured };
  if (targetYear <= base.year)
    return { ...unassessed('TARGET_YEAR_NOT_AFTER_BASE'), ...years, observedGrowth };
  if (isMet(start.value, settings)) {
    const { category } = thresholds.withTarget.below;
    return { ...measured, status: 'regressing', reason: 'TARGET_LOST', category };
  }
  const requiredGrowth = growthBetween(start, { year: targetYear, value: readZero(target, settings) });
  const ratio = finite((desired * observedGrowth) / Math.max(Math.abs(requiredGrowth), Number.MIN_VALUE));
  const { category, status } = classifyGrowth(ratio, thresholds.withTarget);
  const missed = targetYear <= now.year;
  return {
    ...measured,
    status: missed ? 'target_missed' : status,
    reason: null,
    category,
    requiredGrowth,
    ratio,
  };
}

/** Whether both ways of measuring came to a status, and to different ones: METHOD_SENSITIVE. Section 3. */
export function isMethodSensitive(native: Status, growth: Status): boolean {
  return native !== 'not_assessable' && growth !== 'not_assessable' && native !== growth;
}

/** Growth a year from one value to a later one. */
function growthBetween(from: GrowthPoint, to: GrowthPoint): number {
  return finite(Math.expm1((Math.log(to.value) - Math.log(from.value)) / (to.year - from.year)));
}

/** Whether a value, and the target it is to reach, have the sign that growth needs. */
function canGrow(value: number, settings: GrowthSettings): boolean {
  const read = [value, settings.target ?? value].map((one) => readZero(one, settings));
  return read.every((one) => one > 0 && Number.isFinite(one));
}

function isMet(value: number, settings: GrowthSettings): boolean {
  if (settings.target === undefined) return false;
  const target = readZero(settings.target, settings);
  return settings.lowerIsBetter ? value <= target : value >= target;
}

function readZero(value: number, { zeroAs }: GrowthSettings): number {
  return value === 0 && zeroAs !== undefined ? zeroAs : value;
}

function finite(value: number): number {
  const held = Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
  return held === 0 ? 0 : held;
}

function targetMet(): Growth {
  return { ...unassessed(null), status: 'target_met', category: 'target_achieved' };
}

function unassessed(reason: GrowthReason | null): Growth {
  return {
    status: 'not_assessable',
    reason,
    category: null,
    observedGrowth: null,
    requiredGrowth: null,
    ratio: null,
    baseYear: null,
    nowYear: null,
  };
}
