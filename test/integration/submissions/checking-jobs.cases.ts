import type { Actor } from '../../../src/access/actor.js';
import { CheckingJobRepository } from '../../../src/submissions/receiving/checking-job.repository.js';
import { CheckingJobService } from '../../../src/submissions/receiving/checking-job.service.js';
import { CheckingRunService } from '../../../src/submissions/receiving/checking-run.service.js';
import { DraftService } from '../../../src/submissions/receiving/draft.service.js';
import type { Progress } from '../../../src/submissions/receiving/progress.js';
import { ProgressService } from '../../../src/submissions/receiving/progress.service.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveLaterService } from '../../../src/submissions/receiving/receive-later.service.js';
import { SpoolService } from '../../../src/submissions/receiving/spool.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('checking jobs', () => {
  const fileOf = (source: string): string =>
    [
      'country,indicator,year,value,source',
      ...Array.from({ length: 200 }, (_, n) => `KEN,UI_NETUSE,2020,35.1,${source} ${String(n)}`),
    ].join('\n');

  let rooms: Rooms;
  let sender: Actor;
  beforeAll(async () => {
    rooms = await openRooms({ IWW_JOB_BYTES: '100' });
    sender = await rooms.actor('african-igf', 'submitter');
  });
  afterAll(() => rooms.close());

  async function* bytesOf(text: string) {
    await Promise.resolve();
    yield new TextEncoder().encode(text);
  }

  async function sending(source: string) {
    const file = await rooms.get(SpoolService).take(bytesOf(fileOf(source)), 1_000_000);
    const limits = { rows: 1_000 };
    return { actor: sender, channel: 'api', content: { file }, mediaType: 'text/csv', limits } as const;
  }

  /** A big file whose check was asked for; nobody makes it by themselves here. */
  async function asked(source: string): Promise<string> {
    const sent = await sending(source);
    const { receipt = '', state } = await rooms.get(ReceiveLaterService).receive(sent);
    await sent.content.file.remove();
    expect(state).toBe('checking');
    return receipt;
  }

  const run = (receipt: string, signal = new AbortController().signal): Promise<void> =>
    rooms.get(CheckingRunService).run(receipt, signal);
  const standing = async (receipt: string) =>
    (await rooms.get(ReceiptService).read(sender, receipt)).submission;
  const count = async (table: string, receipt: string): Promise<number> => {
    const [row] = await rooms.database.dataSource.query(
      `SELECT count(*)::integer AS n FROM ${table} r JOIN submission s ON s.id = r.submission_id WHERE s.receipt = $1`,
      [receipt],
    );
    return row.n;
  };

  describe('a check that was asked for', () => {
    it('ends as a submission received, and leaves neither a job nor a file behind', async () => {
      const receipt = await asked('a');
      await run(receipt);
      expect(await standing(receipt)).toMatchObject({ state: 'received', counts: { rows: 200, good: 200 } });
      expect([await count('checking_job', receipt), await count('staged_row', receipt)]).toEqual([0, 200]);
      expect(await rooms.get(SpoolService).kept(receipt)).toBeUndefined();
    });

    it('keeps nothing when it is broken off, and is made whole when it is taken up again', async () => {
      const receipt = await asked('b');
      const broken = AbortSignal.abort(new Error('broken off'));
      await expect(run(receipt, broken)).rejects.toThrow('broken off');
      expect(await standing(receipt)).toMatchObject({ state: 'checking', counts: { rows: 0 } });
      expect([await count('checking_job', receipt), await count('staged_row', receipt)]).toEqual([1, 0]);
      await run(receipt);
      expect(await count('staged_row', receipt)).toBe(200);
    });

    it('is made by one alone of those who try at once', async () => {
      const receipt = await asked('c');
      let tried = false;
      await rooms.get(CheckingJobRepository).whileClaimed(receipt, async () => {
        await run(receipt);
        tried = true;
      });
      expect(tried).toBe(true);
      expect((await standing(receipt)).state).toBe('checking');
      await Promise.all([run(receipt), run(receipt), run(receipt)]);
      expect(await count('staged_row', receipt)).toBe(200);
    });

    it('fails with a reason when it was begun three times in vain', async () => {
      const receipt = await asked('d');
      for (const _try of [1, 2, 3])
        await rooms.get(CheckingJobRepository).whileClaimed(receipt, () => Promise.resolve());
      await run(receipt);
      expect(await standing(receipt)).toMatchObject({
        state: 'failed',
        failure: { code: 'check_broken_off' },
      });
      expect(await count('checking_job', receipt)).toBe(0);
    });

    it('does not count a try that was given back', async () => {
      const receipt = await asked('e');
      const jobs = rooms.get(CheckingJobRepository);
      for (const _try of [1, 2, 3]) {
        await jobs.whileClaimed(receipt, () => Promise.resolve());
        await jobs.giveBack(receipt);
      }
      await run(receipt);
      expect((await standing(receipt)).state).toBe('received');
    });

    it('is given up, with a reason, when its file is gone', async () => {
      const receipt = await asked('f');
      await rooms.get(SpoolService).forget(receipt);
      await run(receipt);
      expect((await standing(receipt)).state).toBe('checking');
      await rooms.get(CheckingRunService).giveUp(receipt);
      expect(await standing(receipt)).toMatchObject({
        state: 'failed',
        failure: { code: 'check_interrupted' },
      });
    });

    it('keeps its file for as long as it is not made', async () => {
      const receipt = await asked('g');
      const later = new Date(Date.now() + 86_400_000);
      await rooms.get(CheckingJobService).clear(later);
      await run(receipt);
      expect((await standing(receipt)).state).toBe('received');
    });
  });

  describe('a draft of a big file', () => {
    it('is looked at by and by, and sent by and by', async () => {
      const drafts = rooms.get(DraftService);
      const sent = await sending('h');
      const { receipt, state, id } = await drafts.begin(sent);
      await sent.content.file.remove();
      expect(state).toBe('checking');
      await expect(drafts.send(sender, receipt)).rejects.toMatchObject({
        code: 'still_checking',
        status: 409,
      });
      await run(receipt);
      expect(await standing(receipt)).toMatchObject({ state: 'draft', isDraft: true, counts: { good: 200 } });
      expect(await count('staged_row', receipt)).toBe(0);
      expect(await drafts.send(sender, receipt)).toMatchObject({ state: 'checking', isDraft: false });
      const steps: Progress[] = [];
      const following = (async () => {
        for await (const step of rooms.get(ProgressService).follow(id)) steps.push(step);
      })();
      await run(receipt);
      await following;
      expect(steps.at(-1)).toMatchObject({ state: 'received', rows: 200, good: 200 });
      expect(await count('staged_row', receipt)).toBe(200);
    });
  });
});
