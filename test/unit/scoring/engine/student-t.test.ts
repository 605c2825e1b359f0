import fc from 'fast-check';
import { studentT, studentTQuantile } from '../../../../src/scoring/engine/student-t.js';

const degrees = fc.integer({ min: 1, max: 60 });

describe('studentT', () => {
  // Worked vectors, and values computed with 50 digits.
  it.each([
    [0, 3, 0.5],
    [1.5, 4, 0.896],
    [-2.2, 7, 0.031865507651318396],
    [3, 1, 0.8975836176504334],
    [-2.2, 3, 0.05758597598823536],
    [0.3, 10, 0.6148396962171007],
    [4, 10, 0.9987408336876317],
    [-2.2, 61, 0.015802471098190215],
    [4, 1000, 0.9999659950403956],
  ])('has the published probability below %p with %p degrees of freedom', (t, df, probability) => {
    expect(Math.abs(studentT(t, df) - probability)).toBeLessThan(1e-12);
  });

  it('is the textbook formula with one, two and four degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (t) => {
        const u = t / Math.sqrt(4 + t * t);
        expect(Math.abs(studentT(t, 1) - (0.5 + Math.atan(t) / Math.PI))).toBeLessThan(1e-13);
        expect(Math.abs(studentT(t, 2) - (0.5 + t / (2 * Math.sqrt(2 + t * t))))).toBeLessThan(1e-13);
        expect(Math.abs(studentT(t, 4) - (0.5 + (3 * u) / 4 - u ** 3 / 4))).toBeLessThan(1e-13);
      }),
    );
  });

  it('comes to the normal distribution with many degrees of freedom', () => {
    expect(Math.abs(studentT(1.959963984540054, 1e6) - 0.975)).toBeLessThan(2e-7);
    expect(Math.abs(studentT(-1, 1e5) - 0.158656464)).toBeLessThan(2e-6);
  });

  it('is 0 and 1 at the ends', () => {
    expect([studentT(-Infinity, 3), studentT(Infinity, 3)]).toEqual([0, 1]);
    expect([studentT(-1e300, 3), studentT(1e300, 3)]).toEqual([0, 1]);
    // Here rounding alone would lead outside.
    expect([studentT(-100, 16), studentT(20, 52)]).toEqual([0, 1]);
  });

  it('rises with t and is symmetric', () => {
    const t = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(t, fc.double({ min: 0, max: 5, noNaN: true }), degrees, (from, step, df) => {
        expect(studentT(from + step, df)).toBeGreaterThanOrEqual(studentT(from, df) - 1e-14);
        expect(Math.abs(studentT(from, df) + studentT(-from, df) - 1)).toBeLessThan(1e-14);
      }),
    );
  });

  it('refuses NaN and what is no number of degrees of freedom', () => {
    expect(() => studentT(NaN, 3)).toThrow(RangeError);
    for (const df of [0.9, 1.5, 0, -1, NaN, Infinity]) expect(() => studentT(1, df)).toThrow(RangeError);
  });
});

describe('studentTQuantile', () => {
  // Worked vectors.
  it.each([
    [1, 3.0776835371752504],
    [2, 1.8856180831641258],
    [3, 1.6377443536962093],
    [5, 1.4758840488244789],
    [8, 1.3968153097438667],
    [13, 1.350171288780046],
    [30, 1.3104150253914115],
  ])('has the published value at 90 %% with %p degrees of freedom', (df, t) => {
    expect(Math.abs(studentTQuantile(0.9, df) - t)).toBeLessThan(1e-12);
  });

  // Abramowitz and Stegun (1964), table 26.10, three decimals.
  it.each([
    [0.75, 1, 1.0],
    [0.95, 2, 2.92],
    [0.975, 5, 2.571],
    [0.975, 10, 2.228],
    [0.99, 15, 2.602],
    [0.995, 20, 2.845],
    [0.9995, 30, 3.646],
    [0.995, 60, 2.66],
    [0.975, 120, 1.98],
  ])('has the tabulated value at %p with %p degrees of freedom', (probability, df, t) => {
    expect(studentTQuantile(probability, df)).toBeCloseTo(t, 3);
  });

  // Computed with 50 digits.
  it.each([
    [0.4, 61, -0.2544548847055963],
    [0.999, 1000, 3.0984021639129224],
  ])('is exact at %p with %p degrees of freedom', (probability, df, t) => {
    expect(Math.abs(studentTQuantile(probability, df) / t - 1)).toBeLessThan(1e-11);
  });

  it('gives back the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), degrees, (probability, df) => {
        expect(Math.abs(studentT(studentTQuantile(probability, df), df) - probability)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is exactly zero in the middle and refuses what is no probability', () => {
    expect(studentTQuantile(0.5, 7)).toBe(0);
    for (const probability of [0, 1, -0.1, 1.1, NaN]) {
      expect(() => studentTQuantile(probability, 3)).toThrow(RangeError);
    }
    for (const df of [0, 1.5]) expect(() => studentTQuantile(0.9, df)).toThrow(RangeError);
  });
});
