import fc from 'fast-check';
import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import type { ObservationSnapshot } from '../../../src/observations/observation.js';
import { finish } from '../../../src/scoring/board/steps.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import {
  explanationContext,
  type ExplanationContext,
} from '../../../src/scoring/explanation/explanation-context.js';
import { diffBoards, type ScoreDifference } from '../../../src/scoring/releases/diff-boards.js';
import { diffSettings } from '../../../src/scoring/releases/diff-settings.js';
import { aCatalogue, anIndicator, aSnapshot, type Figure } from './a-catalogue.js';
import { frameworks, NODES, snapshots } from './a-framework.js';

function contextOf(catalogue: Catalogue, snapshot: ObservationSnapshot): ExplanationContext {
  return explanationContext(buildScoreBoard(catalogue, snapshot), catalogue, snapshot.seriesEditions);
}

function differences(then: ExplanationContext, now: ExplanationContext): readonly ScoreDifference[] {
  return finish(diffBoards(then, now));
}

/** `indicator ONLINE: new_data 20` or `goal open.1: NO_SCORE_THEN`. */
function told({ kind, code, effects, unsplit }: ScoreDifference): string {
  const moved = [...(effects ?? [])].filter(([, points]) => points !== 0);
  const why = unsplit ?? moved.map(([cause, points]) => `${cause} ${String(points)}`).join(', ');
  return `${kind} ${code}: ${why}`;
}

const FIGURES: readonly Figure[] = [
  { indicator: 'ONLINE', year: 2025, value: 40 },
  { indicator: 'SPEED', year: 2025, value: 80 },
];
const usual = aCatalogue();
const then = contextOf(usual, aSnapshot(FIGURES));

describe('the difference of two states', () => {
  it('is nothing between a state and itself', () => {
    expect(differences(then, then)).toEqual([]);
    expect(diffSettings(usual, usual)).toEqual([]);
  });

  it('names every score above a new figure, in the order of the tree', () => {
    const figures = [...FIGURES, { indicator: 'ONLINE', year: 2026, value: 60 }];
    expect(differences(then, contextOf(usual, aSnapshot(figures))).map(told)).toEqual([
      'principle open: new_data 10',
      'goal open.1: new_data 20',
      'indicator ONLINE: new_data 20',
    ]);
  });

  it('says what came, and what went with a retired indicator', () => {
    const retired = aCatalogue({ indicators: usual.indicators.filter(({ code }) => code !== 'SPEED') });
    const now = contextOf(retired, aSnapshot(FIGURES.slice(0, 1)));
    expect(differences(then, now).map(told)).toEqual([
      'principle open: NO_SCORE_NOW',
      'goal open.2: NO_SCORE_NOW',
      'indicator SPEED: NODE_NOT_THERE_NOW',
    ]);
    expect(differences(now, then).map(told)).toEqual([
      'principle open: NO_SCORE_THEN',
      'goal open.2: NO_SCORE_THEN',
      'indicator SPEED: NODE_NOT_THERE_THEN',
    ]);
    expect(diffSettings(usual, retired)).toEqual([
      { cause: 'catalogue', what: 'indicator SPEED', before: 'SPEED' },
    ]);
  });

  it('tells apart corrected and new figures, a weight and a goalpost of the catalogue, and a setting of the method', () => {
    const goalposts = { kind: 'range', worst: 0, best: 50, scale: 'linear' } as const;
    const now = contextOf(
      aCatalogue({
        indicators: [anIndicator('ONLINE', 'open.1'), anIndicator('SPEED', 'open.2', { goalposts })],
        goals: usual.goals.map((goal) => (goal.code === 'open.1' ? { ...goal, weight: 3 } : goal)),
        method: { ...usual.method, power: { goal: 1, principle: 0, framework: 1 } },
      }),
      aSnapshot([FIGURES[1] as Figure, { indicator: 'ONLINE', year: 2026, value: 60 }], 2),
    );
    const causes = new Map(differences(then, now).map((one) => [one.code, one]));
    const effect = (cause: string): number | undefined =>
      [...(causes.get('open')?.effects ?? [])].find(([name]) => name === cause)?.[1];
    expect(Math.abs(effect('new_data') ?? 0)).toBeGreaterThan(1);
    expect(Math.abs(effect('catalogue') ?? 0)).toBeGreaterThan(1);
    expect(Math.abs(effect('method') ?? 0)).toBeGreaterThan(0.1);
    expect(diffSettings(usual, now.catalogue)).toEqual([
      { cause: 'method', what: 'power.principle', before: 1, after: 0 },
      { cause: 'catalogue', what: 'SPEED.goalposts.best', before: 100, after: 50 },
      { cause: 'catalogue', what: 'open.1.weight', before: 1, after: 3 },
    ]);
  });

  it('holds every published score that differs, and effects that sum to the change', () => {
    let split = 0;
    const contexts = fc
      .tuple(frameworks, snapshots)
      .map(([catalogue, snapshot]) => contextOf(catalogue, snapshot));
    fc.assert(
      fc.property(contexts, contexts, (old, now) => {
        const found = new Map(
          differences(old, now).map((one) => [`${one.area} ${one.kind} ${one.code}`, one]),
        );
        for (const area of now.board.areas) {
          for (const [kind, code] of NODES) {
            const before = old.board.nodeScore(area, kind, code).score;
            const after = now.board.nodeScore(area, kind, code).score;
            const difference = found.get(`${area} ${kind} ${code}`);
            const isSame =
              before === undefined || after === undefined
                ? before === after
                : Math.abs(after - before) < 1e-9;
            expect([difference?.before, difference?.after]).toEqual(
              isSame ? [undefined, undefined] : [before, after],
            );
          }
        }
        for (const { before = NaN, after = NaN, effects, unsplit } of found.values()) {
          expect((effects === undefined) === (unsplit === undefined)).toBe(false);
          if (effects === undefined) continue;
          split += 1;
          const sum = [...effects.values()].reduce((total, each) => total + each, 0);
          expect(Math.abs(before + sum - after)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60 },
    );
    expect(split).toBeGreaterThan(100);
  });
});
