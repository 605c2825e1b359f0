import { splitChange } from '../../../../src/scoring/engine/shapley.js';
import { valueAtPoints } from '../../../../src/scoring/engine/shown-forecast.js';
import { measureTargetDistance } from '../../../../src/scoring/engine/target-distance.js';
import { TOLERANCE } from '../../../../src/scoring/engine/terms.js';
import { simulate, type SimulationInput } from '../../../../src/scoring/engine/uncertainty.js';
import {
  aggregateTree,
  arithmetic,
  type WeightedTree,
} from '../../../../src/scoring/engine/weighted-tree.js';

describe('measureTargetDistance', () => {
  const rule = { targetYear: 2030, deadBand: 0.1 };
  const from = (raw: number) => ({ year: 2025, raw });
  const to = (raw: number) => ({ year: 2026, raw });

  it('takes a difference of 1e-9 for none', () => {
    expect(measureTargetDistance(from(-5), to(-TOLERANCE), 0, rule).met).toBe(true);
    expect(measureTargetDistance(from(-5), to(-3 * TOLERANCE), 0, rule).met).toBe(false);
    expect(measureTargetDistance(from(-TOLERANCE), to(-5), 0, rule).lost).toBe(true);
    expect(measureTargetDistance(from(-3 * TOLERANCE), to(-5), 0, rule).lost).toBe(false);
    expect(measureTargetDistance(from(0), to(-5), TOLERANCE, rule).shareTravelled).toBeNull();
    expect(measureTargetDistance(from(0), to(-5), 3 * TOLERANCE, rule).shareTravelled).not.toBeNull();
  });

  it('has no acceleration of a pace at the edge of the dead band', () => {
    const accelerations = [0.1, 0.1 + TOLERANCE, 0.1 + 3 * TOLERANCE].map(
      (raw) => measureTargetDistance(from(0), to(raw), 50, rule).acceleration,
    );
    expect(accelerations).toEqual([null, null, expect.any(Number)]);
  });
});

describe('valueAtPoints', () => {
  it('gives the best goalpost itself for 100 points', () => {
    expect(valueAtPoints(100, { kind: 'range', worst: 1000, best: 10, scale: 'log' }, 0)).toBe(10);
  });

  it('does not tell the side of a band from its very ends', () => {
    const band = { kind: 'band', low: 40, high: 60, zeroDistance: 20 } as const;
    expect([40, 50, 60].map((near) => valueAtPoints(50, band, near))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([39, 61].map((near) => valueAtPoints(50, band, near))).toEqual([30, 70]);
  });
});

describe('splitChange', () => {
  it('gives nothing to a switch that changes nothing, wherever it stands, and whatever is rounded', () => {
    for (const idle of ['a', 'b', 'c', 'd'] as const) {
      for (let seed = 1; seed <= 50; seed++) {
        const split = splitChange(['a', 'b', 'c', 'd'], (on) => {
          const letters = [...on].filter((one) => one !== idle);
          return letters.reduce((sum, one) => (sum * 31 + one.charCodeAt(0) * seed) % 9973, seed) / 97.3;
        });
        expect(split?.effects.get(idle)).toBe(0);
        const sum = [...(split?.effects.values() ?? [])].reduce(
          (total, one) => total + one,
          split?.before ?? 0,
        );
        expect(sum).toBe(split?.after);
      }
    }
  });

  it('takes twelve switches and no more', () => {
    const switches = Array.from({ length: 13 }, (_, i) => `s${String(i)}`);
    const split = splitChange(switches.slice(0, 12), (on) => 2 * on.size);
    expect([...(split?.effects.values() ?? [])]).toEqual(new Array(12).fill(2));
    expect(() => splitChange(switches, () => 0)).toThrow(RangeError);
  });
});

describe('trees', () => {
  const leaf = (code: string, weight = 1): WeightedTree => ({ code, weight });
  const node = (code: string, power: number, children: readonly WeightedTree[]): WeightedTree => ({
    code,
    weight: 1,
    power,
    children,
  });

  it('have no score when only a child without weight has one', () => {
    const tree = node('top', 1, [leaf('a'), leaf('b', 0)]);
    expect(aggregateTree(tree, (code) => (code === 'b' ? 50 : undefined))).toBeUndefined();
  });

  it('have arithmetic means throughout when asked for', () => {
    const tree = node('top', 0, [leaf('a'), node('goal', -1, [leaf('b'), leaf('c')])]);
    expect(arithmetic(tree)).toEqual(node('top', 1, [leaf('a'), node('goal', 1, [leaf('b'), leaf('c')])]));
  });

  const units = (...raws: readonly Readonly<Record<string, number>>[]): SimulationInput['units'] =>
    raws.map((own, i) => ({
      code: `U${String(i)}`,
      region: 'R',
      values: new Map(Object.entries(own).map(([code, raw]) => [code, { raw, ageYears: 1 }])),
    }));
  const plain = {
    seed: 1,
    replicates: 1,
    weightNoise: 0.25,
    postNoise: 0.05,
    ageSigma: 1,
    factors: [] as const,
  };

  it('are simulated without errors of the data when these are not asked for', () => {
    const input = { framework: node('F', 1, [leaf('a')]), units: units({ a: 40 }) };
    const [simulated] = simulate({ ...input, published: [{ node: 'F', units: ['U0'] }] }, plain);
    expect([...(simulated?.scores ?? [])]).toEqual([40]);
  });

  it('have gaps filled with the mean of the region where as many levels as asked for are known', () => {
    const input: SimulationInput = {
      framework: node('F', 1, [leaf('a')]),
      units: units({ a: 30 }, { a: 50 }, { a: 70.5 }, {}),
      published: [{ node: 'F', units: ['U3'] }],
    };
    const filled = (leastForMean: number, own = input): number =>
      Number(simulate({ ...own, leastForMean }, plain)[0]?.scores[0]);
    expect(filled(3)).toBeCloseTo(150.5 / 3, 12);
    expect(filled(4)).toBeNaN();
    const single = {
      ...input,
      units: units({ a: 30 }, {}),
      published: [{ node: 'F', units: ['U1'] }],
    };
    expect(filled(1, single)).toBe(30);
  });

  it('vary the kind of mean of the framework alone, not of a view', () => {
    const view = node('V', -1, [leaf('a'), leaf('b')]);
    const framework = node('F', 1, [leaf('a'), leaf('b')]);
    const more = node('W', -1, [leaf('a'), view]);
    const values = { framework, views: [more], units: units({ a: 20, b: 80 }) };
    const [simulated] = simulate(
      { ...values, published: [{ node: 'W', units: ['U0'] }] },
      { ...plain, replicates: 8, factors: ['compensation'] },
    );
    const wanted = Number(aggregateTree(more, (code) => (code === 'a' ? 20 : 80)));
    for (const score of simulated?.scores ?? []) expect(score).toBeCloseTo(wanted, 9);
    const [floored] = simulate(
      {
        framework,
        views: [node('X', 1, [node('V', 1, [leaf('a')])])],
        units: units({ a: 0, b: 0 }),
        published: [{ node: 'X', units: ['U0'] }],
      },
      { ...plain, replicates: 8, factors: ['compensation'] },
    );
    expect([...(floored?.scores ?? [])]).toEqual(new Array(8).fill(0));
  });

  it('count one of several indicators that tell the same story, first one with a value of its own', () => {
    const leaves = [leaf('a'), leaf('b'), leaf('c')];
    const input: SimulationInput = {
      framework: node('F', 1, leaves),
      views: [node('V', 1, leaves)],
      overlaps: [{ node: 'F', indicators: ['z', 'a', 'b'] }],
      units: units({ a: 10, b: 20, c: 60 }, { b: 40, c: 60 }, { a: 30, c: 60 }, { c: 60 }),
      published: ['F', 'V'].map((code) => ({ node: code, units: ['U0', 'U1', 'U2', 'U3'] })),
    };
    const [plainly, inView] = simulate(input, plain).map(({ scores }) => [...scores]);
    expect(plainly).toEqual([35, 50, 45, 60]);
    expect(inView).toEqual([30, 50, 45, 60]);
    const [filled] = simulate({ ...input, leastForMean: 2 }, plain).map(({ scores }) => [...scores]);
    expect(filled).toEqual([35, 50, 45, 40]);
  });

  it('publish nodes, never indicators', () => {
    const input = { framework: node('F', 1, [leaf('a')]), units: units({ a: 40 }) };
    expect(() => simulate({ ...input, published: [{ node: 'a', units: ['U0'] }] }, plain)).toThrow(
      RangeError,
    );
    const both = [
      { node: 'F', units: ['U0'] },
      { node: 'a', units: ['U0'] },
    ];
    expect(() => simulate({ ...input, published: both }, plain)).toThrow(RangeError);
  });
});
