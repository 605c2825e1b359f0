import { rawPoints } from './level.js';
import type { Goalposts } from './terms.js';

const LOWEST_RAW = -100;
const HIGHEST_RAW = 200;

/**
 * Raw points as paces and forecasts use them: held within -100 and 200, so that one wild figure does not make a
 * trend. Source: scoring method 1.0, section 3.
 * @param goalposts legal ones
 */
export function limitedRaw(value: number, goalposts: Goalposts): number {
  return Math.min(HIGHEST_RAW, Math.max(LOWEST_RAW, rawPoints(value, goalposts)));
}
