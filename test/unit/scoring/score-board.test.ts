import fc from 'fast-check';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';
import { aCatalogue, aMethod, anArea, aSnapshot, type Figure } from './a-catalogue.js';

const bothGoals = (year: number, edition: string): Figure[] => [
  { indicator: 'ONLINE', year, value: 50, edition: 'E' },
  { indicator: 'SPEED', year, value: year - 1980, edition },
];

function everything(board: ScoreBoard): unknown {
  return ['ONLINE', 'SPEED'].map((indicator) => [
    board.indicatorScore('AAA', indicator),
    board.observations('AAA', indicator),
    board.nodeScore('AAA', 'principle', 'open'),
    board.nodeHistory('AAA', 'principle', 'open'),
  ]);
}

describe('buildScoreBoard', () => {
  it('is the same whatever the order of the observations', () => {
    const snapshot = aSnapshot([
      ...bothGoals(2020, 'a'),
      ...bothGoals(2021, 'b'),
      ...bothGoals(2024, 'b'),
      { indicator: 'ONLINE', year: 2024, value: 70, edition: 'other' },
      { indicator: 'ONLINE', year: 2024, value: 10, community: 'NRI' },
    ]);
    const expected = everything(buildScoreBoard(aCatalogue(), snapshot));
    const anyOrder = fc.shuffledSubarray([...snapshot.observations], {
      minLength: snapshot.observations.length,
    });
    fc.assert(
      fc.property(anyOrder, (observations) => {
        expect(everything(buildScoreBoard(aCatalogue(), { ...snapshot, observations }))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('gives every area its own scores: another area changes none of them', () => {
    const areas = [anArea('AAA'), anArea('BBB')];
    const own = bothGoals(2024, 'a');
    const other = own.map((figure) => ({ ...figure, area: 'BBB', value: 99 }));
    const alone = buildScoreBoard(aCatalogue({ areas }), aSnapshot(own));
    const both = buildScoreBoard(aCatalogue({ areas }), aSnapshot([...own, ...other]));
    expect(both.nodeScore('AAA', 'principle', 'open')).toEqual(alone.nodeScore('AAA', 'principle', 'open'));
  });

  it('lists scored areas and takes observations of the others', () => {
    const areas = [anArea('AAA'), anArea('ABW', { scored: false })];
    const board = buildScoreBoard(
      aCatalogue({ areas }),
      aSnapshot([{ indicator: 'ONLINE', area: 'ABW', year: 2025, value: 90 }]),
    );
    expect(board.areas).toEqual(['AAA']);
    expect(board.observations('ABW', 'ONLINE')).toHaveLength(1);
  });

  it('refuses areas, indicators, nodes and years it does not know', () => {
    const board = buildScoreBoard(aCatalogue(), aSnapshot([]));
    expect(() => board.indicatorScore('XXX', 'ONLINE')).toThrow(RangeError);
    expect(() => board.indicatorScore('AAA', 'NOTHING')).toThrow(RangeError);
    expect(() => board.observations('AAA', 'NOTHING')).toThrow(RangeError);
    expect(() => board.nodeScore('AAA', 'goal', 'open.9')).toThrow(RangeError);
    expect(() => board.nodeHistory('AAA', 'goal', 'open.9')).toThrow(RangeError);
    for (const year of [2014, 2027, 2020.5]) {
      expect(() => board.nodeScore('AAA', 'goal', 'open.1', year)).toThrow(RangeError);
    }
  });
});

describe('the history of a node', () => {
  const historyOf = (figures: readonly Figure[], catalogue = {}) =>
    buildScoreBoard(aCatalogue(catalogue), aSnapshot(figures)).nodeHistory('AAA', 'principle', 'open');
  const years = (segments: ReturnType<typeof historyOf>) =>
    segments.map(({ points }) => points.map(({ year }) => year));

  it('is the score as of each year, carried forward while it is fresh', () => {
    const [segment, ...rest] = historyOf(bothGoals(2020, 'a'));
    expect(rest).toEqual([]);
    expect(segment).toEqual({
      points: [2020, 2021, 2022, 2023].map((year) => ({ year, score: 45 })),
      basis: ['ONLINE: E', 'SPEED: a'],
    });
  });

  it('breaks where an edition may not be compared with the last', () => {
    const figures = [...bothGoals(2020, 'a'), ...bothGoals(2022, 'b')];
    const segments = historyOf(figures);
    expect(years(segments)).toEqual([
      [2020, 2021],
      [2022, 2023, 2024, 2025],
    ]);
    expect(segments[1]?.brokenBecause).toBe('EDITION_CHANGED');
    const declared = [{ indicator: 'SPEED', editionA: 'a', editionB: 'b', reason: 'same method' }];
    expect(historyOf(figures, { comparableEditions: declared })).toHaveLength(1);
  });

  it('breaks after years without a score', () => {
    const segments = historyOf([...bothGoals(2016, 'a'), ...bothGoals(2023, 'a')]);
    expect(years(segments)).toEqual([
      [2016, 2017, 2018, 2019],
      [2023, 2024, 2025, 2026],
    ]);
    expect(segments[1]?.brokenBecause).toBe('GAP');
  });

  it('breaks where the set of indicators changes', () => {
    const usual = aMethod();
    const method = aMethod({ coverage: { ...usual.coverage, principle: 0.5, principleMinGoals: 1 } });
    const segments = historyOf(
      [{ indicator: 'ONLINE', year: 2023, value: 50 }, ...bothGoals(2024, 'a').slice(1)],
      { method },
    );
    expect(years(segments)).toEqual([[2023], [2024, 2025, 2026]]);
    expect(segments.map(({ brokenBecause }) => brokenBecause)).toEqual([undefined, 'INDICATORS_CHANGED']);
  });
});
