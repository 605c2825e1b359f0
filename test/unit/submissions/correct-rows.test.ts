import fc from 'fast-check';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { COLUMNS, type ColumnName } from '../../../src/submissions/checking/columns.js';
import { cellsOf, correctRows, type WrittenCell } from '../../../src/submissions/reviewing/correct-rows.js';
import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { Problem } from '../../../src/platform/problem.js';
import { listedRows } from '../../../src/submissions/checking/row-source.js';
import type { KeptRow } from '../../../src/submissions/checking/staging.repository.js';
import { smallVocabulary } from './small-vocabulary.js';

const vocabulary = smallVocabulary();

const aRow = (more: Partial<KeptRow> = {}): KeptRow => ({
  ordinal: 1,
  row: 7,
  area: 'KEN',
  indicator: 'NETUSE',
  year: 2020,
  value: 61.5,
  source: 'Survey',
  edition: 'Survey',
  status: 'normal',
  ...more,
});

const written = (column: ColumnName, value: WrittenCell['value'], ordinal = 1): WrittenCell => ({
  row: 7,
  column,
  ordinal,
  value,
});

describe('a corrected row', () => {
  it('is read anew where it is written anew, and stays as it was elsewhere', () => {
    const row = aRow({ note: 'as counted', status: 'estimated', evidence: 'https://example.org/a' });
    const { rows, changes, problems } = correctRows([row], [written('year', '2021.0')], vocabulary);
    expect([rows, problems]).toEqual([[{ ...row, year: 2021 }], []]);
    expect(changes).toEqual([{ row: 7, ordinal: 1, column: 'year', before: '2020', after: '2021' }]);
  });

  it('keeps the source as its edition when it was', () => {
    const correct = (row: KeptRow) => correctRows([row], [written('source', 'Census')], vocabulary).rows[0];
    expect(correct(aRow())).toMatchObject({ source: 'Census', edition: 'Census' });
    expect(correct(aRow({ edition: '2nd' }))).toMatchObject({ source: 'Census', edition: '2nd' });
  });

  it('is told from its neighbours of the same row of the spreadsheet', () => {
    const row = [aRow(), aRow({ ordinal: 2, year: 2021 })];
    const { rows } = correctRows(row, [written('value', 62, 2)], vocabulary);
    expect(rows.map(({ value }) => value)).toEqual([61.5, 62]);
  });

  it('reads a decimal comma beside unchanged numbers with a point', () => {
    const rows = [aRow({ value: 1.125 }), aRow({ ordinal: 2, year: 2021, value: 7.125 })];
    const cells = [written('value', '61,5'), written('year', 2019, 2)];
    expect(correctRows(rows, cells, vocabulary).rows.map(({ value }) => value)).toEqual([61.5, 7.125]);
  });

  it('points to the cell that is wrong by its place in what was written', () => {
    const cells = [written('note', 'so'), written('country', 'KEX'), written('value', 'many')];
    const { rows, changes, problems } = correctRows([aRow()], cells, vocabulary);
    expect([rows, changes]).toEqual([[], []]);
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['unknown_area', '/cells/1/value'],
      ['not_a_number', '/cells/2/value'],
    ]);
  });

  it('is judged like a row that is sent, whatever is written into whichever cell', async () => {
    const text = fc.oneof(
      fc.constantFrom(
        '61,5',
        '61.5 e',
        '12%',
        ' 7 ',
        '-',
        'n/a',
        '',
        'KE',
        'Kenya',
        'WLD',
        'NETUSE',
        '2019-20',
        '3000',
      ),
      fc.constantFrom(
        '=1+2',
        'estimated',
        'sure',
        'https://example.org/x',
        'ftp://x',
        'a\u0000b',
        'x'.repeat(600),
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 1800, max: 2300 }),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COLUMNS), text, async (column, value) => {
        const row = aRow();
        const plain = Object.fromEntries(COLUMNS.map((name, index) => [name, cellsOf(row)[index]]));
        const sent = { ...plain, value: row.value, [column]: value };
        const findings = new CheckFindings();
        const source = listed(sent);
        if (source === undefined) return;
        for await (const good of checkRows(source, vocabulary, { rows: 1 }, findings)) {
          const { rows } = correctRows([row], [written(column, value)], vocabulary);
          expect(rows).toEqual([{ ...good[0], row: 7, ordinal: 1 }]);
        }
        if (findings.good === 1) return;
        const { problems } = correctRows([row], [written(column, value)], vocabulary);
        const codes = findings.log.kept.map(({ code }) => code);
        const passedOver = findings.skipped === 0 ? [] : ['no_figure_left', 'not_one_country'];
        expect(problems).not.toEqual([]);
        if (passedOver.length > 0) expect(passedOver).toContain(problems[0]?.code);
        else expect(problems.map(({ code }) => code)).toEqual(codes);
      }),
      { numRuns: 400 },
    );
  });

  /** A text that a list as a whole leaves open is asked about there, and told as a problem here. */
  function listed(row: Parameters<typeof listedRows>[0][number]) {
    try {
      return listedRows([row], vocabulary, NO_ANSWERS);
    } catch (error) {
      if (error instanceof Problem && error.code === 'needs_answer') return undefined;
      throw error;
    }
  }
});
