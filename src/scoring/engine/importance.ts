import { compareCodes } from './power-mean.js';
import { competitionRanks } from './rank.js';
import { repeatable, type SimulationInput } from './uncertainty.js';
import { FACTORS, type Factor, type ReplicateOf, type SimulationSettings } from './variation.js';

/** How much of the variance of a result is due to one input. */
export interface VarianceShares {
  /** Of this input alone, whatever the others: S. */
  readonly firstOrder: number;
  /** Of this input alone and together with others: T, in the long run never below S. */
  readonly total: number;
}

/**
 * First-order and total shares of variance after Jansen (1999), Analysis of variance designs for model output, as
 * recommended by Saltelli and others (2010), Variance based sensitivity analysis of model output:
 * S = 1 - sum (b - m)^2 / 2NV and T = sum (a - m)^2 / 2NV, V being the variance of a and b together. Estimates: they may
 * lie a little outside 0 to 1. Undefined when nothing varies.
 * @param a results of N samples
 * @param b results of N samples independent of them
 * @param mixed results of the samples of `a` with one input taken from those of `b`
 */
export function jansenShares(
  a: Float64Array,
  b: Float64Array,
  mixed: Float64Array,
): VarianceShares | undefined {
  const variance = varianceOf([...a, ...b]);
  if (!(variance > NOTHING)) return undefined;
  const scale = 2 * a.length * variance;
  return { firstOrder: 1 - distance(b, mixed) / scale, total: distance(a, mixed) / scale };
}

/** Points squared, or ranks squared: less is rounding. */
const NOTHING = 1e-18;

/** A result of the simulation, and which factors move it. */
export interface Importance {
  /** Over all samples. */
  readonly mean: number;
  readonly variance: number;
  /** By factor; absent when nothing varies. */
  readonly shares?: Readonly<Record<Factor, VarianceShares>>;
}

export interface NodeImportance {
  /** Mean, over the units, of how many ranks a unit lies from its published one. */
  readonly rankShift: Importance;
  /** Scores by unit, in order of codes. */
  readonly units: readonly ({ readonly unit: string } & Importance)[];
  /** Units that some sample leaves without a score: they take part in nothing. */
  readonly leftOut: readonly string[];
}

/**
 * Which of the six factors of the simulation matters most for the scores of one published node, and for the mean
 * absolute shift of the ranks. N = `settings.replicates` pairs of samples: sample r of A takes all choices from
 * replicate r, its partner of B from replicate N + r, the mixed ones all from r but one factor's from N + r: 8 N
 * calculations. Never throws on data. Source: scoring method 1.0, section 7.
 * @param input with one published node
 * @param nominal its published scores by unit
 * @throws RangeError as `simulate`, or when there is not just one published node
 */
export function nodeImportance(
  input: SimulationInput,
  settings: SimulationSettings,
  nominal: ReadonlyMap<string, number>,
): NodeImportance {
  const [published, ...more] = input.published;
  if (published === undefined || more.length > 0) throw new RangeError('One node is asked for at a time');
  const { replicates } = settings;
  const repeat = repeatable(input, settings);
  const codes = [...published.units].sort(compareCodes);
  const sample = (other: (factor: Factor) => boolean): Float64Array => {
    const scores = new Float64Array(codes.length * replicates);
    for (let r = 0; r < replicates; r++) {
      const replicateOf: ReplicateOf = (factor) => (other(factor) ? replicates + r : r);
      repeat(replicateOf, (_, place, score) => (scores[place * replicates + r] = score));
    }
    return scores;
  };
  const factors = Object.keys(FACTORS) as Factor[];
  const samples: Samples = {
    a: sample(() => false),
    b: sample(() => true),
    mixed: factors.map((factor) => [factor, sample((other) => other === factor)] as const),
  };
  const isWhole = (place: number): boolean =>
    !everySample(samples).some((scores) => ofPlace(scores, place, replicates).includes(NaN));
  const places = codes.map((_, place) => place).filter(isWhole);
  const ranks = competitionRanks(places.map((place) => nominal.get(codes[place] as string) ?? 0));
  return {
    rankShift: importanceOf(samples, (scores) => meanRankShifts(scores, places, ranks, replicates)),
    units: places.map((place) => ({
      unit: codes[place] as string,
      ...importanceOf(samples, (scores) => ofPlace(scores, place, replicates)),
    })),
    leftOut: codes.filter((_, place) => !places.includes(place)),
  };
}

/** Scores by unit and sample. */
interface Samples {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly mixed: readonly (readonly [Factor, Float64Array])[];
}

function everySample({ a, b, mixed }: Samples): readonly Float64Array[] {
  return [a, b, ...mixed.map(([, scores]) => scores)];
}

function importanceOf(
  { a, b, mixed }: Samples,
  resultOf: (scores: Float64Array) => Float64Array,
): Importance {
  const [ofA, ofB] = [resultOf(a), resultOf(b)];
  const both = [...ofA, ...ofB];
  const moments = { mean: meanOf(both), variance: varianceOf(both) };
  const shares = mixed.flatMap(([factor, scores]) => {
    const share = jansenShares(ofA, ofB, resultOf(scores));
    return share === undefined ? [] : [[factor, share] as const];
  });
  if (shares.length === 0) return moments;
  return { ...moments, shares: Object.fromEntries(shares) as Record<Factor, VarianceShares> };
}

/** By sample. */
function meanRankShifts(
  scores: Float64Array,
  places: readonly number[],
  nominalRanks: readonly number[],
  replicates: number,
): Float64Array {
  return Float64Array.from({ length: replicates }, (_, r) => {
    const ranks = competitionRanks(places.map((place) => scores[place * replicates + r] as number));
    const shifts = ranks.map((rank, i) => Math.abs(rank - (nominalRanks[i] as number)));
    return meanOf(shifts);
  });
}

function ofPlace(scores: Float64Array, place: number, replicates: number): Float64Array {
  return scores.subarray(place * replicates, (place + 1) * replicates);
}

/** 0 of nothing. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

/** Sum of squares. */
function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0);
}
