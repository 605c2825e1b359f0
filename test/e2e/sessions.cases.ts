import { request } from 'node:http';
import { AccessService } from '../../src/access/access.service.js';
import { PageReader, type ReadPage } from '../support/page-reader.js';
import { startApp, type RunningApp } from '../support/running-app.js';
import { SENDING } from './keys.js';
import { unguarded } from '../support/unguarded.js';

const PUBLIC_HOST = 'progress.example.org';

describe('a session', () => {
  let running: RunningApp;
  let key: string;
  let reader: PageReader;

  beforeAll(async () => {
    running = await startApp({ environment: { IWW_PUBLIC_URL: `https://${PUBLIC_HOST}` } });
  }, 120_000);
  afterAll(() => running.close());

  beforeEach(async () => {
    const access = running.app.get(AccessService);
    ({ key } = await access.createKey({ community: SENDING, roles: ['submitter'], name: 'Sender' }));
    reader = new PageReader(running.url);
    await reader.signIn(key);
  });

  const sql = (text: string): Promise<unknown> => running.database.dataSource.query(text);
  const changeLast = (table: string, change: string): Promise<unknown> =>
    unguarded(
      running.database.dataSource,
      `UPDATE ${table} SET ${change} WHERE id = (SELECT max(id) FROM ${table})`,
    );
  const isSignedIn = async (): Promise<boolean> =>
    (await reader.open('/en/submissions')).path === '/en/submissions';
  const post = (path: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Response> =>
    fetch(running.url + path, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const tokenIn = (page: ReadPage, action: string): string => page.form(action).hidden['_token'] ?? '';

  it.each([
    ['lives on for twelve hours', `begun_at = now() - interval '11 hours 59 minutes'`, true],
    ['is over after twelve hours', `begun_at = now() - interval '12 hours 1 second'`, false],
    ['lives on when it was used within half an hour', `seen_at = now() - interval '29 minutes'`, true],
    ['is over after half an hour without use', `seen_at = now() - interval '30 minutes 1 second'`, false],
  ])('%s', async (_title, change, lives) => {
    expect(await isSignedIn()).toBe(true);
    await changeLast('web_session', change);
    expect(await isSignedIn()).toBe(lives);
  });

  it('is prolonged by use', async () => {
    for (let turn = 0; turn < 3; turn++) {
      await changeLast('web_session', `seen_at = seen_at - interval '20 minutes'`);
      expect(await isSignedIn()).toBe(true);
    }
  });

  it.each([
    ['revoked', 'revoked_at = now()'],
    ['expired', `created_at = now() - interval '2 days', expires_at = now() - interval '1 day'`],
  ])('is dead when its key is %s, and that key begins no other', async (_what, change) => {
    await changeLast('api_key', change);
    expect(await isSignedIn()).toBe(false);
    const refused = await reader.signIn(key);
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(
      /<input id="key"[^>]*\bautofocus[^>]* aria-describedby="key-fault key-hint"/,
    );
  });

  it('takes no form that was made for another', async () => {
    const other = new PageReader(running.url);
    await other.signIn(key);
    const foreign = tokenIn(await other.open('/en/submissions'), '/sign-out');
    const cookie = `iww=${reader.held.get('iww') ?? ''}`;
    expect((await post('/en/sign-out', { _token: foreign }, cookie)).status).toBe(403);
    expect(await isSignedIn()).toBe(true);
  });

  it('is not begun by a form of another site, nor with a token that was known before', async () => {
    expect((await post('/en/sign-in', { key })).status).toBe(403);
    const visitor = new PageReader(running.url);
    const page = await visitor.open('/en/sign-in');
    const before = visitor.held.get('iww') ?? '';
    const forged = await post('/en/sign-in', { key, _token: 'forged' }, `iww=${before}`);
    expect([forged.status, forged.headers.getSetCookie()]).toEqual([403, []]);
    await visitor.send(page, '/sign-in', { key });
    expect(visitor.held.get('iww')).not.toBe(before);
    const headers = { cookie: `iww=${before}` };
    const answer = await fetch(`${running.url}/en/submissions`, { headers, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  it('leads nowhere but to a page of ours', async () => {
    const visitor = new PageReader(running.url);
    const page = await visitor.open('/en/sign-in?to=//evil.example/x');
    expect((await visitor.send(page, '/sign-in', { key })).path).toBe('/en/submissions');
  });

  it('has a cookie bound to the host behind the public address, and no other one counts there', async () => {
    const ask = (path: string, cookie: string): Promise<{ status: number; cookies: readonly string[] }> =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(running.url);
        request({ hostname, port, path, headers: { host: PUBLIC_HOST, cookie } }, (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [] });
        })
          .on('error', reject)
          .end();
      });
    expect((await ask('/en/sign-in', '')).cookies).toEqual([
      expect.stringMatching(/^__Host-iww=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    const token = reader.held.get('iww') ?? '';
    expect((await ask('/en/submissions', `__Host-iww=${token}`)).status).toBe(200);
    expect((await ask('/en/submissions', `iww=${token}`)).status).toBe(303);
  });

  it('is audited as it begins and when it is refused, without the key', async () => {
    const wrong = `iww_${'w'.repeat(43)}`;
    await new PageReader(running.url).signIn(wrong);
    const entries = (await sql(
      `SELECT contributor_id, action, subject, detail, request_id FROM audit_entry ORDER BY id DESC LIMIT 2`,
    )) as Readonly<Record<string, unknown>>[];
    const id = entries[1]?.['contributor_id'];
    expect(entries).toEqual([
      {
        contributor_id: null,
        action: 'session.refused',
        subject: 'session',
        detail: {},
        request_id: expect.any(String),
      },
      {
        contributor_id: expect.any(Number),
        action: 'session.begun',
        subject: `contributor:${String(id)}`,
        detail: { key: expect.any(Number) },
        request_id: expect.any(String),
      },
    ]);
    const [{ count } = { count: 0 }] = (await sql(
      `SELECT count(*)::integer FROM audit_entry e WHERE e::text LIKE '%${wrong}%' OR e::text LIKE '%${key}%'`,
    )) as { count: number }[];
    expect(count).toBe(0);
  });

  it('is offered to who asks for a receipt that is not for everybody, and leads back to it', async () => {
    const file = {
      name: 'a.csv',
      content: 'country,indicator,year,value,source\nKEN,UI_NETUSE,2024,61,Survey\n',
    };
    const draft = await reader.send(await reader.open('/en/contribute'), '/contribute', {}, file);
    const visitor = new PageReader(running.url);
    const closed = await visitor.open(draft.path);
    expect(closed.status).toBe(404);
    const [, address = ''] = /href="(\/en\/sign-in\?to=[^"]*)"/.exec(closed.html) ?? [];
    const opened = await visitor.send(await visitor.open(address), '/sign-in', { key });
    expect([opened.path, opened.status]).toEqual([draft.path, 200]);
    const unknown = await visitor.open(`/en/submissions/${'0'.repeat(32)}`);
    expect([unknown.status, unknown.html.includes('/en/sign-in')]).toEqual([404, false]);
  });
});
