import { ByHand, type Statement } from './by-hand.js';
import { AccessService } from '../../../src/access/access.service.js';

describe('releases', () => {
  let hand: ByHand;
  let [ada, ben, eve] = [0, 0, 0];
  beforeAll(async () => {
    hand = await ByHand.open();
    const publisher = async (name: string, role = 'publisher') =>
      (await hand.rooms.get(AccessService).createKey({ globalRoles: [role], name })).contributorId;
    [ada, ben, eve] = [
      await publisher('Ada'),
      await publisher('Ben'),
      await publisher('Eve', 'administrator'),
    ];
  });
  afterAll(() => hand.rooms.close());

  const entry: Statement = [`INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'release:2026-1')`];
  const COLUMNS = 'id, date, revision, catalogue_version, method_version, edition, manifest_sha256';
  const VALUES = `'2026-1', '2026-11-23', 1, (SELECT max(id) FROM catalogue_version), '1.0', '2026', encode(sha256('{}'), 'hex')`;
  const row = (by: number): Statement => [
    `INSERT INTO release (${COLUMNS}, prepared_by) VALUES (${VALUES}, $1)`,
    by,
  ];
  const file = (name: string, text = '{}', hashed = text): Statement => [
    `INSERT INTO release_part (release_id, name, media_type, sha256, content)
   VALUES ('2026-1', $1, 'application/json', encode(sha256(convert_to($2, 'UTF8')), 'hex'), convert_to($3, 'UTF8'))`,
    name,
    hashed,
    text,
  ];
  const prepared = (by: number): readonly Statement[] => [row(by), file('manifest.json')];
  const published = (by: number | null, at = 'now()'): Statement => [
    `UPDATE release SET state = 'published', published_by = $1, published_at = ${at}`,
    by,
  ];
  const signed = file('manifest.json.sig', 'signature');
  const lose = (who: number): readonly Statement[] => [
    [`UPDATE contributor SET global_roles = '{}' WHERE id = $1`, who],
    [`INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'contributor:' || $1::integer)`, who],
  ];

  describe('a release, by hand', () => {
    it('is prepared by one publisher and published by another', async () => {
      expect(await hand.refusal(...prepared(ada), entry)).toBeUndefined();
      expect(await hand.refusal(...prepared(ada), published(ben), signed, entry)).toBeUndefined();
      expect(await hand.refusal(...prepared(ben), signed, published(ada), entry)).toBeUndefined();
    });

    it('is not published by who prepared it, by nobody, or by who is no publisher', async () => {
      expect(await hand.refusal(...prepared(ada), published(ada))).toBe('release_two_people_check');
      expect(await hand.refusal(...prepared(ada), published(null))).toBe('release_state_check');
      expect(await hand.refusal(...prepared(ada), published(eve))).toBe('release_publishers');
      expect(await hand.refusal(row(eve))).toBe('release_publishers');
    });

    it('is not published when either of the two is no publisher any more', async () => {
      expect(await hand.refusal(...prepared(ada), ...lose(ada), published(ben))).toBe('release_publishers');
      expect(await hand.refusal(...prepared(ada), ...lose(ben), published(ben))).toBe('release_publishers');
    });

    it('is not published without being prepared, or at another time', async () => {
      const once: Statement = [
        `INSERT INTO release (${COLUMNS}, state, prepared_by, published_by, published_at)
       VALUES (${VALUES}, 'published', $1, $2, now())`,
        ada,
        ben,
      ];
      expect(await hand.refusal(once)).toBe('release_step');
      expect(await hand.refusal(...prepared(ada), published(ben, `now() - interval '1 day'`))).toBe(
        'release_step',
      );
      const dated: Statement = [
        `INSERT INTO release (${COLUMNS}, prepared_by, prepared_at) VALUES (${VALUES}, $1, now() - interval '1 day')`,
        ada,
      ];
      expect(await hand.refusal(dated)).toBe('release_step');
    });

    it('has its manifest, and its signature once it is published', async () => {
      expect(await hand.refusal(row(ada), entry)).toBe('release_whole');
      expect(await hand.refusal(row(ada), file('manifest.json', '{"other":1}'), entry)).toBe('release_whole');
      expect(await hand.refusal(...prepared(ada), published(ben), entry)).toBe('release_whole');
      expect(await hand.refusal(row(ada), file('manifest.json', '{}', 'other'))).toBe(
        'release_part_sha256_check',
      );
      expect(await hand.refusal(...prepared(ada), signed, entry)).toBe('release_part_now');
    });

    it.each([
      [`UPDATE release SET manifest_sha256 = 'other'`, 'release_final'],
      [`UPDATE release SET state = 'prepared', published_by = NULL, published_at = NULL`, 'release_final'],
      ['DELETE FROM release', 'release_final'],
      [`UPDATE release_part SET content = 'other'`, 'release_part_final'],
      ['DELETE FROM release_part', 'release_part_stays'],
    ])('is final once it is published: %s', async (sql, guard) => {
      expect(await hand.refusal(...prepared(ada), published(ben), signed, [sql])).toBe(guard);
    });

    it.each([
      ['UPDATE release SET prepared_by = 0', 'release_origin'],
      ['UPDATE release SET revision = 2', 'release_origin'],
      [`UPDATE release SET manifest_sha256 = 'other'`, 'release_origin'],
      [`UPDATE release_part SET content = 'other'`, 'release_part_final'],
      ['DELETE FROM release_part', 'release_part_stays'],
    ])('stands as it was prepared: %s', async (sql, guard) => {
      expect(await hand.refusal(...prepared(ada), [sql])).toBe(guard);
    });

    it('is told in the audit trail, also when it is withdrawn with its files', async () => {
      expect(await hand.refusal(...prepared(ada))).toBe('release_traced');
      expect(await hand.refusal(['DELETE FROM release'])).toBeUndefined();
    });
  });

  describe('a release of an earlier transaction', () => {
    beforeAll(async () => {
      const { dataSource } = hand.rooms.database;
      await dataSource.transaction(async (manager) => {
        for (const [sql, ...parameters] of [...prepared(ada), entry]) await manager.query(sql, parameters);
      });
    });

    it('is withdrawn with all of its files, and with a trace', async () => {
      expect(await hand.refusal(['DELETE FROM release'])).toBe('release_withdrawal_traced');
      const gone: Statement = [`SELECT 1 / (count(*) = 0)::integer FROM release_part`];
      expect(await hand.refusal(['DELETE FROM release'], gone, entry)).toBeUndefined();
    });

    it('is not emptied', async () => {
      expect(await hand.refusal(['TRUNCATE release_part'])).toBe('release_part_final');
      expect(await hand.refusal(['TRUNCATE release CASCADE'])).toBe('release_kept');
    });

    it('gets no further file, and no signature but with its publication', async () => {
      expect(await hand.refusal(file('other.json'))).toBe('release_part_now');
      expect(await hand.refusal(signed)).toBe('release_part_now');
      expect(await hand.refusal(published(ben), signed, entry)).toBeUndefined();
    });
  });
});
