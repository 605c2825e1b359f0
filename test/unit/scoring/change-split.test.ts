import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import type { ObservationSnapshot } from '../../../src/observations/observation.js';
import { explainChange } from '../../../src/scoring/explanation/change-split.js';
import type { ChangeCause } from '../../../src/scoring/engine/shapley.js';
import {
  explanationContext,
  type ExplanationContext,
} from '../../../src/scoring/explanation/explanation-context.js';
import type { Explained } from '../../../src/scoring/explanation/planned-tree.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreChange } from '../../../src/scoring/explanation/score-change.js';
import { aCatalogue, aGoal, aMethod, anIndicator, aSnapshot, type Figure } from './a-catalogue.js';

const FIGURES: readonly Figure[] = [
  { indicator: 'ONLINE', year: 2025, value: 40 },
  { indicator: 'SPEED', year: 2025, value: 80 },
];
const PRINCIPLE: Explained = { kind: 'principle', code: 'open' };

function contextOf(catalogue: Catalogue, snapshot: ObservationSnapshot): ExplanationContext {
  return explanationContext(buildScoreBoard(catalogue, snapshot), catalogue, snapshot.seriesEditions);
}

function changeFrom(
  then: ExplanationContext,
  now: ExplanationContext,
  explained = PRINCIPLE,
  [yearThen, yearNow] = [2026, 2026],
): ScoreChange {
  return explainChange(explained, 'AAA', { context: then, year: yearThen }, { context: now, year: yearNow });
}

/** Effects that are not zero. */
function effectsOf({ effects }: ScoreChange): Partial<Record<ChangeCause, number>> {
  return Object.fromEntries([...(effects ?? [])].filter(([, points]) => points !== 0));
}

const usual = aCatalogue();
const then = contextOf(usual, aSnapshot(FIGURES));

describe('explainChange', () => {
  it('puts a figure of a newer year down to new data', () => {
    const figures = [...FIGURES, { indicator: 'ONLINE', year: 2026, value: 60 }];
    const change = changeFrom(then, contextOf(usual, aSnapshot(figures)));
    expect(effectsOf(change)).toEqual({ new_data: 10 });
    expect(change).toMatchObject({ before: 60, after: 70 });
    expect(change.differences).toMatchObject([
      {
        cause: 'new_data',
        indicator: 'ONLINE',
        what: 'value',
        before: 40,
        after: 60,
        figureBefore: { year: 2025 },
        figureAfter: { year: 2026 },
      },
    ]);
  });

  it('puts another value of the same year, series and edition down to corrected data', () => {
    const snapshot = aSnapshot([{ indicator: 'ONLINE', year: 2025, value: 44 }, ...FIGURES.slice(1)], 2);
    const observations = snapshot.observations.map((each) => ({ ...each, revisionFrom: 2 }));
    const change = changeFrom(then, contextOf(usual, { ...snapshot, observations }));
    expect(effectsOf(change)).toEqual({ corrected_data: 2 });
    expect(change.differences).toMatchObject([{ cause: 'corrected_data', before: 40, after: 44 }]);
  });

  it('puts a figure that was withdrawn, so that an older one stands in, down to corrected data', () => {
    const older = { indicator: 'ONLINE', year: 2024, value: 20 };
    const before = contextOf(usual, aSnapshot([...FIGURES, older]));
    const change = changeFrom(before, contextOf(usual, aSnapshot([older, ...FIGURES.slice(1)])));
    expect(effectsOf(change)).toEqual({ corrected_data: -10 });
  });

  it('puts an indicator that gained or lost its figure down to coverage', () => {
    const catalogue = aCatalogue({
      indicators: [...usual.indicators, anIndicator('PRICE', 'open.1')],
    });
    const before = contextOf(catalogue, aSnapshot(FIGURES));
    const figures = [...FIGURES, { indicator: 'PRICE', year: 2026, value: 0 }];
    const change = changeFrom(before, contextOf(catalogue, aSnapshot(figures)));
    expect(effectsOf(change)).toEqual({ coverage: -10 });
    expect(change.differences).toMatchObject([
      { cause: 'coverage', indicator: 'PRICE', what: 'feeds', before: false, after: true },
    ]);
  });

  it('puts powers, decided weights and thresholds down to the method, and names the settings', () => {
    const change = (own: Parameters<typeof aMethod>[0]): ScoreChange =>
      changeFrom(then, contextOf(aCatalogue({ method: aMethod(own) }), aSnapshot(FIGURES)));
    const by = { author: 'A', date: '2026-01-01', reason: 'agreed' };
    const geometric = change({ powers: [{ ...by, node: 'open', power: 0 }] });
    expect(effectsOf(geometric)).toEqual({ method: expect.closeTo(Math.sqrt(3200) - 60, 9) });
    const reweighed = change({ weights: [{ ...by, parent: 'open', child: 'open.1', weight: 3 }] });
    expect(effectsOf(reweighed)).toEqual({ method: -10 });
    expect(reweighed.differences.map(({ cause, what }) => `${cause} ${what}`)).toContain(
      'method weights.0.weight',
    );
  });

  it('puts an indicator that only another threshold lets in down to the method', () => {
    const catalogue = aCatalogue({
      goals: [...usual.goals, aGoal('open.3', 'open')],
      indicators: [
        ...usual.indicators,
        anIndicator('PRICE', 'open.3'),
        anIndicator('QUALITY', 'open.3', { weight: 2 }),
      ],
    });
    const figures = [...FIGURES, { indicator: 'PRICE', year: 2026, value: 0 }];
    const lenient = aMethod({ coverage: { ...aMethod().coverage, goal: 0.3 } });
    const change = changeFrom(
      contextOf(catalogue, aSnapshot(figures)),
      contextOf({ ...catalogue, method: lenient }, aSnapshot(figures)),
    );
    expect(effectsOf(change)).toEqual({ method: -20 });
    expect(change.differences).toMatchObject([
      { cause: 'method', indicator: 'PRICE', what: 'feeds' },
      { cause: 'method', what: 'coverage.goal', before: 0.5, after: 0.3 },
    ]);
  });

  it('puts goalposts, own weights and the tree down to the catalogue', () => {
    const posts = { kind: 'range', worst: 0, best: 50, scale: 'linear' } as const;
    const catalogue = aCatalogue({
      indicators: [anIndicator('ONLINE', 'open.1', { goalposts: posts }), ...usual.indicators.slice(1)],
    });
    const change = changeFrom(then, contextOf(catalogue, aSnapshot(FIGURES)));
    expect(effectsOf(change)).toEqual({ catalogue: 20 });
    expect(change.differences).toMatchObject([
      { cause: 'catalogue', what: 'ONLINE.goalposts.best', before: 100, after: 50 },
    ]);
    const promoted = { ...anIndicator('PRICE', 'open.1'), tier: 'extended' as const };
    const figures = [...FIGURES, { indicator: 'PRICE', year: 2026, value: 0 }];
    const was = aCatalogue({ indicators: [...usual.indicators, promoted] });
    const is = aCatalogue({ indicators: [...usual.indicators, { ...promoted, tier: 'core' }] });
    const promotion = changeFrom(contextOf(was, aSnapshot(figures)), contextOf(is, aSnapshot(figures)));
    expect(effectsOf(promotion)).toEqual({ catalogue: -10 });
    expect(promotion.differences).toMatchObject([
      { cause: 'catalogue', indicator: 'PRICE', what: 'feeds' },
      { cause: 'catalogue', what: 'weight of open/open.1/PRICE', after: 1 },
    ]);
  });

  it('shares out what several causes do together, and adds up exactly', () => {
    const posts = { kind: 'range', worst: 0, best: 50, scale: 'linear' } as const;
    const catalogue = aCatalogue({
      indicators: [anIndicator('ONLINE', 'open.1', { goalposts: posts }), ...usual.indicators.slice(1)],
    });
    const figures = [...FIGURES, { indicator: 'ONLINE', year: 2026, value: 30 }];
    const change = changeFrom(then, contextOf(catalogue, aSnapshot(figures)));
    expect(change).toMatchObject({ before: 60, after: 70 });
    expect(effectsOf(change)).toEqual({ new_data: -7.5, catalogue: 17.5 });
  });

  it('explains the level of one indicator as well', () => {
    const figures = [...FIGURES, { indicator: 'ONLINE', year: 2026, value: 60 }];
    const now = contextOf(usual, aSnapshot(figures));
    const change = changeFrom(then, now, { kind: 'indicator', code: 'ONLINE' });
    expect(effectsOf(change)).toEqual({ new_data: 20 });
  });

  it('says why there is nothing to split', () => {
    const empty = contextOf(usual, aSnapshot([]));
    const unsplit = (...ends: Parameters<typeof changeFrom>): unknown => changeFrom(...ends).unsplit;
    expect(changeFrom(empty, then)).toMatchObject({ unsplit: 'NO_SCORE_THEN', after: 60 });
    expect(changeFrom(then, empty)).toMatchObject({ unsplit: 'NO_SCORE_NOW', before: 60 });
    expect(unsplit(then, then, { kind: 'goal', code: 'open.9' })).toBe('NODE_NOT_THERE_THEN');
    expect(unsplit(then, then, { kind: 'indicator', code: 'PRICE' })).toBe('NODE_NOT_THERE_THEN');
    expect(unsplit(then, then, PRINCIPLE, [2010, 2026])).toBe('YEAR_NOT_COVERED_THEN');
    const elsewhere = contextOf(aCatalogue({ areas: [] }), aSnapshot([]));
    expect(unsplit(elsewhere, then)).toBe('AREA_NOT_THERE_THEN');
  });

  it('is all the catalogue’s where no indicator of then counts now', () => {
    const other = aCatalogue({ indicators: [anIndicator('PRICE', 'open.1'), anIndicator('COST', 'open.2')] });
    const figures = [
      { indicator: 'PRICE', year: 2025, value: 10 },
      { indicator: 'COST', year: 2025, value: 20 },
    ];
    const change = changeFrom(then, contextOf(other, aSnapshot(figures)));
    expect(effectsOf(change)).toEqual({ catalogue: -45 });
  });

  it('cannot be split where neither catalogue has a score with the figures of the other time', () => {
    const level = anIndicator('SPEED', 'open.1');
    const was = aCatalogue({ indicators: [anIndicator('ONLINE', 'open.1'), level] });
    const is = aCatalogue({ indicators: [level] });
    const change = changeFrom(
      contextOf(was, aSnapshot(FIGURES.slice(0, 1))),
      contextOf(is, aSnapshot(FIGURES.slice(1))),
      { kind: 'goal', code: 'open.1' },
    );
    expect(change).toMatchObject({ before: 40, after: 80, unsplit: 'NOTHING_IN_COMMON' });
    expect(change.effects).toBeUndefined();
    expect(change.differences).not.toEqual([]);
  });
});
