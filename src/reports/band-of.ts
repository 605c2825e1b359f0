import type { Distribution } from './report.js';

/** The middle half of a group of countries, and its middle, on the line from 0 to 100. */
export interface Band {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Middle half and middle of a group; nothing with too few scores. */
export function bandOf(distribution: Distribution | undefined): Band | undefined {
  const { lowerQuartile: low, median: middle, upperQuartile: high } = distribution ?? {};
  return low === undefined || middle === undefined || high === undefined ? undefined : { low, middle, high };
}
