import fc from 'fast-check';
import { effectiveImportance } from '../../../../src/scoring/engine/effective-importance.js';
import { roundOutward } from '../../../../src/scoring/engine/round-outward.js';
import { isOutlying, shapeOf } from '../../../../src/scoring/engine/shape.js';
import { winsorise } from '../../../../src/scoring/engine/winsorise.js';

describe('shapeOf', () => {
  it('is skewness and excess kurtosis of type 2', () => {
    // By hand: n 5, mean 4, m2 10, m3 36, m4 278.8; g1 = 36 / 10^1.5, g2 = 278.8 / 100 - 3.
    const { skewness, kurtosis } = shapeOf([1, 2, 3, 4, 10]);
    expect(skewness).toBeCloseTo(((36 / 10 ** 1.5) * Math.sqrt(20)) / 3, 12);
    expect(kurtosis).toBeCloseTo(((6 * (278.8 / 100 - 3) + 6) * 4) / (3 * 2), 12);
  });

  it('is nothing without enough values or without any spread', () => {
    expect(shapeOf([])).toEqual({ n: 0 });
    expect(shapeOf([1, 2])).toEqual({ n: 2 });
    expect(shapeOf([7, 7, 7, 7])).toEqual({ n: 4 });
    expect(shapeOf([0, 0, 0])).toEqual({ n: 3 });
    expect(Object.keys(shapeOf([1, 2, 4]))).toEqual(['n', 'skewness']);
    expect(shapeOf([1, 2, NaN, 4]).n).toBe(3);
  });

  it('does not depend on unit, place or order, and mirrors with the values', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(values, (numbers) => {
        const { skewness = 0, kurtosis = 0 } = shapeOf(numbers);
        const moved = shapeOf(numbers.map((value) => 3 * value + 50).reverse());
        expect(moved.skewness ?? 0).toBeCloseTo(skewness, 6);
        expect(moved.kurtosis ?? 0).toBeCloseTo(kurtosis, 6);
        expect(shapeOf(numbers.map((value) => -value)).skewness ?? 0).toBeCloseTo(-skewness, 6);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays finite for the largest numbers', () => {
    const { skewness, kurtosis } = shapeOf([1, 2, 3, Number.MAX_VALUE]);
    expect([skewness, kurtosis].every(Number.isFinite)).toBe(true);
  });
});

describe('winsorise', () => {
  const even = Array.from({ length: 30 }, (_, i) => i);

  it('leaves a spread alone that is not outlying', () => {
    expect(winsorise(even)).toMatchObject({ values: even, treated: 0 });
  });

  it('pulls in the outermost values of the longer tail until the spread is no longer outlying', () => {
    const { values, treated, before, after } = winsorise([1000, ...even]);
    expect([treated, values[0], isOutlying(before), isOutlying(after)]).toEqual([1, 29, true, false]);
    const low = winsorise([-1000, -900, ...even]);
    expect([low.treated, low.values.slice(0, 3)]).toEqual([2, [0, 0, 0]]);
  });

  it('pulls in five at most', () => {
    const wild = [1e5, 2e5, 3e5, 4e5, 5e5, 6e5, ...Array.from({ length: 200 }, (_, i) => i)];
    const { treated, values } = winsorise(wild);
    expect([treated, Math.max(...values)]).toEqual([5, 1e5]);
  });
});

describe('roundOutward', () => {
  it.each([
    [2.24, 'down', 2.2],
    [2.24, 'up', 2.3],
    [2.2, 'up', 2.2],
    [-0.0187, 'down', -0.019],
    [-0.0187, 'up', -0.018],
    [99.6, 'up', 100],
    [1234, 'down', 1200],
    [0, 'down', 0],
  ] as const)('takes %d %s to %d', (value, towards, rounded) => {
    expect(roundOutward(value, towards)).toBe(rounded);
  });
});

describe('effectiveImportance', () => {
  it('is what decides who stands where, whatever the weights say', () => {
    const same = [50, 50, 50, 50];
    const spread = [10, 40, 70, 100];
    const node = spread.map((score) => (score + 50) / 2);
    const shares = effectiveImportance(node, [
      { code: 'same', nominal: 0.5, scores: same },
      { code: 'spread', nominal: 0.5, scores: spread },
    ]);
    expect(shares[0]).toEqual({ code: 'same', nominal: 0.5 });
    expect(shares[1]?.effective).toBeCloseTo(1, 12);
  });

  it('shares by squared correlation, over the units that have both scores', () => {
    const a = [10, 20, 30, 40, undefined];
    const b = [10, 40, 20, 30, 90];
    const [first, second] = effectiveImportance(
      [10, 20, 30, 40, 50],
      [
        { code: 'a', nominal: 0.5, scores: a },
        { code: 'b', nominal: 0.5, scores: b },
      ],
    );
    expect(first?.explained).toBeCloseTo(1, 12);
    expect((first?.effective ?? 0) + (second?.effective ?? 0)).toBeCloseTo(1, 12);
    expect(effectiveImportance([1, 2], [{ code: 'a', nominal: 1, scores: [1, 2] }])).toEqual([
      { code: 'a', nominal: 1 },
    ]);
  });
});
