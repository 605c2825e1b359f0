import { AccessService } from '../../../src/access/access.service.js';
import { BootstrapService } from '../../../src/access/bootstrap.service.js';
import { AccessRepository } from '../../../src/access/access.repository.js';
import { NewContributorService } from '../../../src/access/new-contributor.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

describe('access', () => {
  let rooms: Rooms;
  let access: AccessService;
  beforeAll(async () => {
    rooms = await openRooms();
    access = rooms.get(AccessService);
  });
  afterAll(() => rooms.close());

  /** As a superuser may, without a trace. */
  const change = (text: string, parameters: unknown[]) =>
    unguarded(rooms.database.dataSource, text, parameters);
  const sql = (text: string, parameters: unknown[] = []) => rooms.database.dataSource.query(text, parameters);

  describe('a key', () => {
    it('lets its holder act in the roles it was given', async () => {
      const request = { community: 'african-igf', roles: ['submitter'], name: 'Ada' };
      const { key } = await access.createKey(request);
      expect(key).toMatch(/^iww_[\w-]{43}$/);
      expect(await access.actorOf(key)).toMatchObject({
        kind: 'person',
        communities: [{ code: 'african-igf', roles: ['submitter'] }],
        globalRoles: [],
      });
    });

    it('is not made for a community that is not confirmed', async () => {
      const [hidden] = await sql('SELECT code FROM community WHERE hidden LIMIT 1');
      const request = { community: hidden.code, roles: ['submitter'], name: 'Ada' };
      await expect(access.createKey(request)).rejects.toMatchObject({ code: 'community_not_confirmed' });
      await expect(access.systemOf(hidden.code)).rejects.toMatchObject({ code: 'community_not_confirmed' });
    });

    it('is kept nowhere: the database has its hash only', async () => {
      const { key, id } = await access.createKey({ globalRoles: ['auditor'], name: 'Auditor' });
      const [row] = await sql('SELECT * FROM api_key WHERE id = $1', [id]);
      expect(JSON.stringify(row)).not.toContain(key);
      expect(JSON.stringify(await sql('SELECT * FROM audit_entry'))).not.toContain(key);
    });

    it.each([undefined, '', 'iww_wrong', 'x'.repeat(100_000)])(
      'that is not known stands for nobody: %#',
      async (key) => {
        expect(await access.actorOf(key)).toBeUndefined();
      },
    );

    it('stands for nobody once it is expired or revoked', async () => {
      const one = await access.createKey({ globalRoles: ['auditor'], name: 'One' });
      const other = await access.createKey({ globalRoles: ['auditor'], name: 'Other' });
      await change(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1`, [one.id]);
      await change('UPDATE api_key SET revoked_at = now() WHERE id = $1', [other.id]);
      expect(await access.actorOf(one.key)).toBeUndefined();
      expect(await access.actorOf(other.key)).toBeUndefined();
    });

    it('narrows what its holder may do, but not where they belong', async () => {
      const { key, id } = await access.createKey({
        community: 'african-igf',
        roles: ['submitter', 'reviewer'],
        name: 'Ada',
      });
      await change(`UPDATE api_key SET roles = '{reviewer}' WHERE id = $1`, [id]);
      expect((await access.actorOf(key))?.communities).toMatchObject([{ roles: ['reviewer'] }]);
      await change(`UPDATE api_key SET roles = '{auditor}' WHERE id = $1`, [id]);
      expect(await access.actorOf(key)).toMatchObject({
        communities: [{ code: 'african-igf', roles: [] }],
        globalRoles: [],
      });
    });

    it('lives 90 days unless asked otherwise', async () => {
      const { expiresAt } = await access.createKey({ globalRoles: ['auditor'], name: 'Auditor' });
      const days = (expiresAt.getTime() - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(89.9);
      expect(days).toBeLessThan(90.1);
    });

    it.each([
      ['unknown_community', { community: 'atlantis', roles: ['submitter'], name: 'x' }],
      ['unknown_role', { community: 'african-igf', roles: ['administrator'], name: 'x' }],
      ['unknown_role', { community: 'african-igf', roles: [], name: 'x' }],
      ['unknown_role', { globalRoles: ['reviewer'], name: 'x' }],
      ['missing_key_name', { globalRoles: ['auditor'], name: ' ' }],
      ['key_lifetime', { globalRoles: ['auditor'], name: 'x', expiresInDays: 0 }],
      ['key_lifetime', { globalRoles: ['auditor'], name: 'x', expiresInDays: 1.5 }],
    ])('is refused: %s', async (code, request) => {
      const before = await sql('SELECT count(*) FROM contributor');
      await expect(access.createKey(request)).rejects.toMatchObject({ code });
      expect(await sql('SELECT count(*) FROM contributor')).toEqual(before);
    });
  });

  describe('the first administrator', () => {
    it('gets a key once, also when several processes ask at the same time', async () => {
      const bootstrap = rooms.get(BootstrapService);
      const keys = await Promise.all([1, 2, 3].map(() => bootstrap.firstAdministratorKey()));
      const given = keys.filter((key) => key !== undefined);
      expect(given).toHaveLength(1);
      expect(await access.actorOf(given[0])).toMatchObject({
        globalRoles: ['administrator'],
        communities: [],
      });
      expect(await bootstrap.firstAdministratorKey()).toBeUndefined();
    });

    it('has the key the operator chose, which is not told again', async () => {
      const other = await openRooms();
      const bootstrapKey = 'a-key-that-the-operator-chose-0123456789';
      const bootstrap = new BootstrapService(other.get(AccessRepository), other.get(NewContributorService), {
        bootstrapKey,
      });
      expect(await bootstrap.firstAdministratorKey()).toBeUndefined();
      const actor = await other.get(AccessService).actorOf(bootstrapKey);
      await other.close();
      expect(actor).toMatchObject({ globalRoles: ['administrator'] });
    });
  });

  describe('the system of a community', () => {
    it('is one and the same each time', async () => {
      const [one, other] = await Promise.all([access.systemOf('arab-igf'), access.systemOf('arab-igf')]);
      expect(one).toEqual(other);
      expect(one).toMatchObject({
        kind: 'system',
        communities: [{ code: 'arab-igf', roles: ['submitter'] }],
      });
    });

    it('is refused for a community that does not exist', async () => {
      await expect(access.systemOf('atlantis')).rejects.toMatchObject({ code: 'unknown_community' });
    });
  });
});
