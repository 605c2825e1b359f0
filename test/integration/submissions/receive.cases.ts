import { existsSync } from 'node:fs';
import { chmod, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../../src/access/actor.js';
import { readAnswers } from '../../../src/submissions/checking/answers.js';
import { CONFIG, type Config } from '../../../src/platform/config.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService, type Sending } from '../../../src/submissions/receiving/receive.service.js';
import { SpoolService } from '../../../src/submissions/receiving/spool.service.js';
import { openRooms, type Rooms } from '../../support/rooms.js';

describe('receive', () => {
  const LIMITS = { rows: 100_000 };
  const TEN_FAULTS = [
    'country,indicator,year,value,source,note',
    'KEN,UI_NETUSE,2020,35.1,National survey,"a note, with ""quotes""\nand two lines"',
    'KEM,UI_NETUSE,2020,35.1,National survey,',
    'KEN,UI_NETUZE,2020,35.1,National survey,',
    'KEN,UI_NETUSE,2020.5,35.1,National survey,',
    'KEN,UI_NETUSE,2099,35.1,National survey,',
    'KEN,UI_NETUSE,2021,35.1 USD,National survey,',
    'KEN,UI_NETUSE,,35.1,National survey,',
    'KEN,UI_NETUSE,2021,135.1,National survey,',
    'KEN,UI_NETUSE,2021,35.1,,',
    'KEN,UI_NETUSE,2020,36,National survey,',
    'KEN,UI_NETUSE,2021,35.1,National survey,,more',
    'BRA,UI_NETUSE,2021,80.5,National survey,',
  ].join('\r\n');

  let rooms: Rooms;
  let sender: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    sender = await rooms.actor('african-igf', 'submitter');
  });
  afterAll(() => rooms.close());

  async function* bytesOf(text: string | Uint8Array) {
    await Promise.resolve();
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
  }

  async function send(text: string, more: Partial<Sending> = {}) {
    const file = await rooms.get(SpoolService).take(bytesOf(text), 10_000_000);
    try {
      return await rooms.get(ReceiveService).receive({
        actor: sender,
        channel: 'api',
        content: { file },
        fileName: 'figures.csv',
        mediaType: 'text/csv',
        limits: LIMITS,
        ...more,
      });
    } finally {
      await file.remove();
    }
  }

  const CONTENT = [
    'submission',
    'staged_row',
    'submission_problem',
    'audit_entry',
    'decision',
    'observation',
  ];

  async function rowCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of CONTENT) {
      const [row] = await rooms.database.dataSource.query(`SELECT count(*)::integer AS n FROM ${table}`);
      counts[table] = row.n;
    }
    return counts;
  }

  describe('a file with ten faults', () => {
    const expected = [
      [3, 'unknown_area', 'A', 'country', 'KEM'],
      [4, 'unknown_indicator', 'B', 'indicator', 'UI_NETUZE'],
      [5, 'year_not_a_whole_number', 'C', 'year', '2020.5'],
      [6, 'year_in_future', 'C', 'year', '2099'],
      [7, 'value_with_unit', 'D', 'value', '35.1 USD'],
      [8, 'missing_year', 'C', 'year', undefined],
      [9, 'outside_hard_limits', 'D', 'value', '135.1'],
      [10, 'missing_source', 'E', 'source', undefined],
      [11, 'duplicate_in_file', undefined, undefined, undefined],
      [12, 'too_many_cells', undefined, undefined, 'more'],
    ];

    it('is told exactly these, each with its cell, and its good rows are received', async () => {
      const report = await send(TEN_FAULTS);
      const told = report.problems.map(({ row, code, column, value }) => [
        row,
        code,
        column?.letter,
        column?.name,
        value,
      ]);
      expect(told).toEqual(expected);
      expect(report).toMatchObject({
        state: 'received',
        repeated: false,
        counts: { rows: 12, good: 2, bad: 10, skipped: 0, problems: 10 },
      });
      const detail = await rooms.get(ReceiptService).read(sender, report.receipt ?? '');
      expect(detail.problems).toEqual(report.problems);
      expect(detail.submission.problemsByCode).toEqual(report.problemsByCode);
      const failed = await rooms.get(ReceiptService).failedRows(sender, report.receipt ?? '');
      expect(failed.map(({ row }) => row)).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect([failed[0]?.cells, failed.at(-1)?.cells]).toEqual([
        ['read_as?decimal=.', 'country', 'indicator', 'year', 'value', 'source', 'note'],
        ['KEN', 'UI_NETUSE', '2021', '35.1', 'National survey', '', 'more'],
      ]);
      const { rows } = await rooms.get(ReceiptService).rows(sender, report.receipt ?? '', 0, 10);
      expect(rows).toMatchObject([
        { row: 2, area: 'KEN', year: 2020, value: 35.1, note: 'a note, with "quotes"\nand two lines' },
        { row: 13, area: 'BRA', value: 80.5 },
      ]);
    });

    it('is told the same by a check, which leaves the database untouched', async () => {
      const before = await rowCounts();
      const file = await rooms.get(SpoolService).take(bytesOf(TEN_FAULTS), 10_000_000);
      const report = await rooms.get(ReceiveService).check({
        actor: sender,
        channel: 'api',
        content: { file },
        mediaType: 'text/csv',
        limits: LIMITS,
      });
      await file.remove();
      expect(report.state).toBe('checked');
      expect(report.receipt).toBeUndefined();
      expect(report.problems.map(({ code }) => code)).toEqual(expected.map(([, code]) => code));
      expect(await rowCounts()).toEqual(before);
    });

    it('is refused whole when only all of it is wanted', async () => {
      const before = await rowCounts();
      await expect(send(`${TEN_FAULTS}\r\n`, { partial: false })).rejects.toMatchObject({
        code: 'file_has_problems',
        status: 422,
        extensions: { report: { state: 'refused', counts: { good: 2, problems: 10 } } },
      });
      expect(await rowCounts()).toEqual(before);
    });
  });

  describe('a file without a single usable row', () => {
    it.each([
      ['has nothing in it', ''],
      ['has a header only', 'country,indicator,year,value,source\n'],
      ['lacks columns', 'country,year\nKEN,2020\n'],
      ['has no good row', 'country,indicator,year,value,source\nKEN,UI_NETUSE,2020,many,s\n'],
      ['has skipped rows only', 'country,indicator,year,value,source\nWLD,UI_NETUSE,2020,1,s\n'],
    ])('is an error and keeps nothing: it %s', async (_what, text) => {
      const before = await rowCounts();
      await expect(send(text)).rejects.toMatchObject({ code: 'no_usable_rows', status: 422 });
      expect(await rowCounts()).toEqual(before);
    });
  });

  describe('the same file', () => {
    const text = 'country,indicator,year,value,source\nKEN,UI_NETUSE,2019,22.6,s\n';

    it('gets the same receipt from the same community', async () => {
      const first = await send(text);
      const again = await send(text, { fileName: 'renamed.csv' });
      expect(again).toMatchObject({
        receipt: first.receipt,
        repeated: true,
        state: 'received',
        counts: first.counts,
      });
    });

    it('gets a receipt of its own from another community', async () => {
      const other = await rooms.actor('arab-igf', 'submitter');
      expect((await send(text, { actor: other })).repeated).toBe(false);
    });

    it('gets one receipt when it is sent several times at once', async () => {
      const racing = 'country,indicator,year,value,source\nKEN,UI_NETUSE,2018,17.8,s\n';
      const reports = await Promise.all([send(racing), send(racing), send(racing), send(racing)]);
      expect(new Set(reports.map(({ receipt }) => receipt)).size).toBe(1);
      expect(reports.filter(({ repeated }) => !repeated)).toHaveLength(1);
    });
  });

  describe('a table that is read otherwise than it stands', () => {
    const wide = 'country;2018;2019\nKenya;19,5;22,6688\nBrasil;70,4343;..\n';
    const answers = readAnswers({ indicator: 'UI_NETUSE', source: 'Survey of a table' });

    it('is received with several figures a row, and its repairs are kept with it', async () => {
      const report = await send(wide, { answers });
      expect(report.counts).toEqual({ rows: 4, good: 3, bad: 0, skipped: 1, problems: 0 });
      expect(report.repairs.map(({ code, count }) => [code, count])).toEqual(
        expect.arrayContaining([
          ['delimiter', 1],
          ['decimal_comma', 2],
          ['decimal_comma', 1],
          ['area_by_name', 1],
          ['no_figure', 1],
        ]),
      );
      const receipt = report.receipt ?? '';
      const { submission } = await rooms.get(ReceiptService).read(sender, receipt);
      expect(submission.repairs).toEqual(report.repairs);
      const first = await rooms.get(ReceiptService).rows(sender, receipt, 0, 1);
      const rest = await rooms.get(ReceiptService).rows(sender, receipt, first.next ?? 0, 5);
      expect(
        [...first.rows, ...rest.rows].map(({ row, area, year, value }) => [row, area, year, value]),
      ).toEqual([
        [2, 'KEN', 2018, 19.5],
        [2, 'KEN', 2019, 22.6688],
        [3, 'BRA', 2018, 70.4343],
      ]);
    });

    it('gets the same receipt with the same answers, and another with others', async () => {
      const again = await send(wide, { answers });
      expect(again).toMatchObject({ repeated: true, counts: { good: 3 } });
      expect(again.repairs.length).toBeGreaterThan(2);
      const other = readAnswers({ indicator: 'UI_NETUSE', source: 'Another survey' });
      expect((await send(wide, { answers: other })).repeated).toBe(false);
    });

    it('keeps nothing while it leaves a question open', async () => {
      const before = await rowCounts();
      const text = 'country\tindicator\tyear\tvalue\tsource\nKEN\tWO_BW_PER_USER\t2020\t1,234\ts\n';
      await expect(send(text)).rejects.toMatchObject({
        code: 'needs_answer',
        status: 422,
        extensions: { questions: [{ code: 'decimal_or_thousands' }] },
      });
      expect(await rowCounts()).toEqual(before);
    });
  });

  describe('what may be sent', () => {
    it('is refused from who is no submitter of the community', async () => {
      const reviewer = await rooms.actor('arab-igf', 'reviewer');
      await expect(send(TEN_FAULTS, { actor: reviewer })).rejects.toMatchObject({
        code: 'not_a_submitter',
        status: 403,
      });
      await expect(send(TEN_FAULTS, { community: 'arab-igf' })).rejects.toMatchObject({
        code: 'not_a_submitter',
      });
    });

    it('may be a list of rows', async () => {
      const rows = [
        { country: 'KEN', indicator: 'UI_NETUSE', year: 2016, value: 16.6, source: 's\\N\ttab' },
        { country: 'XXX', indicator: 'UI_NETUSE', year: 2016, value: 16.6, source: 's' },
      ];
      const report = await send('', { content: { rows }, mediaType: 'application/json' });
      expect(report.counts).toMatchObject({ rows: 2, good: 1, bad: 1 });
      const detail = await rooms.get(ReceiptService).read(sender, report.receipt ?? '');
      expect(detail.problems).toMatchObject([{ row: 2, pointer: '/rows/1/country', value: 'XXX' }]);
      const { rows: kept } = await rooms.get(ReceiptService).rows(sender, report.receipt ?? '', 0, 10);
      expect(kept).toMatchObject([{ source: 's\\N\ttab', value: 16.6 }]);
    });

    it('has a limit of rows, beyond which nothing is kept and the connection still works', async () => {
      const before = await rowCounts();
      const rows = Array.from({ length: 5_000 }, (_, n) => `KEN,UI_NETUSE,2020,1,s${String(n)}`);
      const text = ['country,indicator,year,value,source', ...rows].join('\n');
      await expect(send(text, { limits: { rows: 4_999 } })).rejects.toMatchObject({
        code: 'too_many_rows',
        status: 413,
      });
      expect(await rowCounts()).toEqual(before);
      expect((await send(text)).counts.good).toBe(5_000);
    });

    it('survives malice: NUL bytes, binary, a huge cell, a wrong encoding', async () => {
      const before = await rowCounts();
      const header = 'country,indicator,year,value,source\n';
      const control = `${header}KEN,UI_NETUSE,2020,1,a\u0001b\n`;
      await expect(send(control)).rejects.toMatchObject({ parts: [{ code: 'control_character' }] });
      const nul = `${header}KEN,UI_NETUSE,2020,1,a\u0000b\n`;
      await expect(send(nul)).rejects.toMatchObject({ code: 'nul_bytes', params: { line: 2 } });
      await expect(send(`KEN\u0000\u0001,;"\n"${'\u0007'.repeat(500)}`)).rejects.toMatchObject({
        status: 415,
      });
      const huge = `${header}KEN,UI_NETUSE,2020,1,"${'x'.repeat(9_000_000)}"\n`;
      await expect(send(huge)).rejects.toMatchObject({ code: 'row_too_long', params: { row: 2 } });
      expect(await rowCounts()).toEqual(before);
    });
  });

  describe('the spool', () => {
    it('refuses a body beyond its limit and keeps nothing', async () => {
      const taking = rooms.get(SpoolService).take(bytesOf('x'.repeat(1_001)), 1_000);
      await expect(taking).rejects.toMatchObject({ code: 'file_too_large', status: 413 });
    });

    it('gives what was sent as often as it is asked, until it is let go', async () => {
      const file = await rooms.get(SpoolService).take(bytesOf('x'.repeat(600_000)), 1_000_000);
      for (const _time of [1, 2]) {
        let length = 0;
        for await (const chunk of file.open()) length += chunk.length;
        expect(length).toBe(600_000);
      }
      expect(file.byteSize).toBe(600_000);
      await file.remove();
      await expect(file.open()[Symbol.asyncIterator]().next()).rejects.toThrow();
    });

    it('is entered by nobody else, and holds nothing by name even while a file is being read', async () => {
      const spool = join(rooms.get<Config>(CONFIG as never).dataDirectory, 'spool');
      expect((await stat(spool)).mode & 0o777).toBe(0o700);
      const file = await rooms.get(SpoolService).take(bytesOf('country\n'), 100);
      expect(await readdir(spool)).toEqual([]);
      await file.remove();
    });

    it('is cleared at the start, and closed to others where it was open', async () => {
      const spool = join(rooms.get<Config>(CONFIG as never).dataDirectory, 'spool');
      const orphan = join(spool, `${String(process.pid)}-0123456789abcdef.part`);
      const fresh = join(spool, `${String(process.pid)}-fedcba9876543210.part`);
      await writeFile(orphan, 'half of a body');
      await writeFile(fresh, 'a body that another process is writing');
      await utimes(orphan, new Date(0), new Date(0));
      await chmod(spool, 0o755);
      await rooms.get(SpoolService).onModuleInit();
      expect(existsSync(orphan)).toBe(false);
      expect(existsSync(fresh)).toBe(true);
      await rm(fresh);
      expect((await stat(spool)).mode & 0o777).toBe(0o700);
    });
  });
});
