import { scoreRanges, scoreSpreads } from '../../../src/scoring/engine/score-range.js';
import {
  simulate,
  type SimulatedNode,
  type SimulationInput,
} from '../../../src/scoring/engine/uncertainty.js';
import { certaintyOf } from '../../../src/scoring/uncertainty/score-certainty.js';
import { compareAreas } from '../../../src/scoring/uncertainty/score-comparison.js';
import { readIntervals, tabulateIntervals } from '../../../src/scoring/uncertainty/score-intervals.js';
import type { NodeScore } from '../../../src/scoring/score.js';
import { aMethod } from './a-catalogue.js';

const settings = { seed: 7, replicates: 60, weightNoise: 0.25, postNoise: 0.05, ageSigma: 1 };
const values = (a?: number, b?: number) =>
  new Map(
    Object.entries({ a, b }).flatMap(([code, raw]) =>
      raw === undefined ? [] : [[code, { raw, ageYears: 2 }] as const],
    ),
  );
const leaves = [
  { code: 'a', weight: 1 },
  { code: 'b', weight: 2 },
];
const input: SimulationInput = {
  framework: {
    code: 'top',
    weight: 1,
    power: 1,
    children: [{ code: 'goal', weight: 1, power: 1, children: leaves }],
  },
  views: [{ code: 'view', weight: 1, power: 1, children: leaves }],
  units: [
    { code: 'U', region: 'here', values: values(10, 20) },
    { code: 'V', region: 'there', values: values(30) },
    { code: 'W', region: 'there', values: values(50, 60) },
    { code: 'X', region: 'there', values: values(40, 10) },
    { code: 'Y', region: 'there', values: values(10, 90) },
  ],
  published: [
    { node: 'top', units: ['U', 'V', 'W'] },
    { node: 'goal', units: ['U', 'V', 'W', 'X', 'Y'] },
    { node: 'view', units: ['W'] },
  ],
};

describe('the table of intervals', () => {
  const ranked = { node: 'top', units: ['U', 'W'] };
  const find = readIntervals(tabulateIntervals({ input, settings, ranked }));

  it('holds the same ends as the whole simulation at once, although regions are taken one by one', () => {
    for (const simulated of simulate(input, settings)) {
      for (const { unit, scoreLow, scoreMedian, scoreHigh } of scoreSpreads(simulated)) {
        expect(find(simulated.node, unit)).toMatchObject({ scoreLow, scoreMedian, scoreHigh });
      }
    }
  });

  it('holds ranks among those that are ranked, in the ranked node only', () => {
    const [simulated] = simulate({ ...input, published: [ranked] }, settings);
    for (const { unit, rankLow, rankHigh } of scoreRanges(simulated!, 1)) {
      expect(find('top', unit)).toMatchObject({ rankLow, rankHigh });
    }
    expect(find('top', 'V')).not.toHaveProperty('rankLow');
    expect(find('goal', 'U')).not.toHaveProperty('rankLow');
  });

  it('holds nothing where there is no score, and of nothing that is unknown', () => {
    expect(find('view', 'W')).toBeDefined();
    expect(find('view', 'U')).toBeUndefined();
    expect(find('view', 'Z')).toBeUndefined();
    expect(find('other', 'U')).toBeUndefined();
  });

  it('ranks nobody where the edition does not', () => {
    const { ranks, rankedNode } = tabulateIntervals({ input, settings });
    expect(ranks.every(Number.isNaN)).toBe(true);
    expect(rankedNode).toBeUndefined();
  });
});

describe('comparing areas', () => {
  const simulated: SimulatedNode = {
    node: 'top',
    units: ['A', 'B', 'C'],
    replicates: 4,
    scores: Float64Array.of(50, 60, 70, 80, 50, 61, 60, 70, 1, 1, 1, 1),
  };

  it('counts the repetitions in which one is ahead of the other, in the order asked for', () => {
    const { spreads, pairs } = compareAreas(simulated, ['C', 'A', 'B']);
    expect(spreads.map(({ unit }) => unit)).toEqual(['C', 'A', 'B']);
    expect(spreads[1]).toMatchObject({ scoreLow: 51.5, scoreMedian: 65, replicates: 4 });
    expect(pairs).toEqual([
      { a: 'C', b: 'A', shareAhead: 0, tied: false },
      { a: 'C', b: 'B', shareAhead: 0, tied: false },
      { a: 'A', b: 'B', shareAhead: 2.5 / 4, tied: true },
    ]);
  });

  it('passes over areas without a score', () => {
    expect(compareAreas(simulated, ['A', 'Z'])).toMatchObject({ spreads: [{ unit: 'A' }], pairs: [] });
  });
});

describe('how sure a score is', () => {
  const score: NodeScore = {
    area: 'AAA',
    kind: 'principle',
    code: 'P1',
    asOfYear: 2026,
    score: 50,
    coverage: 1,
    meanAgeYears: 0,
    contributions: [],
    notApplicable: [],
    filled: [],
    unavailable: [],
    notLive: [],
    statusShares: {},
    pace: { withoutHistory: [] },
  };
  const interval = { scoreLow: 44, scoreMedian: 49, scoreHigh: 52 };

  it('is graded by coverage and age until its interval is known', () => {
    expect(certaintyOf(score, undefined, aMethod())).toEqual({ grade: 'A', gradeProvisional: true });
  });

  it('is graded by the worst of coverage, age and interval then', () => {
    expect(certaintyOf(score, interval, aMethod())).toEqual({
      ...interval,
      grade: 'B',
      gradeProvisional: false,
      outsideInterval: false,
    });
    expect(certaintyOf({ ...score, meanAgeYears: 3 }, interval, aMethod()).grade).toBe('C');
  });

  it('says when it lies outside of its interval', () => {
    const outside = (value: number) =>
      certaintyOf({ ...score, score: value }, interval, aMethod()).outsideInterval;
    expect([43.9, 44, 52, 52.1].map(outside)).toEqual([true, false, false, true]);
  });

  it('says nothing where there is no score', () => {
    const { score: none, ...without } = score;
    expect(none).toBe(50);
    expect(certaintyOf(without, undefined, aMethod())).toEqual({});
  });
});
