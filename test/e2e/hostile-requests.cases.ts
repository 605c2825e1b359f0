import { connect } from 'node:net';
import { writeCursor } from '../../src/api/edge/cursor.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

interface ProblemDocument {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly {
    readonly code: string;
    readonly pointer: string | null;
    readonly hint: string;
  }[];
}

const JSON_BODY = { 'content-type': 'application/json' };
const CSV_BODY = { 'content-type': 'text/csv' };

describe('requests that mean harm or are mistaken', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  async function problem(address: string, init: RequestInit = {}): Promise<ProblemDocument> {
    const answer = await fetch(running.url + address, init);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      answer.status,
      'application/problem+json; charset=utf-8',
    ]);
    const document = (await answer.json()) as ProblemDocument;
    expect(document.status).toBe(answer.status);
    return document;
  }
  const post = (address: string, body: RequestInit['body'], headers: object): Promise<ProblemDocument> =>
    problem(address, { method: 'POST', body: body ?? null, headers: { ...headers } });
  const faultsOf = ({ status, errors }: ProblemDocument): unknown => [
    status,
    ...errors.map(({ code, pointer }) => `${code} ${String(pointer)}`),
  ];

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'area[]', 'area.x'])(
    'do not pass an unknown parameter by the name of %s',
    async (name) => {
      for (const path of ['/api/v1/principles', '/api/v1/observations', '/api/v1/reports/countries/KEN']) {
        const refusal = await problem(`${path}?${name}=1`);
        expect(faultsOf(refusal)).toEqual([400, `unknown_name ?${name}`]);
        expect(refusal.errors[0]?.hint).toContain('lang');
      }
    },
  );

  it('do not pass such a field in a body either, at any depth', async () => {
    const body = '{"rows":[{"country":"KEN","toString":"x"}],"constructor":1}';
    const refusal = await post('/api/v1/submissions?mode=check', body, {
      ...keys.senderHeaders,
      ...JSON_BODY,
    });
    expect(faultsOf(refusal)).toEqual([400, 'unknown_name /rows/0/toString', 'unknown_name /constructor']);
  });

  it('do not send what is nested too deeply', async () => {
    const body = `{"rows":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const refusal = await post('/api/v1/submissions', body, { ...keys.senderHeaders, ...JSON_BODY });
    expect(faultsOf(refusal)).toEqual([400, 'too_deep /rows/0/0/0/0/0/0/0']);
  });

  it.each([
    ['a file where a key is made', '/api/v1/keys', 'administratorHeaders', CSV_BODY],
    ['a file where a decision is made', '/api/v1/submissions/x/decisions', 'reviewerHeaders', CSV_BODY],
    [
      'a form',
      '/api/v1/keys',
      'administratorHeaders',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    [
      'a compressed file',
      '/api/v1/submissions',
      'senderHeaders',
      { ...CSV_BODY, 'content-encoding': 'gzip' },
    ],
  ] as const)('do not send %s', async (_what, address, who, headers) => {
    const refusal = await post(address, 'a,b\n1,2\n', { ...keys[who], ...headers });
    expect(refusal.status).toBe(415);
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
  });

  it.each([
    '/api/v1/observations/KEN%00.UI_NETUSE.2020.1.1',
    '/api/v1/observations/KEN.UI_NETUSE%00.2020.1.1',
    '/api/v1/areas/%00',
    '/api/v1/submissions/%00',
    '/api/v1/submissions/%00/rows',
    '/api/v1/observations?community=%00',
  ])('do not bring a character that no text holds: %s', async (address) => {
    const refusal = await problem(address);
    expect([refusal.status, refusal.errors.map(({ code }) => code)]).toEqual([400, ['invalid_value']]);
  });

  it('do not bring such a character in names and reasons', async () => {
    const file = 'country,indicator,year,value,source\nKEN,WO_CSPART,2019,0.5,Survey\n';
    const name = { community: 'african-igf', roles: ['submitter'], name: 'a\0b' };
    const reason = { decision: 'reject', text: 'a\0b' };
    const refusals = [
      await post('/api/v1/submissions?fileName=a%00b', file, { ...keys.senderHeaders, ...CSV_BODY }),
      await post('/api/v1/keys', JSON.stringify(name), { ...keys.administratorHeaders, ...JSON_BODY }),
      await post('/api/v1/submissions/x/decisions', JSON.stringify(reason), {
        ...keys.reviewerHeaders,
        ...JSON_BODY,
      }),
    ];
    expect(refusals.map(faultsOf)).toEqual([
      [400, 'invalid_value ?fileName'],
      [400, 'invalid_value /name'],
      [400, 'invalid_value /text'],
    ]);
  });

  it('do not invent a cursor', async () => {
    const place = { revision: 1, areaId: 1, indicatorId: 1, year: 2020, seriesEditionId: 1 };
    for (const [list, cursor] of [
      ['scores', { offset: -5 }],
      ['scores', { offset: Number.MAX_SAFE_INTEGER }],
      ['observations', { ...place, revision: Number.MAX_SAFE_INTEGER }],
      ['observations', { ...place, areaId: 2 ** 31 }],
    ] as const) {
      const refusal = await problem(`/api/v1/${list}?cursor=${writeCursor(cursor)}`);
      expect(faultsOf(refusal)).toEqual([400, 'invalid_cursor ?cursor']);
    }
  });

  it.each([
    ['2026-02-31T00:00:00Z', 'no_such_moment'],
    ['2025-02-29T12:00:00%2B03:00', 'no_such_moment'],
    ['2026-06-30T24:00:00Z', 'invalid_value'],
    ['2026-06-30T23:00:00%2B24:00', 'invalid_value'],
    ['2026-11-01T00:00:00+02:00', 'invalid_value'],
    ['2026-11-01', 'invalid_value'],
  ])('do not ask for a moment that never was: %s', async (asOf, code) => {
    expect(faultsOf(await problem(`/api/v1/observations?asOf=${asOf}`))).toEqual([400, `${code} ?asOf`]);
  });

  it('get no more than the first faults of many', async () => {
    const codes = Array.from({ length: 2_000 }, (_, i) => `Z${String(i)}`).join(',');
    const refusal = await problem(`/api/v1/scores?area=${codes}`);
    const rows = Array.from({ length: 5_000 }, () => ({ colour: 'red' }));
    const many = await post('/api/v1/submissions', JSON.stringify({ rows }), {
      ...keys.senderHeaders,
      ...JSON_BODY,
    });
    expect([refusal.errors.length, many.errors.length]).toEqual([20, 1_000]);
  });

  it('learn nothing of an address under If-None-Match with a star', async () => {
    const headers = { 'if-none-match': '*' };
    expect((await problem('/api/v1/areas/XXX', { headers })).status).toBe(404);
    expect((await problem('/api/v1/areas?colour=red', { headers })).status).toBe(400);
  });

  it('are read also when they name the whole address', async () => {
    const answer = await sendRaw(
      running.url,
      'GET http://example.org/api/v1/principles.csv HTTP/1.1\r\nhost: example.org\r\nconnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 [^]*code,name,weight,source\r\nP1,/);
  });

  it.each([
    [`GET /api/v1/areas?area=${'K'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    ['GET /api/v1/areas HTTP/9.9\r\n\r\n', 400],
    ['nonsense\r\n\r\n', 400],
  ])('are told what is wrong also when they are no HTTP: %#', async (text, status) => {
    const answer = await sendRaw(running.url, text);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\/\w+$/) as string,
    });
  });
});

function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
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
