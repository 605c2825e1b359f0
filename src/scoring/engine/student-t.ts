import { incompleteBeta } from './incomplete-beta.js';

/** gamma(z + 1/2) / (gamma(z) sqrt(z)) in powers of 1 / (8z); exact to 4e-16 from z = 30 on. */
const GAMMA_RATIO_SERIES = [1, -1, 1 / 2, 5 / 2, -21 / 8, -399 / 8, 869 / 16, 39_325 / 16];
const SERIES_FROM = 30;
const LN_SQRT_PI = Math.log(Math.PI) / 2;
const CONVERGED = 2 ** -52;
const MOST_STEPS = 5_000;

/**
 * Probability that a variable of Student's t distribution is at most `t`: with x = df / (df + t^2) it is
 * I_x(df/2, 1/2) / 2 for t <= 0, and 1 minus that above. Exact to 1e-11; small probabilities on the left keep their
 * relative precision, so take the right tail beyond t as `studentT(-t, df)`.
 * Source: Abramowitz and Stegun (1964), 26.7.1.
 * @param t any number; at an infinity 0 or 1
 * @param degreesOfFreedom 1 or more, need not be whole
 * @throws RangeError when t is NaN or there is less than one degree of freedom
 */
export function studentT(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (Number.isNaN(t)) throw new RangeError('Student t is a number, not NaN');
  const tail = tailBeyond(Math.abs(t), degreesOfFreedom);
  return t <= 0 ? tail : 1 - tail;
}

/**
 * The value that a variable of Student's t distribution stays below with probability `probability`: the inverse of
 * `studentT`, within 1e-10. Newton's method from 0; the tail is convex, so that it climbs and cannot overshoot.
 * Source: Abramowitz and Stegun (1964), 26.7.
 * @param probability above 0 and below 1
 * @param degreesOfFreedom 1 or more, need not be whole
 * @throws RangeError when either lies outside
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`A probability lies between 0 and 1, not ${String(probability)}`);
  }
  if (probability === 0.5) return 0;
  return probability < 0.5
    ? -quantileOfTail(probability, degreesOfFreedom)
    : quantileOfTail(1 - probability, degreesOfFreedom);
}

/** P(T > t) for t >= 0. */
function tailBeyond(t: number, df: number): number {
  const ratio = t * (t / df);
  if (!Number.isFinite(ratio)) return 0;
  const point = { x: 1 / (1 + ratio), complement: ratio / (1 + ratio) };
  return incompleteBeta(point, df / 2, 0.5, lnBetaWithHalf(df / 2)) / 2;
}

/** The t > 0 with P(T > t) = tail, for a tail below one half. */
function quantileOfTail(tail: number, df: number): number {
  if (df === 1) return 1 / Math.tan(Math.PI * tail);
  const lnPeak = -lnBetaWithHalf(df / 2) - Math.log(df) / 2;
  let t = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const density = Math.exp(lnPeak - ((df + 1) / 2) * Math.log1p(t * (t / df)));
    const climb = (tailBeyond(t, df) - tail) / density;
    if (!(climb > CONVERGED * t)) break;
    t += climb;
  }
  return t;
}

/**
 * ln B(a, 1/2) = ln sqrt(pi) - ln(gamma(a + 1/2) / gamma(a)). The ratio is taken from its asymptotic series and
 * brought down to a by gamma(z + 1) = z gamma(z), so that nothing large is subtracted from anything large.
 * Source: NIST DLMF, 5.11.13.
 */
function lnBetaWithHalf(a: number): number {
  let z = a;
  let down = 1;
  for (; z < SERIES_FROM; z++) down *= z / (z + 0.5);
  const y = 1 / (8 * z);
  const series = GAMMA_RATIO_SERIES.reduceRight((sum, coefficient) => coefficient + y * sum, 0);
  return LN_SQRT_PI - Math.log(down * Math.sqrt(z) * series);
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom >= 1 && Number.isFinite(degreesOfFreedom))) {
    throw new RangeError(`Student's t has at least one degree of freedom, not ${String(degreesOfFreedom)}`);
  }
}
