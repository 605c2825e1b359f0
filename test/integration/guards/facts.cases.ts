import { ByHand, decided, stepped, told, type Statement } from './by-hand.js';

describe('facts', () => {
  let hand: ByHand;
  beforeAll(async () => {
    hand = await ByHand.open();
  });
  afterAll(() => hand.rooms.close());

  const fact = (id: number, revision: string, value = 'r.value'): Statement => [
    `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, value, status, submission_id, row_number)
   SELECT r.area_id, r.indicator_id, r.year, e.id, ${revision}, ${value}, r.status, r.submission_id, r.row_number
   FROM staged_row r JOIN submission s ON s.id = r.submission_id
   JOIN series_edition e ON e.indicator_id = r.indicator_id AND e.community_id = s.community_id AND e.source = r.source
   WHERE r.submission_id = $1`,
    id,
  ];
  const present = '(SELECT revision FROM data_revision)';
  const moved = (id: number): readonly Statement[] => [
    ['UPDATE data_revision SET revision = revision + 1'],
    [`INSERT INTO revision_log (revision, submission_id) SELECT revision, $1 FROM data_revision`, id],
  ];
  const acceptance = (id: number): readonly Statement[] => [
    decided(id, hand.reviewer, 'accept'),
    stepped(id, 'in_review'),
    stepped(id, 'accepted'),
  ];

  describe('a fact, by hand', () => {
    beforeAll(async () => {
      await hand.accepted(); // its series is known from then on
    });

    it('is made by an acceptance with all that belongs to it', async () => {
      const { id } = await hand.received();
      expect(
        await hand.refusal(...acceptance(id), ...moved(id), fact(id, present), told(id)),
      ).toBeUndefined();
    });

    it('says what its row says', async () => {
      const { id } = await hand.received();
      const other = fact(id, present, 'r.value + 1');
      expect(await hand.refusal(...acceptance(id), ...moved(id), other, told(id))).toBe('observation_guard');
    });

    it('comes back only in the place of one that was reverted', async () => {
      const { id } = await hand.accepted();
      const { id: standing } = await hand.accepted();
      const again: Statement = [
        `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, revision_to, value, status,
         submission_id, row_number)
       SELECT area_id, indicator_id, year, series_edition_id, ${present}, ${present} + 1, value, status, submission_id, row_number
       FROM observation WHERE submission_id = $1`,
        standing,
      ];
      const reverted = [decided(id, hand.reviewer, 'revert'), stepped(id, 'reverted'), ...moved(id)];
      expect(await hand.refusal(...reverted, told(id))).toBeUndefined();
      expect(await hand.refusal(...reverted, again, told(id))).toBe('observation_guard');
    });

    it('is none of what was not accepted', async () => {
      const { id } = await hand.received();
      expect(await hand.refusal(fact(id, present))).toBe('observation_guard');
      expect(await hand.refusal(...moved(id), fact(id, present), told(id))).toBe('observation_guard');
    });

    it('does not come into a revision of the past, nor end in one', async () => {
      const { id, revision } = await hand.accepted();
      const again: Statement = [
        `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, revision_to, value, status,
         submission_id, row_number)
       SELECT area_id, indicator_id, year, series_edition_id, 0, 1, value, status, submission_id, row_number
       FROM observation WHERE submission_id = $1`,
        id,
      ];
      expect(await hand.refusal(again)).toBe('observation_guard');
      const { id: later } = await hand.accepted();
      const end: Statement = [
        'UPDATE observation SET revision_to = $2 WHERE submission_id = $1',
        id,
        revision + 1,
      ];
      expect(await hand.refusal(end)).toBe('observation_end_guard');
      expect(await hand.refusal(['UPDATE observation SET value = 1 WHERE submission_id = $1', later])).toBe(
        'observation_append_only',
      );
      expect(await hand.refusal(['DELETE FROM observation WHERE submission_id = $1', later])).toBe(
        'observation_append_only',
      );
    });

    it('belongs to a revision that is told, in order, and now', async () => {
      const { id } = await hand.received();
      expect(await hand.refusal(['UPDATE data_revision SET revision = revision + 1'])).toBe(
        'data_revision_counts',
      );
      expect(await hand.refusal(['UPDATE data_revision SET revision = revision - 1'])).toBe(
        'data_revision_counts',
      );
      expect(await hand.refusal(['DELETE FROM data_revision'])).toBe('data_revision_lasting');
      const log = (revision: string, at = 'now()'): Statement => [
        `INSERT INTO revision_log (revision, submission_id, moved_at) VALUES (${revision}, $1, ${at})`,
        id,
      ];
      expect(await hand.refusal(log(`${present} + 1`))).toBe('revision_log_next');
      expect(await hand.refusal(log(present, `now() - interval '1 day'`))).toMatch(/^revision_log_/);
      expect(await hand.refusal(...moved(id))).toBe('revision_log_traced');
    });
  });
});
