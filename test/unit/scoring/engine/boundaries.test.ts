import { explainMean } from '../../../../src/scoring/engine/explained-mean.js';
import { forecastTarget, likelihoodOf } from '../../../../src/scoring/engine/forecast.js';
import { gradeScore } from '../../../../src/scoring/engine/grade.js';
import { scoreLevel } from '../../../../src/scoring/engine/level.js';
import { paceOfNode, type NodeSeries } from '../../../../src/scoring/engine/node-pace.js';
import { leafChild, scoreNode } from '../../../../src/scoring/engine/node.js';
import { decideStatus } from '../../../../src/scoring/engine/pace-status.js';
import { assessPace, directionOf } from '../../../../src/scoring/engine/pace.js';
import { choosePopulation, perPopulation } from '../../../../src/scoring/engine/per-population.js';
import { powerMean } from '../../../../src/scoring/engine/power-mean.js';
import { quantile } from '../../../../src/scoring/engine/quantile.js';
import { competitionRanks } from '../../../../src/scoring/engine/rank.js';
import { aggregateMembers } from '../../../../src/scoring/engine/region.js';
import { scoreRanges, shareAhead } from '../../../../src/scoring/engine/score-range.js';
import type { TargetDistance } from '../../../../src/scoring/engine/target-distance.js';
import { TOLERANCE } from '../../../../src/scoring/engine/terms.js';
import { simulate, type SimulatedNode } from '../../../../src/scoring/engine/uncertainty.js';
import type { WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';
import { paceSettings, PERCENT, series } from '../a-pace.js';

/** Half way to a target of 80 and 4 years before its year. */
function distance(own: Partial<TargetDistance>): TargetDistance {
  return {
    base: { year: 2021, raw: 40 },
    now: { year: 2026, raw: 60 },
    targetRaw: 80,
    met: false,
    lost: false,
    observedPace: 4,
    requiredPace: 4.4,
    paceRatio: 0.9,
    shareTravelled: 50,
    shareExpected: 55,
    acceleration: 1.25,
    yearsToTarget: 5,
    ...own,
  };
}

describe('a difference of 1e-9 does not count', () => {
  it('in grades', () => {
    const limits = {
      coverage: [0.9, 0.75, 0.5],
      ageYears: [1, 2, 3],
      rangePoints: [5, 10, 20],
    } as const;
    expect(gradeScore(0.9 - TOLERANCE, 1 + TOLERANCE, limits, 5 + TOLERANCE)).toBe('A');
    expect(gradeScore(0.9 - 3 * TOLERANCE, 0, limits, 0)).toBe('B');
    expect(gradeScore(1, 1 + 3 * TOLERANCE, limits, 0)).toBe('B');
    expect(gradeScore(1, 0, limits, 5 + 3 * TOLERANCE)).toBe('B');
    expect(gradeScore(1, 0, limits, 20 + 3 * TOLERANCE)).toBe('D');
  });

  it('in the words for a probability', () => {
    expect(likelihoodOf(0.1 - TOLERANCE)).toBe('unlikely');
    expect(likelihoodOf(0.33 - TOLERANCE)).toBe('open');
    expect(likelihoodOf(0.66 + TOLERANCE)).toBe('open');
    expect(likelihoodOf(0.9 + TOLERANCE)).toBe('likely');
  });

  it('in directions', () => {
    expect(directionOf(0.5 + TOLERANCE, 0.5)).toBe('steady');
    expect(directionOf(-0.5 - TOLERANCE, 0.5)).toBe('steady');
  });

  it('in statuses', () => {
    const rule = paceSettings();
    const ratios = [0.95 - TOLERANCE, 0.95 - 3 * TOLERANCE, 0.6 - TOLERANCE, 0.6 - 3 * TOLERANCE];
    expect(ratios.map((paceRatio) => decideStatus(distance({ paceRatio }), rule).status)).toEqual([
      'on_track',
      'needs_acceleration',
      'needs_acceleration',
      'limited',
    ]);
    const paces = [-0.1 - TOLERANCE, -0.1 - 3 * TOLERANCE];
    expect(
      paces.map((observedPace) => decideStatus(distance({ observedPace, paceRatio: 0 }), rule).status),
    ).toEqual(['limited', 'regressing']);
    const falling = distance({
      met: true,
      now: { year: 2029, raw: 0 },
      targetRaw: 0,
      observedPace: -1 - TOLERANCE,
    });
    expect(decideStatus(falling, rule).flags).toEqual([]);
    expect(decideStatus({ ...falling, observedPace: -1 - 3 * TOLERANCE }, rule).flags).toEqual(['AT_RISK']);
  });

  it('in a target that is met without any base', () => {
    const met = assessPace(series([2026, -TOLERANCE]), PERCENT, paceSettings({ target: 0 }));
    expect(met).toMatchObject({ status: 'target_met', flags: ['TREND_UNKNOWN'] });
  });

  it('in ranks and in who is ahead', () => {
    expect(competitionRanks([0, TOLERANCE])).toEqual([1, 1]);
    expect(competitionRanks([0, 1.5 * TOLERANCE])).toEqual([2, 1]);
    const close: SimulatedNode = {
      node: 'F',
      units: ['A', 'B'],
      replicates: 1,
      scores: Float64Array.of(TOLERANCE, 0),
    };
    expect([shareAhead(close, 'A', 'B'), shareAhead(close, 'B', 'A')]).toEqual([0.5, 0.5]);
  });

  it('in coverages', () => {
    const children = [leafChild('a', 3, 50), leafChild('b', 1, undefined)];
    const rule = { power: 1, minCoverage: 0.75 + TOLERANCE, minAvailable: 1 };
    expect(scoreNode(children, rule).score).toBe(50);
    expect(scoreNode(children, { ...rule, minCoverage: 0.75 + 3 * TOLERANCE }).missing).toBe('COVERAGE');
    const tree: WeightedTree = { code: 'n', weight: 1, power: 1, children: [{ code: 'a', weight: 1 }] };
    const history = { baseYear: 2021, baseRaw: 40, nowYear: 2026, nowRaw: 60, targetRaw: 80 };
    const feeding = new Map<string, NodeSeries>([
      ['a', { weight: 0.75, history }],
      ['b', { weight: 0.25 }],
    ]);
    expect(paceOfNode(tree, feeding, 0.5, 0.75 + TOLERANCE).observedPace).toBe(4);
    expect(paceOfNode(tree, feeding, 0.5, 0.75 + 3 * TOLERANCE).reason).toBe('NO_BASELINE');
    const members = [{ score: 50, population: 3 }, { score: 50 }, { score: 50 }, { population: 1 }];
    const most = 0.75 + TOLERANCE;
    expect(
      aggregateMembers(members, { minPopulationCoverage: most, minCountryCoverage: 0 }).scores,
    ).toBeDefined();
    expect(
      aggregateMembers(members, { minPopulationCoverage: 0, minCountryCoverage: most }).scores,
    ).toBeDefined();
  });
});

describe('forecastTarget', () => {
  it('needs base, current value and target', () => {
    const start = { baseYear: 2021, baseRaw: 40, nowYear: 2026, nowRaw: 60, targetRaw: 80 };
    const values = series([2021, 40], [2026, 60]);
    expect(forecastTarget(values, PERCENT, start, 2030).projected).toBe(76);
    for (const gap of Object.keys(start)) {
      const forecast = forecastTarget(values, PERCENT, { ...start, [gap]: null }, 2030);
      expect(forecast).toMatchObject({ projected: null, n: 0 });
    }
  });
});

describe('scoreLevel', () => {
  it('refuses a band with an end that is not finite', () => {
    const band = { kind: 'band', low: 0, high: 1, zeroDistance: 1 } as const;
    for (const wrong of [{ high: Infinity }, { low: -Infinity }, { zeroDistance: Infinity }]) {
      expect(scoreLevel(0.5, { ...band, ...wrong })).toEqual({ missing: 'BAD_GOALPOSTS' });
    }
  });
});

describe('means', () => {
  it('of scores below 1 are taken of them as they are when the power is above 0', () => {
    const parts = [
      { code: 'a', weight: 1, score: 0.2 },
      { code: 'b', weight: 1, score: 0.8 },
    ];
    expect(powerMean(parts, 2)).toBeCloseTo(Math.sqrt(0.34), 12);
  });

  it('are the same in any order even where codes are the same', () => {
    const parts = [0.1, 70.3, 33.3, 12.7, 99.9, 0.7].map((score) => ({ code: 'same', weight: 0.7, score }));
    const means = parts.map((_, i) => powerMean([...parts.slice(i), ...parts.slice(0, i)], 1));
    expect(new Set([...means, powerMean(parts.toReversed(), 1)]).size).toBe(1);
  });

  it('are taken apart by powers of the scores', () => {
    const parts = [
      { code: 'a', weight: 1, score: 30 },
      { code: 'b', weight: 1, score: 60 },
    ];
    const amounts = explainMean(parts, 2).parts.map(({ amount }) => amount);
    expect(amounts[0]).toBeCloseTo(0.2, 12);
    expect(amounts[1]).toBeCloseTo(0.8, 12);
  });

  it('are taken apart by weight where nothing else tells the parts apart', () => {
    const nought = [
      { code: 'a', weight: 1, score: 0 },
      { code: 'b', weight: 3, score: 0 },
    ];
    expect(explainMean(nought, 2).parts.map(({ amount }) => amount)).toEqual([0.25, 0.75]);
    const unseen = [
      { code: 'a', weight: 4, score: 0 },
      { code: 'b', weight: 5e-324, score: 74 },
    ];
    expect(explainMean(unseen, 9).parts.map(({ amount }) => amount)).toEqual([1, 0]);
  });

  it('never cover more than all, whatever is lost in summing', () => {
    const rule = { power: 1, minCoverage: 0, minAvailable: 1 };
    for (let count = 2; count < 60; count++) {
      const children = Array.from({ length: count }, (_, i) => leafChild(`c${String(i)}`, i + 0.1, 50));
      expect(scoreNode(children, rule).coverage).toBeLessThanOrEqual(1);
    }
  });

  it('have nothing from an indicator without a score', () => {
    expect(leafChild('a', 1, undefined).leaves).toEqual([{ code: 'a', nominal: 1, actual: 0 }]);
  });
});

describe('populations', () => {
  it('may be a single inhabitant', () => {
    expect(choosePopulation([{ year: 2020, inhabitants: 1 }], 2020, 2026)).toEqual({
      inhabitants: 1,
      fixed: false,
    });
  });

  it('give rates that stay finite', () => {
    expect(perPopulation(1e308, 100_000, 5)).toBe(Number.MAX_VALUE);
    expect(perPopulation(-1e308, 100_000, 5)).toBe(-Number.MAX_VALUE);
    expect(perPopulation(3, 100_000, 600_000)).toBe(0.5);
  });

  it('that nobody knows leave no people to speak for, whatever the rule', () => {
    const rule = { minPopulationCoverage: 0, minCountryCoverage: 0 };
    expect(aggregateMembers([{ score: 50 }], rule)).toEqual({ coverage: { population: 0, countries: 1 } });
  });
});

describe('quantile', () => {
  it('stays finite between the largest numbers there are', () => {
    expect(quantile([-Number.MAX_VALUE, Number.MAX_VALUE], 0.5)).toBe(0);
    expect(Number(quantile([-1.5e308, 1.5e308], 0.75)) / 7.5e307).toBeCloseTo(1, 12);
    expect(quantile([3, 7], 0.25)).toBe(4);
  });
});

describe('simulated scores', () => {
  const simulated: SimulatedNode = {
    node: 'F',
    units: ['A', 'B', 'C'],
    replicates: 2,
    scores: Float64Array.of(90, 10, 50, 30, NaN, 20),
  };

  it('give ranks that are rounded outwards, over all replicates and those who have a score', () => {
    expect(
      scoreRanges(simulated, 1).map(({ rankLow, rankMedian, rankHigh, topShare }) => [
        rankLow,
        rankMedian,
        rankHigh,
        topShare,
      ]),
    ).toEqual([
      [1, 2, 3, 0.5],
      [1, 1.5, 2, 0.5],
      [2, 2, 2, 0],
    ]);
  });

  it('are compared in every replicate once', () => {
    expect(shareAhead(simulated, 'A', 'B')).toBe(0.5);
    expect(shareAhead(simulated, 'B', 'A')).toBe(0.5);
    expect(shareAhead(simulated, 'B', 'C')).toBe(1);
    const once = { ...simulated, replicates: 1, scores: Float64Array.of(3, 2, 5) };
    expect(shareAhead(once, 'A', 'B')).toBe(1);
  });

  it('take no notice of a child without weight', () => {
    const leaf = (code: string, weight: number): WeightedTree => ({ code, weight });
    const framework: WeightedTree = {
      code: 'F',
      weight: 1,
      power: 60,
      children: [leaf('a', 1), leaf('b', 1), leaf('c', 0)],
    };
    const raws = { a: 1, b: 2, c: 100 };
    const values = new Map(Object.entries(raws).map(([code, raw]) => [code, { raw, ageYears: 0 }]));
    const [node] = simulate(
      { framework, units: [{ code: 'U', region: 'R', values }], published: [{ node: 'F', units: ['U'] }] },
      { seed: 1, replicates: 1, weightNoise: 0, postNoise: 0, ageSigma: 0, factors: [] },
    );
    expect(node?.scores[0]).toBeCloseTo(2 * 0.5 ** (1 / 60), 12);
  });
});
