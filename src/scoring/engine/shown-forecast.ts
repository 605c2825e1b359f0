import type { Forecast } from './forecast.js';
import type { Goalposts, Scale } from './terms.js';

/** A forecast as readers see it: points held between 0 and 100, and the values they stand for. */
export interface ShownForecast {
  readonly points: number;
  /** Ends of the 80 % interval, where there is one. */
  readonly pointsLow?: number;
  readonly pointsHigh?: number;
  /** In the indicator's own unit; absent where the points do not tell the side of a band. */
  readonly value?: number;
  /** The value at `pointsLow`: the larger number where lower is better. */
  readonly valueLow?: number;
  readonly valueHigh?: number;
}

/**
 * Holds a forecast at the goalposts and says it in the indicator's own unit; undefined when there is none.
 * Source: scoring method 1.0, section 3.
 * @param currentValue in the indicator's own unit; tells from which side a band is approached
 */
export function showForecast(
  { projected, projectedLow, projectedHigh }: Forecast,
  goalposts: Goalposts,
  currentValue: number,
): ShownForecast | undefined {
  if (projected === null) return undefined;
  const points = held(projected);
  const value = valueAtPoints(points, goalposts, currentValue);
  const middle = value === undefined ? { points } : { points, value };
  if (projectedLow === null || projectedHigh === null) return middle;
  const pointsLow = held(projectedLow);
  const pointsHigh = held(projectedHigh);
  const valueLow = valueAtPoints(pointsLow, goalposts, currentValue);
  const valueHigh = valueAtPoints(pointsHigh, goalposts, currentValue);
  return {
    ...middle,
    pointsLow,
    pointsHigh,
    ...(valueLow === undefined ? {} : { valueLow }),
    ...(valueHigh === undefined ? {} : { valueHigh }),
  };
}

/**
 * The value that has so many points between legal goalposts, in the indicator's own unit: the inverse of raw points.
 * Range: x = phi^-1(phi(L) + points (phi(U) - phi(L)) / 100). Band: the edge on the side of `nearValue`, and
 * D (1 - points / 100) beyond it; undefined when `nearValue` lies in the band and the points do not.
 * Source: scoring method 1.0, sections 1 and 3.
 * @param points 0 to 100
 * @param nearValue in the indicator's own unit; asked for a band only
 */
export function valueAtPoints(points: number, goalposts: Goalposts, nearValue: number): number | undefined {
  if (goalposts.kind === 'band') {
    const { low, high, zeroDistance } = goalposts;
    const beyond = zeroDistance * (1 - points / 100);
    if (nearValue < low) return low - beyond;
    if (nearValue > high) return high + beyond;
    return points >= 100 ? nearValue : undefined;
  }
  const { worst, best, scale } = goalposts;
  if (points === 0) return worst;
  if (points === 100) return best;
  const share = points / 100;
  return fromScale(onScale(worst, scale) * (1 - share) + onScale(best, scale) * share, scale);
}

function onScale(value: number, scale: Scale): number {
  if (scale === 'log') return Math.log(value);
  return scale === 'log1p' ? Math.log1p(value) : value;
}

function fromScale(position: number, scale: Scale): number {
  if (scale === 'log') return Math.exp(position);
  return scale === 'log1p' ? Math.expm1(position) : position;
}

function held(raw: number): number {
  return Math.min(100, Math.max(0, raw));
}
