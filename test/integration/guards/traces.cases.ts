import { ByHand, told, type Statement } from './by-hand.js';

describe('traces', () => {
  let hand: ByHand;
  let submission: number;
  beforeAll(async () => {
    hand = await ByHand.open();
    submission = (await hand.received()).id;
  });
  afterAll(() => hand.rooms.close());

  /** What changes who may do what, what counts, or what was sent; and the subject of the entry that tells of it. */
  const WRITES: readonly (readonly [
    name: string,
    write: () => Statement,
    subject: () => string,
    guard: string,
  ])[] = [
    [
      'adding somebody',
      () => [`INSERT INTO contributor (name) VALUES ('Somebody')`],
      () => `(SELECT 'contributor:' || max(id) FROM contributor)`,
      'contributor_traced',
    ],
    [
      'giving somebody a role',
      () => [
        `UPDATE contributor SET global_roles = '{administrator}' WHERE id = $1`,
        hand.sender.contributorId,
      ],
      () => `'contributor:${String(hand.sender.contributorId)}'`,
      'contributor_traced',
    ],
    [
      'adding somebody to a community',
      () => [
        `INSERT INTO membership (contributor_id, community_id, roles) SELECT $1, id, '{reviewer}' FROM community WHERE code = 'arab-igf'`,
        hand.sender.contributorId,
      ],
      () => `'contributor:${String(hand.sender.contributorId)}'`,
      'membership_traced',
    ],
    [
      'changing what somebody may do for a community',
      () => [
        `UPDATE membership SET roles = '{reviewer}' WHERE contributor_id = $1`,
        hand.sender.contributorId,
      ],
      () => `'contributor:${String(hand.sender.contributorId)}'`,
      'membership_traced',
    ],
    [
      'making a key',
      () => [
        `INSERT INTO api_key (contributor_id, key_hash, label, roles, expires_at)
       VALUES ($1, 'x', 'x', '{reviewer}', now() + interval '1 day')`,
        hand.sender.contributorId,
      ],
      () => `(SELECT 'key:' || max(id) FROM api_key)`,
      'api_key_traced',
    ],
    [
      'making a key last longer',
      () => [`UPDATE api_key SET expires_at = expires_at + interval '1 year' WHERE id = 1`],
      () => `'key:1'`,
      'api_key_change_traced',
    ],
    [
      'revoking a key',
      () => [`UPDATE api_key SET revoked_at = now() WHERE id = 1`],
      () => `'key:1'`,
      'api_key_change_traced',
    ],
    [
      'adding a community',
      () => [`INSERT INTO community (code, name, kind) VALUES ('another', 'Another', 'other')`],
      () => `'community:another'`,
      'community_traced',
    ],
    [
      'changing a community',
      () => [`UPDATE community SET hidden = true WHERE code = 'african-igf'`],
      () => `'community:african-igf'`,
      'community_traced',
    ],
    [
      'a step of a submission',
      () => [`UPDATE submission SET state = 'withdrawn' WHERE id = $1`, submission],
      () => `'submission:${String(submission)}'`,
      'submission_step_traced',
    ],
    [
      'a catalogue',
      () => [`INSERT INTO catalogue_version (framework, content_hash, content) VALUES ('iww', 'x', '{}')`],
      () => `(SELECT 'catalogue:' || max(id) FROM catalogue_version)`,
      'catalogue_version_traced',
    ],
  ];

  describe.each(WRITES)('%s', (_, write, subject, guard) => {
    const entry = (about: string): Statement => [
      `INSERT INTO audit_entry (action, subject) VALUES ('by.hand', ${about})`,
    ];

    it('is refused without an entry of the audit trail', async () => {
      expect(await hand.refusal(write())).toBe(guard);
    });

    it('is refused with an entry about something else', async () => {
      expect(await hand.refusal(write(), entry(`'contributor:0'`))).toBe(guard);
    });

    it('is done with its entry, written before or after it', async () => {
      expect(await hand.refusal(write(), entry(subject()))).toBeUndefined();
      if (!subject().includes('max(')) expect(await hand.refusal(entry(subject()), write())).toBeUndefined();
    });
  });

  it('an entry of another transaction stands for nothing', async () => {
    await hand.query(...told(submission));
    expect(await hand.refusal([`UPDATE submission SET state = 'withdrawn' WHERE id = $1`, submission])).toBe(
      'submission_step_traced',
    );
  });

  it('an entry that was restored with the number of the running transaction stands for nothing', async () => {
    const forged: Statement[] = [
      ['SET LOCAL session_replication_role = replica'],
      [
        `INSERT INTO audit_entry (action, subject, at) VALUES ('by.hand', 'submission:' || $1::integer, now() - interval '1 day')`,
        submission,
      ],
      ['SET LOCAL session_replication_role = origin'],
    ];
    const step: Statement = [`UPDATE submission SET state = 'withdrawn' WHERE id = $1`, submission];
    expect(await hand.refusal(...forged, step)).toBe('submission_step_traced');
  });

  it.each([
    ['DELETE FROM contributor', 'contributor_kept'],
    [`UPDATE contributor SET kind = 'installation'`, 'contributor_kept'],
    ['DELETE FROM membership', 'membership_lasting'],
    ['DELETE FROM api_key', 'api_key_lasting'],
    [`UPDATE api_key SET key_hash = 'known'`, 'api_key_lasting'],
    ['UPDATE api_key SET contributor_id = 1', 'api_key_lasting'],
    ['DELETE FROM community', 'community_kept'],
    [`UPDATE community SET code = 'another' WHERE code = 'african-igf'`, 'community_kept'],
    [`UPDATE catalogue_version SET content = '{}'`, 'catalogue_version_append_only'],
    ['DELETE FROM catalogue_version', 'catalogue_version_append_only'],
  ])('%s is refused, with an entry or without', async (sql, guard) => {
    expect(await hand.refusal([sql])).toBe(guard);
  });
});
