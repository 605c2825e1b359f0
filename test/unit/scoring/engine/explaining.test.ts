import fc from 'fast-check';
import { explainMean } from '../../../../src/scoring/engine/explained-mean.js';
import { leaveOneOut } from '../../../../src/scoring/engine/leave-one-out.js';
import { powerMean } from '../../../../src/scoring/engine/power-mean.js';
import { CHANGE_CAUSES, splitChange, type ChangeCause } from '../../../../src/scoring/engine/shapley.js';
import { aggregateTree, type WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';

const score = fc.double({ min: 0, max: 100, noNaN: true });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('explainMean', () => {
  const parts = [
    { code: 'b', weight: 3, score: 40 },
    { code: 'a', weight: 1, score: 80 },
    { code: 'c', weight: 0, score: 10 },
  ];

  it('splits an arithmetic mean into points, and what keeps it from 100', () => {
    expect(explainMean(parts, 1)).toEqual({
      score: 50,
      sumsTo: 'score',
      parts: [
        { code: 'a', share: 0.25, score: 80, amount: 20, pointsLost: 5 },
        { code: 'b', share: 0.75, score: 40, amount: 30, pointsLost: 45 },
      ],
    });
  });

  it('splits a geometric mean into logarithms and speaks of no points lost', () => {
    const explained = explainMean([...parts, { code: 'd', weight: 4, score: 0 }], 0);
    expect(explained.sumsTo).toBe('logarithm');
    expect(explained.parts.map(({ amount }) => amount)).toEqual([
      expect.closeTo(Math.log(80) / 8, 12),
      expect.closeTo((3 * Math.log(40)) / 8, 12),
      0,
    ]);
    expect(explained.parts.some((part) => 'pointsLost' in part)).toBe(false);
  });

  it('adds up, for any power, and evaluates back to the score', () => {
    const weighted = fc.array(fc.record({ weight: fc.double({ min: 0.01, max: 10, noNaN: true }), score }), {
      minLength: 1,
      maxLength: 8,
    });
    const power = fc.constantFrom(1, 0, -1, 2, 0.5, -4, 300, -300);
    fc.assert(
      fc.property(weighted, power, (children, p) => {
        const coded = children.map((child, i) => ({ ...child, code: `I${String(i)}` }));
        const { score: whole, sumsTo, parts: explained } = explainMean(coded, p);
        expect(whole).toBe(powerMean(coded, p));
        const total = sum(explained.map(({ amount }) => amount));
        const wanted = sumsTo === 'score' ? whole : sumsTo === 'logarithm' ? Math.log(whole) : 1;
        expect(Math.abs(total - wanted)).toBeLessThan(1e-9);
        expect(Math.abs(sum(explained.map(({ share }) => share)) - 1)).toBeLessThan(1e-12);
        if (p !== 1) return;
        const lost = sum(explained.map(({ pointsLost }) => Number(pointsLost)));
        expect(Math.abs(lost - (100 - whole))).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses what a mean refuses', () => {
    expect(() => explainMean([], 1)).toThrow(RangeError);
    expect(() => explainMean(parts, NaN)).toThrow(RangeError);
  });
});

describe('leaveOneOut', () => {
  const tree: WeightedTree = {
    code: 'F',
    weight: 1,
    power: 1,
    children: [
      {
        code: 'P1',
        weight: 1,
        power: 1,
        children: [
          { code: 'a', weight: 1 },
          { code: 'b', weight: 1 },
        ],
      },
      { code: 'P2', weight: 1, power: 0, children: [{ code: 'c', weight: 1 }] },
    ],
  };
  const unit = (code: string, levels: Readonly<Record<string, number>>) => ({
    code,
    levels: new Map(Object.entries(levels)),
  });
  const units = [
    unit('U', { a: 80, b: 20, c: 50 }),
    unit('V', { a: 40, b: 60, c: 40 }),
    unit('W', { c: 49 }),
  ];

  it('is exactly the score and the rank without the indicator or node', () => {
    const [withoutA, withoutP2] = leaveOneOut(tree, units, ['a', 'P2']);
    expect(withoutA).toEqual({
      code: 'a',
      units: [
        { unit: 'U', score: 35, scoreShift: -15, rank: 3, rankShift: 2 },
        { unit: 'V', score: 50, scoreShift: 5, rank: 1, rankShift: -2 },
        { unit: 'W', score: 49, scoreShift: 0, rank: 2, rankShift: 0 },
      ].map((shifted) => ({
        ...shifted,
        score: expect.closeTo(shifted.score, 10) as number,
        scoreShift: expect.closeTo(shifted.scoreShift, 10) as number,
      })),
      meanRankShift: 4 / 3,
      largestRankShift: 2,
    });
    expect(withoutP2!.units.map(({ score: own, rank }) => [own, rank])).toEqual([
      [50, 1],
      [50, 1],
      [undefined, undefined],
    ]);
    expect(withoutP2!.units[2]).toEqual({ unit: 'W' });
  });

  it('has nothing to say when nobody is left', () => {
    const [alone] = leaveOneOut(tree, [units[2]!], ['c']);
    expect(alone).toEqual({ code: 'c', units: [{ unit: 'W' }], meanRankShift: 0, largestRankShift: 0 });
    expect(leaveOneOut(tree, [], ['c'])[0]!.units).toEqual([]);
  });

  it('refuses the root and a code that does not stand in the tree', () => {
    expect(() => leaveOneOut(tree, units, ['F'])).toThrow(RangeError);
    expect(() => leaveOneOut(tree, units, ['z'])).toThrow(RangeError);
  });

  it('is the same as leaving the value out of every unit', () => {
    const levels = fc.record({ a: score, b: score, c: score });
    fc.assert(
      fc.property(
        fc.array(levels, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('a', 'b', 'c'),
        (all, code) => {
          const [left] = leaveOneOut(
            tree,
            all.map((own, i) => unit(`U${String(i)}`, own)),
            [code],
          );
          left!.units.forEach((shifted, i) => {
            const own = new Map(Object.entries(all[i]!));
            const before = aggregateTree(tree, (indicator) => own.get(indicator));
            own.delete(code);
            const after = aggregateTree(tree, (indicator) => own.get(indicator));
            expect(shifted.score).toBe(after);
            expect(shifted.scoreShift).toBe(Number(after) - Number(before));
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('splitChange', () => {
  const on = (causes: ReadonlySet<ChangeCause>, cause: ChangeCause): number => (causes.has(cause) ? 1 : 0);

  it('gives effects that add up their own size', () => {
    const split = splitChange(CHANGE_CAUSES, (causes) => {
      return 50 + 4 * on(causes, 'new_data') - 1.5 * on(causes, 'corrected_data') + on(causes, 'method') / 4;
    });
    expect([split?.before, split?.after]).toEqual([50, 52.75]);
    expect([...split!.effects]).toEqual([
      ['new_data', 4],
      ['corrected_data', -1.5],
      ['coverage', 0],
      ['method', 0.25],
      ['catalogue', 0],
    ]);
  });

  it('shares what two do together between them, and nothing with a bystander', () => {
    const split = splitChange(CHANGE_CAUSES, (causes) => {
      return 20 + 6 * on(causes, 'new_data') * on(causes, 'coverage') * on(causes, 'method');
    });
    expect([...split!.effects.values()]).toEqual([2, 0, 2, 2, 0]);
  });

  it('is the mean over all orders of turning the switches', () => {
    const values = new Map(Object.entries({ '': 10, x: 14, y: 9, z: 10, xy: 20, xz: 12, yz: 30, xyz: 25 }));
    const valueOf = (keys: Iterable<string>): number => Number(values.get([...keys].sort().join('')));
    const split = splitChange(['x', 'y', 'z'], valueOf)!;
    const orders = [
      ['x', 'y', 'z'],
      ['x', 'z', 'y'],
      ['y', 'x', 'z'],
      ['y', 'z', 'x'],
      ['z', 'x', 'y'],
      ['z', 'y', 'x'],
    ];
    for (const [key, effect] of split.effects) {
      const changes = orders.map((order) => {
        const before = order.slice(0, order.indexOf(key));
        return valueOf([...before, key]) - valueOf(before);
      });
      expect(effect).toBeCloseTo(sum(changes) / 6, 11);
    }
  });

  it('asks once for each of the 32 combinations', () => {
    const asked = new Set<string>();
    let calls = 0;
    splitChange(CHANGE_CAUSES, (causes) => {
      calls += 1;
      asked.add([...causes].sort().join());
      return 1;
    });
    expect([calls, asked.size]).toEqual([32, 32]);
  });

  it('sums exactly, in any order, within a billionth of a thousandth of the scores', () => {
    const values = fc.array(fc.oneof(score, fc.integer({ min: 0, max: 100 })), {
      minLength: 32,
      maxLength: 32,
    });
    const order = fc.shuffledSubarray([...CHANGE_CAUSES], { minLength: 5 });
    fc.assert(
      fc.property(values, order, (scores, shuffled) => {
        const split = splitChange(CHANGE_CAUSES, (causes) => {
          return scores[sum(CHANGE_CAUSES.map((cause, i) => 2 ** i * on(causes, cause)))];
        })!;
        expect(shuffled.reduce((reached, cause) => reached + split.effects.get(cause)!, split.before)).toBe(
          split.after,
        );
        expect(Math.abs(split.before - scores[0]!)).toBeLessThan(1e-12);
        expect(Math.abs(split.after - scores[31]!)).toBeLessThan(1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot split a change when a combination has no score', () => {
    expect(splitChange(['x', 'y'], (causes) => (causes.has('y') ? undefined : 5))).toBeUndefined();
    expect(splitChange(['x'], () => NaN)).toBeUndefined();
  });

  it('has no effects without switches, and refuses doubles and too many', () => {
    expect(splitChange([], () => 7)).toEqual({ before: 7, after: 7, effects: new Map() });
    expect(() => splitChange(['x', 'x'], () => 1)).toThrow(RangeError);
    expect(() =>
      splitChange(
        Array.from({ length: 13 }, (_, i) => `S${String(i)}`),
        () => 1,
      ),
    ).toThrow(RangeError);
  });
});
