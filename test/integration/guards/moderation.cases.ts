import { ByHand, type Statement } from './by-hand.js';
import type { Actor } from '../../../src/access/actor.js';
import { AccessService } from '../../../src/access/access.service.js';
import { ModerationLogRepository } from '../../../src/communities/moderation/moderation-log.repository.js';
import { ModerationService } from '../../../src/communities/moderation/moderation.service.js';
import { CommunityRepository } from '../../../src/communities/community.repository.js';
import { ProfileRepository } from '../../../src/communities/profile.repository.js';
import { ProfileService } from '../../../src/communities/profile.service.js';
import { StatementService } from '../../../src/communities/statement.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { unguarded } from '../../support/unguarded.js';

const NRI = 'brazil-igf';
/** A machine finds something in it. */
const CHARGE = 'Minister John Smith has failed the people and lied to everybody.';
const WORDS = 'Please write about the rule.';

describe('moderation', () => {
  let hand: ByHand;
  let member: Actor;
  let moderator: Actor;
  let second: Actor;

  beforeAll(async () => {
    hand = await ByHand.open();
    member = await hand.rooms.actor(NRI, 'submitter');
    moderator = await globally('moderator');
    second = await globally('moderator');
  });
  afterAll(() => hand.rooms.close());

  async function globally(role: string): Promise<Actor> {
    const access = hand.rooms.get(AccessService);
    const { key } = await access.createKey({ globalRoles: [role], name: 'Somebody' });
    const actor = await access.actorOf(key);
    if (actor === undefined) throw new Error('The new key is not known');
    return actor;
  }

  /** Writes the description of the initiative, and says what everybody reads of it at a moment. */
  async function written(text: string): Promise<void> {
    await hand.rooms.get(ProfileService).write(member, NRI, 'description', { en: text }, true);
  }
  async function shown(at = new Date()) {
    const id = member.communities[0]?.id ?? 0;
    return (await hand.rooms.get(ProfileRepository).shown(at)).get(id) ?? {};
  }
  async function held(): Promise<{ readonly id: string; readonly key: number }> {
    await written(CHARGE);
    const [row] = await hand.query<{ id: string; key: number }>(
      'SELECT reference AS id, id AS key FROM moderation_case ORDER BY moderation_case.id DESC LIMIT 1',
    );
    if (row === undefined) throw new Error('Nothing is held');
    return row;
  }
  const take = (by: Actor, id: string, step: string, more: object = {}) =>
    hand.rooms
      .get(ModerationService)
      .take(by, id, { step, text: WORDS, reasonCode: 'names_person', ...more });

  const tell = (key: number): Statement => [
    `INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'moderation:' || $1::integer)`,
    key,
  ];
  const step = (key: number, name: string, by: Actor, reason: string | null = null): readonly Statement[] => [
    tell(key),
    [
      'INSERT INTO moderation_step (case_id, step, reason_code, words, contributor_id) VALUES ($1, $2, $3, $4, $5)',
      ...[key, name, reason, WORDS, by.contributorId],
    ],
  ];

  describe('a text that may target somebody', () => {
    it('is held, shown after five working days, and the log says that nobody decided', async () => {
      await written('We bring people together once a year.');
      expect(await shown()).toEqual({ description: { en: 'We bring people together once a year.' } });
      const { id } = await held();
      const { heldUntil = new Date(NaN) } = await hand.rooms.get(ModerationService).get(member, id);
      const standing = { state: 'held', until: heldUntil.toISOString() };
      expect(await shown(new Date(heldUntil.getTime() - 1))).toEqual({
        moderated: { description: standing },
      });
      expect(await shown(heldUntil)).toEqual({ description: { en: CHARGE } });
      const log = hand.rooms.get(ModerationLogRepository);
      expect(await log.entries(new Date(heldUntil.getTime() - 1))).toEqual([]);
      expect(await log.entries(heldUntil)).toMatchObject([
        { kind: 'description', community: NRI, decision: 'lapsed', workingDays: 5 },
      ]);
    });

    it('changes what everybody reads at the moment when its hold ends', async () => {
      const { key } = await held();
      const state = () => hand.rooms.get(CommunityRepository).state();
      const before = await state();
      await unguarded(
        hand.rooms.database.dataSource,
        `UPDATE moderation_case SET opened_at = opened_at - interval '7 days', held_until = held_until - interval '7 days'
         WHERE id = $1`,
        [key],
      );
      expect(await state()).not.toBe(before);
    });

    it('waits for a moderator all the same, who may still decline it', async () => {
      const { id } = await held();
      const late = new Date(Date.now() + 30 * 86_400_000);
      const declined = await hand.rooms
        .get(ModerationService)
        .take(moderator, id, { step: 'decline', text: WORDS, reasonCode: 'names_person' }, {}, late);
      expect(declined.steps.map((one) => one.step)).toEqual(['declined']);
      expect(await shown(late)).toEqual({});
    });

    it('is held again when it replaces one that was declined, whatever it says', async () => {
      await take(moderator, (await held()).id, 'decline');
      await written('We bring people together.');
      const [last] = (await hand.rooms.get(ModerationService).own(member)).slice(0, 1);
      expect(last).toMatchObject({ found: ['declined_before'], isGone: false });
    });

    it('is no matter any more once its side takes it back', async () => {
      const { id, key } = await held();
      await hand.rooms.get(ProfileService).withdraw(member, NRI, 'description');
      expect(await hand.rooms.get(ModerationService).get(member, id)).toMatchObject({
        isGone: true,
        texts: [],
      });
      await expect(take(moderator, id, 'show')).rejects.toMatchObject({ code: 'moderation_step_taken' });
      expect(await hand.refusal(...step(key, 'shown', moderator))).toBe('moderation_step_gone');
    });

    it('is decided on once: of two moderators at once one wins', async () => {
      const { id } = await held();
      const outcomes = await Promise.allSettled([
        take(moderator, id, 'show', { version: 1 }),
        take(second, id, 'decline', { version: 1 }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [lost] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(lost).toMatchObject({ code: 'changed_meanwhile' });
    });
  });

  describe('an appeal', () => {
    it('is made once by the side of the text, and another moderator decides for good', async () => {
      const { id } = await held();
      await take(moderator, id, 'decline');
      await expect(take(second, id, 'appeal')).rejects.toMatchObject({ code: 'not_your_text' });
      await take(member, id, 'appeal');
      await expect(take(member, id, 'appeal')).rejects.toMatchObject({ code: 'moderation_step_taken' });
      await expect(take(moderator, id, 'overturn')).rejects.toMatchObject({
        code: 'moderation_second_moderator',
      });
      expect(await shown()).toEqual({});
      await take(second, id, 'overturn');
      expect(await shown()).toEqual({ description: { en: CHARGE } });
      const [entry] = await hand.rooms.get(ModerationLogRepository).entries();
      expect(entry).toMatchObject({ decision: 'declined', reasonCode: 'names_person', appeal: 'overturned' });
      expect(JSON.stringify(entry)).not.toContain('Smith');
    });

    it('is open to the authors of a statement that was declined', async () => {
      const statements = hand.rooms.get(StatementService);
      const { id } = await statements.send(member, {
        area: 'BRA',
        subject: 'country',
        texts: { en: 'Look.' },
      });
      const decline = { decision: 'decline', reasonCode: 'no_evidence', text: WORDS };
      await statements.decide(moderator, id, decline);
      const moderation = hand.rooms.get(ModerationService);
      const appeal = { kind: 'statement', of: id, step: 'appeal', text: 'Look again.' } as const;
      const { id: of } = await moderation.open(member, appeal);
      await expect(take(moderator, of, 'overturn')).rejects.toMatchObject({
        code: 'moderation_second_moderator',
      });
      await take(second, of, 'overturn');
      expect(await statements.get(member, id)).toMatchObject({ versions: [{ state: 'published' }] });
      const takeDown = { ...appeal, step: 'take_down', reasonCode: 'off_topic' };
      await expect(moderation.open(second, takeDown)).rejects.toMatchObject({
        code: 'moderated_text_not_found',
      });
    });
  });

  it('keeps the reason of a reviewer from everybody but the two sides while it is held', async () => {
    const { receipt } = await hand.received();
    const decisions = hand.rooms.get(DecisionService);
    await decisions.decide(hand.reviewer, receipt, { decision: 'accept', text: CHARGE });
    const read = async (by?: Actor) => (await hand.rooms.get(ReceiptService).read(by, receipt)).decisions;
    const standing = { state: 'held' };
    expect(await read(hand.sender)).toMatchObject([{ reason: CHARGE, standing }]);
    const [open] = await read();
    expect(open).toMatchObject({ verdict: 'accept', standing });
    expect(open).not.toHaveProperty('reason');
    const [one] = await hand.rooms.get(ModerationService).own(hand.reviewer);
    expect(one).toMatchObject({ kind: 'review_reason', of: `${receipt}.1`, texts: [{ text: CHARGE }] });
    await take(moderator, one?.id ?? '', 'show');
    expect(await read()).toMatchObject([{ reason: CHARGE }]);
  });

  describe('a step, written by hand', () => {
    it('follows the one before', async () => {
      const { key } = await held();
      const order = 'moderation_step_order';
      expect(await hand.refusal(...step(key, 'appealed', member))).toBe(order);
      expect(await hand.refusal(...step(key, 'overturned', second))).toBe(order);
      expect(await hand.refusal(...step(key, 'taken_down', moderator, 'off_topic'))).toBe(order);
      const declined = step(key, 'declined', moderator, 'off_topic');
      expect(await hand.refusal(...declined, ...step(key, 'shown', second))).toBe(order);
      const appealed = [...declined, ...step(key, 'appealed', member)];
      expect(await hand.refusal(...appealed, ...step(key, 'appealed', member))).toBe(order);
      const upheld = [...appealed, ...step(key, 'upheld', second)];
      expect(await hand.refusal(...upheld)).toBeUndefined();
      expect(await hand.refusal(...upheld, ...step(key, 'overturned', second))).toBe(order);
    });

    it('is a moderator’s of neither side, and on an appeal another one’s', async () => {
      const { key } = await held();
      expect(await hand.refusal(...step(key, 'shown', hand.sender))).toBe('moderation_step_moderators');
      const insider: readonly Statement[] = [
        [`UPDATE contributor SET global_roles = '{moderator}' WHERE id = $1`, member.contributorId],
        [
          `INSERT INTO audit_entry (action, subject) VALUES ('by.hand', 'contributor:' || $1::integer)`,
          member.contributorId,
        ],
      ];
      expect(await hand.refusal(...insider, ...step(key, 'shown', member))).toBe('moderation_step_four_eyes');
      const declined = step(key, 'declined', moderator, 'off_topic');
      expect(await hand.refusal(...declined, ...step(key, 'appealed', second))).toBe(
        'moderation_step_own_side',
      );
      const appealed = [...declined, ...step(key, 'appealed', member)];
      expect(await hand.refusal(...appealed, ...step(key, 'upheld', moderator))).toBe(
        'moderation_step_second_moderator',
      );
    });

    it('needs its reason and its entry in the audit trail, and stays', async () => {
      const { key } = await held();
      expect(await hand.refusal(...step(key, 'declined', moderator))).toBe('moderation_step_reason_check');
      expect(await hand.refusal(...step(key, 'shown', moderator, 'off_topic'))).toBe(
        'moderation_step_reason_check',
      );
      expect(await hand.refusal(...step(key, 'shown', moderator).slice(1))).toBe('moderation_step_traced');
      expect(await hand.refusal(['DELETE FROM moderation_step'])).toBe('moderation_step_append_only');
      expect(await hand.refusal([`UPDATE moderation_case SET held_until = NULL`])).toBe(
        'moderation_case_append_only',
      );
    });
  });

  it('does not hold a text for longer than a week, nor for somebody else, by hand', async () => {
    const open = (days: number, by: Actor): readonly Statement[] => [
      [
        `INSERT INTO moderation_case (reference, kind, profile_step_id, community_id, contributor_id, held_until)
         SELECT 'r', 'description', id, community_id, $2, now() + $1 * interval '1 day' FROM profile_step
         WHERE step = 'written' AND NOT EXISTS (SELECT FROM moderation_case WHERE profile_step_id = profile_step.id) LIMIT 1`,
        ...[days, by.contributorId],
      ],
    ];
    expect(await hand.refusal(...open(8, member))).toBe('moderation_case_held_check');
    expect(await hand.refusal(...open(5, hand.sender))).toBe('moderation_case_whose');
    expect(await hand.refusal(...open(5, member))).toBe('moderation_case_traced');
  });
});
