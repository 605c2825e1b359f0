import fc from 'fast-check';
import type { Catalogue, Indicator, Method } from '../../../src/catalogue/catalogue.js';
import type { ObservationSnapshot } from '../../../src/observations/observation.js';
import {
  aCatalogue,
  aCommitment,
  aGoal,
  aLink,
  aMethod,
  anArea,
  anIndicator,
  aPrinciple,
  aSnapshot,
  type Figure,
} from './a-catalogue.js';

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const AREAS = ['AAA', 'BBB', 'CCC', 'DDD'];

const weight = fc.constantFrom(0, 0.5, 1, 1, 2, 7);
const power = fc.constantFrom(1, 1, 0, -1, 2);

const goalposts: fc.Arbitrary<Indicator['goalposts']> = fc.oneof(
  fc.constantFrom<Indicator['goalposts']>(
    { kind: 'range', worst: 0, best: 100, scale: 'linear' },
    { kind: 'range', worst: 80, best: 5, scale: 'linear' },
    { kind: 'range', worst: 1, best: 90, scale: 'log' },
    { kind: 'range', worst: 60, best: 0, scale: 'log1p' },
    { kind: 'rubric', worst: 0, best: 4, scale: 'linear' },
    { kind: 'band', low: 40, high: 60, zeroDistance: 50 },
  ),
);

const indicators = fc.tuple(
  ...CODES.map((code, i) =>
    fc
      .record({
        goalposts,
        weight: weight.map((each) => Math.max(0.5, each)),
        tier: fc.constantFrom('core' as const, 'core' as const, 'extended' as const),
        averageYears: fc.constantFrom(1, 1, 3),
        per: fc.constantFrom(undefined, undefined, 1000),
        overlapGroup: fc.constantFrom(undefined, undefined, 'twins'),
        scored: fc.constantFrom(true, true, true, false),
      })
      .map(({ per, overlapGroup, ...own }) =>
        anIndicator(code, `g${String(i % 4)}`, {
          ...own,
          issues: i % 2 === 0 ? ['ISSUE'] : [],
          ...(per === undefined ? {} : { per }),
          ...(overlapGroup === undefined ? {} : { overlapGroup }),
        }),
      ),
  ),
);

const method: fc.Arbitrary<Method> = fc
  .record({
    powers: fc.record({ goal: power, principle: power, framework: power }),
    p1: power,
    decided: fc.option(weight),
    partlyWeight: fc.constantFrom(0.5, 0.25),
    rule: fc.constantFrom('renormalise' as const, 'renormalise' as const, 'regional_mean' as const),
    least: fc.constantFrom(0, 0.5),
  })
  .map(({ powers, p1, decided, partlyWeight, rule, least }) => {
    const usual = aMethod();
    const by = { author: 'A. Uthor', date: '2026-01-01', reason: 'agreed' };
    return aMethod({
      power: powers,
      powers: [{ ...by, node: 'p1', power: p1 }],
      weights: decided === null ? [] : [{ ...by, parent: 'p0', child: 'g0', weight: decided }],
      partlyWeight,
      missing: { rule, minValues: 2 },
      overallScore: true,
      coverage: {
        ...usual.coverage,
        goal: least,
        principle: least,
        principleMinGoals: 1,
        framework: least,
        view: least,
        liveShare: 0.25,
        viewMinIndicators: 1,
        objectiveMinCommitments: 1,
      },
    });
  });

/** A framework of two principles, four goals, eight indicators, an issue and an objective with two commitments. */
export const frameworks: fc.Arbitrary<Catalogue> = fc
  .record({ indicators, method, exempt: fc.option(fc.constantFrom(...CODES)) })
  .map(({ exempt, ...own }) =>
    aCatalogue({
      ...own,
      principles: [aPrinciple('p0'), aPrinciple('p1')],
      goals: [0, 1, 2, 3].map((i) => aGoal(`g${String(i)}`, `p${String(i % 2)}`)),
      issues: [{ code: 'ISSUE', name: 'Issue', principles: [] }],
      objectives: [{ code: 'o1', name: 'Objective' }],
      commitments: [aCommitment('c1', { objective: 'o1' }), aCommitment('c2', { objective: 'o1' })],
      crosswalk: [
        aLink('A', 'c1'),
        aLink('B', 'c1', 'partly'),
        aLink('C', 'c1', 'context'),
        aLink('C', 'c2', 'partly'),
        aLink('D', 'c2', 'partly'),
        aLink('A', 'c2', 'partly'),
      ],
      areas: AREAS.map((code) => anArea(code, { unGroup: 'UN-X' })),
      population: AREAS.map((area, i) => ({ area, year: 2024, inhabitants: 100 * (i + 1), edition: 'E' })),
      notApplicable: exempt === null ? [] : [{ indicator: exempt, area: 'AAA', reason: 'no coast' }],
    }),
  );

const figure: fc.Arbitrary<Figure> = fc
  .record({
    area: fc.constantFrom(...AREAS, 'AAA', 'AAA', 'AAA'),
    indicator: fc.constantFrom(...CODES),
    year: fc.constantFrom(2019, 2022, 2023, 2024, 2025, 2026),
    value: fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double({ min: 0, max: 100, noNaN: true })),
    status: fc.constantFrom('normal' as const, 'normal' as const, 'estimated' as const, 'doubtful' as const),
    edition: fc.constantFrom('E', 'E', 'F'),
    community: fc.constantFrom(undefined, undefined, 'one', 'two'),
  })
  .map(({ community, ...own }) => (community === undefined ? own : { ...own, community }));

/** Figures of these areas and indicators, one for each place. */
export const snapshots: fc.Arbitrary<ObservationSnapshot> = fc
  .uniqueArray(figure, {
    minLength: 20,
    maxLength: 60,
    selector: ({ area, indicator, year, edition, community }) =>
      [area, indicator, year, edition, community].join(' '),
  })
  .map((figures) => aSnapshot(figures));

/** Everything in such a framework that has a score. */
export const NODES = [
  ['framework', 'example'],
  ['principle', 'p0'],
  ['principle', 'p1'],
  ['goal', 'g0'],
  ['goal', 'g1'],
  ['issue', 'ISSUE'],
  ['commitment', 'c1'],
  ['objective', 'o1'],
] as const;
