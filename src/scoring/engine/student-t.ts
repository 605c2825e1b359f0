/**
 * Probability that a variable of Student's t distribution is at most `t`, exact to 1e-12: with the angle
 * a = atan(t / sqrt(df)) and A(t) = P(|T| <= |t|) in closed form,
 * A = sin a (1 + 1/2 cos^2 a + (1 3)/(2 4) cos^4 a + ... to cos^(df-2) a) for an even number of degrees of freedom,
 * A = 2/pi (a + sin a (cos a + 2/3 cos^3 a + ... to cos^(df-2) a)) for an odd one (1: 2a / pi),
 * it is 1/2 + A/2 above zero and 1/2 - A/2 below. Source: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
 * @param t any number; at an infinity 0 or 1
 * @param degreesOfFreedom a whole number, 1 or more
 * @throws RangeError when t is NaN or the degrees of freedom are none
 */
export function studentT(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (Number.isNaN(t)) throw new RangeError('Student t is a number, not NaN');
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
  return Math.min(1, Math.max(0, 0.5 + shareWithin(angle, degreesOfFreedom) / 2));
}

/**
 * The value that a variable of Student's t distribution stays below with probability `probability`: the inverse of
 * `studentT`, by halving the range of the angle until nothing lies
 * between its ends. Within 1e-9 for probabilities from 0.001 to 0.999.
 * @param probability above 0 and below 1
 * @param degreesOfFreedom a whole number, 1 or more
 * @throws RangeError when either is none
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`A probability lies between 0 and 1, not ${String(probability)}`);
  }
  const within = Math.abs(2 * probability - 1);
  let low = 0;
  let high = Math.PI / 2;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (shareWithin(middle, degreesOfFreedom) < within) low = middle;
    else high = middle;
  }
  return Math.sign(probability - 0.5) * Math.sqrt(degreesOfFreedom) * Math.tan(low);
}

/** A of the formula above, with the sign of the angle. */
function shareWithin(angle: number, degreesOfFreedom: number): number {
  const isOdd = degreesOfFreedom % 2 === 1;
  const cosine = Math.cos(angle);
  let term = isOdd ? cosine : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 1)) {
    throw new RangeError(
      `Student's t has a whole number of degrees of freedom, not ${String(degreesOfFreedom)}`,
    );
  }
}
