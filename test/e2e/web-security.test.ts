import { connect } from 'node:net';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { PageReader } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { anyKeys, type Keys } from './keys.js';

const PUBLIC_URL = 'https://progress.example.org';
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const OF_EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=31536000',
};
/** What stands for the parameters of addresses. */
const PARTS: Readonly<Record<string, string>> = { ':iso3': 'KEN', ':area': 'KEN', '*': 'nowhere' };

describe('every answer', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_PUBLIC_URL: PUBLIC_URL } });
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(() => running.close());

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(running.url + path, { redirect: 'manual', ...init });

  function expectGuarded(answer: Response, what: string): void {
    const { headers } = answer;
    const said = Object.keys(OF_EVERY_ANSWER).map((name) => [name, headers.get(name)]);
    expect([what, Object.fromEntries(said)]).toEqual([what, OF_EVERY_ANSWER]);
    const policy = headers.get('content-security-policy') ?? '';
    expect([what, policy]).toEqual([what, expect.stringMatching(/^default-src 'none'; /)]);
    expect([what, policy]).toEqual([what, expect.stringContaining("frame-ancestors 'none'")]);
    expect([what, policy]).toEqual([what, expect.not.stringMatching(/unsafe|\*|https?:|data:/)]);
    expect([what, headers.get('server'), headers.get('x-powered-by')]).toEqual([what, null, null]);
  }

  it(`of every route says what browsers may do with it (${sampleName})`, async () => {
    const routes = running.app.get(RouteTable).all();
    expect(routes.length).toBeGreaterThan(200);
    for (const { method, path } of sampleOf(routes, 3)) {
      if (path.endsWith('/progress')) continue;
      const address = path.replaceAll(/:\w+|\*/g, (part) => PARTS[part] ?? 'x');
      const answer = await ask(address, { method, headers: { accept: '*/*' } });
      expectGuarded(answer, `${method} ${path}`);
      const isApi = /^\/(api|sdmx)\//.test(address);
      expect([path, answer.headers.get('cross-origin-resource-policy')]).toEqual([
        path,
        isApi ? 'cross-origin' : 'same-origin',
      ]);
      await answer.arrayBuffer();
    }
  }, 120_000);

  it.each([
    ['a country', '/en/countries/KEN', PAGE_POLICY],
    ['an unknown country', '/en/countries/XXX', PAGE_POLICY],
    ['sign-in', '/ar/sign-in', PAGE_POLICY],
    ['an address that leads nowhere', '/fr/nowhere', PAGE_POLICY],
    [
      'the description',
      '/api/docs',
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ],
    ['figures', '/api/v1/observations.csv?area=KEN', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ])('has its policy: %s', async (_what, path, policy) => {
    expect((await ask(path)).headers.get('content-security-policy')).toBe(policy);
  });

  it('says so also when nothing has changed, when something is wrong, and of files', async () => {
    const page = await (await ask('/en/countries/KEN')).text();
    const [style = ''] = /\/assets\/[\w.-]+\.css/.exec(page) ?? [];
    for (const path of ['/en/countries/KEN', '/api/v1/areas', style]) {
      const etag = (await ask(path)).headers.get('etag') ?? '';
      // Of itself fetch would ask for a fresh one.
      const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
      const again = await ask(path, { headers });
      expect([path, again.status]).toEqual([path, 304]);
      expectGuarded(again, `304 ${path}`);
    }
    for (const [path, status, init] of [
      ['/nowhere', 404, {}],
      ['/assets/nowhere.js', 404, {}],
      ['/api/v1/nowhere', 404, {}],
      ['/api/v1/areas?colour=red', 400, {}],
      ['/api/v1/areas', 405, { method: 'DELETE' }],
      ['/api/v1/areas', 406, { headers: { accept: 'image/png' } }],
      ['/api/v1/submissions', 401, {}],
      ['/en/sign-in', 403, { method: 'POST' }],
      ['/en/sign-in', 415, { method: 'POST', body: '{', headers: { 'content-type': 'application/x' } }],
      [`/api/v1/areas/${'x'.repeat(200)}`, 414, {}],
      ['/%zz', 400, {}],
      [style, 200, { headers: { 'accept-encoding': 'gzip' } }],
      [style, 200, { method: 'HEAD' }],
    ] as const) {
      const answer = await ask(path, init);
      expect([path, answer.status]).toEqual([path, status]);
      if (status !== 414 && path !== '/%zz') expectGuarded(answer, path);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('says so even to what is no request', async () => {
    for (const text of ['nonsense\r\n\r\n', `GET /${'x'.repeat(70_000)} HTTP/1.1\r\nhost: a\r\n\r\n`]) {
      const head = await sendRaw(running.url, text);
      expect(head).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(head).toContain('x-content-type-options: nosniff');
      expect(head).toContain("content-security-policy: default-src 'none'");
      expect(head).not.toMatch(/^(server|x-powered-by):/im);
    }
  });

  it('of a stream of events says so, too', async () => {
    const file = 'country,indicator,year,value,source\nKEN,WO_CSPART,2019,0.5,Survey\n';
    const sent = await ask('/api/v1/submissions', {
      method: 'POST',
      body: file,
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
    const { receipt } = (await sent.json()) as { readonly receipt: string };
    const events = await ask(`/api/v1/submissions/${receipt}/progress`, { headers: keys.senderHeaders });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    expectGuarded(events, 'events');
    await events.body?.cancel();
  });

  it('tells caches to keep nothing of pages for somebody who is signed in', async () => {
    const { app } = running;
    const local = new PageReader(running.url);
    const key = keys.senderHeaders['authorization']?.replace('Bearer ', '') ?? '';
    await local.signIn(key);
    const paths = app
      .get(RouteTable)
      .all()
      .filter(
        ({ method, path }) =>
          method === 'GET' && /^\/en\/(contribute|submissions|review|notices|account)/.test(path),
      )
      .map(({ path }) => path.replaceAll(/:\w+/g, 'x'));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const page = await local.open(path);
      expect([path, page.response.headers.get('cache-control')]).toEqual([path, 'private, no-store']);
    }
  });
});

function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer.split('\r\n\r\n')[0] ?? '');
    });
  });
}
