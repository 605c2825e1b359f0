import { gradeScore } from '../../../../src/scoring/engine/grade.js';
import { leafChild, scoreNode, type NodeChild, type NodeRule } from '../../../../src/scoring/engine/node.js';
import { countOnce } from '../../../../src/scoring/engine/overlap.js';
import { powerMean } from '../../../../src/scoring/engine/power-mean.js';

const rule: NodeRule = { power: 1, minCoverage: 0.5, minAvailable: 1 };

function asChild(code: string, children: readonly NodeChild[], weight = 1): NodeChild {
  const { score, leaves } = scoreNode(children, rule);
  return score === undefined ? { code, weight, leaves } : { code, weight, leaves, score };
}

describe('powerMean', () => {
  const parts = [
    { code: 'a', weight: 1, score: 25 },
    { code: 'b', weight: 3, score: 100 },
  ];

  it('is the weighted arithmetic, geometric and harmonic mean', () => {
    expect(powerMean(parts, 1)).toBeCloseTo(81.25, 12);
    expect(powerMean(parts, 0)).toBeCloseTo(25 ** 0.25 * 100 ** 0.75, 10);
    expect(powerMean(parts, -1)).toBeCloseTo(4 / (1 / 25 + 3 / 100), 10);
    expect(powerMean(parts, 2)).toBeCloseTo(Math.sqrt((625 + 30_000) / 4), 10);
  });

  it('reads scores below 1 as 1 when the power is not above zero', () => {
    const withZero = [
      { code: 'a', weight: 1, score: 0 },
      { code: 'b', weight: 1, score: 100 },
    ];
    expect(powerMean(withZero, 0)).toBeCloseTo(10, 10);
    expect(powerMean(withZero, 1)).toBe(50);
  });

  it('is not touched by what has no weight', () => {
    for (const score of [0, 100]) {
      const withOther = [
        { code: 'a', weight: 1, score: 40 },
        { code: 'b', weight: 1, score: 60 },
        { code: 'c', weight: 0, score },
      ];
      for (const power of [1, 0, -1, 3]) {
        expect(powerMean(withOther, power)).toBe(powerMean(withOther.slice(0, 2), power));
      }
    }
  });

  it('is zero when all scores are', () => {
    const zeros = [{ code: 'a', weight: 2, score: 0 }];
    expect([powerMean(zeros, 1), powerMean(zeros, 3)]).toEqual([0, 0]);
  });

  it('has a value for every power, nearing the geometric mean, the lowest and the highest score', () => {
    const geometric = powerMean(parts, 0);
    for (const power of [1e-3, -1e-3, 1e-9, -1e-9]) {
      expect(Math.abs(powerMean(parts, power) - geometric)).toBeLessThan(Math.abs(power) * 100 + 1e-9);
    }
    expect(powerMean(parts, 500)).toBeCloseTo(100 * 0.75 ** (1 / 500), 9);
    expect(powerMean(parts, -500)).toBeCloseTo(25 * 0.25 ** (-1 / 500), 9);
    expect([powerMean(parts, 1e6), powerMean(parts, -1e6)].map(Math.round)).toEqual([100, 25]);
  });

  it('refuses negative, infinite and missing weights, and a power that is no number', () => {
    expect(() => powerMean([{ code: 'a', weight: -1, score: 5 }], 1)).toThrow(RangeError);
    expect(() => powerMean([{ code: 'a', weight: Infinity, score: 5 }], 1)).toThrow(RangeError);
    expect(() => powerMean([{ code: 'a', weight: 0, score: 5 }], 1)).toThrow(RangeError);
    expect(() => powerMean([], 1)).toThrow(RangeError);
    for (const power of [NaN, Infinity]) expect(() => powerMean(parts, power)).toThrow(RangeError);
  });
});

describe('scoreNode', () => {
  it('renormalises the weights over the children that have a score', () => {
    const outcome = scoreNode(
      [leafChild('b', 1, 40), leafChild('a', 3, 80), leafChild('c', 2, undefined)],
      rule,
    );
    expect(outcome.score).toBeCloseTo(70, 12);
    expect(outcome.coverage).toBeCloseTo(4 / 6, 12);
    expect(outcome.contributions).toEqual([
      { code: 'a', share: 0.75, score: 80, points: 60 },
      { code: 'b', share: 0.25, score: 40, points: 10 },
    ]);
    expect(outcome.unavailable).toEqual(['c']);
  });

  it('has a score at the least coverage and none below it', () => {
    const half = [leafChild('a', 1, 60), leafChild('b', 1, undefined)];
    expect(scoreNode(half, rule).score).toBe(60);
    const less = scoreNode([...half, leafChild('c', 0.01, undefined)], rule);
    expect(less.score).toBeUndefined();
    expect(less.missing).toBe('COVERAGE');
  });

  it('counts coverage in effective weights, and nothing below a child without a score', () => {
    const weak = asChild('weak', [leafChild('a', 1, 90), leafChild('b', 2, undefined)]);
    const strong = asChild('strong', [
      leafChild('c', 1, 50),
      leafChild('d', 3, undefined),
      leafChild('e', 4, 30),
    ]);
    const parent = scoreNode([weak, strong], { ...rule, minCoverage: 0.3 });
    expect(weak.score).toBeUndefined();
    expect(parent.coverage).toBeCloseTo(0.5 * (5 / 8), 12);
    expect(parent.score).toBeCloseTo(34, 12);
    const weights = Object.fromEntries(
      parent.leaves.map(({ code, nominal, actual }) => [code, [nominal, actual]]),
    );
    expect(weights['a']).toEqual([1 / 6, 0]);
    expect(weights['e']).toEqual([0.25, 0.8]);
  });

  it('asks for a least number of children with a score', () => {
    const children = [leafChild('a', 2, 60), leafChild('b', 1, undefined)];
    expect(scoreNode(children, { ...rule, minAvailable: 2 }).missing).toBe('TOO_FEW');
  });

  it('tells a node without weight from one without data', () => {
    expect(scoreNode([], rule)).toMatchObject({ missing: 'NO_WEIGHT', coverage: 0 });
    const empty: NodeChild = { code: 'goal', weight: 1, leaves: [] };
    expect(scoreNode([empty], rule).missing).toBe('NO_WEIGHT');
    expect(scoreNode([leafChild('a', 1, undefined), empty], rule)).toMatchObject({
      missing: 'NO_DATA',
      unavailable: ['a'],
    });
  });
});

describe('gradeScore', () => {
  const limits = { coverage: [0.9, 0.75, 0.5], ageYears: [1, 2, 3], rangePoints: [5, 10, 20] } as const;

  it('is the worse of coverage and age', () => {
    expect(gradeScore(1, 0, limits)).toBe('A');
    expect(gradeScore(0.9, 1, limits)).toBe('A');
    expect(gradeScore(0.89, 1, limits)).toBe('B');
    expect(gradeScore(1, 2.5, limits)).toBe('C');
    expect(gradeScore(0.5, 0, limits)).toBe('C');
    expect(gradeScore(0.49, 0, limits)).toBe('D');
    expect(gradeScore(1, 3.1, limits)).toBe('D');
  });

  it('is the worst of coverage, age and range where one is known', () => {
    expect(gradeScore(1, 0, limits, 5)).toBe('A');
    expect(gradeScore(1, 0, limits, 5.1)).toBe('B');
    expect(gradeScore(1, 2.5, limits, 10)).toBe('C');
    expect(gradeScore(0.8, 0, limits, 20)).toBe('C');
    expect(gradeScore(1, 0, limits, 20.1)).toBe('D');
    expect(gradeScore(0.49, 0, limits, 0)).toBe('D');
  });
});

describe('countOnce', () => {
  const links = [
    { code: 'use', weight: 1, overlapGroup: 'USE' },
    { code: 'daily', weight: 1, overlapGroup: 'USE' },
    { code: 'price', weight: 1 },
  ];
  const counted = (...available: string[]) =>
    countOnce(links, (code) => available.includes(code)).map(({ code }) => code);

  it('counts the first of a group that is available, else the first', () => {
    expect(counted('use', 'daily', 'price')).toEqual(['use', 'price']);
    expect(counted('daily')).toEqual(['daily', 'price']);
    expect(counted()).toEqual(['use', 'price']);
  });
});
