import { AccessService } from '../../../src/access/access.service.js';
import type { Actor } from '../../../src/access/actor.js';
import { IntegrityRepository } from '../../../src/observations/integrity.repository.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import { openRooms, type Rooms } from '../../support/rooms.js';
import { unguarded } from '../../support/unguarded.js';

describe('acceptance', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter', 'reviewer');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
  });
  afterAll(() => rooms.close());

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

  const accept = (receipt: string, actor = reviewer) =>
    rooms.get(DecisionService).decide(actor, receipt, { decision: 'accept' });
  const observations = () => rooms.get(ObservationRepository);
  const sql = (text: string, parameters: unknown[] = []) => rooms.database.dataSource.query(text, parameters);

  describe('acceptance', () => {
    it('makes the rows facts, moves the revision by one and leads back to the row', async () => {
      const before = await observations().revision();
      const receipt = await send(
        aRow({ year: 2001, value: 1.25, note: 'n' }),
        aRow({ year: 2002, value: 2.5 }),
      );
      expect((await observations().find({ fromYear: 2001, toYear: 2002 }, 10)).observations).toEqual([]);
      const accepted = await accept(receipt);
      expect(accepted).toEqual({
        receipt,
        state: 'accepted',
        revision: before + 1,
        counts: { added: 2, superseded: 0, unchanged: 0 },
      });
      const page = await observations().find({ fromYear: 2001, toYear: 2002 }, 10);
      expect(page.revision).toBe(before + 1);
      expect(page.observations).toMatchObject([
        { area: 'KEN', indicator: 'UI_NETUSE', year: 2001, value: 1.25, note: 'n', rowNumber: 1, receipt },
        {
          year: 2002,
          value: 2.5,
          rowNumber: 2,
          series: { source: 'Survey', community: 'african-igf', published: false },
        },
      ]);
      const [first] = page.observations;
      expect(await observations().one(first?.id ?? '')).toEqual(first);
      expect((await rooms.get(ReceiptService).read(undefined, receipt)).submission.state).toBe('accepted');
    });

    it('supersedes what says something else, keeps what says the same, and forgets nothing', async () => {
      await accept(await send(aRow({ year: 2003, value: 1 }), aRow({ year: 2004, value: 2 })));
      const old = await observations().revision();
      const later = await accept(
        await send(
          aRow({ year: 2003, value: 1 }),
          aRow({ year: 2004, value: 2.5 }),
          aRow({ year: 2005, value: 3 }),
        ),
      );
      expect(later.counts).toEqual({ added: 1, superseded: 1, unchanged: 1 });
      const years = { fromYear: 2003, toYear: 2005 };
      const values = async (asOfRevision?: number) =>
        (await observations().find({ ...years, asOfRevision }, 10)).observations.map(({ value }) => value);
      expect(await values()).toEqual([1, 2.5, 3]);
      expect(await values(old)).toEqual([1, 2]);
    });

    it('leaves the figure of another community, edition or source standing', async () => {
      const row = aRow({ year: 2006, value: 1 });
      await accept(await send(row));
      await accept(await send({ ...row, value: 2, edition: '2nd' }, { ...row, value: 3, source: 'Census' }));
      const { observations: found } = await observations().find({ fromYear: 2006, toYear: 2006 }, 10);
      expect(found.map(({ value }) => value).sort()).toEqual([1, 2, 3]);
    });

    it('is for a reviewer of another community: nobody of the own one, no submitter, no administrator', async () => {
      const receipt = await send(aRow({ year: 2007 }));
      const colleague = await rooms.actor('african-igf', 'reviewer');
      const submitter = await rooms.actor('arab-igf', 'submitter');
      await expect(accept(receipt, sender)).rejects.toMatchObject({ code: 'four_eyes', status: 403 });
      await expect(accept(receipt, colleague)).rejects.toMatchObject({ code: 'four_eyes', status: 403 });
      await expect(accept(receipt, submitter)).rejects.toMatchObject({
        code: 'submission_not_found',
        status: 404,
      });
      const administrator: Actor = { ...submitter, communities: [], globalRoles: ['administrator'] };
      await expect(accept(receipt, administrator)).rejects.toMatchObject({
        code: 'not_a_reviewer',
        status: 403,
      });
    });

    it('happens once: of several at once one wins and the others are told', async () => {
      const receipt = await send(aRow({ year: 2008 }));
      const others = await Promise.all([
        rooms.actor('arab-igf', 'reviewer'),
        rooms.actor('caribbean-igf', 'reviewer'),
      ]);
      const before = await observations().revision();
      const outcomes = await Promise.allSettled([reviewer, ...others].map((actor) => accept(receipt, actor)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          expect(outcome.reason).toMatchObject({
            code: 'already_decided',
            status: 409,
            params: { state: 'accepted' },
          });
        }
      }
      expect(await observations().revision()).toBe(before + 1);
    });

    it('of several submissions at once holds each figure once and gives each a revision', async () => {
      const before = await observations().revision();
      const receipts = [];
      for (const value of [1, 2, 3]) receipts.push(await send(aRow({ year: 2009, value })));
      await Promise.all(receipts.map((receipt) => accept(receipt)));
      expect(await observations().revision()).toBe(before + 3);
      const found = await observations().find({ fromYear: 2009, toYear: 2009 }, 10);
      expect(found.observations).toHaveLength(1);
    });

    it('tells listeners of the new revision', async () => {
      const runner = rooms.database.dataSource.createQueryRunner();
      const client = await runner.connect();
      const heard: string[] = [];
      client.on('notification', ({ payload }: { payload: string }) => heard.push(payload));
      await client.query('LISTEN data_revision');
      const { revision } = await accept(await send(aRow({ year: 2010 })));
      await client.query('SELECT 1');
      await runner.release();
      expect(heard).toEqual([String(revision)]);
    });

    it('does nothing when a row points to an area that does not exist', async () => {
      const receipt = await send(aRow({ year: 2011, country: 'NRU' }));
      const [area] = await sql(`DELETE FROM area WHERE code = 'NRU' RETURNING id, code, name`).then(
        ([rows]) => rows,
      );
      const before = await observations().revision();
      await expect(accept(receipt)).rejects.toThrow(TypeError);
      await sql('INSERT INTO area (id, code, name) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3)', [
        area.id,
        area.code,
        area.name,
      ]);
      expect(await observations().revision()).toBe(before);
      expect((await rooms.get(ReceiptService).read(sender, receipt)).submission.state).toBe('received');
    });

    it('leaves no row that points to nothing', async () => {
      const orphans = await rooms.get(IntegrityRepository).orphans();
      expect(orphans).toEqual({ area: 0, indicator: 0, seriesEdition: 0, submission: 0, stagedRow: 0 });
      expect(await rooms.get(IntegrityRepository).halves()).toEqual({
        observation: 0,
        submission: 0,
        acceptance: 0,
        figure: 0,
      });
    });

    it('leaves a trace of who did what', async () => {
      const receipt = await send(aRow({ year: 2012 }));
      await accept(receipt);
      const entries = await sql(
        `SELECT action, contributor_id FROM audit_entry
       WHERE subject = 'submission:' || (SELECT id FROM submission WHERE receipt = $1) ORDER BY id`,
        [receipt],
      );
      expect(entries).toEqual([
        { action: 'submission.received', contributor_id: sender.contributorId },
        { action: 'submission.accepted', contributor_id: reviewer.contributorId },
        { action: 'observations.changed', contributor_id: reviewer.contributorId },
      ]);
    });
  });

  describe('returning and rejecting', () => {
    it('keep the reason and the cells, change no fact, and end the matter', async () => {
      const before = await observations().revision();
      const receipt = await send(aRow({ year: 2013 }));
      const cells = [{ row: 1, column: 'value' }];
      const request = { decision: 'return', reasonCode: 'source', text: 'Which survey?', cells } as const;
      expect(await rooms.get(DecisionService).decide(reviewer, receipt, request)).toEqual({
        receipt,
        state: 'returned',
      });
      const { decisions, submission } = await rooms.get(ReceiptService).read(sender, receipt);
      expect(submission.state).toBe('returned');
      expect(decisions).toMatchObject([
        { verdict: 'return', reasonCode: 'source', reason: 'Which survey?', cells },
      ]);
      await expect(accept(receipt)).rejects.toMatchObject({ code: 'already_decided' });
      expect(await observations().revision()).toBe(before);
    });

    it('need a reason', async () => {
      const receipt = await send(aRow({ year: 2014 }));
      const decide = rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'reject' });
      await expect(decide).rejects.toMatchObject({ code: 'reason_required', status: 422 });
    });

    it('let a rejected file be sent anew, with a receipt of its own', async () => {
      const row = aRow({ year: 2015 });
      const receipt = await send(row);
      await rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'reject', text: 'No.' });
      expect(await send(row)).not.toBe(receipt);
    });
  });

  describe('a receipt', () => {
    it('is not found by who may not know of it', async () => {
      const receipt = await send(aRow({ year: 2016 }));
      const stranger = await rooms.actor('caribbean-igf', 'submitter');
      for (const reader of [undefined, stranger]) {
        const reading = rooms.get(ReceiptService).read(reader, receipt);
        await expect(reading).rejects.toMatchObject({ code: 'submission_not_found', status: 404 });
      }
      expect((await rooms.get(ReceiptService).read(reviewer, receipt)).submission.receipt).toBe(receipt);
    });

    it('waits for reviewers of other communities only', async () => {
      const receipt = await send(aRow({ year: 2017 }));
      const receipts = async (actor: Actor) =>
        (await rooms.get(ReceiptService).openForReview(actor)).map((submission) => submission.receipt);
      expect(await receipts(reviewer)).toContain(receipt);
      expect(await receipts(sender)).not.toContain(receipt);
    });
  });

  describe('the database itself', () => {
    const idOf = async (receipt: string): Promise<number> =>
      (await sql('SELECT id FROM submission WHERE receipt = $1', [receipt]))[0].id;
    const decide = (submission: number, contributor: number) =>
      sql(`INSERT INTO decision (submission_id, contributor_id, verdict) VALUES ($1, $2, 'accept')`, [
        submission,
        contributor,
      ]);

    it('refuses a decision of the sender and of their community, whoever writes it', async () => {
      const id = await idOf(await send(aRow({ year: 2018 })));
      const colleague = await rooms.actor('african-igf', 'reviewer');
      await expect(decide(id, sender.contributorId)).rejects.toThrow('four eyes');
      await expect(decide(id, colleague.contributorId)).rejects.toThrow('four eyes');
    });

    it('refuses to call a submission accepted that nobody decided on, and to skip a step', async () => {
      const id = await idOf(await send(aRow({ year: 2019 })));
      await expect(sql(`UPDATE submission SET state = 'accepted' WHERE id = $1`, [id])).rejects.toThrow(
        'no step',
      );
      await unguarded(rooms.database.dataSource, `UPDATE submission SET state = 'in_review' WHERE id = $1`, [
        id,
      ]);
      await expect(sql(`UPDATE submission SET state = 'accepted' WHERE id = $1`, [id])).rejects.toThrow(
        'no decision',
      );
    });

    it('refuses to pass a submission on to another community', async () => {
      const id = await idOf(await send(aRow({ year: 2021 })));
      const move = sql('UPDATE submission SET community_id = community_id + 1 WHERE id = $1', [id]);
      await expect(move).rejects.toThrow('append-only');
      await expect(sql('DELETE FROM submission WHERE id = $1', [id])).rejects.toThrow('append-only');
    });

    it('lets nobody leave a community in order to decide on what it sent', async () => {
      const id = await idOf(await send(aRow({ year: 2022 })));
      const colleague = await rooms.actor('african-igf', 'reviewer');
      const leave = sql('DELETE FROM membership WHERE contributor_id = $1', [colleague.contributorId]);
      await expect(leave).rejects.toThrow('append-only');
      const change = sql(
        `UPDATE membership SET community_id = (SELECT id FROM community WHERE code = 'arab-igf') WHERE contributor_id = $1`,
        [colleague.contributorId],
      );
      await expect(change).rejects.toThrow('append-only');
      await unguarded(
        rooms.database.dataSource,
        `INSERT INTO membership (contributor_id, community_id, roles)
       SELECT $1, id, '{reviewer}' FROM community WHERE code = 'arab-igf'`,
        [colleague.contributorId],
      );
      await expect(decide(id, colleague.contributorId)).rejects.toThrow('four eyes');
    });

    it('lets the installation decide on nothing but what it sent itself', async () => {
      const { contributorId } = await rooms.get(AccessService).installation();
      const id = await idOf(await send(aRow({ year: 2023 })));
      await expect(decide(id, contributorId)).rejects.toThrow('the installation decides only');
      const publisher = await rooms.get(AccessService).systemOf('published-figures');
      const report = await rooms.get(ReceiveService).receive({
        actor: publisher,
        channel: 'api',
        content: { rows: [aRow({ year: 2023 })] },
        mediaType: 'application/json',
        limits: { rows: 1 },
      });
      await expect(decide(await idOf(report.receipt ?? ''), contributorId)).rejects.toThrow(
        'the installation decides only',
      );
    });

    it('holds the rows of a submission as they were checked', async () => {
      const id = await idOf(await send(aRow({ year: 2024 })));
      const change = sql('UPDATE staged_row SET value = 99 WHERE submission_id = $1', [id]);
      await expect(change).rejects.toThrow('append-only');
      await expect(sql('DELETE FROM staged_row WHERE submission_id = $1', [id])).rejects.toThrow(
        'append-only',
      );
      const add = sql(
        `INSERT INTO staged_row (area_id, submission_id, row_number, ordinal, indicator_id, year, value, status, source,
         edition)
       SELECT area_id, submission_id, 99, 99, indicator_id, year, value, status, source, edition
       FROM staged_row WHERE submission_id = $1`,
        [id],
      );
      await expect(add).rejects.toThrow('being checked');
    });

    it('takes no fact but from a row of an accepted submission, as that row says it', async () => {
      const receipt = await send(aRow({ year: 1990 }), aRow({ year: 1991 }));
      const id = await idOf(receipt);
      const { revision } = await accept(await send(aRow({ year: 1989 })));
      const insert = (value: string, from: number) =>
        sql(
          `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, value, status,
           submission_id, row_number)
         SELECT r.area_id, r.indicator_id, r.year, e.id, $2, ${value}, r.status, r.submission_id, r.row_number
         FROM staged_row r JOIN series_edition e ON e.indicator_id = r.indicator_id AND e.source = r.source
         WHERE r.submission_id = $1`,
          [id, from],
        );
      await expect(insert('r.value', revision ?? 0)).rejects.toThrow('was not accepted');
      await accept(receipt);
      const other = sql(
        `INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, value, status,
         submission_id, row_number)
       SELECT area_id, indicator_id, year - 20, series_edition_id, revision_from, value, status, submission_id, row_number
       FROM observation WHERE submission_id = $1`,
        [id],
      );
      await expect(other).rejects.toThrow('was not accepted with');
    });

    it('ends a fact once, and only with a revision that was accepted', async () => {
      const { revision = 0 } = await accept(await send(aRow({ year: 1980 })));
      const later = await accept(await send(aRow({ year: 1980, value: 31 })));
      const end = (condition: string, at?: number) =>
        sql(`UPDATE observation SET revision_to = $1 WHERE year = 1980 AND ${condition}`, [at]);
      await expect(end('revision_to IS NULL', revision + 1_000)).rejects.toThrow('ends with a revision');
      await expect(end('revision_to IS NOT NULL', later.revision)).rejects.toThrow('ends once');
    });

    it('refuses to change or delete a fact, a decision or a trace', async () => {
      await expect(sql('UPDATE observation SET value = 0')).rejects.toThrow('append-only');
      await expect(sql('DELETE FROM observation')).rejects.toThrow('append-only');
      await expect(sql('DELETE FROM decision')).rejects.toThrow('append-only');
      await expect(sql('UPDATE audit_entry SET detail = $1', ['{}'])).rejects.toThrow('append-only');
    });
  });

  describe('finding observations', () => {
    it('reads on page by page without repeating or leaving out, also while facts change', async () => {
      const rows = Array.from({ length: 25 }, (_, n) => aRow({ country: 'BRA', year: 2000 + n, value: n }));
      await accept(await send(...rows));
      const { revision } = await observations().find({}, 1);
      const found: string[] = [];
      let after;
      do {
        const page = await observations().find({ areas: ['BRA'], asOfRevision: revision }, 10, after);
        found.push(...page.observations.map(({ id }) => id));
        after = page.next;
        await accept(await send(aRow({ country: 'BRA', year: 2003, value: 50 + found.length })));
      } while (after !== undefined);
      expect(found).toHaveLength(25);
      expect(new Set(found).size).toBe(25);
    });

    it('gives the newest year of each area and indicator among what is asked for', async () => {
      await accept(
        await send(
          aRow({ country: 'FRA', year: 2020, value: 84 }),
          aRow({ country: 'FRA', year: 2022, value: 85 }),
        ),
      );
      const newest = await observations().find({ areas: ['FRA'], latest: true }, 10);
      expect(newest.observations).toMatchObject([{ year: 2022, value: 85 }]);
      const earlier = await observations().find({ areas: ['FRA'], latest: true, toYear: 2021 }, 10);
      expect(earlier.observations).toMatchObject([{ year: 2020, value: 84 }]);
    });

    it('restricts by area, indicator, community and status', async () => {
      expect(
        (await observations().find({ areas: ['FRA'], indicators: ['UI_NETUSE'] }, 10)).observations,
      ).toHaveLength(2);
      expect((await observations().find({ areas: [] }, 10)).observations).toEqual([]);
      expect((await observations().find({ community: 'arab-igf' }, 10)).observations).toEqual([]);
      expect((await observations().find({ statuses: ['doubtful'] }, 10)).observations).toEqual([]);
    });

    it('finds nothing by an id that is none', async () => {
      for (const id of ['', 'KEN', 'KEN.UI_NETUSE.2020.1.999999', 'KEN.UI_NETUSE.2020.99999999999.1']) {
        expect(await observations().one(id)).toBeUndefined();
      }
    });
  });
});
