import { worthDrawing } from '../../../src/charts/worth-drawing.js';
import { aTrend } from './a-trend.js';

const { target: _, requiredPath: __, ...plain } = aTrend();
const ofYears = (...years: number[]) => ({
  ...plain,
  segments: years.map((year) => ({
    label: '',
    points: [{ year, value: 1, kind: 'observed' as const }],
  })),
});

describe('worthDrawing', () => {
  it('asks for two years, in one run or in two', () => {
    expect(worthDrawing(ofYears(2020, 2024))).toBe(true);
    expect(worthDrawing(ofYears(2020, 2020))).toBe(false);
  });

  it('makes do with one year beside a target', () => {
    expect(worthDrawing({ ...aTrend(), segments: ofYears(2020).segments })).toBe(true);
  });

  it('is false where there is nothing, whatever the target', () => {
    expect(worthDrawing(aTrend({ segments: [] }))).toBe(false);
  });
});
