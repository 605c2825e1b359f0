import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

interface Page {
  readonly revision: number;
  readonly items: readonly { readonly id: string; readonly value: number }[];
}

describe('reading while figures are accepted', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  /** Figures before, between and after those that are being read, and new values of some of them. */
  async function accept(round: number): Promise<void> {
    const lines = ['AFG', 'KEN', 'ZWE', 'BRA', 'FRA'].flatMap((area) =>
      [2014, 2019, 2023].map((year) => `${area},WO_CSPART,${String(year)},0.${String(20 + round)},Survey`),
    );
    const sent = await fetch(`${running.url}/api/v1/submissions`, {
      method: 'POST',
      body: `country,indicator,year,value,source\n${lines.join('\n')}\n`,
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
    const { receipt } = (await sent.json()) as { receipt: string };
    const decided = await fetch(`${running.url}/api/v1/submissions/${receipt}/decisions`, {
      method: 'POST',
      body: JSON.stringify({ decision: 'accept' }),
      headers: { ...keys.reviewerHeaders, 'content-type': 'application/json', 'if-match': '*' },
    });
    expect(decided.status).toBe(200);
  }

  it('page by page gives each figure of the revision it began with once, and no other', async () => {
    await accept(1);
    const question = '/api/v1/observations?indicator=WO_CSPART,WO_IPV6';
    const pages: Page[] = [];
    let address: string | undefined = `${question}&limit=60`;
    for (let round = 2; address !== undefined; round += 1) {
      const answer: Response = await fetch(running.url + address);
      pages.push((await answer.json()) as Page);
      address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      if (round < 6) await accept(round);
    }
    const revision = pages[0]?.revision ?? -1;
    const whole = await fetch(`${running.url}${question}&asOf=${String(revision)}&limit=1000`);
    const figures = (page: Page): unknown[] => page.items.map(({ id, value }) => [id, value]);
    const items = pages.flatMap((page) => page.items);
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(pages.map((page) => page.revision))).toEqual(new Set([revision]));
    expect(pages.flatMap(figures)).toEqual(figures((await whole.json()) as Page));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const now = (await (await fetch(`${running.url}${question}&limit=1000`)).json()) as Page;
    expect(now.revision).toBeGreaterThan(revision);
    expect(figures(now)).not.toEqual(pages.flatMap(figures));
  });

  it('gives no two answers under one entity tag', async () => {
    const answers = new Map<string, Set<string>>();
    let reading = true;
    const read = async (address: string): Promise<void> => {
      while (reading) {
        const answer = await fetch(running.url + address);
        const body = await answer.text();
        const tag = answer.headers.get('etag');
        if (tag !== null) answers.set(tag, (answers.get(tag) ?? new Set()).add(body));
      }
    };
    const readers = [
      '/api/v1/observations?area=KEN&limit=5',
      '/api/v1/scores?area=KEN&by=indicator',
      '/api/v1/reports/countries/KEN.csv',
    ].map(read);
    for (let round = 30; round < 35; round += 1) await accept(round);
    reading = false;
    await Promise.all(readers);
    expect(answers.size).toBeGreaterThan(9);
    expect([...answers.values()].filter((bodies) => bodies.size > 1)).toEqual([]);
  });
});
