import { pairsOf } from '../../../src/reports/compare/compared-pairs.js';

const area = (code: string, scoreLow?: number, scoreHigh?: number) => ({
  code,
  ...(scoreLow !== undefined && { scoreLow }),
  ...(scoreHigh !== undefined && { scoreHigh }),
});

describe('pairs of compared areas', () => {
  it('tell a difference where the ranges have no point in common', () => {
    expect(pairsOf([area('KEN', 36, 49.7), area('BRA', 70.8, 80.9)])).toEqual([
      { a: 'KEN', b: 'BRA', overlap: false, higher: 'BRA' },
    ]);
    expect(pairsOf([area('BRA', 70.8, 80.9), area('KEN', 36, 49.7)])).toEqual([
      { a: 'BRA', b: 'KEN', overlap: false, higher: 'BRA' },
    ]);
  });

  it('overlap where the ranges touch in one point', () => {
    expect(pairsOf([area('KEN', 36, 50), area('BRA', 50, 60)])).toEqual([
      { a: 'KEN', b: 'BRA', overlap: true },
    ]);
  });

  it('leave out areas without a range, and hold every other two once', () => {
    const pairs = pairsOf([area('KEN', 1, 2), area('UGA'), area('BRA', 3, 4), area('FRA', 5, 6)]);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['KENBRA', 'KENFRA', 'BRAFRA']);
  });
});
