import { effectiveImportance } from '../../../../src/scoring/engine/effective-importance.js';
import { nodeImportance } from '../../../../src/scoring/engine/importance.js';
import { aggregateMembers } from '../../../../src/scoring/engine/region.js';
import { meanOfRegion } from '../../../../src/scoring/engine/regional-mean.js';
import { roundOutward } from '../../../../src/scoring/engine/round-outward.js';
import { mostToGain } from '../../../../src/scoring/engine/room-to-gain.js';
import { isOutlying, shapeOf } from '../../../../src/scoring/engine/shape.js';
import { simulate, type SimulationInput } from '../../../../src/scoring/engine/uncertainty.js';

/** A list begun at each of its places in turn, and backwards. */
function rotations<T>(list: readonly T[]): readonly (readonly T[])[] {
  return [...list.map((_, i) => [...list.slice(i), ...list.slice(0, i)]), list.toReversed()];
}

describe('mostToGain', () => {
  const indicators = [
    { code: 'slight', weight: 0.3, level: 50, median: 52 },
    { code: 'wide', weight: 0.1, level: 0, median: 100 },
    { code: 'heavy', weight: 0.5, level: 40, median: 60 },
    { code: 'ahead', weight: 0.4, level: 70, median: 60 },
    { code: 'level', weight: 0.9, level: 60, median: 60 },
  ];

  it('orders by weight and distance to the median, ties by code, and leaves out what brings nothing', () => {
    const gains = mostToGain(indicators, 10).map(({ code, points }) => [
      code,
      Math.round(points * 1e9) / 1e9,
    ]);
    expect(gains).toEqual([
      ['heavy', 10],
      ['wide', 10],
      ['slight', 0.6],
    ]);
  });

  it('names no more than asked for', () => {
    expect(mostToGain(indicators, 1).map(({ code }) => code)).toEqual(['heavy']);
  });
});

describe('effectiveImportance', () => {
  const child = (code: string, ...scores: readonly (number | undefined)[]) => ({
    code,
    nominal: 0.5,
    scores,
  });

  it('shares out squared correlations with the score', () => {
    const [same, none, near] = effectiveImportance(
      [1, 2, 3, 4],
      [child('same', 2, 4, 6, 8), child('none', 51, 49, 49, 51), child('near', 1, 2, 3, 5)],
    );
    const all = 1 + 42.25 / 43.75;
    expect(same?.explained).toBeCloseTo(1, 12);
    expect(none?.explained).toBeCloseTo(0, 12);
    expect(near?.explained).toBeCloseTo(42.25 / 43.75, 12);
    expect(near?.effective).toBeCloseTo(42.25 / 43.75 / all, 12);
    expect(same?.effective).toBeCloseTo(1 / all, 12);
  });

  it('needs three units with both scores and some spread', () => {
    const found = effectiveImportance(
      [10, 20, 40, undefined],
      [child('three', 1, 2, 4, 100), child('two', 1, 2, undefined, 4), child('flat', 7, 7, 7, 7)],
    );
    expect(found[0]?.explained).toBeCloseTo(1, 12);
    expect(found.slice(1)).toEqual([
      { code: 'two', nominal: 0.5 },
      { code: 'flat', nominal: 0.5 },
    ]);
  });

  it('shares nothing out where nothing explains anything', () => {
    expect(effectiveImportance([1, 2, 3], [child('flat', 5, 5, 5)])).toEqual([
      { code: 'flat', nominal: 0.5 },
    ]);
  });
});

describe('means over a region', () => {
  const scores = [0.1, 70.3, 33.3, 12.7, 99.9, 0.7, 45.1];

  it('are the same to the last digit in any order of the members', () => {
    const means = rotations(scores).map((levels) => meanOfRegion(levels, 3));
    expect(new Set(means).size).toBe(1);
    const aggregates = rotations(scores).map((list) =>
      JSON.stringify(aggregateMembers(list.map((score) => ({ score, population: 7 })))),
    );
    expect(new Set(aggregates).size).toBe(1);
  });
});

describe('roundOutward', () => {
  it('keeps what has two digits and moves the rest by one of the second digit', () => {
    expect([roundOutward(2.2, 'down'), roundOutward(2.2, 'up')]).toEqual([2.2, 2.2]);
    expect([roundOutward(1260, 'down'), roundOutward(1240, 'up')]).toEqual([1200, 1300]);
    expect([roundOutward(1.234e10, 'up'), roundOutward(1.278e10, 'down')]).toEqual([1.3e10, 1.2e10]);
  });

  it('stays finite next to the largest number', () => {
    expect([roundOutward(1.797e308, 'up'), roundOutward(1.797e308, 'down')]).toEqual([
      Number.MAX_VALUE,
      1.7e308,
    ]);
    expect(roundOutward(-1.797e308, 'down')).toBe(-Number.MAX_VALUE);
  });
});

describe('shapeOf', () => {
  it('is the same to the last digit in any order, and of numbers however small', () => {
    const shapes = rotations([0.1, 70.3, 33.3, 12.7, 99.9, 0.7, 45.1]).map((list) =>
      JSON.stringify(shapeOf(list)),
    );
    expect(new Set(shapes).size).toBe(1);
    expect(shapeOf([1e-20, 2e-20, 4e-20]).skewness).toBeCloseTo(Number(shapeOf([1, 2, 4]).skewness), 12);
  });

  it('is outlying beyond a skewness of 2 together with a kurtosis of 3.5', () => {
    const outlying = (skewness: number, kurtosis: number) => isOutlying({ n: 9, skewness, kurtosis });
    expect([outlying(2.5, 4), outlying(-2.5, 4)]).toEqual([true, true]);
    expect([outlying(2, 4), outlying(1, 9), outlying(2.5, 3.5), outlying(9, 1)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('nodeImportance', () => {
  const input = (...raws: readonly Readonly<Record<string, number>>[]): SimulationInput => ({
    framework: {
      code: 'F',
      weight: 1,
      power: 1,
      children: ['a', 'b', 'c'].map((code) => ({ code, weight: 1 })),
    },
    units: raws.map((own, i) => ({
      code: `U${String(i)}`,
      region: `R${String(i)}`,
      values: new Map(Object.entries(own).map(([code, raw]) => [code, { raw, ageYears: 1 }])),
    })),
    published: [{ node: 'F', units: raws.map((_, i) => `U${String(i)}`) }],
  });
  const settings = { seed: 3, replicates: 4, weightNoise: 0.25, postNoise: 0.05, ageSigma: 1 };
  const nominal = new Map([
    ['U0', 10],
    ['U1', 90],
  ]);

  it('takes its two samples from as many replicates of the simulation, each unit for itself', () => {
    const own = input({ a: 10, b: 20, c: 60 }, { a: 90, b: 90, c: 90 });
    const weighted = { ...settings, factors: ['weights'] as const };
    const [both] = simulate(own, { ...weighted, replicates: 8 });
    const first = [...(both?.scores.subarray(0, 8) ?? [])];
    const { units } = nodeImportance(own, weighted, nominal);
    expect(units[0]?.mean).toBeCloseTo(first.reduce((sum, score) => sum + score, 0) / 8, 12);
    expect(units[1]?.mean).toBeCloseTo(90, 12);
    expect(units[1]?.variance).toBeCloseTo(0, 12);
  });

  it('leaves out a unit that any sample leaves without a score', () => {
    for (let seed = 0; seed < 50; seed++) {
      const found = nodeImportance(input({ a: 10, b: 20 }, { a: 90 }), { ...settings, seed }, nominal);
      expect([...found.units.map(({ unit }) => unit), ...found.leftOut].sort()).toEqual(['U0', 'U1']);
      expect(found.units.every(({ mean, variance }) => Number.isFinite(mean + variance))).toBe(true);
      expect(Number.isFinite(found.rankShift.mean)).toBe(true);
    }
  });
});
