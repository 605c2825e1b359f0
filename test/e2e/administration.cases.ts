import { AccessService } from '../../src/access/access.service.js';
import { SessionService } from '../../src/access/session.service.js';
import { startApp, type RunningApp } from '../support/running-app.js';

describe('administration', () => {
  let running: RunningApp;
  let administrator: string;
  let auditor: string;
  beforeAll(async () => {
    running = await startApp();
    const access = running.app.get(AccessService);
    administrator = (await access.createKey({ globalRoles: ['administrator'], name: 'Grace Hopper' })).key;
    auditor = (await access.createKey({ globalRoles: ['auditor'], name: 'Auditor' })).key;
  }, 120_000);
  afterAll(() => running.close());

  interface Answer {
    readonly status: number;
    readonly headers: Headers;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test says what it expects
    readonly body: any;
  }

  async function ask(
    method: string,
    path: string,
    { key = administrator, json, headers = {} }: { key?: string; json?: unknown; headers?: object } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${running.url}/api/v1/${path}`, {
      method,
      headers: {
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  const aKey = async (more: object = {}) =>
    (
      await ask('POST', 'keys', {
        json: { community: 'african-igf', roles: ['submitter'], name: 'Ada Lovelace', ...more },
      })
    ).body;

  describe('keys', () => {
    it('are made, listed without the key itself, revoked, and no longer known then', async () => {
      const made = await aKey({ areas: ['KEN'], expiresInDays: 30 });
      expect(made).toMatchObject({ roles: ['submitter'], areas: ['KEN'], name: 'Ada Lovelace' });
      const listed = await ask('GET', `keys?contributor=${String(made.contributor)}`, { key: auditor });
      expect(listed.body.items).toEqual([
        expect.objectContaining({ id: made.id, areas: ['KEN'], revokedAt: null, lastUsedOn: null }),
      ]);
      expect(JSON.stringify(listed.body)).not.toMatch(/iww_|hash/i);
      expect((await ask('GET', 'me', { key: made.key })).body).toMatchObject({
        contributor: made.contributor,
        communities: [{ code: 'african-igf', roles: ['submitter'] }],
        key: { id: made.id, areas: ['KEN'], expiresSoon: false },
      });
      const path = `keys/${String(made.id)}/revocation`;
      expect((await ask('POST', path, { json: { reason: 'Lost' } })).body.revokedAt).not.toBeNull();
      expect((await ask('GET', 'me', { key: made.key })).status).toBe(401);
      expect((await ask('POST', path)).status).toBe(200);
    });

    it('are renewed once under one Idempotency-Key, and the secret is not told again', async () => {
      const made = await aKey();
      const headers = { 'idempotency-key': `renew-${String(made.id)}` };
      const path = `keys/${String(made.id)}/reissue`;
      const first = await ask('POST', path, { headers });
      expect(first).toMatchObject({ status: 200, body: { contributor: made.contributor } });
      expect((await ask('GET', 'me', { key: first.body.key })).status).toBe(200);
      expect((await ask('GET', 'me', { key: made.key })).status).toBe(401);
      const again = await ask('POST', path, { headers });
      expect([again.status, again.body.type]).toEqual([409, '/problems/answer_not_kept']);
    });

    it('are further ones of somebody who is known', async () => {
      const { contributor } = await aKey();
      const json = { contributor, roles: ['submitter'], name: 'Laptop' };
      const second = await ask('POST', 'keys', { json });
      expect(second).toMatchObject({ status: 201, body: { contributor } });
      const both = await ask('POST', 'keys', { json: { ...json, community: 'african-igf' } });
      expect([both.status, both.body.type]).toEqual([422, '/problems/key_of_both']);
      const unheld = await ask('POST', 'keys', { json: { ...json, roles: ['administrator'] } });
      expect([unheld.status, unheld.body.type]).toEqual([422, '/problems/role_not_held']);
    });

    it.each([
      [409, 'key_of_system', { community: 'published-figures' }],
      [422, 'unknown_key_area', { areas: ['ATLANTIS'] }],
      [422, 'key_areas_outside', { community: 'brazil-igf', areas: ['KEN'] }],
      [404, 'unknown_community', { community: 'atlantis' }],
      [400, 'invalid_request', { areas: 'KEN' }],
      [400, 'invalid_request', { areas: ['a b'] }],
      [400, 'invalid_request', { roles: ['king'] }],
      [400, 'invalid_request', { contributor: 'x' }],
      [400, 'invalid_request', { expiresInDays: 3651 }],
    ])('are refused with %s %s', async (status, code, wrong) => {
      const json = { community: 'african-igf', roles: ['submitter'], name: 'x', ...wrong };
      const { status: given, body } = await ask('POST', 'keys', { json });
      expect([given, body.type]).toEqual([status, `/problems/${code}`]);
    });

    it('come in pages, each key once', async () => {
      for (let count = 0; count < 3; count++) await aKey();
      const seen: number[] = [];
      for (let path: string | undefined = 'keys?limit=2&state=in-force'; path !== undefined;) {
        const { body, headers }: Answer = await ask('GET', path);
        seen.push(...body.items.map(({ id }: { id: number }) => id));
        path = /<\/api\/v1\/([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(4);
      expect((await ask('GET', 'keys?cursor=nonsense')).status).toBe(400);
      expect((await ask('GET', 'keys?state=lost')).status).toBe(400);
      expect((await ask('GET', 'keys/none')).status).toBe(400);
      expect((await ask('GET', 'keys/999999')).body.type).toBe('/problems/key_not_found');
    });

    it.each(['key', 'token', 'api_key', 'access_token', 'q'])(
      'are not taken from an address: ?%s=',
      async (name) => {
        for (const path of ['me', 'areas', 'submissions']) {
          const { status, body } = await ask('GET', `${path}?${name}=${administrator}`, { key: '' });
          expect([status, body.type]).toEqual([400, '/problems/key_in_address']);
          expect(JSON.stringify(body)).not.toContain(administrator);
        }
      },
    );
  });

  describe('a page', () => {
    it('takes no key from its address either, and does not repeat it', async () => {
      const answer = await fetch(`${running.url}/en/countries?token=${administrator}`);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('text/html');
      const page = await answer.text();
      expect(page).toContain('A key does not belong in an address');
      expect(page).not.toContain(administrator);
    });
  });

  describe('contributors', () => {
    const tagOf = async (id: number) =>
      (await ask('GET', `contributors/${String(id)}`)).headers.get('etag') ?? '';

    it('change roles only as they were seen', async () => {
      const { contributor: id } = await aKey();
      const path = `contributors/${String(id)}/memberships/african-igf`;
      const json = { roles: ['reviewer'] };
      const missing = await ask('PUT', path, { json });
      expect([missing.status, missing.body.type]).toEqual([428, '/problems/precondition_required']);
      const seen = { 'if-match': await tagOf(id) };
      const changed = await ask('PUT', path, { json, headers: seen });
      expect(changed.body.memberships).toEqual([
        { community: 'african-igf', roles: ['reviewer'], hasLeft: false },
      ]);
      expect(changed.headers.get('etag')).toBe(await tagOf(id));
      const stale = await ask('PUT', path, { json: { roles: ['submitter'] }, headers: seen });
      expect([stale.status, stale.body.type]).toEqual([412, '/problems/changed_meanwhile']);
      const other = await ask('PUT', path, { json, headers: { 'if-match': '"contributor-1-1"' } });
      expect(other.status).toBe(412);
    });

    it('join, leave and come back', async () => {
      const { contributor } = await aKey();
      const path = `contributors/${String(contributor)}/memberships`;
      const joined = await ask('POST', path, { json: { community: 'arab-igf', roles: ['reviewer'] } });
      expect([joined.status, joined.body.memberships.length]).toEqual([201, 2]);
      const left = await ask('POST', `${path}/arab-igf/departure`);
      expect(left.body.memberships).toContainEqual({ community: 'arab-igf', roles: [], hasLeft: true });
      expect((await ask('POST', `${path}/arab-igf/departure`)).body.type).toBe(
        '/problems/membership_not_found',
      );
      const again = await ask('POST', path, { json: { community: 'arab-igf', roles: ['submitter'] } });
      expect(again.body.memberships).toContainEqual({
        community: 'arab-igf',
        roles: ['submitter'],
        hasLeft: false,
      });
      const listed = await ask('GET', 'contributors?community=arab-igf&role=submitter', { key: auditor });
      expect(listed.body.items.map(({ id }: { id: number }) => id)).toEqual([contributor]);
    });

    it('are erased, and named nowhere afterwards', async () => {
      const made = await aKey({ name: 'Charles Babbage' });
      const path = `contributors/${String(made.contributor)}`;
      const erased = await ask('POST', `${path}/erasure`);
      expect(erased.body).toMatchObject({ id: made.contributor, name: null, keysInForce: 0 });
      expect((await ask('GET', 'me', { key: made.key })).status).toBe(401);
      for (const place of [path, 'contributors?limit=1000', 'keys?limit=1000']) {
        expect(JSON.stringify((await ask('GET', place)).body)).not.toContain('Babbage');
      }
    });

    it('keep an administrator among them', async () => {
      const { contributor, key } = (await ask('GET', 'me')).body;
      const refused = [409, '/problems/last_administrator'];
      for (const [method, path, more] of [
        ['POST', `keys/${String(key.id)}/revocation`, {}],
        ['POST', `contributors/${String(contributor)}/erasure`, {}],
        [
          'PUT',
          `contributors/${String(contributor)}/roles`,
          { json: { roles: [] }, headers: { 'if-match': '*' } },
        ],
      ] as const) {
        const { status, body } = await ask(method, path, more);
        expect([status, body.type]).toEqual(refused);
      }
    });

    it('are named to nobody but administrators and auditors', async () => {
      const { key } = await aKey();
      for (const path of ['me', 'submissions', 'communities', 'communities/african-igf', 'me/contact']) {
        expect(JSON.stringify((await ask('GET', path, { key })).body)).not.toMatch(/Lovelace|Hopper/);
      }
      const { status, body } = await ask('GET', 'contributors', { key });
      expect([status, body.type]).toEqual([403, '/problems/not_an_auditor']);
    });
  });

  describe('communities', () => {
    const registration = (code: string) => ask('GET', `communities/${code}/registration`, { key: auditor });

    it('are added hidden, confirmed, and seen by everybody at once', async () => {
      const before = await ask('GET', 'communities', { key: '' });
      const json = { code: 'harbour-watch', name: 'Harbour Watch', kind: 'other', areas: ['DNK'] };
      const added = await ask('POST', 'communities', { json });
      expect(added).toMatchObject({ status: 201, body: { hidden: true, areas: ['DNK'] } });
      expect(added.headers.get('location')).toBe('/api/v1/communities/harbour-watch/registration');
      expect((await ask('GET', 'communities/harbour-watch', { key: '' })).status).toBe(404);
      await ask('POST', 'communities/harbour-watch/confirmation');
      const after = await ask('GET', 'communities', {
        key: '',
        headers: { 'if-none-match': before.headers.get('etag') ?? '' },
      });
      expect(after.status).toBe(200);
      expect(JSON.stringify(after.body)).toContain('Harbour Watch');
      expect((await ask('POST', 'communities', { json })).body.type).toBe('/problems/community_exists');
      expect((await ask('POST', 'communities/harbour-watch/hiding')).body.hidden).toBe(true);
      expect((await ask('GET', 'communities/harbour-watch', { key: '' })).status).toBe(404);
    });

    it('are changed only as they were seen, and by fields', async () => {
      const seen = (await registration('african-igf')).headers.get('etag') ?? '';
      const change = { region: 'The whole of Africa', acronym: null };
      const path = 'communities/african-igf';
      expect((await ask('PATCH', path, { json: change })).status).toBe(428);
      const changed = await ask('PATCH', path, { json: change, headers: { 'if-match': seen } });
      expect(changed.body).toMatchObject({
        region: change.region,
        acronym: null,
        name: 'African IGF',
        settled: ['acronym', 'region'],
      });
      const stale = await ask('PATCH', path, { json: change, headers: { 'if-match': seen } });
      expect([stale.status, stale.body.type]).toEqual([412, '/problems/changed_meanwhile']);
      expect((await ask('GET', path, { key: '' })).body.region).toBe(change.region);
    });

    it.each([
      [422, 'community_faults', { areas: ['XXX'] }],
      [422, 'community_faults', { website: 'ftp://example.org' }],
      [422, 'community_faults', { name: null }],
      [400, 'invalid_request', { kind: 'system' }],
      [400, 'invalid_request', { hidden: false }],
      [400, 'invalid_request', { established: 'long ago' }],
    ])('are not changed: %s %s', async (status, code, json) => {
      const headers = { 'if-match': '*' };
      const answer = await ask('PATCH', 'communities/arab-igf', { json, headers });
      expect([answer.status, answer.body.type]).toEqual([status, `/problems/${code}`]);
    });

    it('are listed with the hidden ones to administrators and auditors', async () => {
      const { body } = await ask('GET', 'community-registrations', { key: auditor });
      expect(body.items.some(({ hidden }: { hidden: boolean }) => hidden)).toBe(true);
    });
  });

  describe('signing out everywhere', () => {
    it('ends the sessions of whoever asks, and no key', async () => {
      const { key } = await aKey();
      expect((await ask('DELETE', 'me/sessions', { key })).body).toEqual({ ended: 0 });
      expect((await ask('GET', 'me', { key })).status).toBe(200);
    });

    it('is done for somebody by an administrator, and by nobody else', async () => {
      const { key, contributor } = await aKey();
      const sessions = running.app.get(SessionService);
      const token = await sessions.begin(key);
      const path = `contributors/${String(contributor)}/sessions`;
      expect((await ask('DELETE', path, { key: auditor })).status).toBe(403);
      expect(await sessions.actorOf(token)).toBeDefined();
      expect((await ask('DELETE', path)).body).toEqual({ ended: 1 });
      expect(await sessions.actorOf(token)).toBeUndefined();
      expect((await ask('GET', 'me', { key })).status).toBe(200);
      expect((await ask('DELETE', 'contributors/999999/sessions')).status).toBe(404);
    });
  });
});
