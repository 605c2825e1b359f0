import { STEPS, type SubmissionState } from '../../../src/submissions/reviewing/review.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { ByHand, decided, stepped, told, type Statement } from './by-hand.js';

describe('submissions', () => {
  let hand: ByHand;
  beforeAll(async () => {
    hand = await ByHand.open();
  });
  afterAll(() => hand.rooms.close());

  const STATES = Object.keys(STEPS) as SubmissionState[];
  const VERDICTS: Partial<Record<SubmissionState, string>> = {
    accepted: 'accept',
    returned: 'return',
    rejected: 'reject',
    reverted: 'revert',
  };

  describe('a step of a submission, by hand, with its entry and the decision that belongs to it', () => {
    const pairs = STATES.filter((from) => from !== 'draft').flatMap((from) =>
      STATES.filter((to) => to !== from).map((to) => [from, to] as const),
    );

    it.each(pairs)('from %s to %s goes as the interface lets it', async (from, to) => {
      const id = await hand.inState(from);
      const verdict = VERDICTS[to];
      const decision = verdict === undefined ? [] : [decided(id, hand.reviewer, verdict)];
      const refusal = await hand.refusal(...decision, stepped(id, to), told(id));
      // What was sent is never a draft again.
      const isAllowed = STEPS[from].includes(to) && to !== 'draft';
      if (isAllowed) expect(refusal).toBeUndefined();
      else expect(refusal).toMatch(/^(submission_(step|decided|draft_check)|decision_open)$/);
    });

    it.each(['accepted', 'returned', 'rejected'] as const)('to %s needs a decision', async (to) => {
      const id = await hand.inState('in_review');
      expect(await hand.refusal(stepped(id, to), told(id))).toBe('submission_decided');
      const other = to === 'accepted' ? 'reject' : 'accept';
      expect(await hand.refusal(decided(id, hand.reviewer, other), stepped(id, to), told(id))).toBe(
        'submission_decided',
      );
    });

    it('needs a decision of its own, not one of an earlier round', async () => {
      const { id, receipt } = await hand.received();
      await hand.rooms
        .get(DecisionService)
        .decide(hand.reviewer, receipt, { decision: 'return', text: 'Which survey?' });
      const again = ['checking', 'received', 'in_review', 'returned'].map((state) => stepped(id, state));
      expect(await hand.refusal(...again, told(id))).toBe('submission_decided');
    });

    it('begins with draft or checking, now, and without any past', async () => {
      const begin = (state: string, more = 'now()'): Statement => [
        `INSERT INTO submission (receipt, community_id, contributor_id, state, channel, media_type, byte_size, sha256, received_at)
       SELECT 'r', id, $1, $2, 'api', 'text/csv', 1, 'x', ${more} FROM community WHERE code = 'african-igf'`,
        hand.sender.contributorId,
        state,
      ];
      for (const state of STATES.filter((one) => !['draft', 'checking'].includes(one))) {
        expect(await hand.refusal(begin(state))).toBe('submission_step');
      }
      expect(await hand.refusal(begin('checking', `now() - interval '1 day'`))).toBe('submission_now');
      expect(await hand.refusal(begin('checking'))).toBe('submission_traced');
    });
  });

  describe('a decision, by hand', () => {
    const cases = [
      ['of the sender', () => hand.sender, 'decision_four_eyes'],
      ['of their community', () => hand.colleague, 'decision_four_eyes'],
      ['of somebody who is no reviewer', () => hand.submitter, 'decision_four_eyes'],
      ['of a reviewer elsewhere', () => hand.reviewer, undefined],
    ] as const;
    it.each(cases)('%s is taken or refused like theirs on the pages', async (_, actor, refusal) => {
      const { id } = await hand.received();
      const all = [
        decided(id, actor(), 'accept'),
        stepped(id, 'in_review'),
        stepped(id, 'accepted'),
        told(id),
      ];
      expect(await hand.refusal(...all)).toBe(refusal);
    });

    it('is not opened by tables that the session made for itself', async () => {
      const { id } = await hand.received();
      const own: Statement[] = [
        ['CREATE TEMPORARY TABLE membership ON COMMIT DROP AS SELECT * FROM membership WHERE false'],
        [
          `INSERT INTO pg_temp.membership SELECT $1, community_id, '{reviewer}' FROM public.membership WHERE contributor_id = $2`,
          hand.sender.contributorId,
          hand.reviewer.contributorId,
        ],
      ];
      expect(await hand.refusal(...own, decided(id, hand.sender, 'accept'))).toBe('decision_four_eyes');
    });

    it.each(STATES.filter((state) => !['draft', 'received', 'in_review'].includes(state)))(
      'is none on what is %s',
      async (state) => {
        const id = await hand.inState(state);
        expect(await hand.refusal(decided(id, hand.reviewer, 'reject'))).toBe('decision_open');
      },
    );

    it('is done at once, is of now, and stays as it is', async () => {
      const { id } = await hand.received();
      expect(await hand.refusal(decided(id, hand.reviewer, 'reject'), told(id))).toBe('decision_taken');
      const dated: Statement = [
        `INSERT INTO decision (submission_id, contributor_id, verdict, decided_at) VALUES ($1, $2, 'reject', now() - interval '1 hour')`,
        id,
        hand.reviewer.contributorId,
      ];
      expect(await hand.refusal(dated)).toBe('decision_now');
      expect(await hand.refusal([`UPDATE decision SET verdict = 'reject'`])).toBe('decision_append_only');
      expect(await hand.refusal(['DELETE FROM decision'])).toBe('decision_append_only');
      expect(await hand.refusal(['TRUNCATE decision CASCADE'])).toMatch(/append_only$/);
    });
  });

  describe('what was sent, by hand', () => {
    it.each([
      `community_id = community_id + 1`,
      `contributor_id = contributor_id + 1`,
      `receipt = 'another'`,
      `sha256 = 'another'`,
      `received_at = now()`,
      `channel = 'installation'`,
    ])('keeps its origin: %s', async (change) => {
      const { id } = await hand.received();
      expect(await hand.refusal([`UPDATE submission SET ${change} WHERE id = $1`, id])).toBe(
        'submission_lasting',
      );
    });

    it.each([
      'rows_total = 9, rows_good = 9',
      `problem_counts = '{}'`,
      `warning_counts = '{}'`,
      `notes = '[]'`,
      `failure = '{}'`,
    ])('keeps what its check found: %s', async (change) => {
      const { id } = await hand.received();
      expect(await hand.refusal([`UPDATE submission SET ${change} WHERE id = $1`, id])).toBe(
        'submission_findings_lasting',
      );
    });

    it('stays, and is no draft again', async () => {
      const { id } = await hand.received();
      expect(await hand.refusal(['DELETE FROM submission WHERE id = $1', id])).toBe('submission_kept');
      expect(await hand.refusal([`UPDATE submission SET is_draft = true WHERE id = $1`, id])).toMatch(
        /^submission_(sent|draft_check)$/,
      );
    });

    const late = (id: number): Statement => [
      `INSERT INTO staged_row (area_id, submission_id, ordinal, row_number, indicator_id, year, value, status, source, edition)
     SELECT area_id, submission_id, 99, 99, indicator_id, year + 1, 1, status, source, edition FROM staged_row WHERE submission_id = $1`,
      id,
    ];

    it('gets no further rows once it is received, nor while it is corrected', async () => {
      const { id, receipt } = await hand.received();
      expect(await hand.refusal(late(id))).toBe('staged_row_guard');
      await hand.rooms
        .get(DecisionService)
        .decide(hand.reviewer, receipt, { decision: 'return', text: 'Which survey?' });
      expect(await hand.refusal(stepped(id, 'checking'), late(id))).toBe('staged_row_guard');
      expect(await hand.refusal(['UPDATE staged_row SET value = 1 WHERE submission_id = $1', id])).toBe(
        'staged_row_lasting',
      );
      expect(await hand.refusal(['DELETE FROM staged_row WHERE submission_id = $1', id])).toBe(
        'staged_row_replaced',
      );
    });
  });
});
