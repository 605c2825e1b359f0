import { isKnown } from './known-values.js';
import { limitedRaw } from './limited-raw.js';
import { studentT, studentTQuantile } from './student-t.js';
import type { PacePoint } from './target-distance.js';
import { TOLERANCE, type Goalposts, type YearValue } from './terms.js';

/** Only so many years before the current value show where things are going. */
const LONGEST_MEMORY_YEARS = 10;
/** A line through fewer values says nothing about its own error. */
const LEAST_FOR_REGRESSION = 4;
/** Probability below the upper end of an 80 % prediction interval. */
const UPPER_SHARE = 0.9;
const UPPER_TS = new Map<number, number>();

export type Likelihood = 'very_unlikely' | 'unlikely' | 'open' | 'likely' | 'very_likely';

/** What a forecast starts from, as `assessPace` gives it: without a base there is none. Raw points. */
export interface ForecastStart {
  readonly baseYear: number | null;
  readonly baseRaw: number | null;
  readonly nowYear: number | null;
  readonly nowRaw: number | null;
  readonly targetRaw: number | null;
}

/** Raw points, not held at 0 and 100. All but `n` is null without a base or once the target year has come. */
export interface Forecast {
  readonly projected: number | null;
  /** Ends of the 80 % prediction interval; null where too few values tell of the error. */
  readonly projectedLow: number | null;
  readonly projectedHigh: number | null;
  /** That the target is reached, 0 to 1; null where the interval is. */
  readonly probability: number | null;
  /** Values from base to current, not older than ten years before the current one. Weak evidence below 4. */
  readonly n: number;
}

/** Mean and error of a value yet to come, with the degrees of freedom the error is known by. */
interface Prediction {
  readonly mean: number;
  readonly error: number;
  readonly degreesOfFreedom: number;
}

/**
 * Where an indicator will stand in the target year if it goes on as it has.
 *
 * With n >= 4 values from base to current: ordinary least squares of raw points on years,
 * yhat = a + b T_y, the 80 % prediction interval yhat +- t(0.90, n-2) e with
 * e = s_e sqrt(1 + 1/n + (T_y - xbar)^2 / Sxx), and the probability P(T <= (yhat - s_T) / e) that the target is
 * reached, T of Student's t distribution with n-2 degrees of freedom. A perfect line (s_e < 1e-9) has an interval
 * of no width and a probability of 1 or 0. With fewer values: the straight line through base and current.
 *
 * `values` are those `assessPace` was given, in any order; years without a number do not count. Raw points are
 * held within -100 and 200. Never throws on data.
 * Source: scoring method 1.0, section 3; Draper and Smith (1998), section 3.1.
 * @param goalposts legal ones; they have passed `assessPace` if there is a base
 */
export function forecastTarget(
  values: readonly YearValue[],
  goalposts: Goalposts,
  start: ForecastStart,
  targetYear: number,
): Forecast {
  const { baseYear, baseRaw, nowYear, nowRaw, targetRaw } = start;
  if (baseYear === null || baseRaw === null || nowYear === null || nowRaw === null || targetRaw === null) {
    return nothing(0);
  }
  const firstYear = Math.max(baseYear, nowYear - LONGEST_MEMORY_YEARS);
  const points: PacePoint[] = [];
  for (const entry of values) {
    const { year } = entry;
    if (!isKnown(entry) || year < firstYear || year > nowYear) continue;
    points.push({ year, raw: limitedRaw(entry.value, goalposts) });
  }
  const n = points.length;
  if (targetYear <= nowYear) return nothing(n);
  if (n < LEAST_FOR_REGRESSION) {
    const projected = nowRaw + ((nowRaw - baseRaw) / (nowYear - baseYear)) * (targetYear - nowYear);
    return { ...nothing(n), projected };
  }
  const prediction = regress(points, targetYear);
  const halfWidth = upperT(prediction.degreesOfFreedom) * prediction.error;
  return {
    projected: prediction.mean,
    projectedLow: prediction.mean - halfWidth,
    projectedHigh: prediction.mean + halfWidth,
    probability: probabilityOfAtLeast(targetRaw, prediction),
    n,
  };
}

/**
 * The word for a probability: below 10 % very unlikely, below 33 % unlikely, to 66 % open, above that likely, above
 * 90 % very likely. Source: scoring method 1.0, section 3.
 */
export function likelihoodOf(probability: number): Likelihood {
  if (probability < 0.1 - TOLERANCE) return 'very_unlikely';
  if (probability < 0.33 - TOLERANCE) return 'unlikely';
  if (probability <= 0.66 + TOLERANCE) return 'open';
  return probability <= 0.9 + TOLERANCE ? 'likely' : 'very_likely';
}

/** Ordinary least squares, and what it says about one more value in `year`. Years are distinct. */
function regress(points: readonly PacePoint[], year: number): Prediction {
  const n = points.length;
  let years = 0;
  let raws = 0;
  for (const point of points) {
    years += point.year;
    raws += point.raw;
  }
  const meanYear = years / n;
  const meanRaw = raws / n;
  let spread = 0;
  let together = 0;
  for (const point of points) {
    spread += (point.year - meanYear) ** 2;
    together += (point.year - meanYear) * (point.raw - meanRaw);
  }
  const slope = together / spread;
  let squares = 0;
  for (const point of points) squares += (point.raw - meanRaw - slope * (point.year - meanYear)) ** 2;
  const residualError = Math.sqrt(squares / (n - 2));
  return {
    mean: meanRaw + slope * (year - meanYear),
    error:
      residualError < TOLERANCE ? 0 : residualError * Math.sqrt(1 + 1 / n + (year - meanYear) ** 2 / spread),
    degreesOfFreedom: n - 2,
  };
}

/** t(0.90, df), kept once it is known: forecasts have 2 to 9 degrees of freedom. */
function upperT(degreesOfFreedom: number): number {
  const t = UPPER_TS.get(degreesOfFreedom) ?? studentTQuantile(UPPER_SHARE, degreesOfFreedom);
  UPPER_TS.set(degreesOfFreedom, t);
  return t;
}

function probabilityOfAtLeast(raw: number, { mean, error, degreesOfFreedom }: Prediction): number {
  if (error === 0) return mean >= raw - TOLERANCE ? 1 : 0;
  return studentT((mean - raw) / error, degreesOfFreedom);
}

function nothing(n: number): Forecast {
  return { projected: null, projectedLow: null, projectedHigh: null, probability: null, n };
}
