import { connect } from 'node:net';
import { languages } from '../../src/language/language.js';
import { translate } from '../../src/language/translate.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

describe('rules of errors', () => {
  let running: RunningApp;
  let keys: Keys;
  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);
  afterAll(() => running.close());

  const JSON_BODY = { 'content-type': 'application/json' };
  const SUBMISSIONS = '/api/v1/submissions';
  const NOBODY = `${SUBMISSIONS}/0123456789abcdef0123456789abcdef`;

  interface Failing {
    readonly status: number;
    readonly code: string;
    readonly address: string;
    readonly init?: () => RequestInit;
  }

  /** One request for each status and code that a request alone can bring about. */
  const failures: readonly Failing[] = [
    { status: 400, code: 'invalid_request', address: '/api/v1/areas?colour=red' },
    { status: 400, code: 'unreadable_address', address: '/api/v1/areas/%E0%A4%A' },
    { status: 400, code: 'malformed_request', address: SUBMISSIONS, init: () => sent('{"rows": [}') },
    {
      status: 400,
      code: 'idempotency_key_malformed',
      address: SUBMISSIONS,
      init: () => sent('{"rows": []}', { 'idempotency-key': 'two words' }),
    },
    { status: 401, code: 'key_needed', address: SUBMISSIONS },
    { status: 401, code: 'key_not_accepted', address: SUBMISSIONS, init: () => shown('iww_nonsense') },
    {
      status: 403,
      code: 'not_a_reviewer',
      address: `${SUBMISSIONS}?list=review`,
      init: () => ({ headers: keys.senderHeaders }),
    },
    { status: 404, code: 'no_such_address', address: '/api/v1/nothing' },
    { status: 404, code: 'area_not_found', address: '/api/v1/areas/XXX' },
    { status: 404, code: 'submission_not_found', address: NOBODY },
    { status: 405, code: 'method_not_allowed', address: '/api/v1/areas', init: () => ({ method: 'PUT' }) },
    {
      status: 406,
      code: 'not_acceptable',
      address: '/api/v1/areas',
      init: () => ({ headers: { accept: 'image/webp' } }),
    },
    {
      status: 406,
      code: 'not_acceptable',
      address: NOBODY,
      init: () => ({ headers: { accept: 'text/csv' } }),
    },
    {
      status: 413,
      code: 'body_too_large',
      address: SUBMISSIONS,
      init: () => sent(`{"rows": [{"note": "${'x'.repeat(9_000_000)}"}]}`),
    },
    { status: 414, code: 'unreadable_address', address: `/api/v1/areas/${'x'.repeat(300)}` },
    {
      status: 415,
      code: 'unsupported_media_type',
      address: SUBMISSIONS,
      init: () => sent('<rows/>', { 'content-type': 'text/xml' }),
    },
    {
      status: 415,
      code: 'encoded_body',
      address: SUBMISSIONS,
      init: () => sent('{}', { 'content-encoding': 'gzip' }),
    },
    {
      status: 422,
      code: 'no_usable_rows',
      address: SUBMISSIONS,
      init: () => sent('a,b\n1,2\n', { 'content-type': 'text/csv' }),
    },
    {
      status: 428,
      code: 'precondition_required',
      address: `${NOBODY}/withdrawal`,
      init: () => ({ method: 'POST', headers: keys.senderHeaders }),
    },
  ];

  function sent(body: string, headers: Readonly<Record<string, string>> = {}): RequestInit {
    return { method: 'POST', body, headers: { ...keys.senderHeaders, ...JSON_BODY, ...headers } };
  }

  function shown(key: string): RequestInit {
    return { headers: { authorization: `Bearer ${key}` } };
  }

  async function ask(
    { address, init }: Pick<Failing, 'address' | 'init'>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const asked = init?.() ?? {};
    const answer = await fetch(running.url + address, {
      ...asked,
      headers: { ...headers, ...(asked.headers as Record<string, string> | undefined) },
    });
    return { answer, document: (await answer.json()) as Readonly<Record<string, unknown>> };
  }

  describe.each(failures)('$status $code', (failing) => {
    it('is told as a problem document of RFC 9457 and nothing more', async () => {
      const { answer, document } = await ask(failing);
      expect(document).toMatchObject({
        type: `/problems/${failing.code}`,
        status: failing.status,
        instance: failing.address.split('?')[0],
        requestId: answer.headers.get('x-request-id'),
        errors: expect.any(Array) as unknown,
      });
      expect(answer.status).toBe(failing.status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(JSON.stringify(document)).not.toMatch(/\bat .*\.(ts|js):\d+|SELECT|INSERT|node_modules|\/src\//);
    });

    it('is told in the language of the reader', async () => {
      for (const language of languages) {
        const { answer, document } = await ask(failing, { 'accept-language': language });
        expect([answer.headers.get('content-language'), document.title]).toEqual([
          language,
          translate(language, `problem.${failing.code}.title`),
        ]);
      }
    });

    it('has a type that leads to a page in six languages, and to words for programs', async () => {
      for (const language of languages) {
        const page = await fetch(`${running.url}/problems/${failing.code}?lang=${language}`, {
          headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
        });
        expect([page.status, page.headers.get('content-language')]).toEqual([200, language]);
        expect(await page.text()).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}" dir=`));
      }
      const forPrograms = await fetch(`${running.url}/problems/${failing.code}`);
      expect(await forPrograms.json()).toMatchObject({ type: `/problems/${failing.code}` });
    });
  });

  it('an address that leads nowhere is told as a page to browsers, and as a problem to programs', async () => {
    const browser = {
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'ar',
    };
    for (const address of ['/nothing', '/apis', '/en.html']) {
      const page = await fetch(running.url + address, { headers: browser });
      const text = await page.text();
      expect([address, page.status, page.headers.get('content-type')]).toEqual([
        address,
        404,
        'text/html; charset=utf-8',
      ]);
      expect(text).toContain('<html lang="ar" dir="rtl">');
      expect(text).toContain('href="/ar/"');
      for (const accept of ['*/*', 'application/json', 'application/problem+json']) {
        const program = await fetch(running.url + address, { headers: { accept } });
        expect([address, accept, program.status, program.headers.get('content-type')]).toEqual([
          address,
          accept,
          404,
          'application/problem+json; charset=utf-8',
        ]);
      }
    }
    for (const address of ['/api/nothing', '/api/v1/nothing', '/api', '/problems/nothing']) {
      const { headers } = await fetch(running.url + address, { headers: browser });
      expect([address, headers.get('content-type')]).toEqual([
        address,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('a method that an address does not know is answered with those it knows', async () => {
    for (const [method, address, allowed] of [
      ['DELETE', '/api/v1/areas', 'GET, HEAD'],
      ['PATCH', '/api/v1/areas/KEN.csv', 'GET, HEAD'],
      ['GET', `${NOBODY}/decisions`, 'POST'],
      ['PUT', SUBMISSIONS, 'GET, HEAD, POST'],
      ['POST', '/health/live', 'GET, HEAD'],
    ] as const) {
      const answer = await fetch(running.url + address, { method });
      expect([address, answer.status, answer.headers.get('allow')]).toEqual([address, 405, allowed]);
    }
  });

  it('a method that nobody knows is no request, and one we do not serve leads nowhere', async () => {
    for (const [method, statuses] of [
      ['NONSENSE', [400]],
      ['PROPFIND', [404, 405, 501]],
      ['TRACE', [404, 405]],
    ] as const) {
      const answer = await raw(`${method} /api/v1/areas HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(statuses).toContain(Number(answer.split(' ')[1]));
      expect(answer).toContain('content-type: application/problem+json; charset=utf-8');
    }
  });

  it('a header beyond the limit is refused as 431, told as a problem', async () => {
    const answer = await raw(
      `GET /api/v1/areas HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      type: '/problems/head_too_large',
      status: 431,
    });
  });

  it('a mistake of ours is 500 without detail', async () => {
    const rename = (from: string, to: string) =>
      running.database.dataSource.query(`ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('observation', 'observation_away');
    try {
      const { answer, document } = await ask({ address: '/api/v1/observations?area=FRA&limit=2' });
      expect([answer.status, document.type]).toEqual([500, '/problems/internal']);
      expect(JSON.stringify(document)).not.toMatch(/observation_away|relation|SELECT|\.ts|\.js/);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    } finally {
      await rename('observation_away', 'observation');
    }
  });

  function raw(text: string): Promise<string> {
    const { hostname, port } = new URL(running.url);
    return new Promise((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
  }
});
