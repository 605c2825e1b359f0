import type { Catalogue } from '../../../src/catalogue/catalogue.js';
import { simulate } from '../../../src/scoring/engine/uncertainty.js';
import { planNodes, type NodePlan } from '../../../src/scoring/board/node-plan.js';
import { buildScoreBoard } from '../../../src/scoring/board/score-board.js';
import type { ScoreBoard } from '../../../src/scoring/score.js';
import {
  nameNodes,
  simulationInput,
  simulationSettings,
} from '../../../src/scoring/uncertainty/simulation-input.js';
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
import { seededBoard } from './seeded-board.js';

/** Node, area and how far the calculation without noise lies from the published score. */
function differences(
  catalogue: Catalogue,
  board: ScoreBoard,
): { plan: NodePlan; area: string; off: number }[] {
  const plans = planNodes(catalogue);
  const names = nameNodes(plans);
  const quiet = { weightNoise: 0, postNoise: 0, ageSigma: 0, replicates: 1 };
  const settings = { ...simulationSettings(catalogue), ...quiet };
  const factors = ['weights', 'goalposts', 'errors'] as const;
  return simulate(simulationInput(catalogue, board), { ...settings, factors }).flatMap((node) => {
    const [key = ''] = [...names].find(([, { name }]) => name === node.node) ?? [];
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`${node.node} is no node of the catalogue`);
    return node.units.map((area, i) => {
      const { score } = board.evaluation(area, plan.kind, plan.code);
      return { plan, area, off: Math.abs(Number(score) - Number(node.scores[i])) };
    });
  });
}

/** Whether some node below it has figures and no score: in the simulation it counts all the same. */
function holdsUnpublished(plan: NodePlan, area: string, catalogue: Catalogue, board: ScoreBoard): boolean {
  if (plan.shape === 'view' || plan.childKind === 'indicator') return false;
  return plan.children.some(({ code }) => {
    const kind = plan.childKind as NodePlan['kind'];
    const child = planNodes(catalogue).get(`${kind} ${code}`);
    const { score, missing } = board.evaluation(area, kind, code);
    if (score === undefined && missing !== 'NO_DATA' && missing !== 'NO_WEIGHT') return true;
    return child !== undefined && holdsUnpublished(child, area, catalogue, board);
  });
}

describe('the simulation of a board without any noise', () => {
  it.each([
    ['as they are', (catalogue: Catalogue) => catalogue],
    [
      'with the overall score on',
      (catalogue: Catalogue) => ({
        ...catalogue,
        method: {
          ...catalogue.method,
          overallScore: true,
          ranks: true,
          coverage: {
            ...catalogue.method.coverage,
            goal: 0.1,
            principle: 0.1,
            principleMinGoals: 1,
            framework: 0.1,
          },
        },
      }),
    ],
    [
      'with gaps filled from the region',
      (catalogue: Catalogue) => ({
        ...catalogue,
        method: { ...catalogue.method, missing: { rule: 'regional_mean' as const, minValues: 3 } },
      }),
    ],
  ])('gives the published scores of the seeds %s', async (_, change) => {
    const { catalogue, board } = await seededBoard(change);
    const found = differences(catalogue, board);
    expect(found.length).toBeGreaterThan(3_000);
    const wrong = found.filter(
      ({ plan, area, off }) => !(off <= 1e-9) && !holdsUnpublished(plan, area, catalogue, board),
    );
    expect(wrong.map(({ plan, area, off }) => [plan.kind, plan.code, area, off])).toEqual([]);
    const kinds = new Set(found.map(({ plan }) => plan.kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['commitment', 'goal', 'issue', 'principle']));
    expect(kinds.has('framework')).toBe(catalogue.method.overallScore);
  });
});

describe('the simulation input', () => {
  const areas = ['AAA', 'BBB', 'CCC', 'DDD'].map((code) => anArea(code, { unGroup: 'G' }));
  const figures = (values: Readonly<Record<string, readonly (number | undefined)[]>>): Figure[] =>
    Object.entries(values).flatMap(([indicator, byArea]) =>
      byArea.flatMap((value, i) =>
        value === undefined ? [] : [{ indicator, area: areas[i]?.code ?? '', year: 2025, value }],
      ),
    );
  const indicators = [
    anIndicator('ONLINE', 'open.1', { overlapGroup: 'USE' }),
    anIndicator('DAILY', 'open.1', { tier: 'extended', overlapGroup: 'USE', weight: 3 }),
    anIndicator('SPEED', 'open.2', { issues: ['I'] }),
    anIndicator('SHOWN', 'open.2', { scored: false }),
  ];
  const catalogue = aCatalogue({
    method: aMethod({ coverage: { ...aMethod().coverage, liveShare: 0.3 } }),
    areas: [...areas, anArea('EEE'), anArea('FFF', { scored: false })],
    indicators,
    objectives: [{ code: '1', name: '' }],
    commitments: [aCommitment('c1'), aCommitment('c2', { scored: false })],
    crosswalk: [aLink('ONLINE', 'c1', 'partly'), aLink('DAILY', 'c1'), aLink('SPEED', 'c1')],
  });
  const board = buildScoreBoard(
    catalogue,
    aSnapshot(
      figures({
        ONLINE: [40, undefined, 60, undefined],
        DAILY: [undefined, 20, 30, undefined],
        SPEED: [110, 50, 60, 70],
        SHOWN: [1, 2, 3, 4],
      }),
    ),
  );
  const input = simulationInput(catalogue, board);

  it('holds the values before they are held at the goalposts, of scored areas and countable indicators', () => {
    expect(input.units.map(({ code }) => code)).toEqual(['AAA', 'BBB', 'CCC', 'DDD', 'EEE']);
    expect([...input.units[0]!.values]).toEqual([
      ['ONLINE', { raw: 40, ageYears: 1 }],
      ['SPEED', { raw: 110, ageYears: 1 }],
    ]);
  });

  it('puts an area outside of all groups into a region of its own', () => {
    const [first, second, , , alone] = input.units.map(({ region }) => region);
    expect(second).toBe(first);
    expect(alone).not.toBe(first);
  });

  it('weighs the framework as planned, and views by what links count for', () => {
    expect(input.framework).toMatchObject({ code: 'example', children: [{ code: 'open', weight: 1 }] });
    expect(input.views).toMatchObject([
      {
        code: '1',
        children: [
          {
            code: 'c1',
            weight: 1,
            children: [
              { code: 'ONLINE', weight: 0.5 },
              { code: 'SPEED', weight: 1 },
              { code: 'DAILY', weight: 3 },
            ],
          },
        ],
      },
    ]);
  });

  it('lets one indicator of an overlap group count, the first that has a value', () => {
    expect(input.overlaps).toEqual([{ node: 'c1', indicators: ['ONLINE', 'DAILY'] }]);
    expect(differences(catalogue, board).filter(({ off }) => !(off <= 1e-9))).toEqual([]);
  });

  it('lists of each node the areas that have a score in it, and no node without', () => {
    const published = new Map(input.published.map(({ node, units }) => [node, units]));
    expect(published.get('open.2')).toEqual(['AAA', 'BBB', 'CCC', 'DDD']);
    expect(published.get('open.1')).toEqual(['AAA', 'CCC']);
    expect(published.has('example')).toBe(false);
    expect(simulationInput(catalogue, board, ({ code }) => code === 'open.1').published).toEqual([
      { node: 'open.1', units: ['AAA', 'CCC'] },
    ]);
  });

  it('leaves out indicators that have no meaning in an area, and marks them', () => {
    const notApplicable = [{ area: 'AAA', indicator: 'SPEED', reason: 'none' }];
    const other = { ...catalogue, notApplicable };
    const [first] = simulationInput(
      other,
      buildScoreBoard(other, aSnapshot(figures({ SPEED: [1, 2, 3, 4] }))),
    ).units;
    expect([...first!.notApplicable!]).toEqual(['SPEED']);
    expect(first!.values.size).toBe(0);
  });

  it('tells nodes of different kinds with the same code apart', () => {
    const twice = { ...catalogue, issues: [{ code: 'open.1', name: '', principles: [] }] };
    const names = nameNodes(planNodes(twice));
    expect(names.get('goal open.1')?.name).toBe('goal open.1');
    expect(names.get('issue open.1')?.name).toBe('issue open.1');
    expect(names.get('goal open.2')?.name).toBe('open.2');
    const sameBoard = buildScoreBoard(twice, aSnapshot(figures({ ONLINE: [40, 50, 60, 70] })));
    expect(simulationInput(twice, sameBoard).published.map(({ node }) => node)).toContain('goal open.1');
  });

  it('takes seed, noise and repetitions from the method', () => {
    const uncertainty = { ...aMethod().uncertainty, seed: 9, replicates: 12 };
    const other = aCatalogue({ method: aMethod({ uncertainty }) });
    expect(simulationSettings(other)).toMatchObject({ seed: 9, replicates: 12, weightNoise: 0.25 });
    expect(simulationSettings(other, 5).replicates).toBe(5);
  });
});
