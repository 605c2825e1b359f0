import fc from 'fast-check';
import { explainChange } from '../../../src/scoring/explanation/change-split.js';
import { explanationContext } from '../../../src/scoring/explanation/explanation-context.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import { isFull } from '../../support/sample.js';
import { frameworks, NODES, snapshots } from './a-framework.js';

const RUNS = isFull ? 1000 : 250;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const contexts = fc
  .tuple(frameworks, snapshots)
  .map(([catalogue, snapshot]) =>
    explanationContext(buildScoreBoard(catalogue, snapshot), catalogue, snapshot.seriesEditions),
  );
const nodes = fc.constantFrom(...NODES);

describe('the change of a score', () => {
  it('is split into five effects that sum to it exactly, from published score to published score', () => {
    let splits = 0;
    fc.assert(
      fc.property(contexts, contexts, nodes, (old, now, [kind, code]) => {
        const year = 2026;
        const change = explainChange({ kind, code }, 'AAA', { context: old, year }, { context: now, year });
        const before = old.board.nodeScore('AAA', kind, code).score;
        const after = now.board.nodeScore('AAA', kind, code).score;
        expect(change.before === undefined).toBe(before === undefined);
        expect(change.after === undefined).toBe(after === undefined);
        if (change.effects === undefined) {
          expect(change.unsplit).toBeDefined();
          return;
        }
        splits += 1;
        expect(Math.abs(Number(change.before) - Number(before))).toBeLessThan(1e-9);
        expect(Math.abs(Number(change.after) - Number(after))).toBeLessThan(1e-9);
        const effects = [...change.effects.values()];
        expect(effects).toHaveLength(5);
        expect(Number(change.before) + sum(effects)).toBe(change.after);
        expect(Number(change.before) + sum(effects.toReversed())).toBe(change.after);
      }),
      { numRuns: RUNS },
    );
    expect(splits).toBeGreaterThan(RUNS / 5);
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(contexts, nodes, (context, [kind, code]) => {
        const end = { context, year: 2026 };
        const { effects, differences } = explainChange({ kind, code }, 'AAA', end, end);
        expect(differences).toEqual([]);
        if (effects !== undefined) expect([...effects.values()]).toEqual([0, 0, 0, 0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
