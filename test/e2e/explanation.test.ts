import { spawnSync } from 'node:child_process';
import papaparse from 'papaparse';
import { CatalogueService } from '../../src/catalogue/catalogue.service.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import type { ExplanationResponse } from '../../src/api/scores/explanation.response.js';
import { printScore } from '../../src/language/print-score.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { isFull } from '../support/sample.js';
import { anyKeys } from './keys.js';

const SCRIPT = 'reports/method/rebuild-score.mjs';
const KINDS = [
  ...['principle', 'goal', 'indicator', 'issue', 'action_line', 'sdg_target', 'commitment', 'objective'],
] as const;
/** As many in a full run as it takes to see rare ones. */
const SCORES = isFull ? 50 : 12;

describe('explanations', () => {
  let running: RunningApp;
  let catalogue: Catalogue;
  /** Data revision and moment before a community sent figures of what nobody publishes. */
  let before: { readonly revision: number; readonly moment: string };

  beforeAll(async () => {
    running = await startApp();
    catalogue = running.app.get(CatalogueService).current().catalogue;
    const { revision } = await explanationOf('KEN', 'P1');
    before = { revision, moment: new Date().toISOString() };
    const keys = await anyKeys(running);
    const sent = await fetch(`${running.url}/api/v1/submissions`, {
      method: 'POST',
      body: drawnFile(catalogue),
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
    const { receipt, counts } = (await sent.json()) as { receipt: string; counts: { bad: number } };
    expect([sent.status, counts.bad]).toEqual([201, 0]);
    const decided = await fetch(`${running.url}/api/v1/submissions/${receipt}/decisions`, {
      method: 'POST',
      body: '{"decision":"accept"}',
      headers: { ...keys.reviewerHeaders, 'content-type': 'application/json', 'if-match': '*' },
    });
    expect(await decided.json()).toMatchObject({ state: 'accepted' });
  }, 120_000);

  afterAll(() => running.close());

  const get = (path: string): Promise<Response> => fetch(`${running.url}/api/v1/${path}`);
  const textOf = async (area: string, node: string, query = ''): Promise<string> => {
    const answer = await get(`scores/${area}/${node}/explanation${query}`);
    expect([area, node, query, answer.status]).toEqual([area, node, query, 200]);
    return answer.text();
  };
  const explanationOf = async (area: string, node: string, query = ''): Promise<ExplanationResponse> =>
    JSON.parse(await textOf(area, node, query)) as ExplanationResponse;

  it(`rebuild ${String(SCORES)} drawn scores of every kind to the last printed digit`, async () => {
    const draw = drawing(20_261_123);
    const scored = await Promise.all(
      KINDS.map(async (by) => {
        const csv = await (await get(`scores.csv?by=${by}`)).text();
        const { data } = papaparse.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
        return data.filter(({ score }) => score !== '');
      }),
    );
    for (let i = 0; i < SCORES; i++) {
      const { area = '', code = '', score } = draw(scored[i % KINDS.length] ?? []);
      const printed = printScore(Number(score), 'en');
      expect([area, code, rebuild(await textOf(area, code))]).toEqual([area, code, { status: 0, printed }]);
    }
  }, 60_000);

  it('rebuild scores of earlier years, and the lack of a score', async () => {
    for (const [area, code, year] of [
      ['KEN', 'P1', 2023],
      ['FRA', 'UI_NETUSE', 2019],
      ['BRA', 'iww', 2026],
      ['NRU', 'UI_MBB', 2015],
    ] as const) {
      const text = await textOf(area, code, `?year=${String(year)}`);
      const { score } = JSON.parse(text) as ExplanationResponse;
      const printed = score === null ? 'none' : printScore(score, 'en');
      expect([area, code, rebuild(text)]).toEqual([area, code, { status: 0, printed }]);
    }
  });

  it('are not rebuilt when a figure behind them is another', async () => {
    const text = await textOf('KEN', 'UI_NETUSE');
    const { indicators } = JSON.parse(text) as ExplanationResponse;
    const reported = indicators[0]?.years[0]?.reported ?? NaN;
    const other = text.replaceAll(`"value":${String(reported)},`, `"value":${String(reported + 1)},`);
    expect(other).not.toBe(text);
    expect(rebuild(other)).toEqual({ status: 1, printed: '34.6' });
  });

  it('lead from a score to figures, goalposts and the reasons for them', async () => {
    const { score, indicators, weights, madeWith, sentences } = await explanationOf('KEN', 'UI_NETUSE');
    expect(indicators).toHaveLength(1);
    expect(indicators[0]).toMatchObject({
      value: 35,
      year: 2024,
      level: score,
      formula: '100 × (35 − 2.2) / (100 − 2.2) = 33.5378.',
      goalposts: { kind: 'range', worst: 2.2, best: 100, scale: 'linear' },
      figure: { value: 35, edition: 'WDI 2025', row: expect.any(Number), receipt: expect.any(String) },
    });
    expect(indicators[0]?.goalpostReason).toMatch(/2030/);
    expect(weights).toMatchObject([{ code: 'UI_NETUSE', nominal: 1, actual: 1, points: score }]);
    expect(madeWith).toMatchObject({
      configHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      datasetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      seed: catalogue.method.uncertainty.seed,
    });
    expect(sentences[0]).toBe('Kenya, Individuals using the Internet: 33.5 of 100 as of 2026.');
  });

  it('name what would help most, beside the median of the regional group', async () => {
    const { help, weights } = await explanationOf('KEN', 'P2');
    expect(help.group).toEqual({ code: 'UN-AFRICAN', name: 'African Group' });
    expect(help.items.length).toBeGreaterThan(0);
    expect(help.items.length).toBeLessThanOrEqual(3);
    for (const { code, weight, level, median, points } of help.items) {
      expect(weights.find((each) => each.code === code)).toMatchObject({ actual: weight, level });
      expect(points).toBe(weight * (median - level));
    }
  });

  it.each(['revision', 'moment'] as const)(
    'split the change since a %s, and add up exactly',
    async (since) => {
      const { score, change } = await explanationOf('KEN', 'P2', `?since=${String(before[since])}`);
      if (change === null || score === null) throw new Error('There is no change');
      expect(change).toMatchObject({ revision: before.revision, unsplit: null, year: 2026 });
      const points = change.effects.map((effect) => effect.points);
      expect(change.effects.map(({ cause }) => cause)).toEqual([
        'new_data',
        'corrected_data',
        'coverage',
        'method',
        'catalogue',
      ]);
      expect(points.reduce((sum, each) => sum + each, Number(change.before))).toBe(change.after);
      expect(Math.abs(Number(change.after) - score)).toBeLessThan(1e-9);
      // The community's figures only fill gaps: all of the change is coverage.
      expect(change.effects.filter((effect) => effect.points !== 0).map(({ cause }) => cause)).toEqual([
        'coverage',
      ]);
      expect(change.differences.length).toBeGreaterThan(0);
      for (const { cause, what, figureAfter } of change.differences) {
        expect([cause, what, figureAfter]).toEqual(['coverage', 'feeds', expect.stringMatching(/^KEN\./)]);
      }
    },
  );

  // `startApp` holds each answer against its description.
  it.each(['KEN/P2', 'KEN/UI_NETUSE', 'KEN/GDC-11c', 'BRA/1', 'FRA/ACCESS', 'PSE/iww'])(
    'fit their description, whatever they explain: %s',
    async (path) => {
      const answer = await get(`scores/${path}/explanation?since=${String(before.revision)}`);
      expect(answer.status).toBe(200);
    },
  );

  it('come as a table with one row for each indicator, whose points sum to the score', async () => {
    const csv = await (await get('scores/KEN/P2/explanation.csv')).text();
    const { data } = papaparse.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const { weights, score } = await explanationOf('KEN', 'P2');
    expect(data.map(({ indicator }) => indicator)).toEqual(weights.map(({ code }) => code));
    const points = data.reduce((sum, row) => sum + Number(row.points), 0);
    expect(points).toBeCloseTo(Number(score), 9);
  });

  it.each([
    ['scores/XXX/P2/explanation', 404, 'area_not_found'],
    ['scores/ABW/P2/explanation', 404, 'area_without_report'],
    ['scores/KEN/P9/explanation', 404, 'node_not_found'],
    ['scores/KEN/P2/explanation?year=1999', 400, 'invalid_request'],
    ['scores/KEN/P2/explanation?year=soon', 400, 'invalid_request'],
    ['scores/KEN/P2/explanation?since=999999', 400, 'invalid_request'],
    ['scores/KEN/P2/explanation?since=2026-02-31T00:00:00Z', 400, 'invalid_request'],
    ['scores/KEN/P2/explanation?since=yesterday', 400, 'invalid_request'],
  ])('are refused where there is nothing to explain: %s', async (path, status, code) => {
    const answer = await get(path);
    const { type } = (await answer.json()) as { type: string };
    expect([answer.status, type]).toEqual([status, `/problems/${code}`]);
  });
});

function rebuild(input: string): { readonly status: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return { status, printed: stdout.trim() };
}

/** Figures of every indicator in every country for two years, the same each time: values between the goalposts. */
function drawnFile({ areas, indicators }: Catalogue): string {
  const lines = ['country,indicator,year,value,source,evidence,groups'];
  const counted = indicators.filter(({ scored, derivedScoresAllowed }) => scored && derivedScoresAllowed);
  for (const { code, goalposts } of counted) {
    const [low, high] =
      goalposts.kind === 'band' ? [goalposts.low, goalposts.high] : [goalposts.worst, goalposts.best];
    for (const { code: area } of areas.filter((each) => each.scored)) {
      for (const year of [2022, 2025]) {
        const share = ((lines.length * 7919) % 1009) / 1009;
        const drawn = low + (high - low) * share;
        const value = goalposts.kind === 'rubric' ? Math.round(drawn) : Number(drawn.toFixed(2));
        const [source, proof] = ['Community survey', 'https://example.org/proof'];
        lines.push([area, code, year, value, source, proof, 'government (7)'].join(','));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Draws from lists, the same each time. */
function drawing(seed: number): <Thing>(things: readonly Thing[]) => Thing {
  let state = seed;
  return (things) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return things[Math.floor((state / 2 ** 32) * things.length)] as (typeof things)[number];
  };
}
