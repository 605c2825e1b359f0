import { readdirSync, readFileSync } from 'node:fs';
import { messages } from '../../src/language/messages.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { anyKeys, type Keys } from './keys.js';

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors: readonly {
    readonly code: string;
    readonly pointer: string | null;
    readonly hint: string;
  }[];
}

describe('problem documents', () => {
  let running: RunningApp;
  let keys: Keys;

  beforeAll(async () => {
    running = await startApp();
    keys = await anyKeys(running);
  }, 120_000);

  afterAll(() => running.close());

  async function problem(address: string, init: RequestInit = {}) {
    const answer = await fetch(running.url + address, init);
    const document = (await answer.json()) as ProblemDocument;
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(document.status).toBe(answer.status);
    expect(document.requestId).toBe(answer.headers.get('x-request-id'));
    expect(document.instance).toBe(address.split('?')[0]);
    expect(JSON.stringify(document)).not.toMatch(/\bat .*\.(ts|js):\d+|SELECT|node_modules/);
    return { answer, document, code: document.type.replace('/problems/', '') };
  }

  it.each([
    ['/api/v1/principles?colour=red', 'colour'],
    ['/api/v1/reports/countries/KEN?year=2020', 'year'],
    ['/api/v1/observations?areas=KEN', 'areas'],
    ['/api/v1/charts/trend.svg?area=KEN&node=P1&depth=10', 'depth'],
  ])('refuses the unknown parameter of %s and lists the allowed ones', async (address, name) => {
    const { document } = await problem(address);
    expect(document.status).toBe(400);
    expect(document.errors).toEqual([expect.objectContaining({ code: 'unknown_name', pointer: `?${name}` })]);
    expect(document.errors[0]?.hint).toContain('lang');
  });

  it.each([
    ['/api/v1/observations?area=KEX', '?area', 'KEN'],
    ['/api/v1/observations?indicator=UI_NETUSED', '?indicator', 'UI_NETUSE'],
    ['/api/v1/observations?issue=ACCES', '?issue', 'ACCESS'],
    ['/api/v1/observations?commitment=GDC-11bb', '?commitment', 'GDC-11b'],
    ['/api/v1/observations?community=africa-igf', '?community', 'african-igf'],
    ['/api/v1/scores?node=P9', '?node', 'P1'],
    ['/api/v1/charts/trend?area=KEN&node=NOPE', '?node', 'P1'],
    ['/api/v1/charts/trend?area=GRL&node=P1', '?area', 'KEN'],
    ['/api/v1/templates/KEN?issue=NOPE', '?issue', 'ACCESS'],
  ])('refuses the unknown code of %s and lists the allowed ones', async (address, pointer, allowed) => {
    const { document } = await problem(address);
    expect(document.status).toBe(400);
    expect(document.errors[0]).toMatchObject({ code: 'unknown_code', pointer });
    expect(document.errors[0]?.hint).toContain(allowed);
  });

  it.each([
    ['/api/v1/observations?limit=0', 'invalid_value'],
    ['/api/v1/observations?limit=1001', 'invalid_value'],
    ['/api/v1/observations?limit=ten', 'invalid_value'],
    ['/api/v1/observations?year=20', 'invalid_value'],
    ['/api/v1/observations?cursor=bm9uc2Vuc2U', 'invalid_cursor'],
    ['/api/v1/observations?asOf=99999', 'revision_to_come'],
    ['/api/v1/observations?asOf=yesterday', 'invalid_value'],
    ['/api/v1/observations?asOf=2026-02-31T05:00:00Z', 'no_such_moment'],
    ['/api/v1/observations?latest=maybe', 'invalid_value'],
    ['/api/v1/scores?area=KEN&year=1990', 'year_not_covered'],
    ['/api/v1/principles?lang=tlh', 'invalid_value'],
  ])('refuses %s as %s', async (address, code) => {
    const { document } = await problem(address);
    expect([document.status, document.errors.map((error) => error.code)]).toEqual([400, [code]]);
  });

  it.each([
    ['/api/v1/reports/countries/KEX', 'area_not_found'],
    ['/api/v1/reports/countries/GRL', 'area_without_report'],
    ['/api/v1/reports/issues/NOPE', 'issue_not_found'],
    ['/api/v1/reports/indicators/NOPE', 'indicator_not_found'],
    ['/api/v1/indicators/NOPE', 'indicator_not_found'],
    ['/api/v1/commitments/NOPE', 'commitment_not_found'],
    ['/api/v1/communities/nope', 'community_not_found'],
    ['/api/v1/frameworks/nope', 'framework_not_found'],
    ['/api/v1/observations/KEN.UI_NETUSE.1066.1.1', 'observation_not_found'],
    ['/api/v1/observations/nonsense', 'observation_not_found'],
    ['/api/v1/submissions/0123456789abcdef0123456789abcdef', 'submission_not_found'],
    ['/api/v1/nothing/here', 'no_such_address'],
  ])('answers 404 at %s: %s', async (address, expected) => {
    const { document, code } = await problem(address);
    expect([document.status, code]).toEqual([404, expected]);
  });

  it.each([
    ['/api/v1/areas/%E0%A4%A', 400],
    [`/api/v1/areas/${'x'.repeat(300)}`, 414],
  ])('answers an address that cannot be read: %s', async (address, status) => {
    const { document, code } = await problem(address);
    expect([document.status, code]).toEqual([status, 'unreadable_address']);
  });

  it.each([
    ['countries/ken', 'KEN'],
    ['sdgs/9.1', 'SDG-9.1'],
    ['wsis/WSIS-C', 'WSIS-C1'],
  ])('suggests the code that was probably meant by %s', async (asked, meant) => {
    const { document } = await problem(`/api/v1/reports/${asked}`);
    expect(document.detail).toContain(`Did you mean ${meant}?`);
  });

  it('answers 405 with Allow to another method', async () => {
    const { answer, document } = await problem('/api/v1/principles', { method: 'DELETE' });
    expect([document.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers 406 when no form it offers is accepted', async () => {
    const { document } = await problem('/api/v1/principles', { headers: { accept: 'application/pdf' } });
    expect([document.status, document.detail]).toEqual([406, expect.stringContaining('text/csv')]);
  });

  it('answers 415 to a body of a type it does not read', async () => {
    const { document } = await problem('/api/v1/submissions', {
      method: 'POST',
      body: '<figures/>',
      headers: { ...keys.senderHeaders, 'content-type': 'application/xml' },
    });
    expect(document.status).toBe(415);
  });

  it('answers 413 to a JSON body beyond its limit', async () => {
    const { document } = await problem('/api/v1/submissions', {
      method: 'POST',
      body: JSON.stringify({ rows: [{ note: 'x'.repeat(9_000_000) }] }),
      headers: { ...keys.senderHeaders, 'content-type': 'application/json' },
    });
    expect(document.status).toBe(413);
  });

  it('answers 413 to a CSV body that says it is beyond its limit, before reading it', async () => {
    const { document, code } = await problem('/api/v1/submissions', {
      method: 'POST',
      body: Buffer.alloc(51 * 1024 * 1024, 'a'),
      headers: { ...keys.senderHeaders, 'content-type': 'text/csv' },
    });
    expect([document.status, code]).toEqual([413, 'file_too_large']);
  });

  it('says where a body is not JSON', async () => {
    const { document, code } = await problem('/api/v1/submissions', {
      method: 'POST',
      body: '{"rows":\n  [x]}',
      headers: { ...keys.senderHeaders, 'content-type': 'application/json' },
    });
    expect([document.status, code, document.errors]).toEqual([
      400,
      'malformed_request',
      [expect.objectContaining({ code: 'malformed_json', row: 2, hint: expect.any(String) as string })],
    ]);
  });

  it('points into a JSON body of another shape', async () => {
    const { document } = await problem('/api/v1/submissions?mode=check', {
      method: 'POST',
      body: JSON.stringify({ rows: [{ country: 'KEN', value: { is: 5 }, colour: 'red' }], extra: 1 }),
      headers: { ...keys.senderHeaders, 'content-type': 'application/json' },
    });
    expect(document.errors.map(({ code, pointer }) => [code, pointer])).toEqual(
      expect.arrayContaining([
        ['unknown_name', '/extra'],
        ['unknown_name', '/rows/0/colour'],
        ['invalid_value', '/rows/0/value'],
      ]),
    );
  });

  it('answers 401 with a challenge without a key, and with one that is not in force', async () => {
    const without = await problem('/api/v1/submissions', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    const wrong = await problem('/api/v1/submissions', { headers: { authorization: 'Bearer iww_nonsense' } });
    expect([without.document.status, without.code, wrong.document.status, wrong.code]).toEqual([
      401,
      'key_needed',
      401,
      'key_not_accepted',
    ]);
    expect(without.answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('answers 403 to who may not make keys', async () => {
    const { document, code } = await problem('/api/v1/keys', {
      method: 'POST',
      body: JSON.stringify({ community: 'african-igf', roles: ['submitter'], name: 'Me too' }),
      headers: { ...keys.senderHeaders, 'content-type': 'application/json' },
    });
    expect([document.status, code]).toEqual([403, 'not_an_administrator']);
  });

  it('has a page for each kind of problem', async () => {
    const titles = [...(messages.get('en') ?? [])].flatMap(([key, title]) => {
      const [, code] = /^problem\.(\w+)\.title$/.exec(key) ?? [];
      return code === undefined ? [] : [{ code, title }];
    });
    expect(titles.length).toBeGreaterThan(40);
    for (const { code, title } of titles) {
      const page = await fetch(`${running.url}/problems/${code}?lang=fr`, {
        headers: { accept: 'text/html' },
      });
      expect([page.status, page.headers.get('content-language')]).toEqual([200, 'fr']);
      expect(await page.text()).toContain('<html lang="fr" dir="ltr">');
      const forPrograms = await fetch(`${running.url}/problems/${code}`);
      expect(await forPrograms.json()).toMatchObject({ type: `/problems/${code}`, title });
    }
  });

  it('has words for every kind of problem that the sources name', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n');
    const named = [...sources.matchAll(/new Problem\(\s*'(\w+)'|'(\w+_not_found)'/g)].map(
      ([, made, missed]) => made ?? missed ?? '',
    );
    expect(new Set(named).size).toBeGreaterThan(30);
    expect(named.filter((code) => messages.get('en')?.has(`problem.${code}.title`) !== true)).toEqual([]);
  });
});
