import fc from 'fast-check';
import { STAKEHOLDER_GROUPS } from '../../../../src/catalogue/stakeholder-group.js';
import { protectCount } from '../../../../src/catalogue/took-part.js';
import type { Community } from '../../../../src/communities/community.js';
import {
  participationReport,
  type FoundView,
} from '../../../../src/reports/participation/participation-report.js';
import { participationTable } from '../../../../src/reports/participation/participation-table.js';
import { takingPart, type TakingPart } from '../../../../src/reports/participation/taking-part.js';
import type { ReportSources } from '../../../../src/reports/report-sources.js';
import { anObservation, aSeriesEdition, COMMUNITY, sourcesWith } from '../some-sources.js';

const YOUTH: Community = { ...COMMUNITY, id: 2, code: 'youth', name: 'Youth', kind: 'youth' };
const MINISTRY: Community = {
  ...{ ...COMMUNITY, id: 3, code: 'ministry', name: 'Ministry', kind: 'other' },
  stakeholder: 'government',
};
const HIDDEN: Community = { ...COMMUNITY, id: 4, code: 'hidden', name: 'Not confirmed', hidden: true };
const SENDERS = [COMMUNITY, YOUTH, MINISTRY, HIDDEN];

/** Indicators on a ladder: of cybersecurity alone, of cybersecurity and rights; and one that is counted, of access. */
const INCIDENTS = 'CA_INCIDENT_COOPERATION';
const CHILDREN = 'CA_CHILD_SAFETY';
const ONLINE = 'UI_NETUSE';
const INDICATORS = [INCIDENTS, CHILDREN, ONLINE];

const EDITIONS = [
  aSeriesEdition({ id: 1 }),
  ...SENDERS.flatMap(({ code: community }, sender) =>
    INDICATORS.map((indicator, i) =>
      aSeriesEdition({ id: 10 * (sender + 1) + i, indicator, community, published: false }),
    ),
  ),
];

/** An edition of a sender's figures, by the places of both in the lists. */
const of = (sender: number, indicator: string) => ({
  indicator,
  seriesEditionId: 10 * (sender + 1) + INDICATORS.indexOf(indicator),
  value: 2,
});

let sources: ReportSources;

beforeAll(async () => {
  const figures = [
    anObservation({ submissionId: 9 }),
    anObservation({
      ...{ ...of(0, INCIDENTS), year: 2025 },
      tookPart: [
        { group: 'government', persons: '<5' },
        { group: 'civil_society', persons: 15 },
      ],
    }),
    anObservation({
      ...{ ...of(0, CHILDREN), year: 2025 },
      tookPart: [{ group: 'civil_society', persons: 10 }, { group: 'technical_community' }],
    }),
    anObservation({ ...of(0, ONLINE), year: 2022, submissionId: 2 }),
    anObservation({ ...of(0, ONLINE), year: 2023, submissionId: 2 }),
    anObservation({
      ...{ ...of(1, INCIDENTS), year: 2025, submissionId: 3 },
      tookPart: [{ group: 'civil_society', persons: 5 }],
    }),
    anObservation({ ...of(2, INCIDENTS), area: 'UGA', year: 2024, submissionId: 4 }),
    anObservation({ ...of(3, INCIDENTS), area: 'BRA', year: 2024, submissionId: 5 }),
  ];
  const made = await sourcesWith(figures, EDITIONS);
  sources = { ...made, communities: new Map(SENDERS.map((one) => [one.code, one])) };
});

const ACCEPTED_IN = new Map([
  ...[1, 2].map((id) => [id, 2025] as const),
  ...[3, 4, 5, 9].map((id) => [id, 2026] as const),
]);

function reportOf(contributions: readonly TakingPart[], view: FoundView = {}) {
  return participationReport(view, contributions, ACCEPTED_IN, sources);
}

describe('who took part', () => {
  it('is counted by hand', () => {
    const report = reportOf(takingPart(sources));
    expect(report.total).toMatchObject({
      communities: 3,
      kinds: ['national', 'youth', 'other'],
      countries: 2,
      contributions: 5,
      groups: {
        government: 2,
        international_organisation: 0,
        civil_society: 3,
        technical_community: 1,
        private_sector: 0,
      },
      untold: 1,
      breadth: 3,
      // The greater of two answers of one group in one year; one case of few.
      persons: { rounded: 15 + 5, small: 1 },
    });
    // p = 1/3, 1/2, 1/6: H = 1.011404, ln 5 = 1.609438
    expect(report.total.balance).toBeCloseTo(0.628421, 6);
    expect(report.reach).toEqual({ breadth: 1, possible: 5, balance: 0 });
    expect(report.years).toEqual([
      { year: 2025, submissions: 2, communities: 1 },
      { year: 2026, submissions: 2, communities: 2 },
    ]);
    expect(report.communities.map(({ code, contributions }) => [code, contributions])).toEqual([
      ['kenya-igf', 3],
      ['ministry', 1],
      ['youth', 1],
    ]);
  });

  it('tells on each issue who is missing where others are, and where nobody is', () => {
    const issue = sources.lookUp.issue('CYB');
    const { gaps, total } = reportOf(takingPart(sources), { issue });
    expect(total.contributions).toBe(4);
    expect(gaps.map(({ group, areas }) => [group ?? 'nobody', areas.length, areas.at(-1)])).toEqual([
      ['nobody', sources.lookUp.scoredAreas.length - 2, 'ZWE'],
      ['international_organisation', 2, 'UGA'],
      ['civil_society', 1, 'UGA'],
      ['technical_community', 1, 'UGA'],
      ['private_sector', 2, 'UGA'],
    ]);
  });

  it('says nothing of balance where there is not enough', () => {
    const area = sources.lookUp.area('UGA');
    const { total, reach, regions } = reportOf(takingPart(sources), { area });
    expect([total.contributions, total.breadth, total.balance, reach, regions]).toEqual([
      1,
      1,
      undefined,
      undefined,
      [],
    ]);
  });

  it('names no community that may not be shown', () => {
    const written = JSON.stringify(reportOf(takingPart(sources)));
    expect(written).toContain(YOUTH.name);
    expect(written).not.toContain(HIDDEN.name);
  });
});

describe('numbers of people', () => {
  const raw = fc.record({
    sender: fc.nat(2),
    area: fc.constantFrom('KEN', 'UGA', 'BRA', 'FRA'),
    indicator: fc.constantFrom(...INDICATORS),
    year: fc.integer({ min: 2024, max: 2026 }),
    group: fc.constantFrom(...STAKEHOLDER_GROUPS),
    persons: fc.nat(30),
    /** Where among the numbers that are protected alike another one lies. */
    elsewhere: fc.nat(4),
  });
  const someRaw = fc.array(raw, { maxLength: 25 });
  type Raw = typeof raw extends fc.Arbitrary<infer One> ? One : never;

  /** Another number that is protected to the same. */
  function another({ persons, elsewhere }: Raw): number {
    const alike = Array.from({ length: 40 }, (_none, number) => number).filter(
      (number) => protectCount(number) === protectCount(persons),
    );
    return alike[elsewhere % alike.length] ?? persons;
  }

  function contributions(rows: readonly Raw[], personsOf: (row: Raw) => number): readonly TakingPart[] {
    return rows.map((row) => {
      const { sender, area, indicator, year, group } = row;
      const community = SENDERS[sender] ?? COMMUNITY;
      const persons = protectCount(personsOf(row));
      return {
        ...{ community, area, indicator, groups: [group], submissions: [1] },
        persons: [{ community: community.code, area, year, group, persons }],
      };
    });
  }

  function everyView(): readonly FoundView[] {
    const { lookUp } = sources;
    const { groups, issues } = lookUp.catalogue;
    return [
      {},
      ...['KEN', 'BRA'].map((code) => ({ area: lookUp.area(code) })),
      ...groups.slice(0, 6).map((region) => ({ region })),
      ...issues.filter(({ code }) => ['CYB', 'ACCESS'].includes(code)).map((issue) => ({ issue })),
    ];
  }

  it('leave every view as it is when they differ only where they are protected', () => {
    fc.assert(
      fc.property(someRaw, (rows) => {
        const [one, other] = [({ persons }: Raw) => persons, another].map((personsOf) =>
          everyView().map((view) => {
            const report = reportOf(contributions(rows, personsOf), view);
            return JSON.stringify([report, participationTable(report)]);
          }),
        );
        expect(one).toEqual(other);
      }),
      { numRuns: 15 },
    );
  });

  it('are sums of cases, each protected by itself: no difference between views tells more', () => {
    fc.assert(
      fc.property(someRaw, (rows) => {
        const { total, countries } = reportOf(contributions(rows, ({ persons }) => persons));
        const sum = (pick: 'rounded' | 'small') =>
          countries.reduce((all, { persons }) => all + (persons?.[pick] ?? 0), 0);
        expect([total.persons?.rounded ?? 0, total.persons?.small ?? 0]).toEqual([
          sum('rounded'),
          sum('small'),
        ]);
        expect((total.persons?.rounded ?? 0) % 5).toBe(0);
        const cases = casesOf(rows);
        const large = [...cases.values()].filter((persons) => persons >= 5);
        expect(total.persons?.rounded ?? 0).toBe(
          large.reduce((all, persons) => all + Number(protectCount(persons)), 0),
        );
        expect(total.persons?.small ?? 0).toBe(
          [...cases.values()].filter((persons) => persons > 0 && persons < 5).length,
        );
      }),
      { numRuns: 50 },
    );
  });

  /** The greatest number of each community, area, year and group. */
  function casesOf(rows: readonly Raw[]): ReadonlyMap<string, number> {
    const cases = new Map<string, number>();
    for (const { sender, area, year, group, persons } of rows) {
      const key = JSON.stringify([sender, area, year, group]);
      cases.set(key, Math.max(cases.get(key) ?? 0, persons));
    }
    return cases;
  }
});
