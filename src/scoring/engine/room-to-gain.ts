import { compareCodes } from './power-mean.js';

/** An indicator that feeds a score, beside the middle of a group it is compared with. */
export interface Gainable {
  readonly code: string;
  /** Effective weight in the score, 0 to 1. */
  readonly weight: number;
  /** 0 to 100. */
  readonly level: number;
  /** Middle level of the group, 0 to 100. */
  readonly median: number;
}

export interface Gain extends Gainable {
  /** Points of the score that reaching the median would bring where all means are arithmetic. */
  readonly points: number;
}

/**
 * What would help most: the `most` indicators with the largest weight x max(0, median - level), largest first, ties in
 * order of codes. Indicators at or above the median bring nothing and are left out. Source: scoring method 1.0, section 9.
 */
export function mostToGain(indicators: readonly Gainable[], most: number): readonly Gain[] {
  return indicators
    .map((indicator) => ({
      ...indicator,
      points: indicator.weight * Math.max(0, indicator.median - indicator.level),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || compareCodes(a.code, b.code))
    .slice(0, most);
}
