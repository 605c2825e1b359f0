/** Four 32-bit words. */
export type FourWords = readonly [number, number, number, number];

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const ROUNDS = 10;
const { imul } = Math;

/**
 * Philox4x32-10: turns a counter and a key into four words that look random, and always into the same four. Nothing is
 * kept between calls, so that draws may be taken in any order. Words are whole numbers from 0 to 2^32 - 1; of larger
 * numbers the lowest 32 bits count.
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 */
export function philox4x32([c0, c1, c2, c3]: FourWords, [k0, k1]: readonly [number, number]): FourWords {
  const words = new Uint32Array([c0, c1, c2, c3]);
  philoxInPlace(words, k0, k1);
  return [...words] as unknown as FourWords;
}

/** The same for inner loops: `words` holds the counter before and the four words after. */
export function philoxInPlace(words: Uint32Array, k0: number, k1: number): void {
  let x0 = words[0] as number;
  let x1 = words[1] as number;
  let x2 = words[2] as number;
  let x3 = words[3] as number;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const low0 = imul(MULTIPLIER_0, x0);
    const low1 = imul(MULTIPLIER_1, x2);
    const high0 = highHalf(MULTIPLIER_0, x0);
    const high1 = highHalf(MULTIPLIER_1, x2);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + KEY_STEP_0) | 0;
    key1 = (key1 + KEY_STEP_1) | 0;
  }
  words[0] = x0;
  words[1] = x1;
  words[2] = x2;
  words[3] = x3;
}

/** The upper 32 bits of the product of two 32-bit words, from four products of their halves. */
function highHalf(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (imul(aHigh, bLow) + (imul(aLow, bLow) >>> 16)) | 0;
  const carried = (imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (imul(aHigh, bHigh) + (middle >>> 16) + (carried >>> 16)) | 0;
}
