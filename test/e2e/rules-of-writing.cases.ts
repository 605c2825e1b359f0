import { RouteTable } from '../../src/api/edge/route-table.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

describe('rules of writing', () => {
  let running: RunningApp;
  let keys: Keys;
  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(() => running.close());

  type Headers = Readonly<Record<string, string>>;

  interface Problem {
    readonly type: string;
    readonly detail: string;
    readonly errors: readonly { readonly pointer: string }[];
  }

  const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
  /** By the secret of a mail instead of a key, or open to everybody: asked twice, they do no more than once. */
  const WITHOUT_KEY = [
    '/api/v1/claims',
    '/api/v1/contacts/:token/confirmation',
    '/api/v1/contacts/:token/removal',
    '/api/v1/followers',
    '/api/v1/followers/:token/confirmation',
    '/api/v1/followers/:token/removal',
    '/api/v1/wording',
  ];
  /** Steps that somebody takes on what they saw. */
  const ON_WHAT_WAS_SEEN = ['decisions', 'withdrawal', 'revert', 'corrections'].map(
    (step) => `/api/v1/submissions/:receipt/${step}`,
  );

  function writes(...methods: readonly string[]): readonly (readonly [string, string])[] {
    const routes = running.app
      .get(RouteTable)
      .all()
      .filter(({ method, path }) => methods.includes(method) && path.startsWith('/api/'))
      .map(({ method, path }) => [method, path] as const);
    return [...new Map(routes.map((route) => [route.join(' '), route])).values()];
  }

  async function write(
    [method, path]: readonly [string, string],
    headers: Headers,
    { query = '', body }: { readonly query?: string; readonly body?: BodyInit } = {},
  ) {
    const address = path.replaceAll(/:(?:id|contributor)\b/g, '1').replaceAll(/:\w+/g, 'x');
    const answer = await fetch(`${running.url}${address}${query}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    return { answer, problem: (text === '' ? {} : JSON.parse(text)) as Problem };
  }

  const nonce = (() => {
    let count = 0;
    return () => String((count += 1));
  })();

  const aFile = (rows = 1): string =>
    [
      'country,indicator,year,value,source',
      ...Array.from({ length: rows }, (_, i) => `KEN,WO_CSPART,${String(2000 + i)},0.5,Rules ${nonce()}`),
      '',
    ].join('\n');

  async function send(body: BodyInit, headers: Headers = {}, query = ''): Promise<Response> {
    return fetch(`${running.url}/api/v1/submissions${query}`, {
      method: 'POST',
      body,
      headers: {
        ...keys.senderHeaders,
        ...(typeof body === 'string' ? { 'content-type': 'text/csv' } : {}),
        ...headers,
      },
    });
  }

  describe('every write', () => {
    it('needs a key, but for those that need the secret of a mail or are open to everybody', async () => {
      const open: string[] = [];
      for (const route of writes(...WRITES)) {
        const { answer, problem } = await write(route, {});
        if (answer.status !== 401 || problem.type !== '/problems/key_needed') open.push(route[1]);
      }
      expect(open.sort()).toEqual(WITHOUT_KEY);
      expect(writes(...WRITES).length).toBeGreaterThan(12);
    });

    it('refuses a parameter it does not know, and says which it knows', async () => {
      for (const route of writes(...WRITES)) {
        const { answer, problem } = await write(route, keys.administratorHeaders, { query: '?colour=red' });
        expect([...route, answer.status, problem.errors.map(({ pointer }) => pointer)]).toEqual([
          ...route,
          400,
          ['?colour'],
        ]);
        expect(JSON.stringify(problem.errors)).toContain('lang');
      }
    });

    it('is not done when its answer could not be read', async () => {
      for (const route of writes('POST', 'PUT', 'PATCH')) {
        const isOfMail = route[1].endsWith('/:token/removal');
        const { answer } = await write(route, { ...keys.administratorHeaders, accept: 'image/webp' });
        expect([...route, answer.status === 406]).toEqual([...route, !isOfMail]);
      }
    });

    it('refuses a body of a type it does not read, and one that is compressed', async () => {
      for (const route of writes('POST', 'PUT', 'PATCH')) {
        const headers = { ...keys.administratorHeaders, 'if-match': '*' };
        const xml = await write(route, { ...headers, 'content-type': 'application/xml' }, { body: '<a/>' });
        const gzip = await write(
          route,
          { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
          { body: '{}' },
        );
        expect([...route, xml.answer.status, gzip.answer.status]).toEqual([...route, 415, 415]);
        expect(gzip.problem.type).toBe('/problems/encoded_body');
      }
    });

    it('is closed to pages of other sites', async () => {
      for (const route of writes(...WRITES)) {
        const { answer } = await write(route, { origin: 'https://example.org' });
        const asked = { origin: 'https://example.org', 'access-control-request-method': route[0] };
        const { answer: preflight } = await write(['OPTIONS', route[1]], asked);
        expect([...route, answer.headers.get('access-control-allow-origin')]).toEqual([...route, null]);
        expect([...route, preflight.status, preflight.headers.get('allow')?.includes(route[0])]).toEqual([
          ...route,
          204,
          true,
        ]);
        expect(preflight.headers.get('access-control-allow-methods') ?? '').not.toContain(route[0]);
        expect(preflight.headers.get('access-control-allow-headers') ?? '').not.toMatch(
          /authorization|content-type/i,
        );
      }
    });

    it('by POST with a key knows Idempotency-Key', async () => {
      for (const route of writes('POST')) {
        if (WITHOUT_KEY.includes(route[1])) continue;
        const { problem } = await write(route, {
          ...keys.administratorHeaders,
          'if-match': '*',
          'idempotency-key': 'two words',
        });
        expect([...route, problem.type]).toEqual([...route, '/problems/idempotency_key_malformed']);
      }
    });
  });

  it('steps on a submission say what they were decided on: 428 without, and how to', async () => {
    for (const path of ON_WHAT_WAS_SEEN) {
      const bodies = {
        decisions: { decision: 'accept' },
        revert: { text: 'Wrong' },
        corrections: { cells: [{ row: 2, column: 'value', value: 1 }] },
      };
      const body = bodies[path.split('/').at(-1) as keyof typeof bodies] as object | undefined;
      const headers = { ...keys.reviewerHeaders, ...(body && { 'content-type': 'application/json' }) };
      const { answer, problem } = await write(
        ['POST', path],
        headers,
        body && { body: JSON.stringify(body) },
      );
      expect([path, answer.status, problem.type]).toEqual([path, 428, '/problems/precondition_required']);
      expect(problem.detail).toMatch(/ETag.*\/api\/v1\/submissions\/x|\/api\/v1\/submissions\/x.*ETag/);
    }
  });

  it('fifty requests at once under one Idempotency-Key make one submission and get one answer', async () => {
    const file = aFile(3);
    const storm = await Promise.all(
      Array.from({ length: 50 }, () => send(file, { 'idempotency-key': 'storm' }, '?fileName=storm.csv')),
    );
    const answers = await Promise.all(
      storm.map(async (answer) => [answer.status, await answer.text()] as const),
    );
    const done = answers.filter(([status]) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(([, text]) => text)).size).toBe(1);
    expect(answers.filter(([status]) => status !== 201 && status !== 409)).toEqual([]);
    const again = await send(file, { 'idempotency-key': 'storm' }, '?fileName=storm.csv');
    expect([again.status, await again.text()]).toEqual(done[0]);
    const [{ made }] = await running.database.dataSource.query(
      `SELECT count(*)::integer AS made FROM submission WHERE file_name = 'storm.csv'`,
    );
    expect(made).toBe(1);
  });

  describe('a file in a form', () => {
    const form = (...parts: readonly (readonly [string, string | Blob, string?])[]): FormData => {
      const data = new FormData();
      for (const [name, value, fileName] of parts) {
        if (typeof value === 'string') data.append(name, value);
        else data.append(name, value, fileName);
      }
      return data;
    };
    const csv = (text: string) => new Blob([text], { type: 'text/csv' });

    it('is received as if it were sent alone, under its name', async () => {
      const file = aFile(2);
      const first = await send(form(['file', csv(file), 'of-a-form.csv']));
      const report = (await first.json()) as { receipt: string; repeated: boolean };
      const detail = await fetch(`${running.url}${first.headers.get('location') ?? ''}`, {
        headers: keys.senderHeaders,
      });
      expect([first.status, report.repeated]).toEqual([201, false]);
      expect(await detail.json()).toMatchObject({
        fileName: 'of-a-form.csv',
        mediaType: 'text/csv',
        counts: { good: 2 },
      });
      const alone = await send(file);
      expect(await alone.json()).toMatchObject({ receipt: report.receipt, repeated: true });
    });

    it('is the same request again when it is the same file, whatever stands around it', async () => {
      const [one, other] = [aFile(), aFile()];
      const named = { 'idempotency-key': 'form' };
      const first = await send(form(['file', csv(one), 'a.csv']), named);
      const again = await send(form(['file', csv(one), 'a.csv']), named);
      const another = await send(form(['file', csv(other), 'a.csv']), named);
      expect([first.status, again.status, await again.text()]).toEqual([201, 201, await first.text()]);
      expect(another.status).toBe(422);
    });

    it.each([
      ['nothing', () => form(), 422],
      ['a field', () => form(['colour', 'red']), 400],
      ['a field before it', () => form(['colour', 'red'], ['file', csv(aFile()), 'a.csv']), 400],
      ['a field after it', () => form(['file', csv(aFile()), 'a.csv'], ['colour', 'red']), 400],
      ['a second file', () => form(['file', csv(aFile()), 'a.csv'], ['file', csv(aFile()), 'b.csv']), 400],
      ['fields that are no form with a file', () => new URLSearchParams({ file: aFile() }), 415],
    ] as const)('is refused when the form holds %s', async (_kind, body, status) => {
      const before = await running.database.dataSource.query('SELECT count(*) FROM submission');
      const answer = await send(body());
      expect(answer.status).toBe(status);
      expect(await running.database.dataSource.query('SELECT count(*) FROM submission')).toEqual(before);
    });

    it('is refused beyond the limit of any file, and without a key', async () => {
      const large = await send(
        form(['file', new Blob(Array.from({ length: 51 }, () => Buffer.alloc(1_048_576, 'a'))), 'a.csv']),
      );
      expect(large.status).toBe(413);
      const nobody = await fetch(`${running.url}/api/v1/submissions`, {
        method: 'POST',
        body: form(['file', csv(aFile()), 'a.csv']),
      });
      expect(nobody.status).toBe(401);
    });
  });
});
