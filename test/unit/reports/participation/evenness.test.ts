import fc from 'fast-check';
import { evenness } from '../../../../src/reports/participation/evenness.js';

const amounts = fc
  .array(fc.nat(1_000), { minLength: 2, maxLength: 8 })
  .filter((all) => all.some((one) => one > 0));

describe('evenness', () => {
  it('is the entropy of the shares over the logarithm of how many could have one', () => {
    // p = 3/4, 1/4: H = 0.562335, ln 5 = 1.609438
    expect(evenness([3, 1, 0, 0, 0])).toBeCloseTo(0.349398, 6);
  });

  it('is 1 when all have the same, 0 when one has all, and nothing when nobody has anything', () => {
    expect(evenness([7, 7, 7])).toBe(1);
    expect(evenness([0, 4])).toBe(0);
    expect(evenness([0, 0])).toBeUndefined();
  });

  it('lies from 0 to 1 and depends on neither order nor scale', () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const value = evenness(some) ?? -1;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(evenness(some.toReversed())).toBeCloseTo(value, 12);
        expect(evenness(some.map((one) => one * 3))).toBeCloseTo(value, 12);
      }),
    );
  });

  it('refuses fewer than two and negative amounts', () => {
    expect(() => evenness([1])).toThrow(RangeError);
    expect(() => evenness([1, -1])).toThrow(RangeError);
  });
});
