import fc from 'fast-check';
import { spread } from '../../../../src/scoring/engine/spread.js';
import { combineAssessments } from '../../../../src/scoring/engine/assessment-median.js';
import { median } from '../../../../src/scoring/engine/median.js';
import { choosePopulation, perPopulation } from '../../../../src/scoring/engine/per-population.js';

describe('choosePopulation', () => {
  const figures = [
    { year: 2018, inhabitants: 100 },
    { year: 2023, inhabitants: 120 },
  ];

  it('is that of the year, else of the nearest year before', () => {
    expect(choosePopulation(figures, 2018, 2026)).toEqual({ inhabitants: 100, fixed: false });
    expect(choosePopulation(figures, 2022, 2026)).toEqual({ inhabitants: 100, fixed: false });
    expect(choosePopulation(figures, 2025, 2026)).toEqual({ inhabitants: 120, fixed: false });
  });

  it('is the fixed one of the edition for years before any figure', () => {
    expect(choosePopulation(figures, 2010, 2026)).toEqual({ inhabitants: 120, fixed: true });
    expect(choosePopulation(figures, 2010, 2020)).toEqual({ inhabitants: 100, fixed: true });
  });

  it('is the later listed of two figures of one year', () => {
    const revised = [...figures, { year: 2023, inhabitants: 125 }];
    expect(choosePopulation(revised, 2023, 2026)).toEqual({ inhabitants: 125, fixed: false });
  });

  it('is undefined when it is unknown or nobody lives there', () => {
    expect(choosePopulation([], 2020, 2026)).toBeUndefined();
    expect(choosePopulation([{ year: 2020, inhabitants: 0 }], 2020, 2026)).toBeUndefined();
  });
});

describe('perPopulation', () => {
  it('expresses a count in the unit of inhabitants', () => {
    expect(perPopulation(14, 10_000_000, 56_000_000)).toBe(2.5);
  });
});

describe('median', () => {
  it('is undefined when nothing was observed', () => {
    expect(median([])).toBeUndefined();
  });

  it('is the middle one, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('spread', () => {
  it('is undefined when nothing was observed, and nothing when there is one value', () => {
    expect(spread([])).toBeUndefined();
    expect(spread([3])).toBe(0);
  });

  it('is how far the highest lies above the lowest', () => {
    expect(spread([3, 1, 4])).toBe(3);
  });
});

describe('combineAssessments', () => {
  const says = (party: string, year: number, value: number, order = 0) => ({ party, year, value, order });

  it('is the median of the latest assessment of each party', () => {
    const combined = combineAssessments([says('a', 2024, 1), says('b', 2024, 3), says('c', 2025, 4)], 2);
    expect(combined.map(({ year, value }) => [year, value])).toEqual([
      [2024, 2],
      [2025, 3],
    ]);
  });

  it('leaves out what is older than its freshness', () => {
    const [, later] = combineAssessments([says('a', 2020, 0), says('b', 2025, 4)], 2);
    expect(later).toMatchObject({ year: 2025, value: 4 });
  });

  it('keeps what is just as old as its freshness', () => {
    const [, later] = combineAssessments([says('a', 2023, 0), says('b', 2025, 4)], 2);
    expect(later).toMatchObject({ year: 2025, value: 2 });
  });

  it('lets a party speak once a year: the latest received counts', () => {
    for (const both of [
      [says('a', 2025, 4, 2), says('a', 2025, 1, 1)].reverse(),
      [says('a', 2025, 4, 2), says('a', 2025, 1, 1)],
    ]) {
      expect(combineAssessments(both, 2)).toMatchObject([{ value: 4, members: [{ order: 2 }] }]);
    }
  });

  it('goes by the year before it goes by what was received last', () => {
    const [, later] = combineAssessments(
      [says('a', 2025, 4, 1), says('a', 2024, 1, 2), says('b', 2025, 4)],
      2,
    );
    expect(later).toMatchObject({ year: 2025, value: 4 });
  });

  it('has its years and its parties in order, whatever the order of the input', () => {
    const assessments = [says('c', 2024, 1), says('a', 2022, 2), says('b', 2023, 3)];
    const combined = combineAssessments(assessments, 5);
    expect(combined.map(({ year }) => year)).toEqual([2022, 2023, 2024]);
    expect(combined.at(-1)?.members.map(({ party }) => party)).toEqual(['a', 'b', 'c']);
  });

  it('lies in the middle of what each party said last, in whatever order it is told', () => {
    const said = fc.record({
      party: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      year: fc.integer({ min: 2020, max: 2026 }),
      value: fc.integer({ min: 0, max: 4 }),
    });
    const told = fc
      .array(said, { minLength: 1, maxLength: 12 })
      .map((all) => all.map((one, order) => ({ ...one, order })));
    fc.assert(
      fc.property(told, fc.nat(11), (all, turn) => {
        const combined = combineAssessments(all, 2);
        const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
        expect(combineAssessments(turned, 2)).toEqual(combined);
        for (const { year, value, members } of combined) {
          const current = all.filter((one) => one.year <= year && one.year >= year - 2);
          const last = ['a', 'b', 'c', 'd', 'e'].flatMap((party) => {
            const own = current.filter((one) => one.party === party);
            const newest = Math.max(...own.map((one) => one.year));
            return own.filter((one) => one.year === newest).slice(-1);
          });
          expect(members).toEqual(last);
          const below = last.filter((one) => one.value < value).length;
          const above = last.filter((one) => one.value > value).length;
          expect(Math.max(below, above)).toBeLessThanOrEqual(last.length / 2);
          if (last.length % 2 === 1) expect(last.map((one) => one.value)).toContain(value);
        }
      }),
      { numRuns: 200 },
    );
  });
});
