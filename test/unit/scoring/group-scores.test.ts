import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Catalogue, PopulationFigure } from '../../../src/catalogue/catalogue.js';
import type { GroupScore, GroupScores } from '../../../src/scoring/groups/group-score.js';
import { scoreGroups } from '../../../src/scoring/groups/group-scores.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import {
  aCatalogue,
  aCommitment,
  aGoal,
  aLink,
  aMethod,
  anArea,
  anIndicator,
  aSnapshot,
  type Figure,
} from './a-catalogue.js';

const MEMBERS = ['AAA', 'BBB', 'CCC'];

function people(of: Readonly<Record<string, number>>, year = 2026): PopulationFigure[] {
  return Object.entries(of).map(([area, inhabitants]) => ({ area, year, inhabitants, edition: '' }));
}

/** Values of an indicator by area: three members of 100, 200 and 700 people. */
function figures(indicator: string, values: Readonly<Record<string, number>>, own: Partial<Figure> = {}) {
  return Object.entries(values).map(([area, value]): Figure => ({
    indicator,
    area,
    value,
    year: 2026,
    ...own,
  }));
}

function scores(
  values: readonly Figure[],
  own: Partial<Catalogue> = {},
  members: readonly string[] = MEMBERS,
): GroupScores {
  const catalogue = aCatalogue({
    areas: MEMBERS.map((code) => anArea(code)),
    population: people({ AAA: 100, BBB: 200, CCC: 700 }),
    ...own,
  });
  return scoreGroups(catalogue, buildScoreBoard(catalogue, aSnapshot(values)))(members);
}

const ONLINE = figures('ONLINE', { AAA: 90, BBB: 60, CCC: 30 });
const SPEED = figures('SPEED', { AAA: 10, BBB: 40, CCC: 70 });

describe('an indicator of a group', () => {
  it('tells the average person from the average member', () => {
    expect(scores(ONLINE).indicator('ONLINE')).toEqual({
      kind: 'indicator',
      code: 'ONLINE',
      members: 3,
      withScore: 3,
      people: expect.closeTo(42, 9) as number,
      countries: expect.closeTo(60, 9) as number,
      populationCoverage: 1,
      memberCoverage: 1,
      median: 60,
      lowest: 30,
      highest: 90,
      statuses: {},
      directions: {},
      change: { sinceYear: 2021, missing: 'NO_BASELINE', populationCoverage: 0, memberCoverage: 0 },
    });
  });

  it('needs two thirds of the people and half of the members, and says how much there is', () => {
    const withoutLargest = scores(figures('ONLINE', { AAA: 90, BBB: 60 })).indicator('ONLINE');
    expect(withoutLargest).toMatchObject({ missing: 'COVERAGE', withScore: 2, memberCoverage: 2 / 3 });
    expect(withoutLargest.populationCoverage).toBeCloseTo(0.3, 12);
    const { people: ofPeople, countries, median } = withoutLargest;
    expect([ofPeople, countries, median]).toEqual([undefined, undefined, undefined]);
    const largestAlone = scores(figures('ONLINE', { CCC: 30 })).indicator('ONLINE');
    expect(largestAlone).toMatchObject({ missing: 'COVERAGE', memberCoverage: 1 / 3 });
    expect(scores([]).indicator('ONLINE').missing).toBe('NO_DATA');
    const unscored = [anIndicator('ONLINE', 'open.1', { scored: false }), anIndicator('SPEED', 'open.2')];
    expect(scores(ONLINE, { indicators: unscored }).indicator('ONLINE').missing).toBe('NOT_SCORED');
  });

  it('takes its rule from the method', () => {
    const method = aMethod({
      aggregates: { populationCoverage: 0.3, memberCoverage: 0.5, populationYear: 2026 },
    });
    expect(scores(figures('ONLINE', { AAA: 90, BBB: 60 }), { method }).indicator('ONLINE').people).toBe(70);
  });

  it('weighs all years alike by the people of one year: that one, the nearest earlier, or the latest known', () => {
    const population = [
      ...people({ AAA: 100, BBB: 100, CCC: 100 }, 2020),
      ...people({ AAA: 200 }, 2022),
      ...people({ AAA: 9000, BBB: 9000 }, 2024),
    ];
    const later = population.filter(({ area, year }) => area !== 'CCC' || year > 2020);
    const method = aMethod({
      aggregates: { populationCoverage: 2 / 3, memberCoverage: 0.5, populationYear: 2023 },
    });
    expect(scores(ONLINE, { method, population }).indicator('ONLINE').people).toBeCloseTo(67.5, 9);
    const onlyLater = [...later, ...people({ CCC: 700 }, 2025)];
    expect(scores(ONLINE, { method, population: onlyLater }).indicator('ONLINE').people).toBeCloseTo(45, 9);
  });

  it('counts a member without known population among the members alone', () => {
    const population = people({ AAA: 100, BBB: 200 });
    expect(scores(ONLINE, { population }).indicator('ONLINE')).toMatchObject({
      people: 70,
      countries: expect.closeTo(60, 9) as number,
    });
  });

  it('does not concern members in which it has no meaning', () => {
    const notApplicable = [{ indicator: 'ONLINE', area: 'CCC', reason: 'no coast' }];
    expect(scores(ONLINE, { notApplicable }).indicator('ONLINE')).toMatchObject({
      members: 2,
      people: 70,
      countries: 75,
      populationCoverage: 1,
    });
    const nowhere = MEMBERS.map((area) => ({ indicator: 'ONLINE', area, reason: 'no coast' }));
    const of = scores([...ONLINE, ...SPEED], { notApplicable: nowhere });
    expect(of.indicator('ONLINE').missing).toBe('NOT_APPLICABLE');
    expect(of.node('goal', 'open.1').missing).toBe('NO_WEIGHT');
  });

  it('counts statuses where a target is agreed, and directions', () => {
    const target = { target: 100, targetBasis: 'agreed', targetYear: 2030 };
    const indicators = [anIndicator('ONLINE', 'open.1', target), anIndicator('SPEED', 'open.2')];
    const then = figures('ONLINE', { AAA: 40, BBB: 61, CCC: 50 }, { year: 2021 });
    const { statuses, directions } = scores([...ONLINE, ...then], { indicators }).indicator('ONLINE');
    expect(statuses).toEqual({ on_track: 1, regressing: 2 });
    expect(directions).toEqual({ improving: 1, steady: 1, declining: 1 });
  });

  it('is withheld from a single area, and leaves out areas that are not scored', () => {
    const areas = [...MEMBERS.map((code) => anArea(code)), anArea('ZZZ', { scored: false })];
    const alone = scores([...ONLINE, ...SPEED], { areas }, ['AAA', 'ZZZ']);
    expect(alone.members).toEqual(['AAA']);
    expect(alone.indicator('ONLINE')).toMatchObject({
      missing: 'TOO_FEW_MEMBERS',
      withScore: 1,
      change: { missing: 'TOO_FEW_MEMBERS' },
    });
    expect(alone.node('principle', 'open').missing).toBe('TOO_FEW_MEMBERS');
    expect(scores(ONLINE, {}, []).indicator('ONLINE').missing).toBe('TOO_FEW_MEMBERS');
  });

  it('does not depend on the order of the members, and refuses what there is not', () => {
    const forth = scores(ONLINE).indicator('ONLINE');
    expect(scores(ONLINE, {}, ['CCC', 'AAA', 'BBB', 'AAA']).indicator('ONLINE')).toEqual(forth);
    expect(() => scores(ONLINE).indicator('OFFLINE')).toThrow(RangeError);
    expect(() => scores(ONLINE).node('goal', 'closed')).toThrow(RangeError);
  });
});

interface RegionalCase {
  readonly members: readonly (readonly [score: number | null, population: number])[];
  readonly expected: {
    readonly published: boolean;
    readonly populationCoverage: number;
    readonly people: number | null;
    readonly countries: number | null;
    readonly median: number | null;
  };
}
const worked = JSON.parse(
  readFileSync(new URL('vectors/regional.json', import.meta.url), 'utf8'),
) as RegionalCase[];

it('agrees with every worked vector of more than one member', () => {
  const groups = worked.filter(({ members }) => members.length > 1);
  expect(groups.length).toBeGreaterThan(10);
  for (const { members, expected } of groups) {
    const codes = members.map((_, i) => `A${String(i).padStart(2, '0')}`);
    const places = members.map(([level, inhabitants], i) => ({ area: codes[i] ?? '', level, inhabitants }));
    const levels = places.flatMap(({ area, level }): Figure[] =>
      level === null ? [] : [{ indicator: 'ONLINE', area, value: level, year: 2026 }],
    );
    const own = {
      areas: codes.map((code) => anArea(code)),
      population: places.map(({ area, inhabitants }) => ({ area, year: 2026, inhabitants, edition: '' })),
    };
    const found = scores(levels, own, codes).indicator('ONLINE');
    expect(found.people === undefined).toBe(!expected.published);
    expect(found.populationCoverage).toBeCloseTo(expected.populationCoverage, 9);
    for (const question of ['people', 'countries', 'median'] as const) {
      const number = found[question] ?? null;
      expect([question, number]).toEqual([
        question,
        expected[question] === null ? null : (expect.closeTo(expected[question], 9) as number),
      ]);
    }
  }
});

describe('a node of a group', () => {
  const geometric = aMethod({ power: { goal: 1, principle: 0, framework: 1 } });

  it('combines the levels of the group, not the scores of its members', () => {
    const of = scores([...ONLINE, ...SPEED], { method: geometric }).node('principle', 'open');
    expect(of).toMatchObject({ members: 3, withScore: 3, coverage: 1, populationCoverage: 1 });
    expect(of.people).toBeCloseTo(Math.sqrt(42 * 58), 9);
    expect(of.countries).toBeCloseTo(Math.sqrt(60 * 40), 9);
    const own = [Math.sqrt(90 * 10), Math.sqrt(60 * 40), Math.sqrt(30 * 70)];
    expect([of.lowest, of.median, of.highest]).toEqual([
      expect.closeTo(Math.min(...own), 9),
      expect.closeTo(Math.sqrt(30 * 70), 9),
      expect.closeTo(Math.max(...own), 9),
    ]);
    expect(of.countries).not.toBeCloseTo(own.reduce((sum, each) => sum + each, 0) / 3, 1);
  });

  it('may have a score where no member has one, and none where members do', () => {
    const split = scores(
      [...figures('ONLINE', { AAA: 90, CCC: 30 }), ...figures('SPEED', { BBB: 40, CCC: 70 })],
      { population: people({ AAA: 100, BBB: 100, CCC: 800 }) },
    ).node('principle', 'open');
    expect(split).toMatchObject({ withScore: 1, memberCoverage: 1 / 3, coverage: 1 });
    expect(split.people).toBeCloseTo(((90 * 100 + 30 * 800) / 900 + (40 * 100 + 70 * 800) / 900) / 2, 9);
    expect(split.countries).toBeCloseTo((60 + 55) / 2, 9);
    expect(split.median).toBeUndefined();
    const half = scores([...ONLINE, ...figures('SPEED', { AAA: 10, BBB: 40 })]).node('principle', 'open');
    expect(half).toMatchObject({ withScore: 2, missing: 'COVERAGE', coverage: 0.5 });
    expect([half.people, half.countries]).toEqual([undefined, undefined]);
  });

  it('is withheld where the edition withholds it', () => {
    const off = scores([...ONLINE, ...SPEED]).node('framework', 'example');
    expect(off).toMatchObject({ missing: 'SWITCHED_OFF', change: { missing: 'SWITCHED_OFF' } });
    const method = aMethod({ overallScore: true });
    expect(scores([...ONLINE, ...SPEED], { method }).node('framework', 'example').people).toBeCloseTo(50, 9);
  });

  it('never fills a gap with a regional mean', () => {
    const method = aMethod({ missing: { rule: 'regional_mean', minValues: 1 } });
    const areas = MEMBERS.map((code) => anArea(code, { unGroup: 'REGION' }));
    const levels = [...figures('ONLINE', { AAA: 90, BBB: 60 }), ...SPEED];
    expect(scores(levels, { method, areas }).node('goal', 'open.1').missing).toBe('NO_DATA');
  });

  it('counts links of commitments as a country’s, and objectives from their commitments', () => {
    const views = {
      goals: [aGoal('open.1', 'open'), aGoal('open.2', 'open')],
      objectives: [{ code: '1', name: 'One' }],
      commitments: ['C1', 'C2', 'C3'].map((id) => aCommitment(id)),
      crosswalk: [
        aLink('ONLINE', 'C1'),
        aLink('SPEED', 'C1', 'partly'),
        aLink('ONLINE', 'C2'),
        aLink('SPEED', 'C3'),
      ],
    };
    const of = scores([...ONLINE, ...SPEED], views);
    expect(of.node('commitment', 'C1').people).toBeCloseTo((42 + 0.5 * 58) / 1.5, 9);
    expect(of.node('commitment', 'C1').countries).toBeCloseTo((60 + 0.5 * 40) / 1.5, 9);
    const objective = of.node('objective', '1');
    expect(objective.people).toBeCloseTo(((42 + 0.5 * 58) / 1.5 + 42 + 58) / 3, 9);
  });
});

describe('the change of a group', () => {
  const then = (indicator: string, values: Readonly<Record<string, number>>, own: Partial<Figure> = {}) =>
    figures(indicator, values, { year: 2021, ...own });

  it('is that of members with both figures, whoever came or went', () => {
    const levels = [...ONLINE, ...then('ONLINE', { BBB: 50, CCC: 10 })];
    const { change } = scores(levels).indicator('ONLINE');
    expect(change).toEqual({
      sinceYear: 2021,
      people: expect.closeTo((10 * 200 + 20 * 700) / 900, 9) as number,
      countries: expect.closeTo(15, 9) as number,
      populationCoverage: expect.closeTo(0.9, 9) as number,
      memberCoverage: expect.closeTo(2 / 3, 9) as number,
    });
  });

  it('is not told from too small a panel', () => {
    const levels = [...ONLINE, ...then('ONLINE', { AAA: 50, BBB: 10 })];
    expect(scores(levels).indicator('ONLINE').change).toMatchObject({
      missing: 'COVERAGE',
      memberCoverage: 2 / 3,
    });
  });

  it('leaves out values of editions that may not be compared', () => {
    const levels = [...ONLINE, ...then('ONLINE', { AAA: 50, BBB: 50, CCC: 10 }, { edition: 'old' })];
    expect(scores(levels).indicator('ONLINE').change).toMatchObject({ missing: 'NO_BASELINE' });
    const comparableEditions = [
      { indicator: 'ONLINE', editionA: 'old', editionB: 'E', reason: 'same survey' },
    ];
    expect(scores(levels, { comparableEditions }).indicator('ONLINE').change.countries).toBeCloseTo(
      60 - 110 / 3,
      9,
    );
  });

  it('does not take one value that is current at both ends for standing still', () => {
    const indicators = [
      anIndicator('ONLINE', 'open.1', { freshnessYears: 5 }),
      anIndicator('SPEED', 'open.2'),
    ];
    const once = then('ONLINE', { AAA: 50, BBB: 50, CCC: 10 });
    const { people: now, change } = scores(once, { indicators }).indicator('ONLINE');
    expect(now).toBeCloseTo(22, 9);
    expect(change).toMatchObject({ missing: 'NO_BASELINE', memberCoverage: 0 });
  });

  it('is told of no year before the first of the board', () => {
    const levels = [...ONLINE, ...then('ONLINE', { AAA: 50, BBB: 50, CCC: 10 })];
    const method = aMethod({ firstYear: 2022 });
    expect(scores(levels, { method }).indicator('ONLINE').change.missing).toBe('NO_BASELINE');
  });

  it('of a node stands on the indicators with a panel, alike at both ends', () => {
    const goals = [aGoal('open.1', 'open')];
    const indicators = ['ONLINE', 'SPEED', 'PRICE'].map((code) => anIndicator(code, 'open.1'));
    const levels = [
      ...ONLINE,
      ...SPEED,
      ...figures('PRICE', { AAA: 0, BBB: 0, CCC: 0 }),
      ...then('ONLINE', { AAA: 80, BBB: 50, CCC: 10 }),
      ...then('SPEED', { BBB: 50, CCC: 50 }),
    ];
    const { change, people: now } = scores(levels, { goals, indicators }).node('goal', 'open.1');
    expect(now).toBeCloseTo((42 + 58 + 0) / 3, 9);
    expect(change.coverage).toBeCloseTo(2 / 3, 9);
    const online = (10 * 100 + 10 * 200 + 20 * 700) / 1000;
    const speed = (-10 * 200 + 20 * 700) / 900;
    expect(change.people).toBeCloseTo((online + speed) / 2, 9);
    expect(change.countries).toBeCloseTo((40 / 3 + 5) / 2, 9);
  });

  it('of a node is not told when too little of it has a panel', () => {
    const levels = [...ONLINE, ...SPEED, ...then('ONLINE', { AAA: 80, BBB: 50, CCC: 10 })];
    expect(scores(levels).node('principle', 'open').change).toEqual({
      sinceYear: 2021,
      missing: 'COVERAGE',
      coverage: 0.5,
    });
    expect(scores([...ONLINE, ...SPEED]).node('principle', 'open').change).toMatchObject({
      missing: 'NO_BASELINE',
    });
  });
});

describe('any group', () => {
  const level = fc.option(
    fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    { nil: undefined },
  );
  const member = fc.record({
    online: level,
    speed: level,
    earlier: level,
    inhabitants: fc.integer({ min: 0, max: 1e9 }),
  });
  const group = fc.array(member, { minLength: 2, maxLength: 6 });

  interface AnyMember {
    readonly online?: number | undefined;
    readonly speed?: number | undefined;
    readonly earlier?: number | undefined;
    readonly inhabitants: number;
  }

  function scoresOf(members: readonly AnyMember[]): GroupScores {
    const codes = members.map((_, i) => `A${String(i)}`);
    const levels = members.flatMap(({ online, speed, earlier }, i): Figure[] => {
      const of = (indicator: string, year: number, value: number | undefined): Figure[] =>
        value === undefined ? [] : [{ indicator, area: codes[i] ?? '', year, value }];
      return [...of('ONLINE', 2026, online), ...of('SPEED', 2026, speed), ...of('ONLINE', 2021, earlier)];
    });
    const population = members.map(({ inhabitants }, i) => ({
      area: codes[i] ?? '',
      year: 2026,
      inhabitants,
      edition: '',
    }));
    return scores(levels, { areas: codes.map((code) => anArea(code)), population }, codes);
  }

  function isSound({ kind, people: ofPeople, countries, missing, change, ...line }: GroupScore): boolean {
    const { lowest = 0, highest = 100 } = kind === 'indicator' ? line : {};
    const within = [ofPeople, countries].every(
      (score) => score === undefined || (score >= lowest && score <= highest),
    );
    const shares = [line.coverage ?? 0, line.populationCoverage, line.memberCoverage];
    return (
      within &&
      shares.every((share) => share >= 0 && share <= 1) &&
      (ofPeople === undefined) === (missing !== undefined) &&
      (countries === undefined) === (missing !== undefined) &&
      (change.people === undefined) === (change.missing !== undefined)
    );
  }

  it('has scores between those of its members, both or none, and shares between 0 and 1', () => {
    fc.assert(
      fc.property(group, (members) => {
        const of = scoresOf(members);
        const lines = [of.indicator('ONLINE'), of.indicator('SPEED'), of.node('principle', 'open')];
        expect(lines.filter((line) => !isSound(line))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('with every figure and arithmetic means is the mean of its members’ own scores', () => {
    const whole = fc.array(
      fc.record({
        online: fc.integer({ min: 0, max: 100 }),
        speed: fc.integer({ min: 0, max: 100 }),
        earlier: fc.constant(undefined),
        inhabitants: fc.integer({ min: 1, max: 1e6 }),
      }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(whole, (members) => {
        const of = scoresOf(members).node('principle', 'open');
        const own = members.map(({ online, speed }) => (online + speed) / 2);
        const everybody = members.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
        const weighted = members.reduce((sum, { inhabitants }, i) => sum + inhabitants * (own[i] ?? 0), 0);
        const plain = own.reduce((sum, each) => sum + each, 0) / own.length;
        const apart = [weighted / everybody - (of.people ?? NaN), plain - (of.countries ?? NaN)];
        expect(apart.every((difference) => Math.abs(difference) < 1e-9)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
