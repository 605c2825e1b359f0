import fc from 'fast-check';
import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { advanceBoard } from '../../../src/scoring/board/advance-board.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { NodeKind, ScoreBoard } from '../../../src/scoring/score.js';
import { isFull } from '../../support/sample.js';
import {
  aCatalogue,
  aCommitment,
  aGoal,
  aLink,
  aMethod,
  anArea,
  anIndicator,
  aPrinciple,
  aSeries,
  type Figure,
} from './a-catalogue.js';
import { Ledger } from './a-ledger.js';

const AREAS = ['AAA', 'BBB', 'CCC', 'DDD'];
const INDICATORS = ['SHARE', 'COUNT', 'LADDER', 'EVENTS', 'WIDER', 'SHOWN'];
const NODES: readonly (readonly [NodeKind, string])[] = [
  ['framework', 'example'],
  ['principle', 'open'],
  ['principle', 'free'],
  ['goal', 'open.1'],
  ['goal', 'open.2'],
  ['goal', 'free.1'],
  ['objective', '1'],
  ['commitment', '7'],
  ['commitment', '8'],
  ['issue', 'ISSUE'],
];

/** Everything a framework may ask for, in small: each run switches some of it on. */
const catalogues = fc
  .record({
    regional: fc.boolean(),
    overall: fc.boolean(),
    liveShare: fc.constantFrom(0.3, 0.5, 1),
    base: fc.constantFrom(1, 3),
    comparable: fc.boolean(),
    apart: fc.boolean(),
    listed: fc.boolean(),
  })
  .map(({ regional, overall, liveShare, base, comparable, apart, listed }): Catalogue => {
    const usual = aMethod();
    const coverage = {
      ...usual.coverage,
      liveShare,
      principle: 0.4,
      principleMinGoals: 1,
      objectiveMinCommitments: 1,
    };
    return aCatalogue({
      method: aMethod({
        firstYear: 2024,
        coverage: { ...coverage, viewMinIndicators: 1, rank: 0.4 },
        base: { ...usual.base, lookBackYears: 3, minSpanYears: base },
        missing: { rule: regional ? 'regional_mean' : 'renormalise', minValues: 2 },
        overallScore: overall,
        ranks: overall,
      }),
      principles: [aPrinciple('open'), aPrinciple('free')],
      goals: [aGoal('open.1', 'open'), aGoal('open.2', 'open'), aGoal('free.1', 'free')],
      indicators: [
        anIndicator('SHARE', 'open.1', {
          target: 90,
          targetBasis: 'agreed',
          issues: ['ISSUE'],
          overlapGroup: 'same',
        }),
        anIndicator('COUNT', 'open.1', { per: 1000, issues: ['ISSUE'] }),
        anIndicator('LADDER', 'open.2', {
          goalposts: { kind: 'rubric', worst: 0, best: 4, scale: 'linear' },
          issues: ['ISSUE'],
        }),
        anIndicator('EVENTS', 'free.1', { averageYears: 2 }),
        anIndicator('WIDER', 'free.1', { tier: 'extended', overlapGroup: 'same', issues: ['ISSUE'] }),
        anIndicator('SHOWN', 'free.1', { scored: false }),
      ],
      issues: [{ code: 'ISSUE', name: '', principles: [], description: '' }] as never,
      objectives: [{ code: '1', title: '' }] as never,
      commitments: [aCommitment('7'), aCommitment('8')],
      crosswalk: [
        aLink('SHARE', '7'),
        aLink('WIDER', '7', 'partly'),
        aLink('EVENTS', '8', 'partly'),
        aLink('COUNT', '8'),
      ],
      areas: [
        anArea('AAA', { unGroup: 'north' }),
        anArea('BBB', { unGroup: 'north' }),
        anArea('CCC', { unGroup: 'north' }),
        anArea('DDD', { scored: false }),
      ],
      population: [
        { area: 'AAA', year: 2023, inhabitants: 50_000 },
        { area: 'BBB', year: 2025, inhabitants: 80_000 },
      ] as never,
      series: listed
        ? [aSeries('SHARE', 'S', 'E'), aSeries('SHARE', 'S', 'F'), aSeries('SHARE', 'T', 'E')]
        : [],
      comparableEditions: comparable
        ? [{ indicator: 'SHARE', editionA: 'E', editionB: 'F', reason: 'same method' }]
        : [],
      notApplicable: apart ? ([{ area: 'BBB', indicator: 'EVENTS', reason: 'none there' }] as never) : [],
    });
  });

const figures: fc.Arbitrary<Figure> = fc
  .record({
    area: fc.constantFrom(...AREAS),
    indicator: fc.constantFrom(...INDICATORS),
    year: fc.integer({ min: 2019, max: 2026 }),
    value: fc.integer({ min: 0, max: 100 }),
    status: fc.constantFrom('normal', 'normal', 'normal', 'doubtful'),
    source: fc.constantFrom('S', 'S', 'T'),
    edition: fc.constantFrom('E', 'E', 'F', 'G'),
    community: fc.constantFrom(undefined, undefined, 'NRI', 'OTHER'),
  })
  .map(({ community, value, ...figure }): Figure => {
    const ladder = figure.indicator === 'LADDER';
    const own = { ...figure, value: ladder ? value % 5 : value } as Figure;
    return community === undefined ? own : { ...own, community };
  });

interface Batch {
  /** Whose series editions get their ids before, and about whose something is told. */
  readonly reserved: readonly Figure[];
  readonly described: readonly Figure[];
  readonly figures: readonly Figure[];
  /** Whether the board moves on with this batch, or with a later one. */
  readonly moves: boolean;
  /** Whether somebody reads everything in between, so that much is known that may go stale. */
  readonly read: boolean;
}

const batches: fc.Arbitrary<readonly Batch[]> = fc.array(
  fc.record({
    reserved: fc.array(figures, { maxLength: 2 }),
    described: fc.array(figures, { maxLength: 1 }),
    figures: fc.array(figures, { maxLength: 8 }),
    moves: fc.boolean(),
    read: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Every answer of a board, in full digits. */
function answers(board: ScoreBoard): string {
  const all: unknown[] = [board.revision, [...board.liveIndicators], [...board.seriesEditions]];
  for (let year = board.firstYear; year <= board.asOfYear; year += 1) {
    all.push([...board.ranks(year)]);
    for (const area of AREAS) {
      for (const [kind, code] of NODES) {
        if (area !== 'DDD') all.push(board.nodeScore(area, kind, code, year));
      }
      for (const indicator of INDICATORS) {
        const { alternatives, ...score } = board.indicatorScore(area, indicator, year);
        all.push(
          score,
          alternatives.map(({ revisionFrom, rowNumber }) => [revisionFrom, rowNumber]),
        );
      }
    }
  }
  for (const area of AREAS) {
    for (const [kind, code] of NODES) all.push(board.nodeHistory(area, kind, code));
    all.push(board.evaluation(area, 'framework', 'example'), board.evaluation(area, 'issue', 'ISSUE'));
    for (const indicator of INDICATORS) {
      all.push(board.observations(area, indicator).length);
      for (const { year, value, source, edition, seriesEdition } of board.series(area, indicator).values) {
        all.push(year, value, source, edition, seriesEdition.url);
      }
    }
  }
  return JSON.stringify(all);
}

describe('advanceBoard', () => {
  it('answers everything as a board that was built whole, batch after batch, and leaves the old board as it was', () => {
    fc.assert(
      fc.property(catalogues, fc.array(figures, { maxLength: 16 }), batches, (catalogue, first, later) => {
        const ledger = new Ledger();
        ledger.accept(first);
        let board = buildScoreBoard(catalogue, ledger.snapshot());
        for (const { reserved, described, figures: batch, moves, read } of later) {
          const before = read ? answers(board) : undefined;
          ledger.reserve(reserved);
          ledger.describe(described, `https://example.org/${String(ledger.accept(batch))}`);
          if (!moves) continue;
          const old = board;
          board = advanceBoard(board, ledger.changesSince(board.revision));
          if (before !== undefined) expect(answers(old) === before).toBe(true);
        }
        board = advanceBoard(board, ledger.changesSince(board.revision));
        expect(answers(board) === answers(buildScoreBoard(catalogue, ledger.snapshot()))).toBe(true);
      }),
      { numRuns: isFull ? 1000 : 200 },
    );
  }, 60_000);

  it('asks sources in their new order when an edition appears that was numbered before others', () => {
    const listed = ['E', 'F', 'H'].map((edition) => aSeries('SPEED', 'S', edition));
    const said = (edition: string, year: number): Figure => ({
      indicator: 'SPEED',
      edition,
      year,
      value: year - 1980,
    });
    const ledger = new Ledger();
    ledger.reserve([said('H', 2024)]);
    ledger.accept([said('G', 2024), said('F', 2025)]);
    const catalogue = aCatalogue({ series: listed });
    const before = buildScoreBoard(catalogue, ledger.snapshot());
    expect(before.indicatorScore('AAA', 'SPEED').year).toBe(2025);
    ledger.describe([said('H', 2024)], 'https://example.org');
    ledger.accept([]);
    const after = advanceBoard(before, ledger.changesSince(before.revision));
    expect(after.indicatorScore('AAA', 'SPEED').year).toBe(2024);
    expect(before.indicatorScore('AAA', 'SPEED').year).toBe(2025);
  });

  it('keeps what was known of areas and indicators that nothing was said about', () => {
    const ledger = new Ledger();
    const own = (area: string): Figure => ({ indicator: 'ONLINE', area, year: 2025, value: 50 });
    ledger.accept([own('AAA'), own('BBB')]);
    const catalogue = aCatalogue({ areas: [anArea('AAA'), anArea('BBB')] });
    const before = buildScoreBoard(catalogue, ledger.snapshot());
    const kept = (board: ScoreBoard): unknown[] => [
      board.nodeScore('BBB', 'principle', 'open'),
      board.nodeScore('AAA', 'goal', 'open.2'),
      board.indicatorScore('AAA', 'SPEED'),
      board.nodeHistory('BBB', 'goal', 'open.1'),
    ];
    const known = kept(before);
    ledger.accept([{ ...own('AAA'), value: 60 }]);
    const after = advanceBoard(before, ledger.changesSince(before.revision));
    kept(after).forEach((one, i) => expect(one).toBe(known[i]));
    expect(after.nodeScore('AAA', 'goal', 'open.1').score).toBe(60);
    expect(before.nodeScore('AAA', 'goal', 'open.1').score).toBe(50);
  });

  it('refuses changes that start from another revision', () => {
    const ledger = new Ledger();
    const board = buildScoreBoard(aCatalogue(), ledger.snapshot());
    ledger.accept([]);
    const late = ledger.changesSince(1);
    expect(() => advanceBoard(board, late)).toThrow(RangeError);
  });
});
