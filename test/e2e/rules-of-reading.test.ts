import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from '../../src/api/edge/route-table.js';
import { MEDIA_TYPES, type Suffix } from '../../src/api/edge/media.js';
import { ReportSourcesService } from '../../src/reports/report-sources.service.js';
import { ScoreIntervalsService } from '../../src/scoring/uncertainty/score-intervals.service.js';
import { simulationProgram } from '../support/simulation-program.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { PUBLIC_READS } from './public-read-addresses.js';
import { parseCsv } from './strict-csv.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string; readonly enum?: readonly unknown[] };
}

const SUFFIX = new RegExp(`\\.(${Object.keys(MEDIA_TYPES).join('|')})$`);

let running: RunningApp;
let document: OpenAPIObject;
let id: string;

beforeAll(async () => {
  running = await startApp();
  await running.app.get(ScoreIntervalsService).start(await simulationProgram());
  // They change what is read once they are there.
  while ((await running.app.get(ReportSourcesService).current()).intervals === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  document = (await (await fetch(`${running.url}/api/v1/openapi.json`)).json()) as OpenAPIObject;
  const list = await fetch(`${running.url}/api/v1/observations?area=KEN&indicator=UI_NETUSE&limit=1`);
  id = ((await list.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
}, 120_000);
afterAll(() => running.close());

type Headers = Readonly<Record<string, string>>;

async function get(address: string, headers: Headers = {}, method = 'GET'): Promise<Response> {
  const url = running.url + address.replace('/ID', `/${id}`);
  const answer = await fetch(url, { headers, method });
  // What is computed by and by is asked for again, as Retry-After says.
  if (answer.status !== 503) return answer;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return get(address, headers, method);
}

/** Another question put into an address. */
function asking(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** The same address with a suffix. */
function inForm(address: string, suffix: Suffix): string {
  const [path = '', query] = address.split('?');
  return `${path}.${suffix}${query === undefined ? '' : `?${query}`}`;
}

/** Forms that a read offers, best first, as its routes say. */
function offersOf(route: string): readonly Suffix[] {
  return running.app
    .get(RouteTable)
    .all()
    .filter(({ method, path }) => method === 'GET' && path.replace(SUFFIX, '') === route && path !== route)
    .map(({ path }) => SUFFIX.exec(path)?.[1] as Suffix);
}

const reads = Object.entries(PUBLIC_READS);

it('every public read is among those that are tried here', () => {
  const routes = running.app
    .get(RouteTable)
    .all()
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/') && SUFFIX.test(path))
    .map(({ path }) => path.replace(SUFFIX, ''))
    .filter(
      (path) =>
        ![
          '/api/docs',
          '/api/v1/audit',
          '/api/v1/openapi',
          // Asked of releases that are there, in releases.test and time-travel.test
          '/api/v1/releases',
          '/api/v1/releases/:a/diff/:b',
          '/api/v1/releases/:id/frozen',
          '/api/v1/releases/:id/manifest',
          '/api/v1/releases/:id/package',
          '/api/v1/submissions/:receipt/problems',
        ].includes(path),
    );
  expect([...new Set(routes)].sort()).toEqual(Object.keys(PUBLIC_READS).sort());
});

describe.each(sampleOf(reads, 3))(`%s (of ${sampleName})`, (route, address) => {
  it('has names in camelCase in JSON and in snake_case in CSV', async () => {
    const offers = offersOf(route);
    if (offers.includes('json')) {
      const names = namesIn(await (await get(address, { accept: 'application/json' })).json());
      expect(names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
    }
    if (offers.includes('csv')) {
      const [header = []] = parseCsv(await (await get(address, { accept: 'text/csv' })).text());
      const isTemplate = route.includes('templates');
      expect(isTemplate ? [] : header.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    }
  });

  it('is told in the language of ?lang=, else of Accept-Language, and says which', async () => {
    const told = await get(address, { 'accept-language': 'tlh, ar;q=0.8, fr;q=0.9' });
    const asked = await get(asking(address, 'lang=ru'), { 'accept-language': 'fr' });
    expect([told, asked].map(({ headers }) => headers.get('content-language'))).toEqual(['fr', 'ru']);
  });

  it('comes in each form it offers, by Accept as by suffix, and in no other', async () => {
    const offers = offersOf(route);
    const [best = 'json'] = offers;
    for (const suffix of offers) {
      const type = MEDIA_TYPES[suffix];
      const bare = type.split(';')[0] ?? '';
      const weights = `image/webp, ${bare};q=0.7, ${best === suffix ? '*/*' : 'video/mp4'};q=0.2`;
      const byAccept = await get(address, { accept: weights });
      const bySuffix = await get(inForm(address, suffix), { accept: 'video/mp4' });
      const headers = [byAccept, bySuffix].map((answer) => [
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('etag'),
        answer.headers.get('vary'),
      ]);
      expect(headers).toEqual(
        headers.map(() => [200, type, byAccept.headers.get('etag'), 'accept, accept-language']),
      );
      expect(byAccept.headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
      expect(await bytesOf(bySuffix)).toEqual(await bytesOf(byAccept));
    }
    expect((await get(address)).headers.get('content-type')).toBe(MEDIA_TYPES[best]);
    const none = await get(address, {
      accept: `video/mp4, text/csv;q=0, image/*;q=0, application/json;q=0, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;q=0`,
    });
    const problem = (await none.json()) as { detail: string };
    expect([none.status, none.headers.get('vary')]).toEqual([406, 'accept, accept-language']);
    for (const suffix of offers) expect(problem.detail).toContain(MEDIA_TYPES[suffix].split(';')[0]);
  });

  it('is CSV as RFC 4180 describes it, with a byte order mark when asked for', async () => {
    if (!offersOf(route).includes('csv')) return;
    const plain = await (await get(inForm(address, 'csv'))).text();
    expect(() => parseCsv(plain)).not.toThrow();
    if (route.includes('templates')) return;
    const marked = await bytesOf(await get(asking(inForm(address, 'csv'), 'bom=true')));
    expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(marked.subarray(3).toString()).toBe(plain);
  });

  it('is not sent again to who has it, and HEAD tells what GET tells', async () => {
    const first = await get(address);
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      for (const method of ['GET', 'HEAD']) {
        const again = await get(address, { 'if-none-match': known }, method);
        expect([known, again.status, await again.text(), again.headers.get('content-type')]).toEqual([
          known,
          304,
          '',
          null,
        ]);
        for (const name of ['etag', 'vary', 'cache-control', 'access-control-allow-origin']) {
          expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
        }
      }
    }
    expect((await get(address, { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await get(address, {}, 'HEAD');
    expect([head.status, await head.text(), told(head)]).toEqual([200, '', told(first)]);
  });

  it('may be read by pages of other sites, without credentials, and its errors and 304 too', async () => {
    const tag = (await get(address)).headers.get('etag') ?? '';
    const answers = await Promise.all([
      get(address),
      get(address, { 'if-none-match': tag }),
      get(address, { accept: 'video/mp4' }),
      get(asking(address, 'colour=red')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 406, 400]);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('access-control-expose-headers')).toMatch(
        /deprecation.*etag.*link.*ratelimit.*retry-after.*sunset/,
      );
    }
    const asked = { 'access-control-request-method': 'GET', origin: 'https://example.org' };
    const preflight = await get(address, asked, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('allow')]).toEqual([
      204,
      expect.stringMatching(/^OPTIONS, GET, HEAD\b/),
    ]);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(preflight.headers.get('access-control-allow-headers')).not.toContain('authorization');
  });

  it('refuses what it does not know: names, codes, nothing, and the same thing twice', async () => {
    for (const query of ['colour=red', 'lang=', 'lang=tlh', 'lang=en&lang=fr', 'Lang=en']) {
      const answer = await get(asking(address, query));
      const { errors } = (await answer.json()) as { errors: { pointer: string; hint: string }[] };
      expect([query, answer.status, errors.length]).toEqual([query, 400, 1]);
      expect(errors[0]?.pointer).toBe(`?${query.split('=')[0] ?? ''}`);
    }
    for (const { name } of parametersOf(route)) {
      // Whatever is searched for may be found or not.
      for (const value of name === 'q' ? ['', '%00'] : ['', 'zz~nothing', '%00']) {
        const query = new URLSearchParams(address.split('?')[1]);
        query.delete(name);
        const asked = `${address.split('?')[0] ?? ''}?${query.toString()}&${name}=${value}`;
        const answer = await get(asked);
        expect([asked, answer.status]).toEqual([asked, 400]);
      }
    }
  });
});

function parametersOf(route: string): readonly Parameter[] {
  const path = route.replaceAll(/:(\w+)/g, '{$1}');
  const parameters = (document.paths[path]?.get?.parameters ?? []) as unknown as Parameter[];
  return parameters.filter((parameter) => parameter.in === 'query');
}

/** What does not differ between GET and HEAD, and from one request to the next. */
function told({ headers }: Response): Record<string, string> {
  const {
    date: _,
    'x-request-id': __,
    ratelimit: ___,
    connection: _c,
    'keep-alive': _k,
    ...others
  } = Object.fromEntries(headers);
  return others;
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  const isNumbersByCode = Object.values(value).every((inner) => typeof inner === 'number');
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(isNumbersByCode ? [] : [name]),
    ...namesIn(inner),
  ]);
}
