import type { Indicator, Method } from '../../catalogue/catalogue.js';
import { withoutUndefined } from '../../platform/without-undefined.js';
import { isMethodSensitive } from '../engine/cagr.js';
import { comparableBlock } from '../engine/comparable-block.js';
import { rawPoints } from '../engine/level.js';
import { assessPace, directionOf, type PaceSettings } from '../engine/pace.js';
import { TOLERANCE } from '../engine/terms.js';
import type { IndicatorScore } from '../score.js';
import { forecastIndicator } from './indicator-forecast.js';
import { growthOfIndicator } from './indicator-growth.js';
import type { IndicatorSeries, SeriesValue } from './indicator-series.js';

/** Where an indicator comes from and where it goes: what a score says beside its level. */
type Progress = Pick<
  IndicatorScore,
  'status' | 'statusReason' | 'direction' | 'pace' | 'baseObservation' | 'forecast' | 'growth' | 'flags'
>;

/**
 * Pace, status, forecast and growth from the values that may be compared with the current one.
 * Source: scoring method 1.0, section 3.
 */
export function assessProgress(
  current: SeriesValue,
  indicator: Indicator,
  asOfYear: number,
  freshnessYears: number,
  series: IndicatorSeries,
  method: Method,
): Progress {
  const { goalposts } = indicator;
  const agreed = hasAgreedTarget(indicator);
  const { values, broken } = comparableBlock(current, series.values, series.comparable);
  const settings = {
    ...paceSettings(indicator, method, asOfYear),
    freshnessYears,
    targetAgreed: agreed,
    seriesBroken: broken,
  };
  const pace = assessPace(values, goalposts, settings);
  const growth = growthOfIndicator(values, indicator, pace, settings.targetYear, method);
  const isSensitive = growth !== undefined && isMethodSensitive(pace.status, growth.status);
  const { observedPace } = pace;
  return withoutUndefined({
    status: agreed ? pace.status : undefined,
    statusReason: agreed ? (pace.reason ?? undefined) : undefined,
    direction: observedPace === null ? undefined : directionOf(observedPace, method.pace.directionBand),
    pace,
    baseObservation: values.find(({ year }) => year === pace.baseYear)?.observation,
    forecast: forecastIndicator(values, goalposts, pace, settings),
    growth,
    flags: [
      ...pace.flags,
      ...(isSensitive ? ['METHOD_SENSITIVE'] : []),
      ...(targetBeyondPosts(indicator) ? ['TARGET_BEYOND_POSTS'] : []),
    ],
  });
}

/** Whether somebody agreed the target: only then there is a status. Source: scoring method 1.0, section 1. */
export function hasAgreedTarget({ target, targetBasis }: Indicator): boolean {
  return target !== undefined && targetBasis !== undefined;
}

/** The base year as of a year: fixed late in the period, else so many years back. Scoring method 1.0, section 3. */
export function baseYearOf({ base }: Method, asOfYear: number): number {
  return asOfYear >= base.fixedFrom ? base.fixedYear : asOfYear - base.lookBackYears;
}

function paceSettings(
  { target, targetYear }: Indicator,
  method: Method,
  asOfYear: number,
): Omit<PaceSettings, 'freshnessYears' | 'targetAgreed' | 'seriesBroken'> {
  return {
    asOfYear,
    baseYear: baseYearOf(method, asOfYear),
    windowYears: method.base.windowYears,
    minSpanYears: method.base.minSpanYears,
    ...(target === undefined ? {} : { target }),
    targetYear: targetYear ?? method.defaultTargetYear,
    deadBand: method.pace.deadBand,
    onTrackRatio: method.pace.onTrackRatio,
    needsAccelerationRatio: method.pace.needsAccelerationRatio,
  };
}

/** The target lies outside the goalposts: a warning about the catalogue, not about the figure. Section 4. */
function targetBeyondPosts(indicator: Indicator): boolean {
  const { target, goalposts } = indicator;
  if (target === undefined || !hasAgreedTarget(indicator)) return false;
  const raw = rawPoints(target, goalposts);
  return raw < -TOLERANCE || raw > 100 + TOLERANCE;
}
