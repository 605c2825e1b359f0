import { AccessService } from '../../src/access/access.service.js';
import { sendRaw } from '../support/raw-request.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { sampleName, sampleOf } from '../support/sample.js';
import { SENDING } from './keys.js';

describe('raw requests', () => {
  const PUBLIC_URL = 'https://progress.example.org';
  const END = 'connection: close\r\n\r\n';

  let running: RunningApp;
  let authorization: string;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_PUBLIC_URL: PUBLIC_URL } });
    const request = { community: SENDING, roles: ['submitter'], name: 'Sender' };
    authorization = `Bearer ${(await running.app.get(AccessService).createKey(request)).key}`;
  }, 120_000);
  afterAll(() => running.close());

  const get = (path: string, headers = 'host: localhost\r\n'): ReturnType<typeof sendRaw> =>
    sendRaw(running.url, `GET ${path} HTTP/1.1\r\n${headers}${END}`);

  describe('a request on the bare connection', () => {
    const POST = 'POST /api/v1/submissions HTTP/1.1\r\nhost: a\r\ncontent-type: text/csv\r\n';
    const HIDDEN = 'GET /api/v1/hidden HTTP/1.1\r\nhost: a\r\n\r\n';

    it.each([
      ['two lengths', `${POST}content-length: 5\r\ncontent-length: 60\r\n\r\nabcde${HIDDEN}`],
      [
        'a length and pieces',
        `${POST}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
      ],
      [
        'pieces that are something else',
        `${POST}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`,
      ],
      ['pieces written otherwise', `${POST}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
      ['a space before the colon', `${POST}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
      ['a header folded over lines', `${POST}x: a\r\n transfer-encoding: chunked\r\n\r\n${HIDDEN}`],
      ['a negative length', `${POST}content-length: -1\r\n\r\n${HIDDEN}`],
      ['a length in hexadecimal', `${POST}content-length: 0x10\r\n\r\n${HIDDEN}`],
      ['a piece without end', `${POST}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n${HIDDEN}`],
      ['bare line feeds', `GET /health/live HTTP/1.1\nhost: a\n\n${HIDDEN}`],
      ['a NUL', `GET /health/live HTTP/1.1\r\nhost: a\r\nx: a\0b\r\n\r\n${HIDDEN}`],
      ['no host', 'GET /api/v1/areas HTTP/1.1\r\nconnection: close\r\n\r\n'],
      ['a host that is none', `GET /api/v1/areas HTTP/1.1\r\nhost: a"><b\r\n${END}`],
      ['a host with a path', `GET /api/v1/areas HTTP/1.1\r\nhost: a/../b\r\n${END}`],
    ])('is refused with %s, and nothing is taken for a second one', async (_what, text) => {
      const answer = await sendRaw(running.url, text);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain('hidden');
      expect(answer.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(JSON.parse(answer.body)).toMatchObject({ status: 400 });
    });

    it.each([
      [
        'a head that is too large',
        `GET /api/v1/areas HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
        431,
      ],
      [
        'too many headers',
        `GET /api/v1/areas HTTP/1.1\r\nhost: a\r\n${'x: yyyyyyyy\r\n'.repeat(5_000)}\r\n`,
        431,
      ],
      ['an address that is too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
      [
        'a part of an address that is too long',
        `GET /api/v1/areas/${'x'.repeat(5_000)} HTTP/1.1\r\nhost: a\r\n${END}`,
        414,
      ],
      ['a method nobody knows', `BREW /api/v1/areas HTTP/1.1\r\nhost: a\r\n${END}`, 400],
      ['a method that is not ours', `PROPFIND /api/v1/areas HTTP/1.1\r\nhost: a\r\n${END}`, 405],
      ['the whole server', `OPTIONS * HTTP/1.1\r\nhost: a\r\n${END}`, 404],
      ['an echo', `TRACE /api/v1/areas HTTP/1.1\r\nhost: a\r\n${END}`, 405],
      [
        'another protocol',
        `GET /health/live HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`,
        200,
      ],
      ['an expectation', `GET /health/live HTTP/1.1\r\nhost: a\r\nexpect: coffee\r\n${END}`, 200],
      ['no host, as long ago', 'GET /health/live HTTP/1.0\r\n\r\n', 200],
    ])('is answered by the book: %s', async (_what, text, status) => {
      const answer = await sendRaw(running.url, text);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('leads to no other server', async () => {
      expect(await sendRaw(running.url, `CONNECT example.org:443 HTTP/1.1\r\nhost: a\r\n\r\n`)).toMatchObject(
        {
          status: 0,
        },
      );
      const whole = await get('http://evil.example/api/v1/areas/KEN');
      expect([whole.status, whole.headers.get('cross-origin-resource-policy')]).toEqual([
        200,
        'cross-origin',
      ]);
    });

    it('is answered in its turn when several come at once', async () => {
      const codes = ['KEN', 'BRA', 'FJI', 'XXX', 'IND'];
      const text = codes.map(
        (code, n) =>
          `GET /api/v1/areas/${code} HTTP/1.1\r\nhost: a\r\n${n === codes.length - 1 ? END : '\r\n'}`,
      );
      const answer = await sendRaw(running.url, text.join(''));
      expect([...answer.text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))).toEqual([
        200, 200, 200, 404, 200,
      ]);
      const places = codes.map((code) => answer.text.indexOf(code));
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    });
  });

  describe('the host of a request', () => {
    it('gets into no link, header or answer', async () => {
      const evil =
        'host: evil.example\r\nx-forwarded-host: evil.example\r\nx-forwarded-proto: http\r\nforwarded: host=evil.example\r\n';
      for (const [path, headers] of [
        ['/', ''],
        ['/en', ''],
        ['/en/countries/KEN', ''],
        ['/en/sign-in', ''],
        ['/en/submissions', ''],
        [`/api/v1/communities/${SENDING}/submissions.atom`, ''],
        [`/api/v1/communities/${SENDING}/submissions.atom`, `authorization: ${authorization}\r\n`],
        ['/api/v1/observations?limit=1', ''],
        ['/api/v1/nowhere', ''],
        ['/api/docs', ''],
        ['/api/v1/openapi.json', ''],
      ] as const) {
        const answer = await get(path, evil + headers);
        expect([path, answer.status]).toEqual([path, expect.any(Number)]);
        expect([path, answer.text.includes('evil.example')]).toEqual([path, false]);
      }
      const made = await sendRaw(
        running.url,
        `POST /api/v1/communities/${SENDING}/feed-secret HTTP/1.1\r\n${evil}authorization: ${authorization}\r\ncontent-length: 0\r\n${END}`,
      );
      expect(JSON.parse(made.body)).toEqual({
        address: expect.stringMatching(/^https:\/\/progress\.example\.org\//),
      });
    });

    it('sets no cookie that could be read elsewhere', async () => {
      const elsewhere = await get('/en/sign-in', 'host: evil.example\r\n');
      expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([403, undefined]);
      const here = await get('/en/sign-in', 'host: progress.example.org\r\n');
      expect(here.headers.get('set-cookie')).toMatch(
        /^__Host-iww=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
    });
  });

  describe('a path', () => {
    const CLIMBS = [
      '..',
      '%2e%2e',
      '..%2f',
      '%2e%2e%2f',
      '..%5c',
      '%252e%252e',
      '%c0%ae%c0%ae',
      '..;',
      '.%00.',
      '....',
    ];
    const PREFIXES = ['/assets/', '/en/', '/en/method/', '/api/v1/', '/api/v1/areas/', '/problems/', '/'];
    const GOALS = ['manifest.json', 'package.json', '.env', 'etc/passwd', 'main.js'];

    it(`never leads out of what is public (${sampleName})`, async () => {
      const paths = PREFIXES.flatMap((prefix) =>
        CLIMBS.flatMap((climb) =>
          GOALS.flatMap((goal) => [
            `${prefix}${climb}/${goal}`,
            `${prefix}${climb}${climb}${goal}`,
            `${prefix}x/${climb}/${climb}/${goal}`,
          ]),
        ),
      );
      const wrong: string[] = [];
      for (const path of sampleOf(paths, 7)) {
        const { status, text, headers } = await get(path);
        const location = headers.get('location') ?? '/';
        const isSafe = status >= 300 && status < 500 && /^\/(?![/\\])/.test(location);
        if (!isSafe || /root:|"iww-progress"|style\.css"/.test(text)) wrong.push(`${String(status)} ${path}`);
      }
      expect(wrong).toEqual([]);
    }, 120_000);

    it.each([
      '//evil.example',
      '//evil.example/%2e%2e',
      '/\\evil.example',
      '/%5cevil.example',
      '/%09/evil.example',
      '/en//evil.example',
      '/.evil.example',
      '/http://evil.example',
      '/en/countries/KEN/',
      '/en/countries/KEN.',
      '/EN/countries/KEN',
      '/en/sign-in?to=//evil.example',
      '/en/submissions?x=//evil.example',
      '/en/contribute?country=//evil.example',
    ])('leads nowhere else: %s', async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBeLessThan(500);
      expect(headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
    });

    it('with a line end in it sets no header', async () => {
      for (const path of [
        '/en%0d%0ax-evil:%201',
        '/en/submissions/%0d%0ax-evil:%201',
        '/%0d%0ax-evil:%201',
        '/en/sign-in?to=%0d%0ax-evil:%201',
      ]) {
        const answer = await get(path);
        expect([path, answer.headers.get('x-evil'), answer.status < 500]).toEqual([path, undefined, true]);
      }
    });
  });
});
