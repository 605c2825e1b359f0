/**
 * What a trend chart shows, as plain data: the same for the page, the API and the brief. Years on x; y in `unit`.
 */
export interface TrendSpecification {
  /** A sentence that says what is seen. */
  readonly title: string;
  /** One sentence for those who cannot see the picture. */
  readonly summary: string;
  readonly unit: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Fixed axis for scores (0-100); absent: chosen from the values. */
  readonly yRange?: { readonly low: number; readonly high: number };
  /** Comparable runs; the line breaks between them. */
  readonly segments: readonly TrendSegment[];
  readonly target?: { readonly value: number; readonly year: number; readonly label: string };
  /** Straight line from the base to the target. */
  readonly requiredPath?: { readonly from: TrendPoint; readonly to: TrendPoint; readonly label: string };
  /** Sources, editions, why the line breaks: one sentence each, printed under the chart. */
  readonly notes: readonly string[];
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
