import type { ChartWords } from './chart-words.js';

/** Figures of one area over the years. Years on x; y in `unit`. */
export interface TrendSpecification extends ChartWords {
  readonly kind: 'trend';
  readonly firstYear: number;
  readonly lastYear: number;
  /** Fixed axis for scores (0-100); absent: chosen from the values. */
  readonly yRange?: { readonly low: number; readonly high: number };
  /** Comparable runs; the line breaks between them. */
  readonly segments: readonly TrendSegment[];
  readonly target?: { readonly value: number; readonly year: number; readonly label: string };
  /** Straight line from the base to the target. */
  readonly requiredPath?: { readonly from: TrendPoint; readonly to: TrendPoint; readonly label: string };
  /** Where it leads if it goes on as it has, with the ends of the 80 % interval where there is one. */
  readonly forecast?: TrendForecast;
  /** How many of the notes, from the first, say where the figures come from. */
  readonly sources?: number;
  /** Position of the hue in the palette (0-4); absent: neutral. */
  readonly hue?: number;
}

export interface TrendPoint {
  readonly year: number;
  readonly value: number;
}

export interface TrendSegment {
  readonly label: string;
  readonly points: readonly (TrendPoint & { readonly kind: 'observed' | 'carried_forward' | 'doubtful' })[];
}

export interface TrendForecast {
  readonly from: TrendPoint;
  readonly to: TrendPoint;
  /** Values in `to.year`, `low` the smaller number. */
  readonly low?: number;
  readonly high?: number;
  readonly label: string;
}
