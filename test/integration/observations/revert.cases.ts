import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { IntegrityRepository } from '../../../src/observations/integrity.repository.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { RevertService } from '../../../src/observations/revert.service.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('revert', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  let administrator: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter', 'reviewer');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
    administrator = await globally('administrator');
  });
  afterAll(() => rooms.close());

  async function globally(role: string): Promise<Actor> {
    const access = rooms.get(AccessService);
    const { key } = await access.createKey({ globalRoles: [role], name: role });
    const actor = await access.actorOf(key);
    if (actor === undefined) throw new Error('The new key is not known');
    return actor;
  }

  const aRow = (more: ListedRow = {}): ListedRow => ({
    country: 'KEN',
    indicator: 'UI_NETUSE',
    year: 2020,
    value: 30,
    source: 'Survey',
    ...more,
  });

  async function send(...rows: readonly ListedRow[]): Promise<string> {
    const report = await rooms.get(ReceiveService).receive({
      actor: sender,
      channel: 'api',
      content: { rows },
      mediaType: 'application/json',
      limits: { rows: 1_000 },
    });
    if (report.receipt === undefined || report.repeated) throw new Error('Not received anew');
    return report.receipt;
  }

  async function accepted(...rows: readonly ListedRow[]): Promise<string> {
    const receipt = await send(...rows);
    await rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'accept' });
    return receipt;
  }

  const revert = (receipt: string, actor = reviewer) =>
    rooms.get(RevertService).revert(actor, receipt, { text: 'Wrong unit', reasonCode: 'wrong_unit' });
  const observations = (): ObservationRepository => rooms.get(ObservationRepository);
  const sql = (text: string, parameters: unknown[] = []) => rooms.database.dataSource.query(text, parameters);
  const nothingHalf = { observation: 0, submission: 0, acceptance: 0, figure: 0 };

  async function valuesOf(year: number, asOfRevision?: number): Promise<readonly number[]> {
    const page = await observations().find({ fromYear: year, toYear: year, asOfRevision }, 10);
    return page.observations.map(({ value }) => value);
  }

  describe('reverting an accepted submission', () => {
    it('ends its figures, brings back what they superseded, and forgets nothing', async () => {
      const first = await accepted(aRow({ year: 2001, value: 1, note: 'as counted' }));
      const second = await accepted(aRow({ year: 2001, value: 2 }), aRow({ year: 2002, value: 3 }));
      const before = await observations().revision();
      expect(await revert(second)).toEqual({
        receipt: second,
        state: 'reverted',
        revision: before + 1,
        counts: { ended: 2, restored: 1 },
      });
      expect(await observations().revision()).toBe(before + 1);
      expect([await valuesOf(2001), await valuesOf(2002)]).toEqual([[1], []]);
      expect([await valuesOf(2001, before), await valuesOf(2002, before)]).toEqual([[2], [3]]);
      const { observations: found } = await observations().find({ fromYear: 2001, toYear: 2001 }, 10);
      expect(found).toMatchObject([
        { receipt: first, rowNumber: 1, note: 'as counted', revisionFrom: before + 1 },
      ]);
      const versions = await observations().versions(found[0]!);
      expect(versions.map(({ value, revisionTo }) => [value, revisionTo])).toEqual([
        [1, before],
        [2, before + 1],
        [1, undefined],
      ]);
      expect(versions.map(({ id }) => id)).toHaveLength(new Set(versions.map(({ id }) => id)).size);
    });

    it('leaves what a later submission says, and brings nothing back from a reverted one', async () => {
      await accepted(aRow({ year: 2003, value: 1 }));
      const second = await accepted(aRow({ year: 2003, value: 2 }));
      const third = await accepted(aRow({ year: 2003, value: 3 }));
      expect((await revert(second)).counts).toEqual({ ended: 0, restored: 0 });
      expect(await valuesOf(2003)).toEqual([3]);
      expect((await revert(third)).counts).toEqual({ ended: 1, restored: 1 });
      expect(await valuesOf(2003)).toEqual([1]);
    });

    it('leaves a figure standing that another submission says as well', async () => {
      const first = await accepted(aRow({ year: 2004, value: 1 }));
      const second = await accepted(aRow({ year: 2004, value: 1 }), aRow({ year: 2005 }));
      expect((await revert(first)).counts).toEqual({ ended: 1, restored: 1 });
      const { observations: found } = await observations().find({ fromYear: 2004, toYear: 2004 }, 10);
      expect(found).toMatchObject([{ value: 1, receipt: second }]);
    });

    it('brings nothing back of another source, edition or community', async () => {
      await accepted(
        aRow({ year: 2006, value: 1, source: 'Census' }),
        aRow({ year: 2006, value: 2, edition: '2' }),
      );
      const receipt = await accepted(aRow({ year: 2006, value: 3 }));
      expect((await revert(receipt)).counts).toEqual({ ended: 1, restored: 0 });
      expect([...(await valuesOf(2006))].sort()).toEqual([1, 2]);
    });

    it('lets the same file be sent and accepted anew', async () => {
      const row = aRow({ year: 2007, value: 7 });
      const receipt = await accepted(row);
      await revert(receipt);
      expect(await accepted(row)).not.toBe(receipt);
      expect(await valuesOf(2007)).toEqual([7]);
    });

    it('tells the change to who follows the facts from revision to revision', async () => {
      await accepted(aRow({ year: 2008, value: 1 }));
      const receipt = await accepted(aRow({ year: 2008, value: 2 }), aRow({ year: 2009, value: 3 }));
      const { revision } = await observations().snapshot();
      await revert(receipt);
      const changes = await observations().changesSince(revision, 10);
      expect(changes?.removed.map(({ year, value }) => [year, value]).sort()).toEqual([
        [2008, 2],
        [2009, 3],
      ]);
      expect(changes?.added.map(({ year, value }) => [year, value])).toEqual([[2008, 1]]);
    });

    it('keeps the reason for everybody and a trace of who did it', async () => {
      const receipt = await accepted(aRow({ year: 2010 }));
      await revert(receipt, administrator);
      const { submission, decisions } = await rooms.get(ReceiptService).read(undefined, receipt);
      expect(submission.state).toBe('reverted');
      expect(decisions).toMatchObject([
        { verdict: 'accept' },
        { verdict: 'revert', reason: 'Wrong unit', reasonCode: 'wrong_unit' },
      ]);
      const trace = await rooms.get(AuditRepository).ofSubject(`submission:${String(submission.id)}`);
      expect(trace.slice(-2)).toMatchObject([
        {
          action: 'submission.reverted',
          contributorId: administrator.contributorId,
          detail: { before: 'accepted', after: 'reverted', reasonCode: 'wrong_unit', text: 'Wrong unit' },
        },
        { action: 'observations.changed', detail: { receipt, ended: 1, restored: 0 } },
      ]);
    });

    it('happens once: of several at once one wins and the others are told', async () => {
      await accepted(aRow({ year: 2011, value: 1 }));
      const receipt = await accepted(aRow({ year: 2011, value: 2 }));
      const before = await observations().revision();
      const outcomes = await Promise.allSettled(
        [reviewer, administrator, reviewer].map((actor) => revert(receipt, actor)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          expect(outcome.reason).toMatchObject({
            code: 'not_accepted',
            status: 409,
            params: { state: 'reverted' },
          });
        }
      }
      expect(await observations().revision()).toBe(before + 1);
      expect(await valuesOf(2011)).toEqual([1]);
    });

    it('of submissions that rest on each other, and beside acceptances, all at once, is as one after the other', async () => {
      const row = (value: number): ListedRow => aRow({ year: 2012, value });
      const receipts = [];
      for (const value of [1, 2, 3, 4]) receipts.push(await accepted(row(value)));
      const waiting = await send(row(5));
      const accepting = rooms.get(DecisionService).decide(reviewer, waiting, { decision: 'accept' });
      await Promise.all([...receipts.slice(1).map((receipt) => revert(receipt)), accepting]);
      expect(await valuesOf(2012)).toEqual([5]);
      await revert(waiting);
      expect(await valuesOf(2012)).toEqual([1]);
    });

    it('is for what was accepted, needs a reason, and is not undone', async () => {
      const waiting = await send(aRow({ year: 2013 }));
      await expect(revert(waiting)).rejects.toMatchObject({
        code: 'not_accepted',
        params: { state: 'received' },
      });
      const receipt = await accepted(aRow({ year: 2014 }));
      const without = rooms.get(RevertService).revert(reviewer, receipt, { text: ' ' });
      await expect(without).rejects.toMatchObject({ code: 'reason_required', status: 422 });
      expect(await valuesOf(2014)).toEqual([30]);
      await revert(receipt);
      await expect(revert(receipt)).rejects.toMatchObject({ code: 'not_accepted', status: 409 });
      const again = rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'accept' });
      await expect(again).rejects.toMatchObject({ code: 'already_decided' });
    });

    it('is for reviewers of other communities and administrators', async () => {
      const receipt = await accepted(aRow({ year: 2015 }));
      const colleague = await rooms.actor('african-igf', 'reviewer');
      const submitter = await rooms.actor('arab-igf', 'submitter');
      const refusals = [
        [sender, 'four_eyes'],
        [colleague, 'four_eyes'],
        [{ ...colleague, globalRoles: ['administrator'] }, 'four_eyes'],
        [submitter, 'not_a_reviewer'],
        [await globally('auditor'), 'not_a_reviewer'],
      ] as const;
      for (const [actor, code] of refusals) {
        await expect(revert(receipt, actor)).rejects.toMatchObject({ code, status: 403 });
      }
      await expect(revert(await send(aRow({ year: 2016 })), submitter)).rejects.toMatchObject({
        code: 'submission_not_found',
      });
      await revert(receipt, administrator);
    });
  });

  describe('the database itself', () => {
    const idOf = async (receipt: string): Promise<number> =>
      (await sql('SELECT id FROM submission WHERE receipt = $1', [receipt]))[0].id;
    const decide = (submission: number, contributor: number) =>
      sql(
        `INSERT INTO decision (submission_id, contributor_id, verdict, reason) VALUES ($1, $2, 'revert', 'so')`,
        [submission, contributor],
      );

    it('refuses a revert of the sender, of their community and of who has no such role, whoever writes it', async () => {
      const id = await idOf(await accepted(aRow({ year: 1990 })));
      const colleague = await rooms.actor('african-igf', 'reviewer');
      const submitter = await rooms.actor('arab-igf', 'submitter');
      const { contributorId } = await rooms.get(AccessService).installation();
      for (const who of [
        sender.contributorId,
        colleague.contributorId,
        submitter.contributorId,
        contributorId,
      ]) {
        await expect(decide(id, who)).rejects.toThrow(/four eyes|the installation decides only/);
      }
    });

    it('refuses to revert what was not accepted, and to call reverted what nobody decided on', async () => {
      const waiting = await idOf(await send(aRow({ year: 1991 })));
      await expect(decide(waiting, reviewer.contributorId)).rejects.toThrow('is received');
      const id = await idOf(await accepted(aRow({ year: 1992 })));
      const step = sql(`UPDATE submission SET state = 'reverted' WHERE id = $1`, [id]);
      await expect(step).rejects.toThrow('no decision says reverted');
    });

    it('lets a revert end no figure but those of its own submission', async () => {
      const receipt = await accepted(aRow({ year: 1993 }));
      await accepted(aRow({ year: 1994 }));
      const { revision } = await revert(receipt);
      const end = sql('UPDATE observation SET revision_to = $1 WHERE year = 1994 AND revision_to IS NULL', [
        revision,
      ]);
      await expect(end).rejects.toThrow('or that reverts it');
    });

    it('lets a figure begin again only where a reverted one ended, and only of an accepted submission', async () => {
      await accepted(aRow({ year: 1995 }), aRow({ year: 1996, value: 5 }));
      const first = await accepted(aRow({ year: 1996, value: 6 }), aRow({ year: 1997 }));
      const again = (year: number, submission: number, from: number) =>
        sql(
          `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, revision_to, value,
           status, submission_id, row_number)
         SELECT area_id, indicator_id, year, series_edition_id, $3, $3 + 1, value, status, submission_id, row_number
         FROM observation WHERE year = $1 AND submission_id = $2 LIMIT 1`,
          [year, submission, from],
        );
      const [{ submission_id: older }] = await sql('SELECT submission_id FROM observation WHERE year = 1995');
      const { revision } = await revert(first);
      await expect(again(1995, older, revision)).rejects.toThrow('was not accepted with');
      await expect(again(1997, await idOf(first), revision)).rejects.toThrow('was not accepted');
    });
  });

  describe('any sequence of acceptances and reverts', () => {
    const years = [2001, 2002, 2003, 2004];
    const SEQUENCES = 8;
    const STEPS = 14;

    it('leaves what the last standing acceptance says of each figure, at every step and revision', async () => {
      const random = seeded(4);
      const pick = (below: number): number => Math.floor(random() * below);
      for (let sequence = 0; sequence < SEQUENCES; sequence++) {
        const source = `Sequence ${String(sequence)}`;
        const standing: { readonly receipt: string; readonly says: ReadonlyMap<number, string> }[] = [];
        const history = new Map<number, string>();
        let nonce = 0;
        for (let step = 0; step < STEPS; step++) {
          const before = await observations().snapshot();
          if (standing.length > 0 && random() < 0.4) {
            const [gone] = standing.splice(pick(standing.length), 1);
            await revert(gone!.receipt);
          } else {
            const rows = years
              .filter(() => random() < 0.6)
              .map((year) => aRow({ source, year, value: pick(3), note: ['', 'n'][pick(2)]! }));
            // A row of its own in each makes all files different.
            rows.push(aRow({ source: `${source}, apart`, year: 1950 + nonce++ }));
            const receipt = await accepted(...rows);
            standing.push({
              receipt,
              says: new Map(rows.slice(0, -1).map((row) => [Number(row.year), told(row)])),
            });
          }
          const expected = new Map(standing.flatMap(({ says }) => [...says]));
          const after = await observations().snapshot();
          const held = new Map(
            after.observations
              .filter(({ seriesEditionId }) => after.seriesEditions.get(seriesEditionId)?.source === source)
              .map((one) => [one.year, told(one)]),
          );
          expect(inOrder(held)).toEqual(inOrder(expected));
          history.set(after.revision, inOrder(held).join());
          const changes = await observations().changesSince(before.revision, 1_000);
          const key = (one: (typeof after.observations)[number]) =>
            `${String(one.seriesEditionId)} ${String(one.year)}`;
          const moved = new Map(before.observations.map((one) => [key(one), one]));
          for (const one of changes?.removed ?? []) moved.delete(key(one));
          for (const one of changes?.added ?? []) moved.set(key(one), one);
          expect(new Set(moved.values())).toEqual(new Set(after.observations));
        }
        for (const [asOfRevision, held] of history) {
          const { observations: found } = await observations().find({ fromYear: 2001, asOfRevision }, 1_000);
          const then = found
            .filter(({ series }) => series.source === source)
            .map((one) => [one.year, told(one)] as const);
          expect(inOrder(new Map(then)).join()).toBe(held);
        }
      }
    }, 120_000);

    it('leaves nothing half done and nothing that points to nothing', async () => {
      expect(await rooms.get(IntegrityRepository).halves()).toEqual(nothingHalf);
      expect(await rooms.get(IntegrityRepository).orphans()).toEqual({
        ...{ area: 0, indicator: 0, seriesEdition: 0, submission: 0, stagedRow: 0 },
      });
    });

    it('is found out when a figure does not say what was accepted last', async () => {
      await accepted(aRow({ year: 1999, value: 1 }));
      await sql('ALTER TABLE observation DISABLE TRIGGER USER');
      await sql('UPDATE observation SET value = 2 WHERE year = 1999');
      expect(await rooms.get(IntegrityRepository).halves()).toEqual({ ...nothingHalf, figure: 1 });
      await sql('UPDATE observation SET value = 1 WHERE year = 1999');
      await sql('ALTER TABLE observation ENABLE TRIGGER USER');
    });
  });

  type Cell = string | number | null | undefined;

  function told({ value, note }: { readonly value?: Cell; readonly note?: Cell }): string {
    return `${String(value)} ${String(note ?? '')}`;
  }

  function inOrder(figures: ReadonlyMap<number, string>): readonly string[] {
    return [...figures].sort(([a], [b]) => a - b).map(([year, says]) => `${String(year)}: ${says}`);
  }

  /** Numbers in [0, 1) that are the same in every run. */
  function seeded(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }
});
