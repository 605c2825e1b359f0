import { paceOfNode, type NodeSeries } from '../../../../src/scoring/engine/node-pace.js';
import type { WeightedTree } from '../../../../src/scoring/engine/weighted-tree.js';

const tree: WeightedTree = {
  code: 'principle',
  weight: 1,
  power: 1,
  children: [
    { code: 'goal 1', weight: 1, power: 1, children: [{ code: 'a', weight: 1 }] },
    {
      code: 'goal 2',
      weight: 1,
      power: 1,
      children: [
        { code: 'b', weight: 1 },
        { code: 'c', weight: 3 },
      ],
    },
  ],
};

function withHistory(
  weight: number,
  base: readonly [number, number],
  now: readonly [number, number],
): NodeSeries {
  const history = { baseYear: base[0], baseRaw: base[1], nowYear: now[0], nowRaw: now[1], targetRaw: 95 };
  return { weight, history };
}

describe('paceOfNode', () => {
  it('compares the aggregate of levels at base and now over the mean years of the matched set', () => {
    const feeding = new Map([
      ['a', withHistory(0.5, [2021, 40], [2025, 60])],
      ['b', withHistory(0.125, [2019, 20], [2024, 30])],
      ['c', { weight: 0.375 }],
    ]);
    const pace = paceOfNode(tree, feeding, 0.5, 0.5);
    expect(pace).toMatchObject({
      baseScore: 30,
      nowScore: 45,
      targetScore: 95,
      baseYear: 2020,
      direction: 'improving',
      withoutHistory: ['c'],
    });
    expect(pace.observedPace).toBeCloseTo(15 / 4.5, 12);
  });

  it('has no pace when less than half of the available weight has a comparable history', () => {
    const feeding = new Map<string, NodeSeries>([
      ['a', { weight: 0.51 }],
      ['b', withHistory(0.49, [2021, 40], [2025, 60])],
    ]);
    expect(paceOfNode(tree, feeding, 0.5, 0.5)).toEqual({ reason: 'NO_BASELINE', withoutHistory: ['a'] });
    feeding.set('a', { weight: 0.49 });
    expect(paceOfNode(tree, feeding, 0.5, 0.5).observedPace).toBe(5);
  });

  it('holds levels at the goalposts, as the score does', () => {
    const feeding = new Map([['a', withHistory(1, [2021, -50], [2026, 150])]]);
    expect(paceOfNode(tree, feeding, 0.5, 0.5)).toMatchObject({
      baseScore: 0,
      nowScore: 100,
      observedPace: 20,
    });
  });

  it('says when there is no score to take a pace of', () => {
    expect(paceOfNode(tree, new Map(), 0.5, 0.5)).toEqual({ reason: 'NO_SCORE', withoutHistory: [] });
  });
});
