/** How values are spread; nothing where there are too few of them or all are equal. */
export interface Shape {
  readonly n: number;
  /** 0 for a symmetric spread, above 0 with a long tail of high values. */
  readonly skewness?: number;
  /** Excess over that of a normal spread. */
  readonly kurtosis?: number;
}

/**
 * Skewness and excess kurtosis of a sample, corrected for its size (type 2 of Joanes and Gill, as in SAS and SPSS):
 * G1 = g1 sqrt(n (n - 1)) / (n - 2) from 3 values on, G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3)) from 4 on, with
 * g1 = m3 / m2^1.5 and g2 = m4 / m2^2 - 3, m the central moments. Values that are not finite do not count.
 * Source: Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis; scoring method 1.0, section 1.
 */
export function shapeOf(values: readonly number[]): Shape {
  const known = values.filter(Number.isFinite).sort((a, b) => a - b);
  const n = known.length;
  // Neither measure depends on place or unit; values between -1 and 1 cannot overflow.
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaled = known.map((value) => value / largest);
  const mean = scaled.reduce((sum, value) => sum + value / n, 0);
  const moment = (power: number): number =>
    scaled.reduce((sum, value) => sum + (value - mean) ** power / n, 0);
  const variance = moment(2);
  if (n < 3 || !(variance > 1e-24)) return { n };
  const skewness = ((moment(3) / variance ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2);
  if (n < 4) return { n, skewness };
  const excess = moment(4) / variance ** 2 - 3;
  return { n, skewness, kurtosis: (((n + 1) * excess + 6) * (n - 1)) / ((n - 2) * (n - 3)) };
}

/** Whether a spread is so lopsided that outliers would rule a mean: |skewness| > 2 and kurtosis > 3.5. Section 1. */
export function isOutlying({ skewness, kurtosis }: Shape): boolean {
  return skewness !== undefined && kurtosis !== undefined && Math.abs(skewness) > 2 && kurtosis > 3.5;
}
