import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';
import {
  aCatalogue,
  aCommitment,
  aGoal,
  aLink,
  aMethod,
  anIndicator,
  aSnapshot,
  type Figure,
} from './a-catalogue.js';

function board(catalogue: Partial<Catalogue>, figures: readonly Figure[]): ScoreBoard {
  return buildScoreBoard(aCatalogue(catalogue), aSnapshot(figures));
}

function figures(values: Readonly<Record<string, number>>, year = 2026): Figure[] {
  return Object.entries(values).map(([indicator, value]) => ({ indicator, year, value }));
}

describe('a node of the framework', () => {
  it('is the mean of its children, with coverage, age and grade', () => {
    const of = board({}, [...figures({ ONLINE: 80 }), ...figures({ SPEED: 40 }, 2024)]);
    expect(of.nodeScore('AAA', 'principle', 'open')).toMatchObject({
      score: 60,
      coverage: 1,
      meanAgeYears: 1,
      grade: 'A',
      contributions: [
        { code: 'open.1', share: 0.5, score: 80, points: 40 },
        { code: 'open.2', share: 0.5, score: 40, points: 20 },
      ],
      statusShares: { benchmark: 1 },
    });
  });

  it('is moved by core indicators alone; a goal without one has no weight', () => {
    const indicators = [
      anIndicator('ONLINE', 'open.1'),
      anIndicator('DAILY', 'open.1', { tier: 'extended' }),
      anIndicator('SPEED', 'open.2'),
      anIndicator('EXTRA', 'open.3', { tier: 'extended' }),
    ];
    const goals = ['open.1', 'open.2', 'open.3'].map((code) => aGoal(code, 'open'));
    const of = board({ indicators, goals }, figures({ ONLINE: 80, DAILY: 0, SPEED: 40, EXTRA: 0 }));
    expect(of.nodeScore('AAA', 'principle', 'open')).toMatchObject({
      score: 60,
      coverage: 1,
      unavailable: [],
    });
    expect(of.nodeScore('AAA', 'goal', 'open.3')).toMatchObject({ missing: 'NO_WEIGHT' });
    expect(of.indicatorScore('AAA', 'EXTRA').level).toBe(0);
  });

  it('has no score on too little weight or too few goals, and says what is missing', () => {
    const half = board({}, figures({ ONLINE: 80 })).nodeScore('AAA', 'principle', 'open');
    expect(half).toMatchObject({
      missing: 'COVERAGE',
      coverage: 0.5,
      unavailable: ['open.2'],
      contributions: [],
    });
    expect(half.statusShares).toEqual({ benchmark: 0.5, no_data: 0.5 });
    expect([half.score, half.grade, half.pace.reason]).toEqual([undefined, undefined, 'NO_SCORE']);
    const goals = [aGoal('open.1', 'open')];
    const lone = board({ goals, indicators: [anIndicator('ONLINE', 'open.1')] }, figures({ ONLINE: 80 }));
    expect(lone.nodeScore('AAA', 'principle', 'open').missing).toBe('TOO_FEW_GOALS');
    expect(board({}, []).nodeScore('AAA', 'goal', 'open.1')).toMatchObject({
      missing: 'NO_DATA',
      coverage: 0,
    });
  });

  it('leaves an indicator without meaning out of numerator and denominator, and lists it', () => {
    const indicators = [
      anIndicator('ONLINE', 'open.1'),
      anIndicator('PORTS', 'open.1'),
      anIndicator('SPEED', 'open.2'),
    ];
    const notApplicable = [{ indicator: 'PORTS', area: 'AAA', reason: 'It has no coast.' }];
    const of = board({ indicators, notApplicable }, figures({ ONLINE: 80, PORTS: 0, SPEED: 40 }));
    expect(of.nodeScore('AAA', 'goal', 'open.1')).toMatchObject({
      score: 80,
      coverage: 1,
      notApplicable: ['PORTS'],
    });
    expect(of.nodeScore('AAA', 'principle', 'open')).toMatchObject({ score: 60, notApplicable: ['PORTS'] });
  });

  it('follows what was decided for it alone: its power, and the weights of its children', () => {
    const decided = { author: 'assembly', date: '2026-01-01', reason: 'agreed' };
    const powers = [{ node: 'open', power: 0, ...decided }];
    const weights = [{ parent: 'open', child: 'open.1', weight: 3, ...decided }];
    const of = board({ method: aMethod({ powers, weights }) }, figures({ ONLINE: 80, SPEED: 5 }));
    expect(of.nodeScore('AAA', 'principle', 'open').score).toBeCloseTo((80 ** 3 * 5) ** 0.25, 9);
    expect(of.nodeScore('AAA', 'goal', 'open.1').score).toBe(80);
  });

  it('shows no overall score while the edition has it switched off', () => {
    const values = figures({ ONLINE: 80, SPEED: 40 });
    const off = board({}, values).nodeScore('AAA', 'framework', 'example');
    expect(off).toMatchObject({ missing: 'SWITCHED_OFF', coverage: 1, contributions: [] });
    expect(off.score).toBeUndefined();
    const on = board({ method: aMethod({ overallScore: true }) }, values);
    expect(on.nodeScore('AAA', 'framework', 'example').score).toBe(60);
    expect(board({}, values).nodeHistory('AAA', 'framework', 'example')).toEqual([]);
  });

  it('takes its pace from the indicators with a comparable history, if they are half of its weight', () => {
    const values = [...figures({ ONLINE: 40 }, 2021), ...figures({ ONLINE: 60, SPEED: 10 })];
    expect(board({}, values).nodeScore('AAA', 'principle', 'open').pace).toEqual({
      observedPace: 4,
      direction: 'improving',
      baseYear: 2021,
      baseScore: 40,
      nowScore: 60,
      targetScore: 100,
      withoutHistory: ['SPEED'],
    });
    const heavy = [aGoal('open.1', 'open'), { ...aGoal('open.2', 'open'), weight: 3 }];
    const without = board({ goals: heavy }, values).nodeScore('AAA', 'principle', 'open').pace;
    expect(without).toEqual({ reason: 'NO_BASELINE', withoutHistory: ['SPEED'] });
  });
});

describe('a view', () => {
  const issue = { code: 'ACCESS', name: 'Access', principles: [] };
  const inIssue = { issues: ['ACCESS'] };

  it('counts one of an overlap group, core first, the first with a value', () => {
    const indicators = [
      anIndicator('DAILY', 'open.1', { ...inIssue, overlapGroup: 'USE', tier: 'extended' }),
      anIndicator('ONLINE', 'open.1', { ...inIssue, overlapGroup: 'USE' }),
      anIndicator('SPEED', 'open.2', inIssue),
      anIndicator('PRICE', 'open.2', inIssue),
    ];
    const of = board(
      { indicators, issues: [issue] },
      figures({ DAILY: 0, ONLINE: 90, SPEED: 60, PRICE: 30 }),
    );
    const score = of.nodeScore('AAA', 'issue', 'ACCESS');
    expect(score).toMatchObject({ score: 60, coverage: 1, coverageOfLinked: 1 });
    expect(score.contributions.map(({ code }) => code)).toEqual(['ONLINE', 'PRICE', 'SPEED']);
  });

  it('has the same score whether it is an issue or of another agenda', () => {
    const named = { issues: ['ACCESS'], wsis: ['C2'], sdg: ['9.c'] };
    const indicators = ['ONLINE', 'SPEED', 'PRICE', 'SKILLS'].map((code, i) =>
      anIndicator(code, 'open.1', { ...named, weight: i + 1 }),
    );
    const views = {
      issues: [issue],
      actionLines: [{ code: 'WSIS-C2', name: 'Infrastructure', source: '' }],
      sdgTargets: [{ code: 'SDG-9.c', name: 'Access', goal: 'SDG-9', goalName: 'Industry', source: '' }],
    };
    const of = board({ indicators, ...views }, figures({ ONLINE: 90, SPEED: 60, PRICE: 30 }));
    const { score, coverage, contributions } = of.nodeScore('AAA', 'issue', 'ACCESS');
    expect(score).toBe(50);
    const same = { score, coverage, contributions, notLive: ['SKILLS'] };
    expect(of.nodeScore('AAA', 'action_line', 'WSIS-C2')).toMatchObject(same);
    expect(of.nodeScore('AAA', 'sdg_target', 'SDG-9.c')).toMatchObject(same);
  });

  it('is measured against its live indicators and lists the others', () => {
    const indicators = ['ONLINE', 'SPEED', 'PRICE', 'SKILLS'].map((code) =>
      anIndicator(code, 'open.1', inIssue),
    );
    const of = board({ indicators, issues: [issue] }, figures({ ONLINE: 90, SPEED: 60, PRICE: 30 }));
    expect(of.nodeScore('AAA', 'issue', 'ACCESS')).toMatchObject({
      score: 60,
      coverage: 1,
      coverageOfLinked: 0.75,
      notLive: ['SKILLS'],
    });
    const two = board({ indicators, issues: [issue] }, figures({ ONLINE: 90, SPEED: 60 }));
    expect(two.nodeScore('AAA', 'issue', 'ACCESS').missing).toBe('TOO_FEW_INDICATORS');
    expect(board({ indicators, issues: [issue] }, []).nodeScore('AAA', 'issue', 'ACCESS').missing).toBe(
      'NO_DATA',
    );
  });

  it('gives a commitment half of what measures it partly, and nothing of context', () => {
    const indicators = ['ONLINE', 'SPEED', 'PRICE'].map((code) => anIndicator(code, 'open.1'));
    const crosswalk = [
      aLink('ONLINE', 'C1'),
      aLink('SPEED', 'C1', 'partly'),
      aLink('PRICE', 'C1', 'context'),
    ];
    const of = board(
      { indicators, crosswalk, commitments: [aCommitment('C1')] },
      figures({ ONLINE: 90, SPEED: 30, PRICE: 0 }),
    );
    expect(of.nodeScore('AAA', 'commitment', 'C1').score).toBeCloseTo(70, 12);
  });

  it('scores a commitment on one indicator that measures it or on two others', () => {
    const crosswalk = [
      aLink('ONLINE', 'measured'),
      aLink('ONLINE', 'partly', 'partly'),
      aLink('ONLINE', 'twice', 'partly'),
      aLink('SPEED', 'twice', 'partly'),
      aLink('ONLINE', 'global'),
    ];
    const commitments = [
      ...['measured', 'partly', 'twice'].map((id) => aCommitment(id)),
      aCommitment('global', { scored: false }),
    ];
    const of = board({ crosswalk, commitments }, figures({ ONLINE: 80, SPEED: 40 }));
    const scores = commitments.map(({ id }) => of.nodeScore('AAA', 'commitment', id));
    expect(scores.map(({ score, missing }) => score ?? missing)).toEqual([
      80,
      'TOO_FEW_INDICATORS',
      60,
      'NOT_SCORED',
    ]);
  });

  it('scores an objective on three commitments that are a quarter of those it scores', () => {
    const objectives = [{ code: '1', name: 'One' }];
    const measured = ['C1', 'C2', 'C3'];
    const crosswalk = measured.map((id) => aLink('ONLINE', id));
    const withOthers = (others: number) => {
      const ids = [...measured, ...Array.from({ length: others }, (_, i) => `other ${String(i)}`)];
      const commitments = ids.map((id) => aCommitment(id));
      return board({ objectives, crosswalk, commitments }, figures({ ONLINE: 80 })).nodeScore(
        'AAA',
        'objective',
        '1',
      );
    };
    expect(withOthers(9)).toMatchObject({ score: 80, coverageOfLinked: 0.25 });
    expect(withOthers(9).unavailable).toHaveLength(9);
    expect(withOthers(10).missing).toBe('TOO_FEW_COMMITMENTS');
  });
});
