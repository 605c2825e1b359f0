import fc from 'fast-check';
import { commonRange } from '../../../src/charts/value-range.js';
import { aTrend } from './a-trend.js';

function ofValues(...values: number[]) {
  const { target: _, requiredPath: __, forecast: ___, ...plain } = aTrend();
  return {
    ...plain,
    segments: [
      {
        label: '',
        points: values.map((value, at) => ({ year: 2010 + at, value, kind: 'observed' as const })),
      },
    ],
  };
}

describe('commonRange', () => {
  it('starts at zero for values that are not negative, and ends on a round number', () => {
    expect(commonRange([ofValues(58, 84.5), ofValues(16, 35)])).toEqual({ low: 0, high: 100 });
    expect(commonRange([ofValues(0.61, 0.74)])).toEqual({ low: 0, high: 0.8 });
  });

  it('reaches below zero for negative values', () => {
    expect(commonRange([ofValues(-1.2, 0.4)])).toEqual({ low: -1.5, high: 0.5 });
  });

  it('has room for the target', () => {
    expect(commonRange([aTrend()])).toEqual({ low: 0, high: 100 });
  });

  it('is undefined where nothing was observed', () => {
    expect(commonRange([ofValues()])).toBeUndefined();
  });

  it('holds every value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
        const { low, high } = commonRange([ofValues(...values)]) ?? { low: 1, high: 0 };
        expect(values.every((value) => value >= low - 1e-9 && value <= high + 1e-9)).toBe(true);
      }),
    );
  });
});
