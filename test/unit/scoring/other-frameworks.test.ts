import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';
import { aSnapshot } from './a-catalogue.js';

async function load(directory: string): Promise<{ board: ScoreBoard; catalogue: Catalogue }> {
  const { catalogue, observations } = await loadSeeds(`test/frameworks/${directory}`);
  const figures = observations.flatMap(({ indicator, rows }) => rows.map((row) => ({ ...row, indicator })));
  return { board: buildScoreBoard(catalogue, aSnapshot(figures)), catalogue };
}

describe('the Human Development Index, loaded as a framework', () => {
  it('is the published figure: geometric over arithmetic, income on a logarithm, fixed goalposts', async () => {
    const { board } = await load('human-development');
    const norway = board.nodeScore('NOR', 'framework', 'human-development');
    // Human Development Report 2021/22, table 1: 0.961.
    expect(((norway.score ?? 0) / 100).toFixed(3)).toBe('0.961');
    const knowledge = board.nodeScore('NOR', 'principle', 'KNOWLEDGE').score;
    expect(knowledge).toBeCloseTo(100 * ((1 + 13 / 15) / 2), 9);
    const health = (100 * (83.2 - 20)) / 65;
    const income = (100 * Math.log(64660 / 100)) / Math.log(75000 / 100);
    expect(norway.score).toBeCloseTo(Math.cbrt(health * (knowledge ?? 0) * income), 9);
    expect(norway.compensation?.arithmetic).toBeCloseTo((health + (knowledge ?? 0) + income) / 3, 9);
    expect(norway.compensation?.imbalance).toBeGreaterThan(0);
  });

  it('ranks with ties, and not who lacks a dimension', async () => {
    const { board } = await load('human-development');
    expect(board.nodeScore('EST', 'framework', 'human-development').score).toBeCloseTo(50, 9);
    expect(board.nodeScore('MAR', 'framework', 'human-development').missing).toBe('COVERAGE');
    expect(Object.fromEntries(board.ranks())).toEqual({ NOR: 1, EST: 2, FIN: 2 });
  });
});

describe('an index of goals with fixed bounds and gaps filled by region, loaded as a framework', () => {
  it.each([
    ['KEN', 56.25, []],
    ['GHA', 53.125, ['ROADS']],
    ['MAR', 65.625, ['LITERACY']],
    ['EST', 97.5, []],
  ])('of %s is %d, filling %j', async (area, score, filled) => {
    const { board } = await load('goals-index');
    const index = board.nodeScore(area, 'framework', 'goals-index');
    expect(index.score).toBeCloseTo(score, 9);
    expect(index.filled).toEqual(filled);
  });

  it('covers only what is its own: a filled gap is no data', async () => {
    const { board } = await load('goals-index');
    expect(board.nodeScore('MAR', 'goal', 'G4.a')).toMatchObject({
      score: 81.25,
      coverage: 0.5,
      filled: ['LITERACY'],
    });
    expect(board.nodeScore('EST', 'goal', 'G4.a')).toMatchObject({ score: 100, coverage: 0.5, filled: [] });
    expect(board.ranks().size).toBe(0);
  });
});
