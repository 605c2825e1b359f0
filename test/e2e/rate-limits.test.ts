import { request } from 'node:http';
import { AccessService } from '../../src/access/access.service.js';
import { PageReader } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';

const READS = 40;
const WRITES = 6;
const SIGN_INS = 4;
/** Addresses of this machine stand for callers. */
const PROXY = '127.0.0.1';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('the limits', () => {
  let running: RunningApp;
  let callers = 0;

  beforeAll(async () => {
    running = await startApp({
      environment: {
        IWW_TRUST_PROXY: PROXY,
        IWW_RATE_READS: String(READS),
        IWW_RATE_WRITES: String(WRITES),
        IWW_RATE_SIGN_INS: String(SIGN_INS),
      },
    });
  }, 120_000);
  afterAll(() => running.close());

  /** Somebody whom nobody has counted yet. */
  const newAddress = (): string => `198.51.100.${String((callers += 1))}`;
  const newKey = async (): Promise<string> => {
    const access = running.app.get(AccessService);
    return (await access.createKey({ community: SENDING, roles: ['submitter'], name: 'Sender' })).key;
  };

  function ask(
    path: string,
    from: string,
    headers: Readonly<Record<string, string>> = {},
    { method = 'GET', body = '' } = {},
  ): Promise<Answer> {
    const { hostname, port } = new URL(running.url);
    return new Promise((resolve, reject) => {
      const asked = request({
        ...{ hostname, port, path, method },
        headers: { ...headers, 'x-forwarded-for': from },
      });
      asked.on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  async function times(count: number, asking: () => Promise<Answer>): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (let n = 0; n < count; n++) answers.push(await asking());
    return answers;
  }

  it('are told with every answer of the interface, also with one that has not changed', async () => {
    const from = newAddress();
    const first = await ask('/api/v1/areas/KEN', from);
    const headers = { 'if-none-match': String(first.headers['etag']) };
    const second = await ask('/api/v1/areas/KEN', from, headers);
    const third = await ask('/api/v1/nowhere', from);
    expect([first, second, third].map(({ status }) => status)).toEqual([200, 304, 404]);
    for (const [n, answer] of [first, second, third].entries()) {
      expect(answer.headers['ratelimit-policy']).toBe(`"read";q=${String(READS)};w=60`);
      expect(answer.headers['ratelimit']).toMatch(
        new RegExp(`^"read";r=${String(READS - 1 - n)};t=([1-9]|[1-5]\\d|60)$`),
      );
    }
    expect((await ask('/en/countries/KEN', from)).headers['ratelimit']).toBeUndefined();
  });

  it('refuse who asks too often, and nobody else', async () => {
    const from = newAddress();
    await times(READS, () => ask('/api/v1/areas/KEN', from));
    const refused = await ask('/api/v1/areas/KEN', from, { 'accept-language': 'fr' });
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
      ratelimit: expect.stringMatching(/^"read";r=0;t=\d+$/),
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('retry-after'),
      'x-request-id': expect.any(String),
    });
    expect(JSON.parse(refused.text)).toMatchObject({
      type: '/problems/too_many_requests',
      status: 429,
      requestId: refused.headers['x-request-id'],
    });
    expect((await ask('/api/v1/areas/KEN', newAddress())).status).toBe(200);
  });

  it('are told as a page where a page was asked for', async () => {
    const from = newAddress();
    await times(READS, () => ask('/api/v1/areas/KEN', from));
    const refused = await ask('/en/countries/KEN', from);
    expect([refused.status, refused.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(refused.headers).toMatchObject({
      'retry-after': expect.stringMatching(/^\d+$/),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
    });
    expect(refused.text).toContain('Too many requests');
  });

  it('hold for a household, however many addresses it has', async () => {
    await times(READS / 2, () => ask('/api/v1/areas/KEN', '2001:db8:1:2::1'));
    await times(READS / 2, () => ask('/api/v1/areas/KEN', '2001:db8:1:2:ffff::2'));
    expect((await ask('/api/v1/areas/KEN', '2001:db8:1:2::3')).status).toBe(429);
    expect((await ask('/api/v1/areas/KEN', '2001:db8:1:3::1')).status).toBe(200);
  });

  it('never hold for signs of life and files of pages', async () => {
    const from = newAddress();
    const page = await ask('/en', from);
    const [style = ''] =
      /\/assets\/[\w.-]+\.css/.exec(
        (await ask(String(page.headers['location'] ?? '/en/countries'), from)).text,
      ) ?? [];
    await times(READS, () => ask('/api/v1/areas/KEN', from));
    for (const path of ['/health/live', '/health/ready', style]) {
      expect([path, (await ask(path, from)).status]).toEqual([path, 200]);
    }
  });

  it('are wider with a key, which goes with its holder from address to address', async () => {
    const headers = { authorization: `Bearer ${await newKey()}` };
    const shared = newAddress();
    await times(READS, () => ask('/api/v1/areas/KEN', shared));
    const answers = await times(5, () => ask('/api/v1/areas/KEN', shared, headers));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const elsewhere = await ask('/api/v1/areas/KEN', newAddress(), {
      authorization: headers.authorization.replace(' ', '   '),
    });
    expect(elsewhere.headers).toMatchObject({
      'ratelimit-policy': `"read";q=${String(5 * READS)};w=60`,
      ratelimit: expect.stringMatching(new RegExp(`^"read";r=${String(5 * READS - 6)};`)),
    });
  });

  it('count wrong keys as sign-ins, and made-up ones are no way around', async () => {
    const from = newAddress();
    let made = 0;
    const guess = (path: string): Promise<Answer> =>
      ask(path, from, { authorization: `Bearer iww_${String((made += 1)).padStart(43, 'x')}` });
    const guesses = await times(SIGN_INS, () => guess('/api/v1/submissions'));
    expect(guesses.map(({ status }) => status)).toEqual(Array.from({ length: SIGN_INS }, () => 401));
    expect(guesses.map(({ headers }) => headers['ratelimit-policy'])).toEqual(
      Array.from({ length: SIGN_INS }, () => `"read";q=${String(READS)};w=60`),
    );
    for (const path of ['/api/v1/submissions', '/api/v1/areas/KEN']) {
      const refused = await guess(path);
      expect([path, refused.status, refused.headers['ratelimit-policy']]).toEqual([
        path,
        429,
        `"sign-in";q=${String(SIGN_INS)};w=60, "sign-in-hour";q=${String(10 * SIGN_INS)};w=3600`,
      ]);
    }
    expect((await ask('/api/v1/areas/KEN', from)).status).toBe(200);
    const holder = { authorization: `Bearer ${await newKey()}` };
    expect((await ask('/api/v1/submissions', newAddress(), holder)).status).toBe(200);
    expect((await ask('/api/v1/submissions', from, holder)).status).toBe(200);
  });

  it('hold back who tries keys on the page', async () => {
    const key = await newKey();
    const reader = new PageReader(running.url);
    for (let n = 0; n < SIGN_INS; n++)
      expect((await reader.signIn(`iww_${'w'.repeat(43)}`)).status).toBe(422);
    const refused = await reader.signIn(key);
    expect([refused.status, refused.text.includes('Too many requests')]).toEqual([429, true]);
    expect((await reader.open('/en/sign-in')).status).toBe(200);
  });

  it('hold writes apart from reads, by key, and do no harm to what is under way', async () => {
    const headers = { authorization: `Bearer ${await newKey()}`, 'content-type': 'text/csv' };
    const send = (year: number): Promise<Answer> =>
      ask('/api/v1/submissions', newAddress(), headers, {
        method: 'POST',
        body: `country,indicator,year,value,source\nKEN,UI_NETUSE,${String(year)},41,Survey ${String(year)}\n`,
      });
    const storm = await Promise.all(Array.from({ length: 5 * WRITES }, (_, n) => send(1990 + n)));
    const statuses = storm.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 201)).toHaveLength(WRITES);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4 * WRITES);
    const [{ count } = { count: 0 }]: { count: number }[] = await running.database.dataSource.query(
      `SELECT count(*)::integer FROM submission WHERE state = 'received'`,
    );
    expect(count).toBe(WRITES);
    const read = await ask('/api/v1/submissions', newAddress(), { authorization: headers.authorization });
    expect([read.status, read.headers['ratelimit-policy']]).toEqual([
      200,
      `"read";q=${String(5 * READS)};w=60`,
    ]);
  });
});

describe('an address', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_RATE_READS: '5' } });
  }, 120_000);
  afterAll(() => running.close());

  it('is that of the connection when no proxy is trusted, whatever a request says', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) {
      const from = `203.0.113.${String(n)}`;
      const headers = { 'x-forwarded-for': from, forwarded: `for=${from}`, 'x-real-ip': from };
      statuses.push((await fetch(`${running.url}/api/v1/areas/KEN`, { headers })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
