import { compareCodes, MEAN_FLOOR, powerMean, totalWeight, type WeightedScore } from './power-mean.js';

/** What a child or indicator has to do with a score. */
export interface PartOfMean {
  readonly code: string;
  /** Weight relative to the others; shares sum to 1. */
  readonly share: number;
  /** 0 to 100. */
  readonly score: number;
  /** Its own part of what the parts sum to. */
  readonly amount: number;
  /** Points by which it keeps the score from 100: share (100 - s); they sum to 100 minus the score. Power 1 only. */
  readonly pointsLost?: number;
}

export interface ExplainedMean {
  readonly score: number;
  /** What the amounts sum to: the score, its natural logarithm, or 1. */
  readonly sumsTo: 'score' | 'logarithm' | 'one';
  /** Those with a weight, in order of codes. */
  readonly parts: readonly PartOfMean[];
}

/**
 * Takes a power mean apart so that the parts add up. With w the weight, W the sum of weights and s the score:
 * power 1: amounts w s / W sum to the score; power 0: amounts w ln(max(s, 1)) / W sum to its natural logarithm;
 * any other power p: amounts w (s / score)^p / W sum to 1 (s read as at least 1 when p is below 0).
 * For a tree with arithmetic means throughout, give it the indicators with their effective weights.
 * Source: scoring method 1.0, section 9.
 * @throws RangeError as `powerMean` does
 */
export function explainMean(parts: readonly WeightedScore[], power: number): ExplainedMean {
  const total = totalWeight(parts);
  const counted = parts.filter(({ weight }) => weight > 0).sort((a, b) => compareCodes(a.code, b.code));
  const score = powerMean(counted, power);
  const read = counted.map((part) => (power <= 0 ? Math.max(MEAN_FLOOR, part.score) : part.score));
  const amounts = amountsOf(
    read,
    counted.map(({ weight }) => weight / total),
    power,
  );
  return {
    score,
    sumsTo: power === 1 ? 'score' : power === 0 ? 'logarithm' : 'one',
    parts: counted.map(({ code, weight, score: own }, i) => {
      const share = weight / total;
      const amount = amounts[i] as number;
      return power === 1
        ? { code, share, score: own, amount, pointsLost: share * (100 - own) }
        : { code, share, score: own, amount };
    }),
  };
}

function amountsOf(scores: readonly number[], shares: readonly number[], power: number): readonly number[] {
  if (power === 1) return scores.map((score, i) => (shares[i] as number) * score);
  if (power === 0) return scores.map((score, i) => (shares[i] as number) * Math.log(score));
  const weightiest = power > 0 ? Math.max(...scores) : Math.min(...scores);
  const powers = scores.map((score, i) => (shares[i] as number) * (score / weightiest) ** power);
  const sum = powers.reduce((total, own) => total + own, 0);
  // Nothing to tell them apart by: all scores are 0, or the others weigh too little to be seen.
  return sum > 0 ? powers.map((own) => own / sum) : shares;
}
