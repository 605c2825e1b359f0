import fc from 'fast-check';
import { quantile } from '../../../src/reports/quantile.js';

describe('quantile', () => {
  it('is the value itself when there is only one', () => {
    expect(quantile([7], 0.25)).toBe(7);
  });

  it('lies between neighbours in proportion to the rank (type 7)', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4, 5], 0.75)).toBe(4);
  });

  it('is nothing when there are no values', () => {
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it('refuses a share that is none', () => {
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });

  it('never leaves the range of the values and grows with the share', () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (numbers, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
          (each) => quantile(numbers, each) ?? Number.NaN,
        );
        expect(low).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...numbers) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((low ?? 0) - 1e-9);
      }),
    );
  });
});
