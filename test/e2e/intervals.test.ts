import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScoreIntervalsService } from '../../src/scoring/uncertainty/score-intervals.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { simulationProgram } from '../support/simulation-program.js';

interface Score {
  readonly area: string;
  readonly code: string;
  readonly score: number | null;
  readonly scoreLow: number | null;
  readonly scoreMedian: number | null;
  readonly scoreHigh: number | null;
  readonly grade: string | null;
  readonly gradeProvisional: boolean | null;
  readonly outsideInterval: boolean | null;
  readonly intervalRevision: number | null;
}

interface Comparison {
  readonly areas: readonly {
    readonly area: string;
    readonly score: number | null;
    readonly scoreLow: number | null;
  }[];
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly shareAhead: number;
    readonly tied: boolean;
  }[];
}

describe('intervals of the live scores', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  }, 120_000);
  afterAll(() => running.close());

  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/api/v1/${address}`, { headers });
  const json = async <T>(address: string): Promise<T> => (await (await get(address)).json()) as T;
  const principles = async () =>
    (await json<{ items: Score[] }>('scores?by=principle&area=KEN,FRA,BRA')).items;

  let tagBefore: string | null;

  it('are null, and the grades provisional, while they are not known', async () => {
    for (const score of await principles()) {
      const { scoreLow, scoreHigh, outsideInterval, intervalRevision } = score;
      expect({ scoreLow, scoreHigh, outsideInterval, intervalRevision }).toEqual({
        scoreLow: null,
        scoreHigh: null,
        outsideInterval: null,
        intervalRevision: null,
      });
      expect(score.gradeProvisional).toBe(score.score === null ? null : true);
    }
    tagBefore = (await get('scores?area=KEN')).headers.get('etag');
  });

  it('are not compared before anything is computed', async () => {
    const answer = await get('comparisons?node=P2&area=KEN,FRA');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({ type: '/problems/comparison_unavailable' });
  });

  it('come from a thread while requests are answered, and change the entity tag', async () => {
    await running.app.get(ScoreIntervalsService).start(await simulationProgram());
    let scores: readonly Score[];
    do {
      scores = await principles();
      await new Promise((resolve) => setTimeout(resolve, 200));
    } while (scores.every(({ scoreLow }) => scoreLow === null));
    const { revision } = await json<{ revision: number }>('scores?area=KEN');
    for (const { score, scoreLow, scoreMedian, scoreHigh, ...rest } of scores) {
      if (score === null) {
        expect([scoreLow, scoreHigh, rest.intervalRevision]).toEqual([null, null, null]);
        continue;
      }
      expect(Number(scoreLow)).toBeLessThan(Number(scoreHigh));
      expect(Number(scoreLow) <= Number(scoreMedian) && Number(scoreMedian) <= Number(scoreHigh)).toBe(true);
      expect(rest.intervalRevision).toBe(revision);
      expect(rest.gradeProvisional).toBe(false);
      expect(rest.outsideInterval).toBe(score < Number(scoreLow) || score > Number(scoreHigh));
    }
    const after = await get('scores?area=KEN', { 'if-none-match': tagBefore ?? '' });
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(tagBefore);
  }, 60_000);

  it('are of the as-of year only', async () => {
    const { items } = await json<{ items: Score[] }>('scores?node=P2&area=KEN&year=2023');
    expect(items[0]).toMatchObject({ scoreLow: null, intervalRevision: null });
  });

  it('stand in the country report, in CSV, and on the page', async () => {
    interface Line {
      readonly score: number | null;
      readonly scoreLow: number | null;
      readonly scoreHigh: number | null;
    }
    const report = await json<{ principles: Line[]; commitments: Line[] }>('reports/countries/KEN');
    const known = [...report.principles, ...report.commitments].filter(({ score }) => score !== null);
    expect(known.length).toBeGreaterThan(0);
    for (const { scoreLow, scoreHigh } of known) expect(Number(scoreLow)).toBeLessThan(Number(scoreHigh));
    const csv = await (await get('reports/countries/KEN.csv')).text();
    expect(csv.split('\r\n')[0]?.split(',')).toEqual(expect.arrayContaining(['level_low', 'level_high']));
    const first = report.principles.find(({ score }) => score !== null);
    const page = await (await fetch(`${running.url}/en/countries/KEN`)).text();
    expect(page).toContain(`${Number(first?.scoreLow).toFixed(1)} to ${Number(first?.scoreHigh).toFixed(1)}`);
  });

  it('tell how surely areas are ahead of each other', async () => {
    const { areas, pairs } = await json<Comparison>('comparisons?node=P2&area=KEN,FRA,BRA');
    expect(areas.map(({ area }) => area)).toEqual(['KEN', 'FRA', 'BRA']);
    const scored = areas.filter(({ score }) => score !== null).map(({ area }) => area);
    expect(pairs).toHaveLength((scored.length * (scored.length - 1)) / 2);
    for (const { shareAhead, tied } of pairs) expect(tied).toBe(shareAhead > 0.05 && shareAhead < 0.95);
    const own = (await principles()).find(({ area, code }) => area === 'KEN' && code === 'P2');
    expect(areas[0]?.scoreLow).toBe(own?.scoreLow);
    const csv = await (await get('comparisons.csv?node=P2&area=KEN,FRA,BRA')).text();
    expect(
      csv
        .split('\r\n')
        .slice(0, 2)
        .map((line) => line.split(',').slice(0, 2)),
    ).toEqual([
      ['a', 'b'],
      ['KEN', 'FRA'],
    ]);
    const turned = await json<Comparison>('comparisons?node=P2&area=FRA,KEN');
    expect(turned.pairs[0]?.shareAhead).toBeCloseTo(1 - Number(pairs[0]?.shareAhead), 12);
  });

  it.each([
    ['comparisons?node=P2&area=KEN', '?area'],
    ['comparisons?node=P2', '?area'],
    ['comparisons?node=UI_NETUSE&area=KEN,FRA', '?node'],
    ['comparisons?node=P2&area=KEN,XXX', '?area'],
    ['comparisons?node=P2&area=KEN,KEN', '?area'],
    ['comparisons?area=KEN,FRA', '?node'],
  ])('refuse %s', async (address, pointer) => {
    const answer = await get(address);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] });
  });
});

describe('an edition that ranks', () => {
  let running: RunningApp;
  let seeds: string;
  beforeAll(async () => {
    seeds = await mkdtemp(join(tmpdir(), 'iww-ranking-'));
    await cp('seeds', seeds, { recursive: true });
    const path = join(seeds, 'method.json');
    const method = JSON.parse(await readFile(path, 'utf8')) as Readonly<
      Record<'coverage' | 'uncertainty', object>
    >;
    const coverage = {
      ...method.coverage,
      goal: 0.1,
      principle: 0.1,
      principleMinGoals: 1,
      framework: 0.1,
      rank: 0.1,
    };
    const uncertainty = { ...method.uncertainty, replicates: 100 };
    await writeFile(
      path,
      JSON.stringify({ ...method, coverage, uncertainty, overallScore: true, ranks: true }),
    );
    running = await startApp({ seeds });
    await running.app.get(ScoreIntervalsService).start(await simulationProgram());
  }, 120_000);
  afterAll(async () => {
    await running.close();
    await rm(seeds, { recursive: true, force: true });
  });

  interface Ranked extends Score {
    readonly rank: number | null;
    readonly rankLow: number | null;
    readonly rankHigh: number | null;
  }

  it('tells ranks with their intervals for the framework, and for nothing else', async () => {
    const read = async (by: string): Promise<readonly Ranked[]> => {
      const answer = await fetch(`${running.url}/api/v1/scores?by=${by}&limit=1000`);
      return ((await answer.json()) as { items: Ranked[] }).items;
    };
    let items: readonly Ranked[];
    do {
      items = await read('framework');
      await new Promise((resolve) => setTimeout(resolve, 200));
    } while (items.every(({ scoreLow }) => scoreLow === null));
    const ranked = items.filter(({ rank }) => rank !== null);
    expect(ranked.length).toBeGreaterThan(50);
    for (const { rankLow, rankHigh } of ranked) {
      expect(Number(rankLow)).toBeGreaterThanOrEqual(1);
      expect(Number(rankHigh)).toBeGreaterThanOrEqual(Number(rankLow));
      expect(Number(rankHigh)).toBeLessThanOrEqual(ranked.length);
    }
    const best = ranked.find(({ rank }) => rank === 1);
    expect(Number(best?.score)).toBe(Math.max(...ranked.map(({ score }) => Number(score))));
    expect(best?.rankLow).toBe(1);
    for (const { rank, rankLow, rankHigh } of items.filter(({ score }) => score === null)) {
      expect([rank, rankLow, rankHigh]).toEqual([null, null, null]);
    }
    const principles = await read('principle');
    expect(principles.every(({ rank, rankHigh }) => rank === null && rankHigh === null)).toBe(true);
    expect(principles.some(({ scoreLow }) => scoreLow !== null)).toBe(true);
  }, 60_000);
});
