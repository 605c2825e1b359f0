import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import { KeyAdministrationService } from '../../../src/access/key-administration.service.js';
import { CommunityAdministrationService } from '../../../src/communities/community-administration.service.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { CheckingRunService } from '../../../src/submissions/receiving/checking-run.service.js';
import { DraftService } from '../../../src/submissions/receiving/draft.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveLaterService } from '../../../src/submissions/receiving/receive-later.service.js';
import { SpoolService } from '../../../src/submissions/receiving/spool.service.js';
import { CorrectionService } from '../../../src/submissions/reviewing/correction.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('sending areas', () => {
  let rooms: Rooms;
  beforeAll(async () => {
    rooms = await openRooms({ IWW_JOB_BYTES: '1000' });
  });
  afterAll(() => rooms.close());

  async function actorOf(community: string, areas: readonly string[] = []): Promise<Actor> {
    const access = rooms.get(AccessService);
    const { key } = await access.createKey({ community, roles: ['submitter'], name: 'Sender', areas });
    const actor = await access.actorOf(key);
    if (actor === undefined) throw new Error('The new key is not known');
    return actor;
  }

  async function* bytesOf(text: string) {
    await Promise.resolve();
    yield new TextEncoder().encode(text);
  }

  let nonce = 0;
  async function fileSending(actor: Actor, countries: readonly string[]) {
    const source = `Survey ${String(++nonce)}`;
    const rows = countries.map((country, n) => `${country},UI_NETUSE,2020,35.1,${source} ${String(n)}`);
    const text = ['country,indicator,year,value,source', ...rows].join('\n');
    const file = await rooms.get(SpoolService).take(bytesOf(text), 1_000_000);
    const limits = { rows: 1_000 };
    return { actor, channel: 'api', content: { file }, mediaType: 'text/csv', limits } as const;
  }

  const outside = { rows: 2, good: 1, problems: 1 };
  const problem = { code: 'area_not_yours', row: 3, params: { area: 'KEN', allowed: 'BRA' } };

  describe('a national community', () => {
    it('sends figures of its own area, and is told of the others, checked and received alike', async () => {
      const sender = await actorOf('brazil-igf');
      const sent = await fileSending(sender, ['BRA', 'KEN']);
      const later = rooms.get(ReceiveLaterService);
      for (const report of [await later.check(sent), await later.receive(sent)]) {
        expect(report).toMatchObject({ counts: outside, problems: [problem] });
      }
    });

    it('is held to it as a draft too, and when the operator loads its file', async () => {
      const drafts = rooms.get(DraftService);
      const sender = await actorOf('brazil-igf');
      const draft = await drafts.begin(await fileSending(sender, ['BRA', 'KEN']));
      expect(draft.counts).toMatchObject(outside);
      expect((await drafts.send(sender, draft.receipt)).counts).toMatchObject(outside);
      const system = await rooms.get(AccessService).systemOf('brazil-igf');
      const loaded = await rooms.get(ReceiveLaterService).receive(await fileSending(system, ['BRA', 'KEN']));
      expect(loaded.counts).toMatchObject(outside);
    });
  });

  describe('a key for some areas', () => {
    it('sends figures of these alone, also in a big file that is checked later', async () => {
      const sender = await actorOf('african-igf', ['UN-AFRICAN']);
      const big = await fileSending(sender, [...Array.from({ length: 40 }, () => 'KEN'), 'BRA']);
      expect((await rooms.get(ReceiveLaterService).check(big)).problems).toMatchObject([
        { code: 'area_not_yours', params: { area: 'BRA' } },
      ]);
      const { receipt = '', state } = await rooms.get(ReceiveLaterService).receive(big);
      expect(state).toBe('checking');
      await rooms.get(CheckingRunService).run(receipt, new AbortController().signal);
      const { submission, problems } = await rooms.get(ReceiptService).read(sender, receipt);
      expect(submission.counts).toMatchObject({ rows: 41, good: 40 });
      expect(problems).toMatchObject([{ code: 'area_not_yours' }]);
    });

    it.each([
      ['a key without areas', []],
      ['a key for more areas', ['KEN', 'BRA']],
    ])('is not answered with what its file came to by another key: %s', async (_, areas) => {
      const narrow = await fileSending(await actorOf('african-igf', ['KEN']), ['KEN', 'BRA']);
      const wide = { ...narrow, actor: await actorOf('african-igf', areas) };
      const later = rooms.get(ReceiveLaterService);
      const before = await later.receive(narrow);
      expect(before.counts).toMatchObject(outside);
      const after = await later.receive(wide);
      expect(after).toMatchObject({ repeated: false, counts: { rows: 2, good: 2 } });
      expect(after.receipt).not.toBe(before.receipt);
      for (const [sending, { receipt }] of [
        [narrow, before],
        [wide, after],
      ] as const) {
        expect(await later.receive(sending)).toMatchObject({ receipt, repeated: true });
      }
    });

    it('sends a draft that was begun by another key of the same person as its own reading', async () => {
      const access = rooms.get(AccessService);
      const sender = await actorOf('african-igf', ['KEN']);
      const { contributorId } = sender;
      const key = { contributorId, roles: ['submitter'], name: 'Without areas' };
      const further = await rooms.get(KeyAdministrationService).create('operator', key);
      const wide = await access.actorOf(further.key);
      if (wide === undefined) throw new Error('The new key is not known');
      const drafts = rooms.get(DraftService);
      const sent = await fileSending(sender, ['KEN', 'BRA']);
      const draft = await drafts.begin(sent);
      expect(draft.counts).toMatchObject(outside);
      expect((await drafts.send(wide, draft.receipt)).counts).toMatchObject({ rows: 2, good: 2 });
      expect((await drafts.begin(sent)).receipt).not.toBe(draft.receipt);
      expect((await drafts.begin({ ...sent, actor: wide })).receipt).toBe(draft.receipt);
    });

    it('corrects a row into no other area', async () => {
      const sender = await actorOf('african-igf', ['KEN', 'UGA']);
      const reviewer = await rooms.actor('arab-igf', 'reviewer');
      const sent = await fileSending(sender, ['KEN']);
      const { receipt = '' } = await rooms.get(ReceiveLaterService).receive(sent);
      const cells = [{ row: 2, column: 'country' }] as const;
      await rooms
        .get(DecisionService)
        .decide(reviewer, receipt, { decision: 'return', text: 'Which?', cells });
      const correct = (value: string) =>
        rooms.get(CorrectionService).correct(sender, receipt, [{ row: 2, column: 'country', value }]);
      await expect(correct('BRA')).rejects.toMatchObject({
        code: 'still_wrong',
        parts: [{ code: 'area_not_yours' }],
      });
      expect(await correct('UGA')).toMatchObject({ state: 'received' });
    });
  });

  describe('a community that is hidden', () => {
    it('can be hidden again before it sent anything, and then cannot send', async () => {
      const communities = rooms.get(CommunityAdministrationService);
      const sender = await actorOf('ghana-igf');
      await communities.hide('operator', 'ghana-igf');
      const sent = await fileSending(sender, ['GHA']);
      const refused = { code: 'community_not_confirmed' };
      await expect(rooms.get(ReceiveLaterService).receive(sent)).rejects.toMatchObject(refused);
      await communities.confirm('operator', 'ghana-igf');
      await rooms.get(ReceiveLaterService).receive(sent);
      await expect(communities.hide('operator', 'ghana-igf')).rejects.toMatchObject({
        code: 'community_has_sent',
        status: 409,
      });
    });

    it('is never hidden with something it sent meanwhile', async () => {
      const communities = rooms.get(CommunityAdministrationService);
      const sender = await actorOf('lusophone-igf');
      const sent = await fileSending(sender, ['BRA']);
      await Promise.allSettled([
        rooms.get(ReceiveLaterService).receive(sent),
        communities.hide('operator', 'lusophone-igf'),
      ]);
      const [row] = await rooms.database.dataSource.query(
        `SELECT c.hidden, EXISTS (SELECT FROM submission s WHERE s.community_id = c.id) AS sent
       FROM community c WHERE c.code = 'lusophone-igf'`,
      );
      expect([
        { hidden: true, sent: false },
        { hidden: false, sent: true },
      ]).toContainEqual(row);
    });
  });
});
