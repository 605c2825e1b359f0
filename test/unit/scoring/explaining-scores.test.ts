import type { Catalogue, Indicator } from '../../../src/catalogue/catalogue.js';
import { effectiveWeights, explainNode } from '../../../src/scoring/explanation/explain-node.js';
import { explainValue, type ReadYear } from '../../../src/scoring/explanation/explain-value.js';
import {
  explanationContext,
  type ExplanationContext,
} from '../../../src/scoring/explanation/explanation-context.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import {
  aCatalogue,
  aCommitment,
  aLink,
  aMethod,
  anArea,
  anIndicator,
  aSnapshot,
  type Figure,
} from './a-catalogue.js';

function contextOf(catalogue: Catalogue, figures: readonly Figure[]): ExplanationContext {
  const snapshot = aSnapshot(figures);
  return explanationContext(buildScoreBoard(catalogue, snapshot), catalogue, snapshot.seriesEditions);
}

describe('explainValue', () => {
  function yearsOf(own: Partial<Indicator>, figures: readonly Figure[]): readonly ReadYear[] {
    const indicator = anIndicator('ONLINE', 'open.1', own);
    const population = [{ area: 'AAA', year: 2024, inhabitants: 50_000, edition: 'E' }];
    const context = contextOf(aCatalogue({ indicators: [indicator], population }), figures);
    return explainValue(indicator, context.board.indicatorScore('AAA', 'ONLINE'), context);
  }
  const figure = (year: number, value: number, own: Partial<Figure> = {}): Figure => ({
    indicator: 'ONLINE',
    year,
    value,
    ...own,
  });

  it('is the one figure of the current year as a rule', () => {
    expect(yearsOf({}, [figure(2023, 30), figure(2025, 40)])).toMatchObject([
      { year: 2025, reported: 40, value: 40, figures: [{ value: 40 }] },
    ]);
  });

  it('tells the population that a count was divided by, and whether it is the fixed one', () => {
    const [now] = yearsOf({ per: 1000 }, [figure(2025, 40)]);
    expect(now).toMatchObject({
      reported: 40,
      population: { inhabitants: 50_000, fixed: false },
      value: 0.8,
    });
    const [earlier] = yearsOf({ per: 1000 }, [figure(2023, 40)]);
    expect(earlier?.population).toEqual({ inhabitants: 50_000, fixed: true });
  });

  it('tells every year of a mean over years, oldest first', () => {
    const years = yearsOf({ averageYears: 3 }, [figure(2022, 1), figure(2024, 2), figure(2025, 6)]);
    expect(years.map(({ year, value }) => [year, value])).toEqual([
      [2024, 2],
      [2025, 6],
    ]);
  });

  it('tells all assessments that a median was taken of', () => {
    const ladder = { kind: 'rubric', worst: 0, best: 4, scale: 'linear' } as const;
    const [now] = yearsOf({ goalposts: ladder }, [
      figure(2024, 1, { community: 'one' }),
      figure(2025, 3, { community: 'two' }),
      figure(2025, 4, { community: 'three' }),
    ]);
    expect(now).toMatchObject({ reported: 3, value: 3 });
    expect(now?.figures.map(({ value }) => value).sort()).toEqual([1, 3, 4]);
  });

  it('is nothing without a value', () => {
    expect(yearsOf({}, [])).toEqual([]);
  });
});

describe('explainNode', () => {
  it('says of each indicator of a goal why it does not count', () => {
    const catalogue = aCatalogue({
      indicators: [
        anIndicator('COUNTED', 'open.1'),
        anIndicator('EXTENDED', 'open.1', { tier: 'extended' }),
        anIndicator('SHOWN', 'open.1', { scored: false }),
        anIndicator('CLOSED', 'open.1', { derivedScoresAllowed: false }),
        anIndicator('COAST', 'open.1'),
        anIndicator('IDLE', 'open.1'),
      ],
      method: aMethod({
        weights: [
          { parent: 'open.1', child: 'IDLE', weight: 0, author: 'A', date: '2026-01-01', reason: 'none' },
        ],
      }),
      notApplicable: [{ area: 'AAA', indicator: 'COAST', reason: 'no coast' }],
    });
    const { children, leftOut } = explainNode('AAA', 'goal', 'open.1', 2026, contextOf(catalogue, []));
    expect(children.map(({ code, missing }) => [code, missing])).toEqual([['COUNTED', 'NO_DATA']]);
    expect(leftOut).toEqual([
      { indicator: 'EXTENDED', reason: 'EXTENDED' },
      { indicator: 'SHOWN', reason: 'NOT_SCORED' },
      { indicator: 'CLOSED', reason: 'LICENCE' },
      { indicator: 'COAST', reason: 'NOT_APPLICABLE', because: 'no coast' },
      { indicator: 'IDLE', reason: 'NO_WEIGHT' },
    ]);
  });

  it('says of a commitment which links measure it, which count in part, and which indicator counts for another', () => {
    const catalogue = aCatalogue({
      indicators: ['A', 'B', 'C', 'D', 'E'].map((code) =>
        anIndicator(code, 'open.1', code < 'C' ? { overlapGroup: 'twins' } : {}),
      ),
      commitments: [aCommitment('c')],
      crosswalk: [
        aLink('A', 'c'),
        aLink('B', 'c'),
        aLink('C', 'c', 'partly'),
        aLink('D', 'c', 'context'),
        aLink('E', 'c', 'partly'),
      ],
    });
    const figures = ['B', 'C', 'D'].map((indicator) => ({ indicator, year: 2025, value: 40 }));
    const tree = explainNode('AAA', 'commitment', 'c', 2026, contextOf(catalogue, figures));
    expect(tree).toMatchObject({ score: 40, minAvailable: 1, available: 2, sumsTo: 'score' });
    expect(tree.children).toMatchObject([
      {
        code: 'B',
        weight: 1,
        link: 'measures',
        share: 2 / 3,
        amount: (2 / 3) * 40,
        pointsLost: (2 / 3) * 60,
      },
      { code: 'C', weight: 0.5, link: 'partly', share: 1 / 3 },
    ]);
    expect(tree.leftOut).toEqual([
      { indicator: 'A', reason: 'NOT_LIVE' },
      { indicator: 'D', reason: 'CONTEXT' },
      { indicator: 'E', reason: 'NOT_LIVE' },
    ]);
    const both = contextOf(catalogue, [...figures, { indicator: 'A', year: 2025, value: 10 }]);
    expect(explainNode('AAA', 'commitment', 'c', 2026, both).leftOut[0]).toEqual({
      indicator: 'B',
      reason: 'OVERLAP',
      counted: 'A',
    });
  });

  it('tells decided weights with who decided, regional means with what stands behind them, and power by power', () => {
    const method = aMethod({
      missing: { rule: 'regional_mean', minValues: 2 },
      power: { goal: 1, principle: 0, framework: 1 },
      weights: [
        {
          parent: 'open',
          child: 'open.1',
          weight: 3,
          author: 'A. Uthor',
          date: '2026-01-01',
          reason: 'agreed',
        },
      ],
      coverage: { ...aMethod().coverage, principle: 0.2 },
    });
    const areas = ['AAA', 'BBB', 'CCC'].map((code) => anArea(code, { unGroup: 'UN-X' }));
    const context = contextOf(aCatalogue({ method, areas }), [
      { indicator: 'ONLINE', year: 2025, value: 40 },
      { indicator: 'SPEED', year: 2025, value: 20, area: 'BBB' },
      { indicator: 'SPEED', year: 2025, value: 60, area: 'CCC' },
    ]);
    const goal = explainNode('AAA', 'goal', 'open.2', 2026, context);
    expect(goal.children).toMatchObject([{ code: 'SPEED', filled: true, score: 40, missing: 'NO_DATA' }]);
    const weights = effectiveWeights('AAA', 'goal', 'open.2', 2026, context);
    expect(weights).toMatchObject([{ indicator: 'SPEED', nominal: 1, filled: true }]);
    const principle = explainNode('AAA', 'principle', 'open', 2026, context);
    expect(principle.children[0]).toMatchObject({
      code: 'open.1',
      weight: 3,
      decision: { author: 'A. Uthor' },
    });
    expect(principle.power).toBe(0);
  });

  it('refuses nodes that there are none of', () => {
    expect(() => explainNode('AAA', 'goal', 'none', 2026, contextOf(aCatalogue(), []))).toThrow(RangeError);
  });
});
