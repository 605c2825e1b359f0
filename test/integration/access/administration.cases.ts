import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import type { FreshKey } from '../../../src/access/api-key.js';
import { ContributorService } from '../../../src/access/contributor.service.js';
import { KeyAdministrationService } from '../../../src/access/key-administration.service.js';
import { SessionService } from '../../../src/access/session.service.js';
import { isMember } from '../../../src/access/actor.js';
import { mayDecideOn, mayFollow } from '../../../src/submissions/reviewing/deciding.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

describe('administration', () => {
  let rooms: Rooms;
  let access: AccessService;
  let keys: KeyAdministrationService;
  let contributors: ContributorService;
  beforeAll(async () => {
    rooms = await openRooms();
    access = rooms.get(AccessService);
    keys = rooms.get(KeyAdministrationService);
    contributors = rooms.get(ContributorService);
  });
  afterAll(() => rooms.close());

  const sql = (text: string, parameters: unknown[] = []) => rooms.database.dataSource.query(text, parameters);
  const anAdministrator = () => access.createKey({ globalRoles: ['administrator'], name: 'Grace' });
  const aMember = (name = 'Ada') =>
    access.createKey({ community: 'african-igf', roles: ['submitter'], name });
  const actorOf = async ({ key }: FreshKey): Promise<Actor> => {
    const actor = await access.actorOf(key);
    if (actor === undefined) throw new Error('The key is not in force');
    return actor;
  };
  const entriesOf = (subject: string) =>
    sql('SELECT action, role, contributor_id, detail FROM audit_entry WHERE subject = $1 ORDER BY id', [
      subject,
    ]);

  describe('keys', () => {
    it('are several of one person, each within the roles they hold', async () => {
      const first = await aMember();
      const { contributorId } = first;
      const further = { contributorId, roles: ['submitter'], name: 'Laptop', areas: ['UN-AFRICAN', 'KEN'] };
      const second = await keys.create(await actorOf(await anAdministrator()), further);
      expect(second).toMatchObject({ contributorId, roles: ['submitter'], areas: ['KEN', 'UN-AFRICAN'] });
      expect(await actorOf(second)).toMatchObject({ contributorId, areas: ['KEN', 'UN-AFRICAN'] });
      expect((await actorOf(first)).areas).toBeUndefined();
      expect((await keys.list({ contributorId })).map(({ id }) => id)).toEqual([first.id, second.id]);
      const beyond = keys.create('operator', { contributorId, roles: ['reviewer'], name: 'Too much' });
      await expect(beyond).rejects.toMatchObject({ code: 'role_not_held', status: 422 });
    });

    it.each([
      ['unknown_key_area', { community: 'african-igf', roles: ['submitter'], name: 'x', areas: ['kenya'] }],
      ['key_of_system', { community: 'published-figures', roles: ['submitter'], name: 'x' }],
      [
        'key_areas_outside',
        { community: 'brazil-igf', roles: ['submitter'], name: 'x', areas: ['UN-AFRICAN'] },
      ],
      ['contributor_not_found', { contributorId: 999_999, roles: ['submitter'], name: 'x' }],
    ])('are refused and leave nobody behind: %s', async (code, request) => {
      const before = await sql('SELECT count(*) FROM contributor');
      await expect(keys.create('operator', request)).rejects.toMatchObject({ code });
      expect(await sql('SELECT count(*) FROM contributor')).toEqual(before);
    });

    it('name areas of their community, alone or among others', async () => {
      const request = { community: 'brazil-igf', roles: ['submitter'], name: 'x' };
      await expect(keys.create('operator', { ...request, areas: ['KEN'] })).rejects.toMatchObject({
        code: 'key_areas_outside',
        status: 422,
        params: { areas: 'KEN', allowed: 'BRA' },
      });
      expect((await keys.create('operator', { ...request, areas: ['BRA', 'KEN'] })).areas).toEqual([
        'BRA',
        'KEN',
      ]);
    });

    it('are not made, revoked or renewed by who is no administrator', async () => {
      const member = await aMember();
      const auditor = await actorOf(await access.createKey({ globalRoles: ['auditor'], name: 'Auditor' }));
      for (const by of [await actorOf(member), auditor]) {
        const refused = { code: 'not_an_administrator' };
        await expect(keys.create(by, { globalRoles: ['administrator'], name: 'x' })).rejects.toMatchObject(
          refused,
        );
        await expect(keys.revoke(by, member.id)).rejects.toMatchObject(refused);
        await expect(keys.reissue(by, member.id)).rejects.toMatchObject(refused);
        await expect(contributors.erase(by, member.contributorId)).rejects.toMatchObject(refused);
      }
    });

    it('end for good when they are revoked, and the sessions begun with them', async () => {
      const member = await aMember();
      const token = await rooms.get(SessionService).begin(member.key);
      const by = await actorOf(await anAdministrator());
      const revoked = await keys.revoke(by, member.id, { reason: 'Lost', requestId: 'r-1' });
      expect(revoked.revokedAt).toBeInstanceOf(Date);
      expect(await access.actorOf(member.key)).toBeUndefined();
      expect(await rooms.get(SessionService).actorOf(token)).toBeUndefined();
      expect((await keys.revoke(by, member.id)).revokedAt).toEqual(revoked.revokedAt);
      await expect(keys.reissue(by, member.id)).rejects.toMatchObject({ code: 'key_revoked' });
      const entries = await entriesOf(`key:${String(member.id)}`);
      expect(entries).toMatchObject([
        { action: 'key.created', role: null },
        { action: 'key.revoked', role: 'administrator', detail: { reason: 'Lost' } },
      ]);
      expect(entries).toHaveLength(2);
    });

    it('are renewed with the same scope and lifetime, and the old one ends', async () => {
      const old = await keys.create('operator', {
        community: 'african-igf',
        roles: ['submitter'],
        name: 'Ada',
        areas: ['KEN'],
        expiresInDays: 10,
      });
      const fresh = await keys.reissue('operator', old.id);
      const { contributorId, label, roles, areas } = old;
      expect(fresh).toMatchObject({ contributorId, label, roles, areas });
      expect(fresh.key).not.toBe(old.key);
      expect(Math.round((fresh.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(10);
      expect(await access.actorOf(old.key)).toBeUndefined();
      expect(await actorOf(fresh)).toMatchObject({ contributorId });
    });

    it('tell the day of their last use', async () => {
      const member = await aMember();
      expect((await keys.get(member.id)).lastUsedOn).toBeUndefined();
      await access.actorOf(member.key);
      expect((await keys.get(member.id)).lastUsedOn).toBe(new Date().toISOString().slice(0, 10));
    });

    it('have names of roles that are known, whoever writes them', async () => {
      const { id } = await aMember();
      await expect(sql(`UPDATE api_key SET roles = '{king}' WHERE id = $1`, [id])).rejects.toMatchObject({
        driverError: { constraint: 'api_key_roles_check' },
      });
    });
  });

  describe('the last administrator', () => {
    beforeEach(async () => {
      await unguarded(rooms.database.dataSource, `UPDATE contributor SET global_roles = '{}'`);
    });

    it('is neither revoked, nor demoted, nor erased', async () => {
      const { id, contributorId } = await anAdministrator();
      const refused = { code: 'last_administrator', status: 409 };
      await expect(keys.revoke('operator', id)).rejects.toMatchObject(refused);
      await expect(contributors.setGlobalRoles('operator', contributorId, [])).rejects.toMatchObject(refused);
      await expect(contributors.erase('operator', contributorId)).rejects.toMatchObject(refused);
      expect((await contributors.get(contributorId)).name).toBe('Grace');
    });

    it('remains when two revoke each other at the same moment', async () => {
      const pair = [await anAdministrator(), await anAdministrator()] as const;
      const [one, other] = await Promise.all(pair.map(actorOf));
      const outcomes = await Promise.allSettled([
        keys.revoke(one!, pair[1].id),
        keys.revoke(other!, pair[0].id),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'last_administrator' },
      });
      const known = await Promise.all(pair.map(({ key }) => access.actorOf(key)));
      expect(known.filter((actor) => actor !== undefined)).toHaveLength(1);
    });

    it('remains when many are demoted, revoked and erased at once', async () => {
      const many = await Promise.all([1, 2, 3, 4, 5, 6].map(anAdministrator));
      const acts = many.map(({ id, contributorId }, index) =>
        index % 3 === 0
          ? keys.revoke('operator', id)
          : index % 3 === 1
            ? contributors.setGlobalRoles('operator', contributorId, ['auditor'])
            : contributors.erase('operator', contributorId),
      );
      const outcomes = await Promise.allSettled(acts);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      const left = await Promise.all(many.map(({ key }) => access.actorOf(key)));
      expect(left.filter((actor) => actor?.globalRoles.includes('administrator') === true)).toHaveLength(1);
    });

    it('may go by their own key while another one remains', async () => {
      const [one, other] = [await anAdministrator(), await anAdministrator()];
      expect((await keys.revoke(await actorOf(one), one.id)).revokedAt).toBeInstanceOf(Date);
      expect(await access.actorOf(other.key)).toBeDefined();
    });
  });

  describe('who leaves a community', () => {
    it('no longer acts for it or sees what it sends, and still decides on nothing of it', async () => {
      const { key, contributorId } = await access.createKey({
        community: 'african-igf',
        roles: ['submitter', 'reviewer'],
        name: 'Ada',
      });
      const [community] = (await access.actorOf(key))?.communities ?? [];
      const left = await contributors.leave('operator', contributorId, 'african-igf');
      expect(left.memberships).toMatchObject([{ communityCode: 'african-igf', roles: [], hasLeft: true }]);
      const account = await contributors.join('operator', contributorId, 'arab-igf', ['reviewer']);
      expect(account.memberships).toHaveLength(2);
      const actor = await access.actorOf(key);
      expect(actor?.communities).toMatchObject([
        { code: 'african-igf', roles: [], hasLeft: true },
        { code: 'arab-igf', roles: ['reviewer'] },
      ]);
      expect(isMember(actor!, community!.id)).toBe(false);
      expect(mayDecideOn(actor!, { communityId: community!.id, contributorId: 0 })).toBe('four_eyes');
      expect(mayFollow({ ...actor!, communities: actor!.communities.slice(0, 1) }, community!.id)).toBe(
        false,
      );
    });

    it('may come back, and never belongs twice', async () => {
      const { contributorId: id } = await aMember();
      const again = contributors.join('operator', id, 'african-igf', ['reviewer']);
      await expect(again).rejects.toMatchObject({ code: 'already_a_member' });
      await contributors.leave('operator', id, 'african-igf');
      await expect(contributors.leave('operator', id, 'african-igf')).rejects.toMatchObject({
        code: 'membership_not_found',
      });
      const back = await contributors.join('operator', id, 'african-igf', ['reviewer']);
      expect(back.memberships).toEqual([
        expect.objectContaining({ communityCode: 'african-igf', roles: ['reviewer'], hasLeft: false }),
      ]);
      expect(
        (await entriesOf(`contributor:${String(id)}`)).map(({ action }: { action: string }) => action),
      ).toEqual(['contributor.added', 'membership.ended', 'membership.added']);
    });

    it('is changed by nobody who saw something else', async () => {
      const { contributorId: id } = await aMember();
      const { version } = await contributors.get(id);
      const outcomes = await Promise.allSettled(
        [['reviewer'], ['submitter', 'reviewer']].map((roles) =>
          contributors.setRoles('operator', id, 'african-igf', roles, { ifVersion: [version] }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'changed_meanwhile', status: 412 },
      });
    });

    it('never belonged to the installation itself, whoever writes it', async () => {
      const { contributorId } = await aMember();
      const joining = contributors.join('operator', contributorId, 'published-figures', ['reviewer']);
      await expect(joining).rejects.toMatchObject({ code: 'key_of_system' });
      const statement = `INSERT INTO membership (contributor_id, community_id, roles)
      SELECT $1, id, '{submitter}' FROM community WHERE kind = 'system'`;
      await expect(sql(statement, [contributorId])).rejects.toMatchObject({
        driverError: { constraint: 'membership_guard' },
      });
    });
  });

  describe('erasure', () => {
    it('takes away all that names somebody, and nothing that they did', async () => {
      const member = await aMember('Babbage');
      const { contributorId: id, key } = member;
      const token = await rooms.get(SessionService).begin(key);
      await sql(
        `INSERT INTO contact (contributor_id, address, language, token) VALUES ($1, 'babbage@example.org', 'en', 't')`,
        [id],
      );
      await sql('INSERT INTO mail (contributor_id) VALUES ($1)', [id]);
      await sql(
        `INSERT INTO openid_identity (identity_hash, issuer, api_key_id) VALUES ('h', 'https://id.example', $1)`,
        [member.id],
      );
      const before = await sql('SELECT count(*) FROM audit_entry WHERE detail::text LIKE $1', ['%Babbage%']);
      const erased = await contributors.erase('operator', id);
      expect(erased).toMatchObject({ id, keysInForce: 0, memberships: [{ roles: [], hasLeft: true }] });
      expect(erased.name).toBeUndefined();
      expect(erased.erasedAt).toBeInstanceOf(Date);
      expect(await access.actorOf(key)).toBeUndefined();
      expect(await rooms.get(SessionService).actorOf(token)).toBeUndefined();
      for (const table of ['contact', 'mail', 'openid_identity', 'web_session']) {
        expect(await sql(`SELECT FROM ${table}`)).toEqual([]);
      }
      const [{ rest }] = await sql(
        `SELECT jsonb_build_array((SELECT jsonb_agg(to_jsonb(c)) FROM contributor c),
         (SELECT jsonb_agg(to_jsonb(k)) FROM api_key k), (SELECT jsonb_agg(to_jsonb(a)) FROM audit_entry a))::text AS rest`,
      );
      expect(rest).not.toContain('Babbage');
      expect(before).toEqual([{ count: '0' }]);
      expect(await contributors.erase('operator', id)).toEqual(erased);
    });

    it('leaves nobody who can be given a role again', async () => {
      const { contributorId: id } = await aMember();
      await contributors.erase('operator', id);
      const refused = { code: 'not_a_person', status: 409 };
      await expect(contributors.join('operator', id, 'arab-igf', ['reviewer'])).rejects.toMatchObject(
        refused,
      );
      await expect(contributors.setGlobalRoles('operator', id, ['auditor'])).rejects.toMatchObject(refused);
      const key = keys.create('operator', { contributorId: id, roles: ['submitter'], name: 'x' });
      await expect(key).rejects.toMatchObject(refused);
      const { contributorId: installation } = await access.installation();
      await expect(contributors.erase('operator', installation)).rejects.toMatchObject(refused);
    });
  });

  describe('lists', () => {
    it('come in pages that neither repeat nor skip', async () => {
      const { id: start } = await aMember();
      for (let count = 0; count < 5; count++) await aMember();
      const first = await keys.list({}, { after: start, limit: 3 });
      await aMember();
      const rest = await keys.list({}, { after: first.at(-1)?.id ?? 0, limit: 3 });
      const ids = [...first, ...rest].map(({ id }) => id);
      expect(new Set(ids).size).toBe(6);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });

    it('tell who has a role, in a community or anywhere', async () => {
      const { contributorId: ada } = await aMember();
      const { contributorId: grace } = await anAdministrator();
      const among = async (filter: Parameters<ContributorService['list']>[0]) =>
        (await contributors.list(filter)).map(({ id }) => id).filter((id) => id === ada || id === grace);
      expect(await among({ role: 'submitter' })).toEqual([ada]);
      expect(await among({ role: 'administrator' })).toEqual([grace]);
      expect(await among({ community: 'african-igf' })).toEqual([ada]);
      expect(await among({ community: 'african-igf', role: 'reviewer' })).toEqual([]);
      expect(await among({ community: 'arab-igf' })).toEqual([]);
    });
  });
});
