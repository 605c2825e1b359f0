import fc from 'fast-check';
import { printScore } from '../../../src/language/print-score.js';

/** The same rule on whole numbers of hundredths or finer, without floating point. */
function byHand(tenThousandths: number): string {
  const size = BigInt(Math.abs(tenThousandths));
  const tenths = (size + 500n) / 1000n;
  const sign = tenThousandths < 0 && tenths > 0n ? '-' : '';
  return `${sign}${String(tenths / 10n)}.${String(tenths % 10n)}`;
}

describe('printScore', () => {
  it.each([
    [0, '0.0'],
    [100, '100.0'],
    [0.25, '0.3'],
    [0.15, '0.2'],
    [1.005, '1.0'],
    [-0.05, '-0.1'],
    [-0.04, '0.0'],
    [-0, '0.0'],
    [99.95, '100.0'],
    [64.24999999999999, '64.2'],
    [1e-7, '0.0'],
  ])('prints %d as %s', (score, printed) => {
    expect(printScore(score, 'en')).toBe(printed);
  });

  it('rounds the decimal digits half away from zero, whatever the double below them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (tenThousandths) => {
        expect(printScore(tenThousandths / 10_000, 'en')).toBe(byHand(tenThousandths));
      }),
    );
  });

  it('is the same for a score and its negative, but for the sign', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 200, noNaN: true }), (score) => {
        expect(printScore(-score, 'en')).toBe(`-${printScore(score, 'en')}`);
      }),
    );
  });

  it('uses the decimal sign of the language', () => {
    expect(printScore(61.25, 'fr')).toBe('61,3');
  });

  it('refuses what is not a finite number', () => {
    expect(() => printScore(Number.NaN, 'en')).toThrow(RangeError);
    expect(() => printScore(Infinity, 'en')).toThrow(RangeError);
  });
});
