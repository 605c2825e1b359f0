import fc from 'fast-check';
import { drawsOf, entityOf } from '../../../../src/scoring/engine/draws.js';
import { fnv1a32 } from '../../../../src/scoring/engine/fnv1a.js';
import { philox4x32, philoxInPlace, type FourWords } from '../../../../src/scoring/engine/philox.js';

const word = fc.nat({ max: 2 ** 32 - 1 });

describe('philox4x32', () => {
  const all = 0xffffffff;
  // Known answers of the generator's authors, and a worked vector.
  const known: readonly (readonly [FourWords, readonly [number, number], FourWords])[] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [all, all, all, all],
      [all, all],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
    [
      [1, 2755224117, 0, 0],
      [2030, 6],
      [855833703, 3288368053, 3788048323, 4217766531],
    ],
  ];

  it.each(known)('turns %j with key %j into the known words', (counter, key, words) => {
    expect(philox4x32(counter, key)).toEqual(words);
  });

  it('is exact integer arithmetic: the same as with big integers', () => {
    const [modulus, low] = [2n ** 32n, 2n ** 32n - 1n];
    const slow = (counter: readonly number[], key: readonly number[]): number[] => {
      let [x0, x1, x2, x3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
      let [k0, k1] = key.map(BigInt) as [bigint, bigint];
      for (let round = 0; round < 10; round++) {
        const [p0, p1] = [0xd2511f53n * x0, 0xcd9e8d57n * x2];
        [x0, x1, x2, x3] = [(p1 / modulus) ^ x1 ^ k0, p1 & low, (p0 / modulus) ^ x3 ^ k1, p0 & low];
        [k0, k1] = [(k0 + 0x9e3779b9n) & low, (k1 + 0xbb67ae85n) & low];
      }
      return [x0, x1, x2, x3].map(Number);
    };
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox4x32(counter, key)).toEqual(slow(counter, key));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves its arguments alone, unless asked to work in place', () => {
    const counter: FourWords = [1, 2, 3, 4];
    const words = Uint32Array.from(counter);
    philoxInPlace(words, 5, 6);
    expect(philox4x32(counter, [5, 6])).toEqual([...words]);
    expect(counter).toEqual([1, 2, 3, 4]);
  });
});

describe('fnv1a32', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['KEN|I01', 2755224117],
    ['top', 2802900028],
    ['Côte d’Ivoire', 2552041505],
  ])('of %j is the known one, over the UTF-8 bytes', (text, hash) => {
    expect(fnv1a32(text)).toBe(hash);
  });
});

describe('drawsOf', () => {
  it.each([
    [1, 0, 'I01', 0.4791595455026254],
    [2, 17, 'top', 0.41112884844187647],
    [3, 999, 'L:I02', 0.9953971047652885],
  ])('draws the known number for factor %p, replicate %p and %p', (factor, replicate, entity, u) => {
    expect(drawsOf(2030, factor).uniform(replicate, entityOf(entity))).toBe(u);
  });

  it('draws a normal number from the first two words', () => {
    const [first, second] = philox4x32([7, entityOf('KEN|I01'), 0, 0], [2030, 6]);
    const [u0, u1] = [(first + 0.5) / 2 ** 32, (second + 0.5) / 2 ** 32];
    const z = Math.sqrt(-2 * Math.log(u0)) * Math.cos(2 * Math.PI * u1);
    expect(drawsOf(2030, 6).normal(7, entityOf('KEN|I01'))).toBe(z);
  });

  it('draws the same numbers in any order and beside any others', () => {
    const asked = fc.array(fc.tuple(word, word, fc.boolean()), { minLength: 1, maxLength: 30 });
    const shuffled = asked.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    );
    fc.assert(
      fc.property(word, fc.nat({ max: 6 }), shuffled, (seed, factor, [list, order]) => {
        const one = drawsOf(seed, factor);
        const other = drawsOf(seed, factor);
        const draw = (draws: typeof one, i: number): number => {
          const [replicate, entity, bent] = list[i]!;
          return bent ? draws.normal(replicate, entity) : draws.uniform(replicate, entity);
        };
        const forward = list.map((_, i) => draw(one, i));
        for (const i of order) expect(draw(other, i)).toBe(forward[i]);
      }),
    );
  });

  it('is uniform between 0 and 1, and normal with mean 0 and deviation 1', () => {
    const draws = drawsOf(2030, 6);
    const count = 20_000;
    const uniforms = Array.from({ length: count }, (_, i) => draws.uniform(i, 1));
    const normals = Array.from({ length: count }, (_, i) => draws.normal(i, 2));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / count;
    expect(Math.min(...uniforms) > 0 && Math.max(...uniforms) < 1).toBe(true);
    expect(Math.abs(mean(uniforms) - 1 / 2)).toBeLessThan(0.01);
    expect(Math.abs(mean(uniforms.map((u) => u ** 2)) - 1 / 3)).toBeLessThan(0.01);
    expect(Math.abs(mean(normals))).toBeLessThan(0.03);
    expect(Math.abs(mean(normals.map((z) => z ** 2)) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean(normals.map((z) => z ** 4)) - 3)).toBeLessThan(0.3);
    expect(mean(normals.map((z) => (Math.abs(z) < 1.96 ? 1 : 0)))).toBeCloseTo(0.95, 2);
  });

  it('refuses a seed or factor that is no 32-bit word', () => {
    for (const seed of [-1, 2 ** 32, 1.5, NaN]) {
      expect(() => drawsOf(seed, 1)).toThrow(RangeError);
      expect(() => drawsOf(1, seed)).toThrow(RangeError);
    }
    expect(drawsOf(2 ** 32 - 1, 0).uniform(0, 0)).toBeGreaterThan(0);
  });
});
