import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { advanceBoard } from '../../../src/scoring/board/advance-board.js';
import { drawsOf, entityOf } from '../../../src/scoring/engine/draws.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { NodeKind, ScoreBoard } from '../../../src/scoring/score.js';
import type { Figure } from './a-catalogue.js';
import { Ledger } from './a-ledger.js';

const BATCHES = 6;
const ROWS = 300;
const WITH_HISTORY = ['KEN', 'BRA', 'FRA'];

const draws = drawsOf(2026, 1);

function pick<One>(from: readonly One[], batch: number, what: string): One {
  return from[Math.floor(draws.uniform(batch, entityOf(what)) * from.length)] as One;
}

/** Figures of all kinds of indicators; some of them again in a later batch. */
function figuresOf(batch: number, { areas, indicators }: Catalogue): readonly Figure[] {
  return Array.from({ length: ROWS }, (_, row): Figure => {
    const name = (what: string): string => `${what} ${String(row)}`;
    const indicator = pick(indicators.slice(0, 40), batch, name('indicator'));
    const share = draws.uniform(batch, entityOf(name('value')));
    const posts = indicator.goalposts;
    const [from, to] = posts.kind === 'band' ? [posts.low, posts.high] : [posts.worst, posts.best];
    const community = pick([undefined, undefined, 'kenya-igf', 'ghana-igf'], batch, name('community'));
    return {
      area: pick(areas, batch, name('area')).code,
      indicator: indicator.code,
      year: 2015 + Math.floor(draws.uniform(batch, entityOf(name('year'))) * 11),
      value: from + share * (to - from),
      edition: pick(['E', 'F'], batch, name('edition')),
      status: pick(['normal', 'doubtful', 'normal'] as const, batch, name('status')),
      ...(community === undefined ? {} : { community }),
    };
  });
}

function answers(board: ScoreBoard, catalogue: Catalogue): string {
  const { principles, goals, objectives, commitments, issues, indicators, areas } = catalogue;
  const nodes: readonly (readonly [NodeKind, string])[] = [
    ...principles.map(({ code }) => ['principle', code] as const),
    ...goals.map(({ code }) => ['goal', code] as const),
    ...objectives.map(({ code }) => ['objective', code] as const),
    ...commitments.map(({ id }) => ['commitment', id] as const),
    ...issues.map(({ code }) => ['issue', code] as const),
  ];
  return JSON.stringify([
    [...board.liveIndicators],
    areas.map(({ code: area }) => [
      nodes.map(([kind, code]) => board.nodeScore(area, kind, code)),
      indicators.map(({ code }) => board.indicatorScore(area, code)),
    ]),
    WITH_HISTORY.map((area) => nodes.map(([kind, code]) => board.nodeHistory(area, kind, code))),
  ]);
}

describe('the board of the real framework', () => {
  it('is the same after several batches, moved on or built whole', async () => {
    const { catalogue, observations } = await loadSeeds('seeds');
    const ledger = new Ledger();
    for (const { indicator, rows } of observations) {
      ledger.accept(
        rows.map(({ area, year, value, edition }) => ({ indicator, area, year, value, edition })),
      );
    }
    let board = buildScoreBoard(catalogue, ledger.snapshot());
    answers(board, catalogue);
    for (let batch = 0; batch < BATCHES; batch++) {
      const old = board;
      const shown = WITH_HISTORY.map((area) => old.nodeHistory(area, 'principle', 'P1'));
      ledger.accept(figuresOf(batch, catalogue));
      board = advanceBoard(old, ledger.changesSince(old.revision));
      expect(WITH_HISTORY.map((area) => old.nodeHistory(area, 'principle', 'P1'))).toEqual(shown);
    }
    const whole = buildScoreBoard(catalogue, ledger.snapshot());
    expect(answers(board, catalogue) === answers(whole, catalogue)).toBe(true);
  }, 60_000);
});
