import { ReportMemory } from '../../../src/reports/report-memory.js';

describe('ReportMemory', () => {
  it('makes a thing once for each state of the data', () => {
    const memory = new ReportMemory(10);
    const [before, after] = [{}, {}];
    let made = 0;
    const make = (): number => (made += 1);
    expect([memory.remember(before, 'a', make), memory.remember(before, 'a', make)]).toEqual([1, 1]);
    expect(memory.remember(after, 'a', make)).toBe(2);
    expect([before, after, {}].map((state) => memory.recall(state, 'a'))).toEqual([1, 2, undefined]);
  });

  it('forgets what was not asked for longest when it is full', () => {
    const memory = new ReportMemory(2);
    const state = {};
    for (const key of ['a', 'b', 'a', 'c']) memory.remember(state, key, () => key);
    expect(['a', 'b', 'c'].map((key) => memory.recall(state, key))).toEqual(['a', undefined, 'c']);
    memory.recall(state, 'a');
    memory.remember(state, 'd', () => 'd');
    expect(['a', 'c', 'd'].map((key) => memory.recall(state, key))).toEqual(['a', undefined, 'd']);
  });

  it('remembers nothing of what failed', () => {
    const memory = new ReportMemory(2);
    const state = {};
    const fail = (): never => {
      throw new RangeError('no');
    };
    expect(() => memory.remember(state, 'a', fail)).toThrow(RangeError);
    expect(memory.remember(state, 'a', () => 1)).toBe(1);
  });
});
