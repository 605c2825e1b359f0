/** Closer to 1 than this, a further step of the fraction changes nothing. */
const CONVERGED = 2 ** -52;
const TINY = 1e-300;
const MOST_STEPS = 100_000;

/** What lies below a point of a beta distribution, and above it, each without loss of digits when it is small. */
export interface BetaPoint {
  readonly x: number;
  /** 1 - x. */
  readonly complement: number;
}

/**
 * Regularised incomplete beta function I_x(a, b), 0 to 1:
 * x^a (1-x)^b / (a B(a, b)) / (1 + d1/(1 + d2/(1 + ...))), the fraction evaluated by the modified Lentz method on the
 * side of the mean where it converges fast; the other side is 1 - I_(1-x)(b, a).
 * Source: Abramowitz and Stegun (1964), 26.5.8; NIST DLMF, 8.17.22.
 * @param a above 0
 * @param b above 0
 * @param lnBeta ln B(a, b), from whoever knows it to full precision
 */
export function incompleteBeta({ x, complement }: BetaPoint, a: number, b: number, lnBeta: number): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const front = Math.exp(a * lnOf(x, complement) + b * lnOf(complement, x) - lnBeta);
  return x < (a + 1) / (a + b + 2)
    ? front / (a * continuedFraction(x, a, b))
    : 1 - front / (b * continuedFraction(complement, b, a));
}

/** ln x, taken from 1 - x where x is close to 1. */
function lnOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x);
}

function continuedFraction(x: number, a: number, b: number): number {
  let fraction = 1;
  let c = 1;
  let d = 0;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const m = Math.floor(step / 2);
    const coefficient =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    c = awayFromZero(1 + coefficient / c);
    d = 1 / awayFromZero(1 + coefficient * d);
    fraction *= c * d;
    if (Math.abs(c * d - 1) <= CONVERGED) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
