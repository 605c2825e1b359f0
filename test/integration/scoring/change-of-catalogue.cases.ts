import { CatalogueService } from '../../../src/catalogue/catalogue.service.js';
import type { ExplainedChange } from '../../../src/reports/explanation.js';
import { ExplanationService } from '../../../src/reports/explanation.service.js';
import { startApp, type RunningApp } from '../../support/running-app.js';
import { THREE_INDICATORS, withSeeds } from '../../unit/catalogue/seeds-with.js';
import { unguarded } from '../../support/unguarded.js';

describe('a score after the catalogue has changed', () => {
  let running: RunningApp;
  let earlier: Date;
  beforeAll(async () => {
    running = await startApp({ seeds: THREE_INDICATORS });
    // A version of a time that did not know all of today's settings.
    await unguarded(
      running.database.dataSource,
      `UPDATE catalogue_version SET content = content #- '{method,powers}' #- '{method,partlyWeight}'
         #- '{method,coverage,matchedShare}' #- '{notApplicable}'`,
    );
    earlier = new Date();
    const changes = {
      'indicators.csv': ['range,100,0', 'range,50,0'],
      'method.json': ['"goal": 1, "principle"', '"goal": 0, "principle"'],
    } as const;
    await withSeeds(changes, (directory) => running.app.get(CatalogueService).loadSeeds(directory));
  }, 120_000);
  afterAll(() => running.close());

  async function changeOf(node: string): Promise<ExplainedChange> {
    const since = { text: 'then', state: { moment: earlier } };
    const { change } = await running.app.get(ExplanationService).explain('DNK', node, { since });
    if (change === undefined) throw new Error('There is no change');
    return change;
  }
  const effectsOf = ({ effects }: ExplainedChange): readonly (readonly [string, number])[] =>
    effects.filter(({ points }) => points !== 0).map(({ cause, points }) => [cause, points]);

  /** 4 spills between the worst goalpost and none, by the logarithm of 1 + x. */
  const spills = (worst: number): number =>
    (100 * (Math.log(5) - Math.log(1 + worst))) / -Math.log(1 + worst);

  it('is compared with the score of the catalogue of its time, with what was fixed in its code put in', async () => {
    const change = await changeOf('SPILLS');
    expect(change.before).toBeCloseTo(spills(100), 9);
    expect(change.after).toBeCloseTo(spills(50), 9);
    expect(effectsOf(change)).toEqual([['catalogue', expect.closeTo(spills(50) - spills(100), 9)]]);
  });

  it('tells goalposts from powers, shares what both do, and names the settings', async () => {
    const change = await changeOf('WATER.1');
    const arithmetic = (salt: number, level: number): number => (salt + level) / 2;
    const geometric = (salt: number, level: number): number => Math.sqrt(salt * level);
    const [old, now] = [spills(100), spills(50)];
    const catalogue =
      (arithmetic(100, now) - arithmetic(100, old) + geometric(100, now) - geometric(100, old)) / 2;
    expect(change.before).toBeCloseTo(arithmetic(100, old), 9);
    expect(change.after).toBeCloseTo(geometric(100, now), 9);
    expect(effectsOf(change)).toEqual([
      ['method', expect.closeTo(geometric(100, now) - arithmetic(100, old) - catalogue, 9)],
      ['catalogue', expect.closeTo(catalogue, 9)],
    ]);
    expect(change.differences).toEqual([
      { cause: 'method', what: 'power.goal', before: 1, after: 0 },
      { cause: 'catalogue', what: 'SPILLS.goalposts.worst', before: 100, after: 50 },
    ]);
    expect(change.configHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
