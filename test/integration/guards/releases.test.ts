import { ByHand, type Statement } from './by-hand.js';
import { AccessService } from '../../../src/access/access.service.js';

let hand: ByHand;
let [ada, ben, eve] = [0, 0, 0];
beforeAll(async () => {
  hand = await ByHand.open();
  const publisher = async (name: string, role = 'publisher') =>
    (await hand.rooms.get(AccessService).createKey({ globalRoles: [role], name })).contributorId;
  [ada, ben, eve] = [await publisher('Ada'), await publisher('Ben'), await publisher('Eve', 'administrator')];
});
afterAll(() => hand.rooms.close());

const entry: Statement = [`INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'release:2026-1')`];
const prepared = (by: number): Statement => [
  `INSERT INTO release (id, prepared_by) VALUES ('2026-1', $1)`,
  by,
];
const published = (by: number | null, at = 'now()', manifest = `'abc'`): Statement => [
  `UPDATE release SET state = 'published', published_by = $1, published_at = ${at}, manifest_sha256 = ${manifest}`,
  by,
];
const lose = (who: number): readonly Statement[] => [
  [`UPDATE contributor SET global_roles = '{}' WHERE id = $1`, who],
  [`INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'contributor:' || $1::integer)`, who],
];

describe('a release, by hand', () => {
  it('is prepared by one publisher and published by another', async () => {
    expect(await hand.refusal(prepared(ada), published(ben), entry)).toBeUndefined();
    expect(await hand.refusal(prepared(ben), published(ada), entry)).toBeUndefined();
  });

  it('is not published by who prepared it, by nobody, or by who is no publisher', async () => {
    expect(await hand.refusal(prepared(ada), published(ada))).toBe('release_two_people_check');
    expect(await hand.refusal(prepared(ada), published(null))).toBe('release_state_check');
    expect(await hand.refusal(prepared(ada), published(eve))).toBe('release_publishers');
    expect(await hand.refusal(prepared(eve))).toBe('release_publishers');
  });

  it('is not published when either of the two is no publisher any more', async () => {
    expect(await hand.refusal(prepared(ada), ...lose(ada), published(ben))).toBe('release_publishers');
    expect(await hand.refusal(prepared(ada), ...lose(ben), published(ben))).toBe('release_publishers');
  });

  it('is not published without being prepared, without its manifest, or at another time', async () => {
    const once: Statement = [
      `INSERT INTO release (id, state, prepared_by, published_by, published_at, manifest_sha256)
       VALUES ('2026-1', 'published', $1, $2, now(), 'abc')`,
      ada,
      ben,
    ];
    expect(await hand.refusal(once)).toBe('release_step');
    expect(await hand.refusal(prepared(ada), published(ben, 'now()', 'NULL'))).toBe('release_state_check');
    expect(await hand.refusal(prepared(ada), published(ben, `now() - interval '1 day'`))).toBe(
      'release_step',
    );
    const dated: Statement = [
      `INSERT INTO release (id, prepared_by, prepared_at) VALUES ('2026-1', $1, now() - interval '1 day')`,
      ada,
    ];
    expect(await hand.refusal(dated)).toBe('release_step');
  });

  it.each([
    [`UPDATE release SET manifest_sha256 = 'other'`, 'release_final'],
    [`UPDATE release SET state = 'prepared', published_by = NULL, published_at = NULL`, 'release_final'],
    ['DELETE FROM release', 'release_kept'],
  ])('is final once it is published: %s', async (sql, guard) => {
    expect(await hand.refusal(prepared(ada), published(ben), [sql])).toBe(guard);
  });

  it('keeps who prepared it, and is told in the audit trail', async () => {
    expect(await hand.refusal(prepared(ada), ['UPDATE release SET prepared_by = $1', ben])).toBe(
      'release_origin',
    );
    expect(await hand.refusal(prepared(ada))).toBe('release_traced');
    expect(await hand.refusal(prepared(ada), ['DELETE FROM release'])).toBe('release_kept');
    expect(await hand.refusal(['TRUNCATE release'])).toBe('release_kept');
  });
});
