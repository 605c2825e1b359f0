import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import { ContributorService } from '../../../src/access/contributor.service.js';
import { DecidingCommunities1796650000000 } from '../../../src/migrations/1796650000000-deciding-communities.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { RevertService } from '../../../src/observations/revert.service.js';
import { AcceptanceTraceRepository } from '../../../src/reports/acceptance-trace.repository.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ByHand, type Statement } from './by-hand.js';

describe('deciding communities', () => {
  let hand: ByHand;
  let both: Actor;
  beforeAll(async () => {
    hand = await ByHand.open();
    both = await reviewerOf('lusophone-igf', 'arab-igf');
  });
  afterAll(() => hand.rooms.close());

  const contributors = () => hand.rooms.get(ContributorService);

  async function reviewerOf(first: string, ...further: readonly string[]): Promise<Actor> {
    const access = hand.rooms.get(AccessService);
    const made = await access.createKey({ community: first, roles: ['reviewer'], name: 'Reviewer' });
    for (const community of further) {
      await contributors().join('operator', made.contributorId, community, ['reviewer']);
    }
    const actor = await access.actorOf(made.key);
    if (actor === undefined) throw new Error('The new key is not known');
    return actor;
  }

  async function acceptedBy(actor: Actor) {
    const sent = await hand.received();
    await hand.rooms.get(DecisionService).decide(actor, sent.receipt, { decision: 'accept' });
    return sent;
  }

  const traced = async (id: number) =>
    (await new AcceptanceTraceRepository(hand.rooms.database.dataSource).ofSubmission(id))?.decision
      ?.communities;
  const decidedFor = async (receipt: string) =>
    (await hand.rooms.get(ReceiptService).read(undefined, receipt)).decisions.map(
      ({ community }) => community,
    );

  describe('a decision', () => {
    it('is taken for the community its reviewer reviews for, of several the first by code', async () => {
      const { id, receipt } = await acceptedBy(both);
      expect(await traced(id)).toMatchObject([{ code: 'arab-igf' }]);
      expect(await decidedFor(receipt)).toEqual(['arab-igf']);
    });

    it('names that community also after the reviewer has left it', async () => {
      const leaving = await reviewerOf('arab-igf');
      const { id, receipt } = await acceptedBy(leaving);
      await contributors().leave('operator', leaving.contributorId, 'arab-igf');
      await contributors().join('operator', leaving.contributorId, 'lusophone-igf', ['reviewer']);
      expect(await traced(id)).toMatchObject([{ code: 'arab-igf' }]);
      expect(await decidedFor(receipt)).toEqual(['arab-igf']);
    });

    it('of an administrator who reviews for none is taken for none', async () => {
      const access = hand.rooms.get(AccessService);
      const { key } = await access.createKey({ globalRoles: ['administrator'], name: 'Ada' });
      const administrator = await access.actorOf(key);
      if (administrator === undefined) throw new Error('The new key is not known');
      const { receipt } = await acceptedBy(hand.reviewer);
      await hand.rooms.get(RevertService).revert(administrator, receipt, { text: 'Not theirs' });
      expect(await decidedFor(receipt)).toEqual(['arab-igf', undefined]);
    });

    it.each(['lusophone-igf', 'african-igf'])('is taken by hand for no other community: %s', async (code) => {
      const { id } = await hand.received();
      const written: Statement = [
        `INSERT INTO decision (submission_id, contributor_id, community_id, verdict, reason)
       SELECT $1, $2, id, 'reject', 'so' FROM community WHERE code = $3`,
        id,
        hand.reviewer.contributorId,
        code,
      ];
      expect(await hand.refusal(written)).toBe('decision_community_guard');
    });
  });

  describe('decisions from before their community was kept', () => {
    it('get it where it is certain, and are as unchangeable afterwards as before', async () => {
      const [certain, uncertain] = [await acceptedBy(hand.reviewer), await acceptedBy(both)];
      const migration = new DecidingCommunities1796650000000();
      const runner = hand.rooms.database.dataSource.createQueryRunner();
      await runner.startTransaction();
      await migration.down(runner);
      await migration.up(runner);
      await runner.commitTransaction();
      await runner.release();
      expect(await decidedFor(certain.receipt)).toEqual(['arab-igf']);
      expect(await decidedFor(uncertain.receipt)).toEqual([undefined]);
      expect(await traced(uncertain.id)).toEqual([]);
      expect(await hand.refusal(['UPDATE decision SET community_id = NULL'])).toBe('decision_append_only');
    });
  });
});
