import type { Actor } from '../../../src/access/actor.js';
import { loadSeeds } from '../../../src/catalogue/load-seeds.js';
import { DecisionService } from '../../../src/observations/decision.service.js';
import { SeededFiguresService } from '../../../src/observations/seeded-figures.service.js';
import { readAnswers, type AnswerTexts } from '../../../src/submissions/checking/answers.js';
import { ReceiptService } from '../../../src/submissions/receipt.service.js';
import { ReceiveService, type Sending } from '../../../src/submissions/receiving/receive.service.js';
import type { RowWarning } from '../../../src/submissions/checking/warning.js';
import type { ListedRow } from '../../../src/submissions/checking/row-source.js';
import { openRooms, SEEDS, type Rooms } from '../../support/rooms.js';

describe('arrival', () => {
  let rooms: Rooms;
  let sender: Actor;
  let reviewer: Actor;
  beforeAll(async () => {
    rooms = await openRooms();
    await rooms.get(SeededFiguresService).load(SEEDS, await loadSeeds(SEEDS));
    sender = await rooms.actor('african-igf', 'submitter');
    reviewer = await rooms.actor('arab-igf', 'reviewer');
  });
  afterAll(() => rooms.close());

  const aRow = (more: ListedRow = {}): ListedRow => ({
    country: 'KEN',
    indicator: 'UI_NETUSE',
    year: 2024,
    value: 36,
    source: 'Survey',
    ...more,
  });

  const sending = (rows: readonly ListedRow[], answers: AnswerTexts = {}): Sending => ({
    actor: sender,
    channel: 'api',
    content: { rows },
    mediaType: 'application/json',
    limits: { rows: 10_000 },
    answers: readAnswers(answers),
  });
  const receive = (...rows: readonly ListedRow[]) => rooms.get(ReceiveService).receive(sending(rows));
  const check = (...rows: readonly ListedRow[]) => rooms.get(ReceiveService).check(sending(rows));

  async function accept(...rows: readonly ListedRow[]): Promise<void> {
    const { receipt = '' } = await receive(...rows);
    await rooms.get(DecisionService).decide(reviewer, receipt, { decision: 'accept' });
  }

  async function figureInUse(area: string, indicator: string, year: number): Promise<number> {
    const [row] = await rooms.database.dataSource.query(
      `SELECT o.value FROM observation o JOIN area a ON a.id = o.area_id JOIN indicator i ON i.id = o.indicator_id
     WHERE a.code = $1 AND i.code = $2 AND o.year = $3 AND o.revision_to IS NULL ORDER BY series_edition_id DESC LIMIT 1`,
      [area, indicator, year],
    );
    return row.value;
  }

  describe('rows that arrive', () => {
    it('are good without a word when they fit what is held', async () => {
      const value = await figureInUse('KEN', 'UI_NETUSE', 2023);
      const report = await check(aRow({ year: 2023, value: value + 1 }));
      expect(report).toMatchObject({ counts: { good: 1 }, warnings: [], warningsByCode: {}, unchanged: 0 });
    });

    it('tell which figures of the same community and source they will replace, and which they repeat', async () => {
      await accept(
        aRow({ year: 2015, value: 20, source: 'Own' }),
        aRow({ year: 2016, value: 21, source: 'Own' }),
      );
      const report = await receive(
        aRow({ year: 2015, value: 20.5, source: 'Own' }),
        aRow({ year: 2016, value: 21, source: 'Own' }),
      );
      expect(report.warnings).toEqual([
        {
          code: 'replaces_own_figure',
          row: 1,
          params: { area: 'KEN', indicator: 'UI_NETUSE', year: 2015, before: 20, after: 20.5 },
        },
      ]);
      expect(report).toMatchObject({ warningsByCode: { replaces_own_figure: 1 }, unchanged: 1 });
    });

    it('are compared with the published figure before that of another community', async () => {
      const other = await figureInUse('KEN', 'UI_NETUSE', 2018);
      const report = await check(aRow({ year: 2018, value: other + 30 }));
      expect(report.warnings).toEqual([
        {
          code: 'differs_from_figure_in_use',
          row: 1,
          params: expect.objectContaining({ year: 2018, value: other + 30, other, source: 'IT.NET.USER.ZS' }),
        },
      ]);
    });

    it('tell a leap and not the way back, inside the file and from what is held', async () => {
      const years = [2001, 2002, 2003, 2004].map((year) =>
        aRow({ country: 'BRA', year, value: year === 2002 ? 70 : 20 }),
      );
      const { warnings } = await check(...years);
      expect(warnings.filter(({ code }) => code === 'sudden_change')).toEqual([
        {
          code: 'sudden_change',
          row: 2,
          params: expect.objectContaining({ yearBefore: 2001, before: 20, value: 70 }),
        },
      ]);
      const last = await figureInUse('KEN', 'UI_NETUSE', 2023);
      const leap = await check(
        aRow({ year: 2025, value: last + 55 }),
        aRow({ country: 'BRA', year: 2025, value: 90 }),
      );
      expect(leap.warnings.map(({ code, row }) => [code, row])).toEqual([['sudden_change', 1]]);
    });

    it('tell no leap when a law comes into force', async () => {
      const report = await check(
        aRow({ indicator: 'FT_ECOMLAW', year: 2020, value: 0 }),
        aRow({ indicator: 'FT_ECOMLAW', year: 2021, value: 1 }),
      );
      expect(report.warnings).toEqual([]);
    });

    it('tell when two sources in one file are far apart', async () => {
      const report = await check(
        aRow({ country: 'BRA', year: 2003, value: 20, source: 'A' }),
        aRow({ country: 'BRA', year: 2003, value: 40, source: 'B' }),
        aRow({ country: 'BRA', year: 2004, value: 21, source: 'A' }),
        aRow({ country: 'BRA', year: 2004, value: 22, source: 'B' }),
      );
      expect(report.warningsByCode).toEqual({ sources_differ_in_file: 1 });
      expect(report.warnings[0]).toMatchObject({ row: 2, params: { value: 40, other: 20, otherRow: 1 } });
    });

    it('tell the same when they are checked, received, read later and sent again', async () => {
      const rowsSent = [
        aRow({ year: 2023, value: 80 }),
        aRow({ year: 2024, value: 85 }),
        aRow({ year: 2012, value: 10 }),
      ];
      const checked = await check(...rowsSent);
      const received = await receive(...rowsSent);
      const again = await receive(...rowsSent);
      const read = await rooms.get(ReceiptService).read(sender, received.receipt ?? '');
      expect(checked.warningsByCode).toMatchObject({ differs_from_figure_in_use: 2 });
      for (const told of [received, again, { ...read, warningsByCode: read.submission.warningsByCode }]) {
        expect(told.warnings).toEqual(checked.warnings);
        expect(told.warningsByCode).toEqual(checked.warningsByCode);
      }
    });

    it('are told of a note that does not keep to the issue, once, when checked, received and read later', async () => {
      const noted = (note: string, more: ListedRow = {}) => aRow({ country: 'BRA', note, ...more });
      const named = 'Minister John Doe ordered it.';
      const claim = '90 % of the users were cut off.';
      const rowsSent = [
        noted(named, { year: 2005, value: 21 }),
        noted(named, { year: 2006, value: 22 }),
        noted(claim, { year: 2007, value: 23 }),
        noted('95 % of the users were cut off.', {
          year: 2008,
          value: 24,
          evidence: 'https://example.org/a',
        }),
        noted('Estimated from the survey', { year: 2009, value: 25 }),
      ];
      const checked = await check(...rowsSent);
      const onNotes = ({ warnings }: { readonly warnings: readonly RowWarning[] }) =>
        warnings.filter(({ code }) => code.startsWith('note_'));
      expect(onNotes(checked)).toEqual([
        { code: 'note_names_person', row: 1, params: { quoted: 'Minister John Doe' } },
        { code: 'note_without_evidence', row: 3, params: { quoted: '90 %' } },
      ]);
      expect(checked.warningsByCode).toMatchObject({ note_names_person: 1, note_without_evidence: 1 });
      const received = await receive(...rowsSent);
      expect(received).toMatchObject({ counts: { good: 5 } });
      expect(onNotes(received)).toEqual(onNotes(checked));
      expect(onNotes(await rooms.get(ReceiptService).read(sender, received.receipt ?? ''))).toEqual(
        onNotes(checked),
      );
    });

    it('leave nothing behind when they are checked', async () => {
      const tables = ['submission', 'staged_row', 'submission_warning', 'audit_entry'];
      const count = () =>
        Promise.all(tables.map((name) => rooms.database.dataSource.query(`SELECT count(*) FROM ${name}`)));
      const before = await count();
      await check(aRow({ year: 2022, value: 90 }));
      expect(await count()).toEqual(before);
    });

    it('count all warnings and keep the first two hundred of each code', async () => {
      const codes: { code: string }[] = await rooms.database.dataSource.query(
        'SELECT code FROM area ORDER BY code',
      );
      const many = codes.flatMap(({ code: country }) => [
        aRow({ country, indicator: 'UI_ELEC', year: 2001, value: 10 }),
        aRow({ country, indicator: 'UI_ELEC', year: 2002, value: 90 }),
      ]);
      const report = await check(...many);
      expect(codes.length).toBeGreaterThan(200);
      expect(report.warningsByCode).toEqual({ sudden_change: codes.length });
      expect(report.warnings).toHaveLength(200);
      expect(report.warnings[0]?.row).toBe(2);
    });
  });

  describe('values in another scale', () => {
    const shares = ['KEN', 'BRA', 'IND', 'FRA'].map((country) => aRow({ country, year: 2022, value: 0.5 }));
    const asked = (sent: readonly ListedRow[], answers?: AnswerTexts) =>
      rooms
        .get(ReceiveService)
        .check(sending(sent, answers))
        .then(
          () => undefined,
          (problem: unknown) => problem,
        );

    it('are asked about when they are all a hundredth of what is held', async () => {
      const problem = await asked(shares);
      expect(problem).toMatchObject({
        code: 'needs_answer',
        extensions: {
          questions: [
            {
              code: 'scale_factor',
              choices: ['1', '100'],
              params: { indicator: 'UI_NETUSE', factor: '100' },
            },
          ],
        },
      });
    });

    it('are asked about when nothing is held and all values of a percentage are one or less', async () => {
      const sent = ['KEN', 'BRA', 'IND'].map((country) =>
        aRow({ country, indicator: 'UI_HHNET', value: 0.4 }),
      );
      expect(await asked(sent)).toMatchObject({ code: 'needs_answer' });
      expect(await asked(sent.slice(1))).toBeUndefined();
    });

    it('are multiplied or left as the sender answers', async () => {
      const multiplied = await rooms.get(ReceiveService).receive(sending(shares, { scale: '100' }));
      const page = await rooms.get(ReceiptService).rows(sender, multiplied.receipt ?? '', 0, 10);
      expect(page.rows.map(({ value }) => value)).toEqual([50, 50, 50, 50]);
      const left = await rooms.get(ReceiveService).check(sending(shares, { scale: '1' }));
      expect(left.counts.good).toBe(4);
      expect(left.warningsByCode['differs_from_figure_in_use']).toBeGreaterThan(0);
    });

    it('can only be left when the file has other indicators too', async () => {
      const other = aRow({ indicator: 'UI_FBB', year: 2022, value: 2 });
      expect(await asked([...shares, other])).toMatchObject({
        extensions: { questions: [{ code: 'scale_factor_of_one', choices: ['1'] }] },
      });
    });
  });

  describe('a value beyond the limits of its indicator', () => {
    const beyond = aRow({ country: 'CRI', indicator: 'UI_MOBOWN', year: 2016, value: 111.139 });

    it('is refused, unless it is marked as doubtful and the note says why', async () => {
      for (const more of [{}, { status: 'doubtful' }, { note: 'As published' }]) {
        const refused = check({ ...beyond, ...more });
        await expect(refused).rejects.toMatchObject({ parts: [{ code: 'outside_hard_limits' }] });
      }
      const report = await check({ ...beyond, status: 'doubtful', note: 'As published' });
      expect(report).toMatchObject({ counts: { good: 1 }, warningsByCode: { outside_limits_doubtful: 1 } });
    });

    it('is accepted only with a reason', async () => {
      const { receipt = '' } = await receive({ ...beyond, status: 'doubtful', note: 'As published' });
      const decide = (text?: string) =>
        rooms
          .get(DecisionService)
          .decide(reviewer, receipt, { decision: 'accept', ...(text === undefined ? {} : { text }) });
      await expect(decide()).rejects.toMatchObject({ code: 'reason_required' });
      expect(await decide('More than one telephone each')).toMatchObject({ state: 'accepted' });
    });
  });
});
