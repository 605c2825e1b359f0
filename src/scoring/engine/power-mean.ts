export interface WeightedScore {
  /** Decides the order of summation only. */
  readonly code: string;
  readonly weight: number;
  /** 0 to 100. */
  readonly score: number;
}

/** A geometric or harmonic mean reads lower scores as this one, so that a zero does not wipe out the rest. */
const FLOOR = 1;

/**
 * Weighted power mean of scores: 1 is arithmetic, 0 geometric, -1 harmonic. Summed in order of the codes, so that
 * the result does not depend on the order of the input. Powers up to 0 read scores below 1 as 1.
 * Source: scoring method 1.0, section 6.
 * @throws RangeError when a weight is negative or not finite, when all are zero, or when the power is none of 0 and ±0.01 to ±100
 */
export function powerMean(parts: readonly WeightedScore[], power: number): number {
  if (!isUsablePower(power)) throw new RangeError(`A power is 0 or from 0.01 to 100, not ${String(power)}`);
  const ordered = [...parts].sort((a, b) => compareCodes(a.code, b.code) || a.score - b.score);
  const total = totalWeight(ordered);
  if (total <= 0) throw new RangeError('A mean needs at least one weight above zero');
  const counted = ordered.filter(({ weight }) => weight > 0);
  const scores = counted.map(({ score }) => (power <= 0 ? Math.max(score, FLOOR) : score));
  const meanOf = (transform: (score: number) => number): number =>
    counted.reduce((sum, { weight }, i) => sum + (weight / total) * transform(scores[i] ?? 0), 0);
  const largest = Math.max(...scores);
  const mean =
    power === 1
      ? meanOf((score) => score)
      : power === 0
        ? Math.exp(meanOf(Math.log))
        : scaledPowerMean(largest, power, meanOf);
  return Math.min(largest, Math.max(Math.min(...scores), mean));
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

/** Powers between are geometric means in all but rounding, and larger ones the minimum or the maximum. */
function isUsablePower(power: number): boolean {
  return power === 0 || (Math.abs(power) >= 0.01 && Math.abs(power) <= 100);
}

/** Divides by the largest score first, so that large powers neither overflow nor vanish. */
function scaledPowerMean(
  largest: number,
  power: number,
  meanOf: (transform: (score: number) => number) => number,
): number {
  if (largest <= 0) return 0;
  return largest * meanOf((score) => (score / largest) ** power) ** (1 / power);
}
