export interface WeightedScore {
  /** Decides the order of summation only. */
  readonly code: string;
  readonly weight: number;
  /** 0 to 100. */
  readonly score: number;
}

/** A geometric or harmonic mean reads lower scores as this one, so that a zero does not wipe out the rest. */
export const MEAN_FLOOR = 1;

/**
 * Weighted power mean of scores: 1 is arithmetic, 0 geometric, -1 harmonic. Summed in order of the codes, so that
 * the result does not depend on the order of the input. Powers up to 0 read scores below 1 as 1.
 * Source: scoring method 1.0, section 6.
 * @throws RangeError when a weight is negative or not finite, when all are zero, or when the power is not finite
 */
export function powerMean(parts: readonly WeightedScore[], power: number): number {
  if (!Number.isFinite(power)) throw new RangeError(`A power is a number, not ${String(power)}`);
  const ordered = [...parts].sort((a, b) => compareCodes(a.code, b.code) || a.score - b.score);
  const total = totalWeight(ordered);
  if (total <= 0) throw new RangeError('A mean needs at least one weight above zero');
  const counted = ordered.filter(({ weight }) => weight > 0);
  const scores = counted.map(({ score }) => (power <= 0 ? Math.max(score, MEAN_FLOOR) : score));
  const meanOf = (transform: (score: number) => number): number =>
    counted.reduce((sum, { weight }, i) => sum + (weight / total) * transform(scores[i] ?? 0), 0);
  const lowest = Math.min(...scores);
  const highest = Math.max(...scores);
  let mean: number;
  if (power === 1) mean = meanOf((score) => score);
  else if (power === 0) mean = Math.exp(meanOf(Math.log));
  else mean = scaledPowerMean(power > 0 ? highest : lowest, power, meanOf);
  return Math.min(highest, Math.max(lowest, mean));
}

/** The sum of weights. @throws RangeError when a weight is negative or not finite */
export function totalWeight(parts: readonly { readonly weight: number }[]): number {
  for (const { weight } of parts) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`A weight is zero or more, not ${String(weight)}`);
    }
  }
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** By UTF-16 code units: the same in every language and on every machine. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Takes powers relative to the score that weighs most in them, and of what differs from 1, so that large powers do
 * not overflow and small ones do not vanish.
 */
function scaledPowerMean(
  scale: number,
  power: number,
  meanOf: (transform: (score: number) => number) => number,
): number {
  if (scale <= 0) return 0;
  const excess = meanOf((score) => Math.expm1(power * Math.log(score / scale)));
  return scale * Math.exp(Math.log1p(excess) / power);
}
