import { get, type IncomingMessage } from 'node:http';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';
import { parseCsv } from './strict-csv.js';

type Item = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

interface Page {
  readonly revision?: number;
  readonly total: number | null;
  readonly items: readonly Item[];
  readonly next: string | null;
}

let running: RunningApp;
let keys: Keys;
beforeAll(async () => {
  running = await startApp();
  keys = await anyKeys(running);
}, 120_000);
afterAll(() => running.close());

async function read<Answer = Page>(address: string, headers: Headers = {}): Promise<Answer> {
  const answer = await fetch(`${running.url}/api/v1${address}`, { headers });
  expect([address, answer.status]).toEqual([address, 200]);
  return (await answer.json()) as Answer;
}

/** All pages, as the Link headers lead, with something done after each. */
async function pagesOf(
  address: string,
  headers: Headers = {},
  between?: () => Promise<unknown>,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let next: string | undefined = `/api/v1${address}`;
  while (next !== undefined) {
    const answer: Response = await fetch(running.url + next, { headers });
    const page = (await answer.json()) as Page;
    pages.push(page);
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    expect([answer.status, next === undefined]).toEqual([200, page.next === null]);
    if (next !== undefined) await between?.();
  }
  return pages;
}

let sent = 0;

async function send(rows: readonly string[]): Promise<string> {
  const answer = await fetch(`${running.url}/api/v1/submissions?fileName=${String((sent += 1))}.csv`, {
    method: 'POST',
    body: `country,indicator,year,value,source\n${rows.join('\n')}\n`,
    headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
  });
  return ((await answer.json()) as { receipt: string }).receipt;
}

async function step(receipt: string, name: string, body: object): Promise<void> {
  const answer = await fetch(`${running.url}/api/v1/submissions/${receipt}/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...keys.reviewerHeaders, 'content-type': 'application/json', 'if-match': '*' },
  });
  expect([name, answer.status]).toEqual([name, 200]);
}

async function accept(rows: readonly string[]): Promise<string> {
  const receipt = await send(rows);
  await step(receipt, 'decisions', { decision: 'accept' });
  return receipt;
}

const aRow = (area: string, year: number, value: number): string =>
  `${area},WO_CSPART,${String(year)},${String(value)},Pages`;
const aNewFigure = () => accept([aRow('KEN', 2012 + (sent % 12), 0.1 + sent / 1_000)]);
const keysOf = (pages: readonly Page[], ...names: readonly string[]) =>
  pages.flatMap(({ items }) => items.map((item) => names.map((name) => item[name]).join(' ')));

describe('pages while others write', () => {
  it('of scores are all of the data revision that the first one was of', async () => {
    await aNewFigure();
    const question = '/scores?area=KEN,UGA&by=indicator&year=2020..2024';
    const before = (await pagesOf(`${question}&limit=1000`)).flatMap(({ items }) => items);
    const pages = await pagesOf(`${question}&limit=150`, {}, aNewFigure);
    const figures = (items: readonly Item[]) =>
      items.map(({ area, code, asOfYear, score }) => [area, code, asOfYear, score]);
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(pages.map(({ revision }) => revision)).size).toBe(1);
    expect(figures(pages.flatMap(({ items }) => items))).toEqual(figures(before));
    const after = (await pagesOf(`${question}&limit=1000`)).flatMap(({ items }) => items);
    expect(figures(after)).not.toEqual(figures(before));
  });

  it('of what was sent hold each submission once, and all that were there at the beginning', async () => {
    for (let i = 0; i < 7; i += 1) await send([aRow('UGA', 2015 + i, 0.3)]);
    const there = keysOf(await pagesOf('/submissions?limit=1000', keys.senderHeaders), 'receipt');
    const seen = keysOf(
      await pagesOf('/submissions?limit=3', keys.senderHeaders, () =>
        send([aRow('TZA', 2015, sent / 1_000)]),
      ),
      'receipt',
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(there.filter((receipt) => !seen.includes(receipt))).toEqual([]);
  });

  it('of what waits for review hold each once, and all that go on waiting, while others come and are decided on', async () => {
    const waiting = keysOf(
      await pagesOf('/submissions?list=review&limit=1000', keys.reviewerHeaders),
      'receipt',
    );
    expect(waiting.length).toBeGreaterThan(6);
    const [first = '', second = ''] = waiting;
    const decided = [first, second];
    const seen = keysOf(
      await pagesOf('/submissions?list=review&limit=2', keys.reviewerHeaders, async () => {
        await send([aRow('TZA', 2016, sent / 1_000)]);
        const receipt = decided.pop();
        if (receipt !== undefined) await step(receipt, 'decisions', { decision: 'reject', text: 'Twice' });
      }),
      'receipt',
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(
      waiting.filter((receipt) => receipt !== first && receipt !== second && !seen.includes(receipt)),
    ).toEqual([]);
  });
});

it('every list counts its items when asked to, and gives as many', async () => {
  const receipt = await accept(Array.from({ length: 12 }, (_, i) => aRow('BRA', 2010 + i, 0.5)));
  for (const [address, headers] of [
    ['/observations?area=BRA&indicator=WO_CSPART,UI_NETUSE', {}],
    ['/observations?area=BRA&latest=true', {}],
    ['/observations?area=BRA&indicator=WO_CSPART,UI_NETUSE&updatedSince=1', {}],
    ['/scores?area=BRA&by=indicator', {}],
    ['/group-scores?group=WORLD,UN-AFRICAN', {}],
    ['/submissions?list=sent', keys.senderHeaders],
    ['/submissions?list=review', keys.reviewerHeaders],
    [`/submissions/${receipt}/rows?lang=en`, keys.senderHeaders],
  ] as const) {
    const pages = await pagesOf(`${address}&limit=10&count=true`, headers);
    const items = pages.flatMap((page) => page.items);
    expect(items.length).toBeGreaterThan(1);
    expect([address, ...new Set(pages.map(({ total }) => total))]).toEqual([address, items.length]);
    expect((await read(`${address}&limit=5`, headers)).total).toBeNull();
  }
});

it('a cursor that is damaged, of another list or of another question is refused', async () => {
  const { next: ofKenya } = await read('/observations?area=KEN&limit=2');
  const { next: ofScores } = await read('/scores?limit=2');
  const { next: ofSent } = await read('/submissions?limit=2', keys.senderHeaders);
  for (const [address, cursor, status] of [
    ['/observations?area=KEN', ofKenya, 200],
    ['/observations?area=KEN&limit=7&lang=fr&count=true', ofKenya, 200],
    ['/observations.csv?area=KEN', ofKenya, 200],
    ['/observations?area=UGA', ofKenya, 400],
    ['/observations?area=KEN&latest=true', ofKenya, 400],
    ['/observations?area=KEN&updatedSince=1', ofKenya, 400],
    ['/observations?area=KEN', ofScores, 400],
    ['/observations?area=KEN', ofKenya?.slice(0, -2) ?? '', 400],
    ['/observations?area=KEN', `x${ofKenya ?? ''}`, 400],
    ['/scores?by=issue', ofScores, 400],
    ['/group-scores?group=WORLD', ofScores, 400],
    ['/submissions?list=sent', ofSent, 400],
    ['/submissions?lang=en', ofSent, 200],
  ] as const) {
    expect(cursor).toEqual(expect.any(String));
    const answer = await fetch(`${running.url}/api/v1${address}&cursor=${String(cursor)}`, {
      headers: keys.senderHeaders,
    });
    expect([address, answer.status]).toEqual([address, status]);
  }
});

describe('updatedSince', () => {
  const QUESTION = '/observations?area=KEN,UGA,TZA,BRA,FRA&indicator=WO_CSPART';

  it('keeps a copy the same as the list, through new figures, newer ones and reverts', async () => {
    const held = async (revision: number) =>
      (await pagesOf(`${QUESTION}&limit=1000&asOf=${String(revision)}`)).flatMap(({ items }) => items);
    const { revision: begun = 0 } = await read(`${QUESTION}&limit=1`);
    const copy = new Map((await held(begun)).map((item) => [item.id, item]));
    let at = begun;
    let changed = 0;
    const follow = async (): Promise<void> => {
      const pages = await pagesOf(`${QUESTION}&updatedSince=${String(at)}&limit=2`);
      const items = pages.flatMap((page) => page.items);
      changed += items.length;
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const item of items) {
        if (item.revisionTo === null) copy.set(item.id, item);
        else expect(copy.delete(item.id)).toBe(true);
      }
      at = pages[0]?.revision ?? at;
      const inOrder = (some: Iterable<Item>) =>
        [...some].map((item) => JSON.stringify({ ...item, revisionTo: null })).sort();
      expect(inOrder(copy.values())).toEqual(inOrder(await held(at)));
    };
    const first = await accept([aRow('FRA', 2011, 0.2), aRow('FRA', 2012, 0.3), aRow('UGA', 2011, 0.4)]);
    await follow();
    const second = await accept([aRow('FRA', 2011, 0.25), aRow('FRA', 2012, 0.35), aRow('FRA', 2013, 0.45)]);
    await follow();
    await step(second, 'revert', { text: 'Thousands for millions' });
    await follow();
    await accept([aRow('FRA', 2012, 0.36)]);
    await accept([aRow('FRA', 2012, 0.37)]);
    await step(first, 'revert', { text: 'Not ours' });
    await follow();
    await follow();
    expect(changed).toBeGreaterThan(10);
    expect((await read(`${QUESTION}&updatedSince=${String(at)}`)).items).toEqual([]);
  });

  it('goes by a moment as by the revision of that moment', async () => {
    const { revision = 0 } = await read(`${QUESTION}&limit=1`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const moment = encodeURIComponent(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 5));
    await accept([aRow('TZA', 2018, 0.77)]);
    const byMoment = await read(`${QUESTION}&updatedSince=${moment}`);
    const byRevision = await read(`${QUESTION}&updatedSince=${String(revision)}`);
    expect(byMoment.items).toEqual(byRevision.items);
    expect(byMoment.items).toMatchObject([{ area: 'TZA', year: 2018, value: 0.77, revisionTo: null }]);
    const csv = await fetch(`${running.url}/api/v1${QUESTION.replace('?', '.csv?')}&updatedSince=${moment}`);
    expect(parseCsv(await csv.text()).length).toBe(2);
    const between = await read(`${QUESTION}&updatedSince=${String(revision)}&asOf=${String(revision)}`);
    expect(between.items).toEqual([]);
  });

  it.each([
    ['updatedSince=99999', 'revision_to_come', '?updatedSince'],
    ['updatedSince=yesterday', 'invalid_value', '?updatedSince'],
    ['updatedSince=2026-02-31T00:00:00Z', 'no_such_moment', '?updatedSince'],
    ['updatedSince=1&latest=true', 'not_with', '?updatedSince'],
    ['asOf=2999-01-01T00:00:00Z', 'moment_to_come', '?asOf'],
  ])('and its like are refused in words: %s', async (query, code, pointer) => {
    const answer = await fetch(`${running.url}/api/v1/observations?${query}`);
    const { errors } = (await answer.json()) as { errors: readonly object[] };
    expect(answer.status).toBe(400);
    expect(errors).toEqual([
      expect.objectContaining({ code, pointer, hint: expect.stringMatching(/\w{3}/) as string }),
    ]);
  });
});

it('a whole list goes on for others when its readers leave or do not read on', async () => {
  const whole = async () =>
    (await fetch(`${running.url}/api/v1/observations.csv?indicator=UI_NETUSE`)).text();
  const before = await whole();
  const begin = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(`${running.url}/api/v1/observations.csv`, (answer) => {
        answer.once('readable', () => {
          resolve(answer);
        });
      }).on('error', reject);
    });
  const readers = await Promise.all(Array.from({ length: 10 }, begin));
  for (const leaving of readers.slice(0, 5)) leaving.destroy();
  expect(await whole()).toBe(before);
  expect(parseCsv(before).length).toBeGreaterThan(1_000);
  const held = readers.slice(5).map(({ readableLength }) => readableLength);
  expect(Math.max(...held)).toBeLessThan(1_000_000);
  for (const waiting of readers.slice(5)) waiting.destroy();
});
