import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { quantile, quantileOfSorted } from '../../../../src/scoring/engine/quantile.js';
import { competitionRanks } from '../../../../src/scoring/engine/rank.js';
import {
  aggregateChange,
  aggregateMembers,
  countStatuses,
  type Member,
} from '../../../../src/scoring/engine/region.js';

interface RegionalCase {
  readonly members: readonly (readonly [score: number | null, population: number])[];
  readonly expected: Readonly<Record<string, number | boolean | null>>;
}

const worked = JSON.parse(
  readFileSync(new URL('../vectors/regional.json', import.meta.url), 'utf8'),
) as RegionalCase[];

const score = fc.integer({ min: 0, max: 1e6 }).map((parts) => parts / 1e4);
const anyMembers = fc.array(
  fc.record({ score: fc.oneof(score, fc.constant(NaN)), population: fc.double() }, { requiredKeys: [] }),
  { maxLength: 12 },
);

describe('quantile', () => {
  it('is interpolated between neighbours (type 7)', () => {
    expect([0, 0.05, 0.5, 0.95, 1].map((share) => quantile([40, 10, 30, 20], share))).toEqual([
      10,
      expect.closeTo(11.5, 12),
      25,
      expect.closeTo(38.5, 12),
      40,
    ]);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantileOfSorted(Float64Array.of(1, 2, 3), 0.5)).toBe(2);
  });

  it('is undefined when nothing was observed, and refuses a share that is none', () => {
    expect(quantile([], 0.5)).toBeUndefined();
    for (const share of [-0.01, 1.01, NaN]) expect(() => quantile([1], share)).toThrow(RangeError);
  });
});

describe('competitionRanks', () => {
  it('shares a place among equals and leaves the next places free', () => {
    expect(competitionRanks([50, 70, 90, 70])).toEqual([4, 2, 1, 2]);
    expect(competitionRanks([5, 5, 5])).toEqual([1, 1, 1]);
    expect(competitionRanks([])).toEqual([]);
  });

  it('ties scores no further apart than 1e-9, and no others', () => {
    expect(competitionRanks([60, 60 + 0.9e-9, 59])).toEqual([1, 1, 3]);
    expect(competitionRanks([60, 60 + 1.1e-9, 59])).toEqual([2, 1, 3]);
    expect(competitionRanks([60 - 0.9e-9, 60, 60 + 0.9e-9])).toEqual([1, 1, 1]);
  });

  it('is one more than the number of those ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }), (scores) => {
        expect(competitionRanks(scores)).toEqual(
          scores.map((own) => 1 + scores.filter((other) => other > own).length),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('aggregateMembers', () => {
  it.each(worked.map((vector, i) => ({ number: i + 1, ...vector })))(
    'agrees with worked vector $number',
    ({ members, expected }) => {
      const { coverage, scores } = aggregateMembers(
        members.map(([own, population]) => (own === null ? { population } : { score: own, population })),
      );
      const found = {
        populationCoverage: coverage.population,
        countryCoverage: coverage.countries,
        published: scores !== undefined,
        people: scores?.people ?? null,
        countries: scores?.countries ?? null,
        median: scores?.median ?? null,
      };
      for (const [field, value] of Object.entries(found)) {
        const wanted = expected[field];
        if (typeof wanted !== 'number') expect({ [field]: value }).toEqual({ [field]: wanted });
        else expect(Math.abs(Number(value) - wanted)).toBeLessThanOrEqual(1e-9);
      }
    },
  );

  it('asks two questions of the same members', () => {
    const members = [
      { score: 90, population: 1 },
      { score: 30, population: 5 },
    ];
    expect(aggregateMembers(members).scores).toEqual({
      people: expect.closeTo(40, 12),
      countries: 60,
      median: 60,
      lowest: 30,
      highest: 90,
    });
  });

  it('publishes at exactly two thirds of the people and half of the members, and not below', () => {
    const members = (people: number): Member[] => [{ score: 50, population: people }, { population: 100 }];
    expect(aggregateMembers(members(200)).scores).toBeDefined();
    expect(aggregateMembers(members(199)).scores).toBeUndefined();
    expect(aggregateMembers([...members(900), { population: 1 }]).scores).toBeUndefined();
    const rule = { minPopulationCoverage: 0.3, minCountryCoverage: 0.3 };
    expect(aggregateMembers([...members(100), { population: 1 }], rule).scores?.people).toBe(50);
  });

  it('counts a member of unknown population among the members only', () => {
    const { coverage, scores } = aggregateMembers([
      { score: 20, population: 10 },
      { score: 80 },
      { score: 50, population: 0 },
    ]);
    expect(coverage).toEqual({ population: 1, countries: 1 });
    expect(scores).toMatchObject({ people: 20, countries: 50 });
  });

  it('covers nothing without people or members', () => {
    expect(aggregateMembers([])).toEqual({ coverage: { population: 0, countries: 0 } });
    expect(aggregateMembers([{ score: 10 }])).toEqual({ coverage: { population: 0, countries: 1 } });
  });

  it('never throws, is finite and lies between its members, whatever they are', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        const { coverage, scores } = aggregateMembers(members);
        expect([coverage.population, coverage.countries].every((share) => share >= 0 && share <= 1)).toBe(
          true,
        );
        if (scores === undefined) return;
        const known = members.flatMap(({ score: own }) => (Number.isFinite(own) ? [Number(own)] : []));
        expect(scores.lowest).toBe(Math.min(...known));
        expect(scores.highest).toBe(Math.max(...known));
        for (const value of [scores.people, scores.countries, scores.median]) {
          expect(value >= scores.lowest && value <= scores.highest).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same to the last digit in any order of the members', () => {
    const shuffled = anyMembers.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(shuffled, ([members, other]) => {
        expect(aggregateMembers(other)).toEqual(aggregateMembers(members));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('aggregateChange', () => {
  it('moves on the members that have both scores only', () => {
    const change = aggregateChange([
      { before: 20, after: 30, population: 30 },
      { before: 60, after: 80, population: 10 },
      { after: 100, population: 1 },
    ]);
    expect(change.coverage.countries).toBeCloseTo(2 / 3, 12);
    expect(change.coverage.population).toBeCloseTo(40 / 41, 12);
    expect(change.change).toEqual({ people: 12.5, countries: 15, median: 15 });
    expect([change.before?.countries, change.after?.countries]).toEqual([40, 55]);
  });

  it('says nothing when the panel covers too little, whatever either end covers', () => {
    const change = aggregateChange([
      { before: 20, population: 10 },
      { after: 30, population: 10 },
      { before: 40, after: 50, population: 10 },
    ]);
    expect(change).toEqual({ coverage: { population: 1 / 3, countries: 1 / 3 } });
  });
});

describe('countStatuses', () => {
  it('counts each status that occurs', () => {
    expect([...countStatuses(['limited', 'on_track', 'limited'])]).toEqual([
      ['limited', 2],
      ['on_track', 1],
    ]);
  });
});
