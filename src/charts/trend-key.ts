import type { TrendSpecification } from './trend-specification.js';

/** A line that is no year's figures, as whoever shows the chart names it. `dash` in CSS pixels: line, gap. */
export interface KeyLine {
  readonly label: string;
  readonly dash: readonly [line: number, gap: number];
  /** Whether a band lies around it. */
  readonly isBand?: boolean;
}

export const TARGET_DASH = [2, 3] as const;
export const PATH_DASH = [7, 5] as const;
export const FORECAST_DASH = [1, 4] as const;

/** The lines of a trend that need a name beside the chart, where words can wrap. */
export function trendKey({ target, requiredPath: path, forecast }: TrendSpecification): readonly KeyLine[] {
  return [
    ...(target === undefined ? [] : [{ label: target.label, dash: TARGET_DASH }]),
    ...(path === undefined ? [] : [{ label: path.label, dash: PATH_DASH }]),
    ...(forecast === undefined
      ? []
      : [{ label: forecast.label, dash: FORECAST_DASH, isBand: forecast.low !== undefined }]),
  ];
}
