import { mostToGain, type Gainable } from '../../../../src/scoring/engine/room-to-gain.js';

describe('mostToGain', () => {
  const at = (code: string, weight: number, level: number, median: number): Gainable => ({
    code,
    weight,
    level,
    median,
  });

  it('is weight times the way to the median, most first, ties by code, and nothing for those beyond it', () => {
    const gains = mostToGain(
      [at('c', 0.2, 50, 60), at('b', 0.1, 40, 60), at('a', 0.5, 70, 71), at('d', 0.2, 90, 60)],
      3,
    );
    expect(gains.map(({ code, points }) => [code, points])).toEqual([
      ['b', 2],
      ['c', 2],
      ['a', 0.5],
    ]);
    expect(mostToGain([at('a', 1, 0, 10), at('b', 1, 0, 20)], 1)).toHaveLength(1);
    expect(mostToGain([at('a', 1, 10, 10)], 3)).toEqual([]);
  });
});
