import type { Actor } from '../../../src/access/actor.js';
import { readAnswers } from '../../../src/submissions/checking/answers.js';
import { CheckingJobService } from '../../../src/submissions/receiving/checking-job.service.js';
import { DraftService } from '../../../src/submissions/receiving/draft.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService, type Sending } from '../../../src/submissions/receiving/receive.service.js';
import { SpoolService } from '../../../src/submissions/receiving/spool.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('drafts', () => {
  const HEADER = 'country,indicator,year,value,source';
  /** One good row and one bad one. */
  const fileOf = (source: string): string =>
    [HEADER, `KEN,UI_NETUSE,2020,35.1,${source}`, `KEN,UI_NETUSE,2021,135.1,${source}`].join('\n');

  let rooms: Rooms;
  let drafts: DraftService;
  let sender: Actor;
  let colleague: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    drafts = rooms.get(DraftService);
    sender = await rooms.actor('african-igf', 'submitter');
    colleague = await rooms.actor('african-igf', 'submitter');
  });
  afterAll(() => rooms.close());

  async function* bytesOf(text: string) {
    await Promise.resolve();
    yield new TextEncoder().encode(text);
  }

  async function sendingOf(text: string, more: Partial<Sending> = {}): Promise<Sending> {
    const file = await rooms.get(SpoolService).take(bytesOf(text), 10_000_000);
    const limits = { rows: 1_000 };
    return { actor: sender, channel: 'page', content: { file }, mediaType: 'text/csv', limits, ...more };
  }

  async function letGo({ content }: Sending): Promise<void> {
    if ('file' in content) await content.file.remove();
  }

  async function begin(text: string, more: Partial<Sending> = {}) {
    const sending = await sendingOf(text, more);
    return drafts.begin(sending).finally(() => letGo(sending));
  }

  async function stagedRows(receipt: string): Promise<number> {
    const [row] = await rooms.database.dataSource.query(
      `SELECT count(*)::integer AS n FROM staged_row r JOIN submission s ON s.id = r.submission_id WHERE s.receipt = $1`,
      [receipt],
    );
    return row.n;
  }

  describe('a draft', () => {
    it('tells what would become of its rows, and stages none', async () => {
      const draft = await begin(fileOf('a'));
      expect(draft).toMatchObject({ state: 'draft', isDraft: true, questions: [] });
      expect(draft.counts).toMatchObject({ rows: 2, good: 1, bad: 1, problems: 1 });
      expect(await stagedRows(draft.receipt)).toBe(0);
      const { problems } = await rooms.get(ReceiptService).read(sender, draft.receipt);
      expect(problems).toMatchObject([{ row: 3, code: 'outside_hard_limits', value: '135.1' }]);
    });

    it('is seen by nobody but who made it', async () => {
      const draft = await begin(fileOf('b'));
      const receipts = rooms.get(ReceiptService);
      const unknown = { code: 'submission_not_found', status: 404 };
      await expect(receipts.read(colleague, draft.receipt)).rejects.toMatchObject(unknown);
      await expect(drafts.send(colleague, draft.receipt)).rejects.toMatchObject(unknown);
      await expect(drafts.discard(colleague, draft.receipt)).rejects.toMatchObject(unknown);
      const listed = async (actor: Actor) =>
        (await receipts.ofOwnCommunities(actor)).map(({ receipt }) => receipt);
      expect(await listed(sender)).toContain(draft.receipt);
      expect(await listed(colleague)).not.toContain(draft.receipt);
      expect((await begin(fileOf('b'), { actor: colleague })).receipt).not.toBe(draft.receipt);
    });

    it('is the same one when the same file comes again', async () => {
      const draft = await begin(fileOf('c'));
      expect((await begin(fileOf('c'))).receipt).toBe(draft.receipt);
    });

    it('becomes a submission when it is sent, once', async () => {
      const { receipt } = await begin(fileOf('d'));
      const sent = await drafts.send(sender, receipt);
      expect(sent).toMatchObject({ receipt, state: 'received', isDraft: false, counts: { good: 1 } });
      expect(await drafts.send(sender, receipt)).toMatchObject({ receipt, state: 'received' });
      expect(await stagedRows(receipt)).toBe(1);
      expect((await rooms.get(ReceiptService).read(colleague, receipt)).problems).toHaveLength(1);
      await expect(drafts.discard(sender, receipt)).rejects.toMatchObject({
        code: 'not_a_draft',
        status: 409,
      });
      expect((await begin(fileOf('d'))).receipt).toBe(receipt);
    });

    it('stays one when only all of it is wanted and it has problems', async () => {
      const { receipt } = await begin(fileOf('e'));
      await expect(drafts.send(sender, receipt, { partial: false })).rejects.toMatchObject({
        code: 'file_has_problems',
        status: 422,
      });
      expect((await rooms.get(ReceiptService).read(sender, receipt)).submission.state).toBe('draft');
      expect((await drafts.send(sender, receipt)).state).toBe('received');
    });

    it('gives way to what became of the same file when a colleague sent it meanwhile', async () => {
      const { receipt } = await begin(fileOf('f'));
      const sending = await sendingOf(fileOf('f'), { actor: colleague });
      const report = await rooms.get(ReceiveService).receive(sending);
      await letGo(sending);
      expect((await drafts.send(sender, receipt)).receipt).toBe(report.receipt);
      await expect(rooms.get(ReceiptService).read(sender, receipt)).rejects.toMatchObject({ status: 404 });
    });

    it('keeps what the file leaves open as questions, and is read again by the answers', async () => {
      const asked = await begin(
        `${HEADER}\nKEN,WO_BW_PER_USER,2020,1#234,s\n`.replaceAll(',', '\t').replace('#', ','),
      );
      expect(asked).toMatchObject({ state: 'draft', questions: [{ code: 'decimal_or_thousands' }] });
      await expect(drafts.send(sender, asked.receipt)).rejects.toMatchObject({
        code: 'needs_answer',
        status: 422,
      });
      const answered = await drafts.answer(sender, asked.receipt, readAnswers({ decimal: ',' }));
      expect(answered).toMatchObject({
        receipt: asked.receipt,
        state: 'draft',
        questions: [],
        counts: { good: 1 },
      });
      expect((await drafts.send(sender, asked.receipt)).counts.good).toBe(1);
    });

    it('of a file that is no table is none, and nothing of it is kept', async () => {
      const before = await rooms.get(ReceiptService).ofOwnCommunities(sender);
      await expect(begin('%PDF-1.7 not a table')).rejects.toMatchObject({ status: 415 });
      expect(await rooms.get(ReceiptService).ofOwnCommunities(sender)).toHaveLength(before.length);
    });

    it('goes without a trace when it is let go, and by itself after seven days', async () => {
      const [one, other] = [await begin(fileOf('g')), await begin(fileOf('h'))];
      await drafts.discard(sender, one.receipt);
      const inDays = (days: number): Date => new Date(other.receivedAt.getTime() + days * 86_400_000);
      await rooms.get(CheckingJobService).clear(inDays(6.9));
      const receipts = rooms.get(ReceiptService);
      await expect(receipts.read(sender, one.receipt)).rejects.toMatchObject({ status: 404 });
      expect((await receipts.read(sender, other.receipt)).submission.state).toBe('draft');
      await rooms.get(CheckingJobService).clear(inDays(7.1));
      await expect(receipts.read(sender, other.receipt)).rejects.toMatchObject({ status: 404 });
      expect(await rooms.get(SpoolService).receiptsKeptBefore(new Date(8e15))).toEqual([]);
    });

    it('takes its warnings, problems and failing rows with it when it goes by itself', async () => {
      const differing = ['KEN,UI_NETUSE,2022,20,j', 'KEN,UI_NETUSE,2022,40,another'];
      const { receipt, receivedAt, warningsByCode } = await begin([fileOf('j'), ...differing].join('\n'));
      expect(warningsByCode).toEqual({ sources_differ_in_file: 1 });
      const { dataSource } = rooms.database;
      const [{ id }] = await dataSource.query('SELECT id FROM submission WHERE receipt = $1', [receipt]);
      const left = async (): Promise<readonly boolean[]> =>
        Promise.all(
          ['submission_problem', 'submission_warning', 'failed_row'].map(async (table) => {
            const found: unknown[] = await dataSource.query(`SELECT FROM ${table} WHERE submission_id = $1`, [
              id,
            ]);
            return found.length > 0;
          }),
        );
      expect(await left()).toEqual([true, true, true]);
      await rooms.get(CheckingJobService).clear(new Date(receivedAt.getTime() + 7.1 * 86_400_000));
      expect(await left()).toEqual([false, false, false]);
    });

    it('cannot be made of what was sent, and what was sent cannot be deleted, whoever writes', async () => {
      const { receipt } = await begin(fileOf('i'));
      await drafts.send(sender, receipt);
      const { dataSource } = rooms.database;
      await expect(
        dataSource.query('UPDATE submission SET is_draft = true WHERE receipt = $1', [receipt]),
      ).rejects.toThrow(/append-only|submission_draft_check/);
      await expect(dataSource.query('DELETE FROM submission WHERE receipt = $1', [receipt])).rejects.toThrow(
        'append-only',
      );
    });
  });
});
