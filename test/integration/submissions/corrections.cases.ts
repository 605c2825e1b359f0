import type { Actor } from '../../../src/access/actor.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { IntegrityRepository } from '../../../src/observations/integrity.repository.js';
import { ObservationRepository } from '../../../src/observations/observation.repository.js';
import { RevertService } from '../../../src/observations/revert.service.js';
import { Problem } from '../../../src/platform/problem.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import type { NamedCell } from '../../../src/submissions/checking/cells.js';
import { CorrectionService, type Correcting } from '../../../src/submissions/reviewing/correction.service.js';
import type { CorrectedCell } from '../../../src/submissions/reviewing/correction.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService } from '../../../src/submissions/receiving/receive.service.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import type { Submission } from '../../../src/submissions/submission.js';
import { WithdrawalService } from '../../../src/submissions/reviewing/withdrawal.service.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('corrections', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
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

  let nonce = 0;
  /** Rows of a source of their own, so that no two submissions are the same file. */
  async function send(...rows: readonly ListedRow[]): Promise<string> {
    const source = `Survey ${String(++nonce)}`;
    const report = await rooms.get(ReceiveService).receive({
      actor: sender,
      channel: 'api',
      content: { rows: rows.map((row) => ({ ...row, source })) },
      mediaType: 'application/json',
      limits: { rows: 1_000 },
    });
    if (report.receipt === undefined || report.repeated) throw new Error('Not received anew');
    expect(report.problems).toEqual([]);
    return report.receipt;
  }

  const decide = (receipt: string, decision: 'accept' | 'return' | 'reject', cells?: readonly NamedCell[]) =>
    rooms.get(DecisionService).decide(reviewer, receipt, {
      decision,
      text: 'Look at it again',
      ...(cells === undefined ? {} : { cells }),
    });

  async function returned(cells: readonly NamedCell[], ...rows: readonly ListedRow[]): Promise<string> {
    const receipt = await send(...rows);
    await decide(receipt, 'return', cells);
    return receipt;
  }

  const correct = (
    receipt: string,
    cells: readonly CorrectedCell[],
    correcting: Correcting = {},
    by = sender,
  ) => rooms.get(CorrectionService).correct(by, receipt, cells, correcting);
  const read = (receipt: string) => rooms.get(ReceiptService).read(sender, receipt);
  const rowsOf = async (receipt: string) =>
    (await rooms.get(ReceiptService).rows(sender, receipt, 0, 100)).rows;
  const sql = (text: string, parameters: unknown[] = []) => rooms.database.dataSource.query(text, parameters);

  async function problemOf(work: Promise<unknown>): Promise<Problem> {
    const failure: unknown = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure instanceof Problem) return failure;
    throw failure instanceof Error ? failure : new Error('It did not fail');
  }

  /** What stands in all tables that a correction might touch. */
  async function everything(receipt: string): Promise<unknown> {
    const { submission, decisions, changes, notices } = await read(receipt);
    return { submission, decisions, changes, notices, rows: await rowsOf(receipt) };
  }

  describe('returning a submission', () => {
    it('names cells by their row and our name of the column, however it is spelt', async () => {
      const receipt = await returned([{ row: 2, column: 'Value' }], aRow(), aRow({ year: 2021 }));
      const { submission, decisions } = await read(receipt);
      expect(submission.state).toBe('returned');
      expect(decisions[0]?.cells).toEqual([{ row: 2, column: 'value', ordinal: 2 }]);
    });

    it('is refused for cells that are not there, each with what is wrong, and nothing is decided', async () => {
      const receipt = await send(aRow(), aRow({ year: 2021 }));
      const cells = [
        { row: 1, column: 'value' },
        { row: 9, column: 'value' },
        { row: 1, column: 'valu' },
        { row: 1, column: 'VALUE' },
        { row: 1, column: 'value', ordinal: 2 },
      ];
      const problem = await problemOf(decide(receipt, 'return', cells));
      expect([problem.code, problem.status]).toEqual(['cells_not_found', 422]);
      expect(problem.parts.map(({ pointer, code, value }) => [pointer, code, value])).toEqual([
        ['/cells/1', 'no_such_row', '9'],
        ['/cells/2', 'no_such_column', 'valu'],
        ['/cells/3', 'cell_named_twice', '1'],
        ['/cells/4', 'no_such_row', '1'],
      ]);
      expect(problem.parts[1]?.params).toMatchObject({ suggestion: 'value' });
      expect((await read(receipt)).submission.state).toBe('received');
    });

    it('says which figure is meant where a row of the spreadsheet holds several', async () => {
      const text = 'country,indicator,source,2019,2020\nKEN,UI_NETUSE,Wide survey,22,23\n';
      const { receipt = '' } = await rooms.get(ReceiveService).receive({
        actor: sender,
        channel: 'api',
        content: {
          file: {
            ...bytesInMemory(text),
            sha256: '0'.repeat(64),
            descriptor: -1,
            remove: () => Promise.resolve(),
          },
        },
        mediaType: 'text/csv',
        limits: { rows: 10 },
      });
      const problem = await problemOf(decide(receipt, 'return', [{ row: 2, column: 'value' }]));
      expect(problem.parts).toMatchObject([{ code: 'one_of_several_figures', params: { figures: 2 } }]);
      await decide(receipt, 'return', [{ row: 2, column: 'value', ordinal: 2 }]);
      await correct(receipt, [{ row: 2, column: 'value', value: 24 }]);
      expect((await rowsOf(receipt)).map(({ year, value }) => [year, value])).toEqual([
        [2019, 22],
        [2020, 24],
      ]);
    });
  });

  describe('correcting a returned submission', () => {
    it('changes the named cells, keeps what stood there, and hands it in again', async () => {
      const cells = [
        { row: 1, column: 'value' },
        { row: 1, column: 'note' },
        { row: 2, column: 'country' },
      ];
      const receipt = await returned(
        cells,
        aRow({ note: 'draft' }),
        aRow({ country: 'UGA' }),
        aRow({ year: 2019 }),
      );
      const before = await read(receipt);
      const submission = await correct(receipt, [
        { row: 1, column: 'value', value: '31,5 e' },
        { row: 1, column: 'note', value: null },
        { row: 2, column: 'country', value: 'Tanzanie' },
      ]);
      expect(submission).toMatchObject({ state: 'received', version: before.submission.version + 2 });
      const after = await read(receipt);
      expect(after.submission).toEqual(submission);
      expect(after.submission.counts).toEqual(before.submission.counts);
      expect(
        (await rowsOf(receipt)).map(({ row, area, value, status, note }) => [row, area, value, status, note]),
      ).toEqual([
        [1, 'KEN', 31.5, 'estimated', undefined],
        [2, 'TZA', 30, 'normal', undefined],
        [3, 'KEN', 30, 'normal', undefined],
      ]);
      expect(after.changes).toEqual([
        { round: 1, row: 1, ordinal: 1, column: 'value', before: '30', after: '31.5' },
        { round: 1, row: 1, ordinal: 1, column: 'note', before: 'draft', after: '' },
        { round: 1, row: 1, ordinal: 1, column: 'status', before: '', after: 'estimated' },
        { round: 1, row: 2, ordinal: 2, column: 'country', before: 'UGA', after: 'TZA' },
      ]);
      expect(after.notices.at(-1)).toMatchObject({ code: 'corrected', params: { cells: 3 } });
      const trace = await rooms.get(AuditRepository).ofSubject(`submission:${String(submission.id)}`);
      expect(trace.at(-1)).toMatchObject({
        action: 'submission.corrected',
        contributorId: sender.contributorId,
        detail: {
          receipt,
          before: 'returned',
          after: 'received',
          changes: [{ before: '30', after: '31.5' }, {}, {}, {}],
        },
      });
    });

    it('leaves cells that are not written as they were, and confirms what is written as it was', async () => {
      const cells = ['value', 'source'].map((column) => ({ row: 1, column }));
      const receipt = await returned(cells, aRow({ value: 0.1 + 0.2 }));
      await correct(receipt, [{ row: 1, column: 'value', value: 0.1 + 0.2 }]);
      const { changes } = await read(receipt);
      expect(changes.map(({ column, before, after }) => [column, before === after])).toEqual([
        ['value', true],
      ]);
      expect((await rowsOf(receipt))[0]?.value).toBe(0.1 + 0.2);
    });

    it('can go round again, and the rounds are told apart', async () => {
      const cell = { row: 1, column: 'value' };
      const receipt = await returned([cell], aRow());
      await correct(receipt, [{ ...cell, value: 31 }]);
      await decide(receipt, 'return', [cell]);
      await correct(receipt, [{ ...cell, value: 32 }]);
      const { changes } = await read(receipt);
      expect(changes.map(({ round, before, after }) => [round, before, after])).toEqual([
        [1, '30', '31'],
        [2, '31', '32'],
      ]);
    });

    it('is compared anew with what is held', async () => {
      const receipt = await returned(
        [{ row: 2, column: 'value' }],
        aRow({ value: 30 }),
        aRow({ year: 2021, value: 31 }),
      );
      expect((await read(receipt)).submission.warningsByCode).toEqual({});
      await correct(receipt, [{ row: 2, column: 'value', value: 99 }]);
      expect((await read(receipt)).submission.warningsByCode).toMatchObject({ sudden_change: 1 });
    });

    it('makes facts of the corrected rows when it is accepted', async () => {
      const receipt = await returned([{ row: 1, column: 'value' }], aRow({ year: 1999, value: 300 / 10 }));
      await correct(receipt, [{ row: 1, column: 'value', value: 31 }]);
      await decide(receipt, 'accept');
      const { observations } = await rooms
        .get(ObservationRepository)
        .find({ fromYear: 1999, toYear: 1999 }, 10);
      expect(observations).toMatchObject([{ value: 31, receipt, rowNumber: 1 }]);
      expect(await rooms.get(IntegrityRepository).halves()).toEqual({
        observation: 0,
        submission: 0,
        acceptance: 0,
        figure: 0,
      });
    });

    it('reads and judges the cell like one that is sent, and while anything is wrong nothing changes', async () => {
      const cells = ['value', 'year', 'country', 'source', 'indicator'].map((column) => ({ row: 1, column }));
      const receipt = await returned(cells, aRow());
      const before = await everything(receipt);
      const wrong: readonly (readonly [string, string | number | null, string])[] = [
        ['value', 'many', 'not_a_number'],
        ['value', 130, 'outside_hard_limits'],
        ['value', '', 'no_figure_left'],
        ['value', null, 'no_figure_left'],
        ['value', 'n/a', 'no_figure_left'],
        ['year', 2999, 'year_out_of_range'],
        ['year', '2010-2012', 'year_is_a_period'],
        ['country', 'KEX', 'unknown_area'],
        ['country', 'WLD', 'not_one_country'],
        ['source', ' ', 'missing_source'],
        ['indicator', 'NOPE', 'unknown_indicator'],
      ];
      for (const [column, value, code] of wrong) {
        const problem = await problemOf(correct(receipt, [{ row: 1, column, value }]));
        expect([problem.code, problem.status]).toEqual(['still_wrong', 422]);
        expect(problem.parts).toMatchObject([{ row: 1, pointer: '/cells/0/value', code }]);
      }
      expect(await everything(receipt)).toEqual(before);
    });

    it('asks which sign divides the decimals where a text leaves it open', async () => {
      const cell = { row: 1, column: 'value' };
      const receipt = await returned([cell], aRow({ indicator: 'WO_BW_PER_USER', value: 1200 }));
      const problem = await problemOf(correct(receipt, [{ ...cell, value: '1,234' }]));
      expect(problem.parts).toMatchObject([{ code: 'decimal_or_thousands', pointer: '/cells/0/value' }]);
      await correct(receipt, [{ ...cell, value: '1,234' }], { decimal: ',' });
      expect((await rowsOf(receipt))[0]?.value).toBe(1.234);
    });

    it('makes no figure twice', async () => {
      const receipt = await returned([{ row: 2, column: 'year' }], aRow(), aRow({ year: 2021 }));
      const before = await everything(receipt);
      const problem = await problemOf(correct(receipt, [{ row: 2, column: 'year', value: 2020 }]));
      expect(problem.parts).toMatchObject([
        { row: 2, code: 'duplicate_in_file', params: { firstRow: 1, year: 2020 } },
      ]);
      expect(await everything(receipt)).toEqual(before);
    });

    it('lets two rows change places', async () => {
      const cells = [1, 2].map((row) => ({ row, column: 'year' }));
      const receipt = await returned(cells, aRow({ value: 20 }), aRow({ year: 2021, value: 21 }));
      await correct(receipt, [
        { row: 1, column: 'year', value: 2021 },
        { row: 2, column: 'year', value: 2020 },
      ]);
      expect((await rowsOf(receipt)).map(({ year, value }) => [year, value])).toEqual([
        [2021, 20],
        [2020, 21],
      ]);
    });

    it('touches no cell but those that were named', async () => {
      const receipt = await returned([{ row: 1, column: 'value' }], aRow(), aRow({ year: 2021 }));
      const problem = await problemOf(
        correct(receipt, [
          { row: 1, column: 'year', value: 2019 },
          { row: 2, column: 'value', value: 31 },
        ]),
      );
      expect(problem.parts.map(({ code, pointer }) => [code, pointer])).toEqual([
        ['cell_not_returned', '/cells/0'],
        ['cell_not_returned', '/cells/1'],
      ]);
    });

    it('is for submitters of its community, and for what was returned', async () => {
      const cell = { row: 1, column: 'value', value: 31 };
      const receipt = await returned([{ row: 1, column: 'value' }], aRow());
      const colleague = await rooms.actor('african-igf', 'submitter');
      const stranger = await rooms.actor('arab-igf', 'submitter');
      expect((await problemOf(correct(receipt, [cell], {}, stranger))).code).toBe('submission_not_found');
      expect((await problemOf(correct(receipt, [cell], {}, reviewer))).code).toBe('not_a_submitter');
      await correct(receipt, [cell], {}, colleague);
      const again = await problemOf(correct(receipt, [cell]));
      expect((await problemOf(correct(await returned([], aRow()), []))).code).toBe('no_cells');
      expect([again.code, again.status, again.params]).toEqual(['not_returned', 409, { state: 'received' }]);
    });

    it('reads any received row, left as it is, as the same row', async () => {
      const values = [0, -0, 1e-7, 12_345.678, 3e-9, 99.999_999_999_999_99, 7e21, 123_456_789_012, 0.1];
      const rows = values.map((value, index) =>
        aRow({
          indicator: 'WO_BW_PER_USER',
          year: 1990 + index,
          value,
          note: ["'tis so", '=1+2', "a\nb\t'", '-', '1.234 m'][index % 5]!,
          status: ['estimated', 'provisional', ''][index % 3]!,
          edition: ['', 'second'][index % 2]!,
        }),
      );
      const cells = rows.map((_, index) => ({ row: index + 1, column: 'evidence' }));
      const receipt = await returned(cells, ...rows);
      const before = await rowsOf(receipt);
      expect(before).toHaveLength(rows.length);
      const evidence = 'https://example.org/proof';
      await correct(
        receipt,
        cells.map((cell) => ({ ...cell, value: evidence })),
      );
      expect(await rowsOf(receipt)).toEqual(before.map((row) => ({ ...row, evidence })));
    });
  });

  describe('the version of a submission', () => {
    it('counts its steps, and a step for another version is refused', async () => {
      const receipt = await send(aRow());
      const { version } = (await read(receipt)).submission;
      const stale = { ifVersion: [version - 1, version + 1] };
      const steps = [
        rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'accept' }, stale),
        rooms.get(WithdrawalService).withdraw(sender, receipt, stale),
        correct(receipt, [], stale),
        rooms.get(RevertService).revert(reviewer, receipt, { text: 'No' }, stale),
      ];
      for (const step of steps) {
        expect(await problemOf(step)).toMatchObject({
          code: 'stale_version',
          status: 412,
          params: { state: 'received' },
        });
      }
      await rooms
        .get(DecisionService)
        .decide(reviewer, receipt, { decision: 'accept' }, { ifVersion: [version] });
      expect((await read(receipt)).submission.version).toBe(version + 2);
    });

    it('is counted by the database, whatever is written', async () => {
      const receipt = await send(aRow());
      const { version, id } = (await read(receipt)).submission;
      await sql('UPDATE submission SET version = 99 WHERE id = $1', [id]);
      expect((await read(receipt)).submission.version).toBe(version);
    });
  });

  describe('two people at once', () => {
    type Winner = () => Promise<{ readonly state: string }>;
    const codes = ['already_decided', 'not_accepted', 'not_returned'];

    async function race(receipt: string, first: Winner, second: Winner): Promise<Submission> {
      const outcomes = await Promise.allSettled([first(), second()]);
      const won = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? [outcome.value.state] : [],
      );
      const lost = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [(outcome.reason as Problem).code] : [],
      );
      expect([won.length, lost.length]).toEqual([1, 1]);
      expect(codes).toContain(lost[0]);
      const { submission } = await read(receipt);
      expect(submission.state).toBe(won[0]);
      return submission;
    }

    it.each([1, 2, 3, 4, 5])('one of two decisions wins (%i)', async () => {
      const receipt = await send(aRow({ year: 1991 }));
      const { id } = await race(
        receipt,
        () => decide(receipt, 'accept'),
        () => decide(receipt, 'reject'),
      );
      const { decisions } = await read(receipt);
      expect(decisions).toHaveLength(1);
      const [{ facts }] = await sql(
        'SELECT count(*)::integer AS facts FROM observation WHERE submission_id = $1',
        [id],
      );
      expect(facts).toBe(decisions[0]?.verdict === 'accept' ? 1 : 0);
    });

    it.each([1, 2, 3, 4, 5])('a decision or a withdrawal wins (%i)', async () => {
      const receipt = await send(aRow({ year: 1992 }));
      const withdraw = () => rooms.get(WithdrawalService).withdraw(sender, receipt);
      const { id, state } = await race(receipt, () => decide(receipt, 'accept'), withdraw);
      const [{ facts }] = await sql(
        'SELECT count(*)::integer AS facts FROM observation WHERE submission_id = $1',
        [id],
      );
      expect(facts).toBe(state === 'accepted' ? 1 : 0);
    });

    it.each([1, 2, 3, 4, 5])('a correction or a withdrawal wins (%i)', async () => {
      const cell = { row: 1, column: 'value' };
      const receipt = await returned([cell], aRow({ year: 1993 }));
      const { version } = (await read(receipt)).submission;
      const outcomes = await Promise.allSettled([
        correct(receipt, [{ ...cell, value: 31 }], { ifVersion: [version] }),
        rooms.get(WithdrawalService).withdraw(sender, receipt, { ifVersion: [version] }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'stale_version' },
      });
    });

    it.each([1, 2, 3, 4, 5])('a second decision never reverts, and a revert never decides (%i)', async () => {
      const receipt = await send(aRow({ year: 1994 }));
      await decide(receipt, 'accept');
      const revert = () => rooms.get(RevertService).revert(reviewer, receipt, { text: 'Wrong' });
      expect((await race(receipt, () => decide(receipt, 'reject'), revert)).state).toBe('reverted');
    });

    it.each([1, 2, 3, 4, 5])(
      'an acceptance with a revert on its heels leaves both or the acceptance alone (%i)',
      async () => {
        const receipt = await send(aRow({ year: 1995 }));
        const outcomes = await Promise.allSettled([
          decide(receipt, 'accept'),
          rooms.get(RevertService).revert(reviewer, receipt, { text: 'Wrong' }),
        ]);
        expect(outcomes[0].status).toBe('fulfilled');
        const { state } = (await read(receipt)).submission;
        expect(state).toBe(outcomes[1].status === 'fulfilled' ? 'reverted' : 'accepted');
      },
    );
  });

  describe('the database itself', () => {
    it('replaces no row of a submission that was not returned, and keeps each correction as it was made', async () => {
      const cell = { row: 1, column: 'value' };
      const receipt = await returned([cell], aRow());
      const { id, contributorId } = (await read(receipt)).submission;
      const gone = () => sql('DELETE FROM staged_row WHERE submission_id = $1', [id]);
      const keep = () =>
        sql(
          `INSERT INTO correction (submission_id, decision_id, contributor_id, ordinal, row_number, column_name, before, after)
         SELECT $1, max(id), $2, 1, 1, 'value', '30', '31' FROM decision WHERE submission_id = $1`,
          [id, contributorId],
        );
      await expect(gone()).rejects.toThrow('append-only but for corrections');
      await expect(keep()).rejects.toThrow('only what the last decision returned');
      await correct(receipt, [{ ...cell, value: 31 }]);
      await expect(gone()).rejects.toThrow('append-only but for corrections');
      await expect(keep()).rejects.toThrow('only what the last decision returned');
      await expect(sql('UPDATE correction SET after = before')).rejects.toThrow('append-only');
      await expect(sql('DELETE FROM correction')).rejects.toThrow('append-only');
    });
  });
});
