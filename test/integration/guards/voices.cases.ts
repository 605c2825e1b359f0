import { ByHand, type Statement } from './by-hand.js';
import type { Actor } from '../../../src/access/actor.js';
import { AccessService } from '../../../src/access/access.service.js';
import { CommunityAdministrationService } from '../../../src/communities/community-administration.service.js';
import { StatementService } from '../../../src/communities/statement.service.js';

describe('voices', () => {
  const NRI = 'brazil-igf';
  const STATE = 'ministry';
  let hand: ByHand;
  let member: Actor;
  let respondent: Actor;
  let clerk: Actor;
  let moderator: Actor;

  beforeAll(async () => {
    hand = await ByHand.open();
    const communities = hand.rooms.get(CommunityAdministrationService);
    const state = { name: 'Ministry', kind: 'other', stakeholder: 'government', areas: ['BRA'] };
    await communities.add('operator', { code: STATE, ...state });
    await communities.confirm('operator', STATE);
    member = await hand.rooms.actor(NRI, 'submitter');
    respondent = await hand.rooms.actor(STATE, 'respondent');
    clerk = await hand.rooms.actor(STATE, 'submitter');
    moderator = await globally('moderator');
  });
  afterAll(() => hand.rooms.close());

  async function globally(role: string): Promise<Actor> {
    const access = hand.rooms.get(AccessService);
    const { key } = await access.createKey({ globalRoles: [role], name: 'Somebody' });
    const actor = await access.actorOf(key);
    if (actor === undefined) throw new Error('The new key is not known');
    return actor;
  }

  async function sent(by: Actor): Promise<number> {
    const { id } = await hand.rooms
      .get(StatementService)
      .send(by, { area: 'BRA', subject: 'country', texts: { en: 'Look at the islands.' } });
    const [row] = await hand.query<{ id: number }>('SELECT id FROM statement WHERE reference = $1', id);
    return row?.id ?? 0;
  }

  const tell = (subject: string): Statement => [
    'INSERT INTO audit_entry (action, subject) VALUES ($1, $2)',
    'by.hand',
    subject,
  ];
  const step = (id: number, name: string, by: Actor, reason: string | null = null): readonly Statement[] => [
    tell(`statement:${String(id)}`),
    [
      `INSERT INTO statement_step (statement_id, version_id, step, contributor_id, reason_code, reason)
     SELECT $1, max(id), $2, $3, $4, 'so' FROM statement_version WHERE statement_id = $1`,
      ...[id, name, by.contributorId, reason],
    ],
  ];

  describe('a decision on a statement, written by hand', () => {
    it('is a moderator’s, who is not of its side', async () => {
      const id = await sent(respondent);
      expect(await hand.refusal(...step(id, 'published', moderator))).toBeUndefined();
      expect(await hand.refusal(...step(id, 'published', member))).toBe('statement_step_moderators');
      const insider: Statement = [
        `UPDATE contributor SET global_roles = '{moderator}' WHERE id = $1`,
        clerk.contributorId,
      ];
      const known = tell(`contributor:${String(clerk.contributorId)}`);
      expect(await hand.refusal(known, insider, ...step(id, 'published', clerk))).toBe(
        'statement_step_four_eyes',
      );
      const author: Statement = [insider[0], respondent.contributorId];
      const knownAuthor = tell(`contributor:${String(respondent.contributorId)}`);
      expect(await hand.refusal(knownAuthor, author, ...step(id, 'published', respondent))).toBe(
        'statement_step_four_eyes',
      );
    });

    it('is not taken twice, nor on a version that was replaced, nor on what was withdrawn', async () => {
      const id = await sent(respondent);
      const publish = step(id, 'published', moderator);
      expect(await hand.refusal(...publish, ...publish)).toBe('statement_step_decided_idx');
      expect(await hand.refusal(...step(id, 'withdrawn', respondent), ...publish)).toBe(
        'statement_step_withdrawn',
      );
      const next: Statement = [
        `INSERT INTO statement_version (statement_id, texts, sha256, contributor_id) VALUES ($1, '{"en":"x"}', 'x', $2)`,
        ...[id, respondent.contributorId],
      ];
      const old: Statement = [
        `INSERT INTO statement_step (statement_id, version_id, step, contributor_id)
       SELECT $1, min(id), 'published', $2 FROM statement_version WHERE statement_id = $1`,
        ...[id, moderator.contributorId],
      ];
      expect(await hand.refusal(next, tell(`statement:${String(id)}`), old)).toBe(
        'statement_step_last_version',
      );
    });

    it('does not hold it against a State that it names its government', async () => {
      const decline = async (by: Actor): Promise<string | undefined> =>
        hand.refusal(...step(await sent(by), 'declined', moderator, 'names_government'));
      expect([await decline(respondent), await decline(member)]).toEqual([
        'statement_step_own_government',
        undefined,
      ]);
    });

    it('needs its entry in the audit trail, and stays', async () => {
      const id = await sent(respondent);
      expect(await hand.refusal(...step(id, 'published', moderator).slice(1))).toBe('statement_step_traced');
      expect(await hand.refusal(['DELETE FROM statement_step'])).toBe('statement_step_append_only');
      expect(await hand.refusal([`UPDATE statement_version SET texts = '{"en":"y"}'`])).toBe(
        'statement_version_append_only',
      );
    });
  });

  describe('a statement, written by hand', () => {
    const statement = (community: string, area: string, speaksFor: string): readonly Statement[] => [
      [
        `INSERT INTO statement (reference, area, subject, community_id, speaks_for)
       SELECT 'r', $2, 'country', id, $3 FROM community WHERE code = $1`,
        ...[community, area, speaksFor],
      ],
    ];

    it('is about the country of its community, for which it speaks as what it is', async () => {
      const guard = 'statement_about_itself';
      expect(await hand.refusal(...statement(NRI, 'UGA', 'community'))).toBe(guard);
      expect(await hand.refusal(...statement(NRI, 'BRA', 'state'))).toBe(guard);
      expect(await hand.refusal(...statement(STATE, 'BRA', 'community'))).toBe(guard);
      expect(await hand.refusal(...statement(STATE, 'BRA', 'state'))).toBe('statement_traced');
    });

    it('is worded by those who may speak for its side', async () => {
      const id = await sent(respondent);
      const version = (by: Actor): readonly Statement[] => [
        tell(`statement:${String(id)}`),
        [
          `INSERT INTO statement_version (statement_id, texts, sha256, contributor_id) VALUES ($1, '{"en":"x"}', 'x', $2)`,
          ...[id, by.contributorId],
        ],
      ];
      const refusals = [];
      for (const by of [clerk, member, moderator, respondent])
        refusals.push(await hand.refusal(...version(by)));
      expect(refusals).toEqual([...Array.from({ length: 3 }, () => 'statement_version_members'), undefined]);
    });
  });

  describe('a profile, written by hand', () => {
    const taken = (name: string, by: Actor): Statement => [
      `INSERT INTO profile_step (community_id, field, step, contributor_id)
     SELECT id, 'contact', $2, $3 FROM community WHERE code = $1`,
      ...[NRI, name, by.contributorId],
    ];
    const text: Statement = [
      `INSERT INTO profile_text (community_id, field, content, written_by_step)
     SELECT community_id, field, '{}', id FROM profile_step ORDER BY id DESC LIMIT 1`,
    ];
    const known = tell(`community:${NRI}`);

    it('is written and consented to by members of its community', async () => {
      expect(
        await hand.refusal(known, taken('written', member), text, taken('consented', member)),
      ).toBeUndefined();
      expect(await hand.refusal(known, taken('written', respondent))).toBe('profile_step_members');
      expect(await hand.refusal(known, taken('written', moderator))).toBe('profile_step_members');
    });

    it('is not consented to before it is written', async () => {
      expect(await hand.refusal(known, taken('consented', member))).toBe('profile_step_order');
    });

    it('is erased with the consent that ends', async () => {
      const written = [known, taken('written', member), text, taken('consented', member)];
      expect(await hand.refusal(...written, taken('withdrawn', member))).toBe('profile_step_done');
      expect(
        await hand.refusal(...written, taken('withdrawn', member), ['DELETE FROM profile_text']),
      ).toBeUndefined();
      expect(await hand.refusal(...written, ['DELETE FROM profile_text'])).toBeDefined();
    });

    it('needs its entry in the audit trail, and its ledger stays', async () => {
      expect(await hand.refusal(taken('written', member), text)).toBe('profile_step_traced');
      expect(await hand.refusal(['DELETE FROM profile_step'])).toBe('profile_step_append_only');
    });
  });

  describe('a claim, written by hand', () => {
    it('is decided on once, by an administrator, who forgets who asked', async () => {
      const claim: Statement = [
        `INSERT INTO community_claim (initiative, person, address, evidence) VALUES ('I', 'P', 'a@example.org', 'https://e.org')`,
      ];
      const [row] = await hand.query<{ id: number }>(
        `SELECT nextval(pg_get_serial_sequence('community_claim', 'id'))::integer + 1 AS id`,
      );
      const decide = (by: Actor, person: string | null): Statement => [
        `UPDATE community_claim SET state = 'declined', decided_by = $1, decided_at = now(), person = $2, address = NULL`,
        ...[by.contributorId, person],
      ];
      const administrator = await globally('administrator');
      const told = tell(`claim:${String(row?.id)}`);
      expect(await hand.refusal(told, claim, decide(moderator, null))).toBe('community_claim_administrators');
      expect(await hand.refusal(told, claim, decide(administrator, 'P'))).toBe('community_claim_state_check');
      const twice = [decide(administrator, null), decide(administrator, null)];
      expect(await hand.refusal(told, claim, ...twice)).toBe('community_claim_step');
      expect(await hand.refusal(claim)).toBe('community_claim_traced');
    });
  });
});
