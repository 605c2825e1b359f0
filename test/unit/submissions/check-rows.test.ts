import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { MOST_KEPT_PROBLEMS } from '../../../src/submissions/checking/problem-log.js';
import type { ByteSource } from '../../../src/submissions/reading/byte-source.js';
import {
  fileRows,
  listedRows,
  type ListedRow,
  type RowSource,
} from '../../../src/submissions/checking/row-source.js';
import type { GoodRow } from '../../../src/submissions/checking/staged-row.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from './small-vocabulary.js';

async function check(source: RowSource, limit = 1_000_000) {
  const findings = new CheckFindings();
  const good: GoodRow[] = [];
  for await (const batch of checkRows(source, smallVocabulary(), { rows: limit }, findings))
    good.push(...batch);
  return { findings, good };
}

const rowsOf = (file: ByteSource) => fileRows(file, smallVocabulary(), NO_ANSWERS);
const checkText = async (text: string, limit?: number) => check(await rowsOf(bytesInMemory(text)), limit);
const checkList = (rows: readonly ListedRow[]) => check(listedRows(rows, smallVocabulary(), NO_ANSWERS));

const HEADER = 'country,indicator,year,value,source,note,edition,status,evidence,groups';

describe('checking the rows of a file', () => {
  it('counts rows as good, bad or skipped and keeps problems in the order of the file', async () => {
    const { findings, good } = await checkText(
      [
        HEADER,
        'KEN,NETUSE,2020,1,s',
        'WLD,NETUSE,2020,1,s',
        'XXX,NETUSE,2020,many,s',
        'ALB,NETUSE,2020,2,s',
      ].join('\n'),
    );
    expect(findings.counts).toEqual({ rows: 4, good: 2, bad: 1, skipped: 1, problems: 2 });
    expect(good.map(({ row, area }) => [row, area])).toEqual([
      [2, 'KEN'],
      [5, 'ALB'],
    ]);
    expect(findings.log.kept.map(({ row, code }) => [row, code])).toEqual([
      [4, 'unknown_area'],
      [4, 'not_a_number'],
    ]);
    expect(findings.log.byCode).toEqual({ unknown_area: 1, not_a_number: 1 });
    expect(findings.notes).toEqual([
      { code: 'area_skipped', params: { area: 'WLD', rows: 1, reason: 'an aggregate' } },
    ]);
  });

  it('refuses the same figure a second time and names the row that has it first', async () => {
    const { findings, good } = await checkText(
      [HEADER, 'KEN,NETUSE,2020,1,s', 'KE,IT.NET.USER.ZS,2020,2,s', 'KEN,NETUSE,2020,3,s,,other'].join('\n'),
    );
    expect(good.map(({ row }) => row)).toEqual([2, 4]);
    expect(findings.log.kept).toMatchObject([{ row: 3, code: 'duplicate_in_file', params: { firstRow: 2 } }]);
  });

  it('keeps the first thousand problems and counts all of them', async () => {
    const rows = Array.from({ length: 2_500 }, () => 'XXX,NETUSE,2020,1,s');
    const { findings } = await checkText([HEADER, ...rows].join('\n'));
    expect(findings.log.kept).toHaveLength(MOST_KEPT_PROBLEMS);
    expect(findings.counts.problems).toBe(2_500);
    expect(findings.log.byCode).toEqual({ unknown_area: 2_500 });
  });

  it('stops at the most rows it may take', async () => {
    const text = [HEADER, 'KEN,NETUSE,2020,1,s', 'KEN,NETUSE,2021,1,s', 'KEN,NETUSE,2022,1,s'].join('\n');
    await expect(checkText(text, 2)).rejects.toMatchObject({ code: 'too_many_rows', status: 413 });
  });

  it('reads no rows below a header that is not clear', async () => {
    const { findings } = await checkText('country,indicator,year,value\nKEN,NETUSE,2020,1');
    expect(findings.counts).toMatchObject({ rows: 0, good: 0, problems: 1 });
    expect(findings.log.kept).toMatchObject([{ row: 1, code: 'missing_column', params: { name: 'source' } }]);
  });

  it('lets go of the file also when it reads no rows', async () => {
    const bytes = bytesInMemory('country,indicator\n' + 'KEN,NETUSE\n'.repeat(40_000));
    let open = 0;
    await check(
      await rowsOf({
        byteSize: bytes.byteSize,
        async *open(from) {
          open++;
          try {
            yield* bytes.open(from);
          } finally {
            open--;
          }
        },
      }),
    );
    expect(open).toBe(0);
  });

  it('tells an empty file from one with a header only', async () => {
    expect((await checkText('')).findings.log.byCode).toEqual({ empty_file: 1 });
    expect((await checkText(`${HEADER}\n\n`)).findings.log.byCode).toEqual({ no_rows: 1 });
  });

  it('tells of a row whose quotes are broken and how far it runs', async () => {
    const { findings } = await checkText(`${HEADER}\nKEN,NETUSE,2020,1,"s\nALB,NETUSE,2020,1,s\n`);
    expect(findings.log.kept).toMatchObject([{ row: 2, code: 'broken_quotes' }]);
    expect(findings.counts).toMatchObject({ rows: 1, good: 0 });
  });
});

describe('CSV and JSON', () => {
  const rows: ListedRow[] = [
    { country: 'KEN', indicator: 'NETUSE', year: 2020, value: 61.5, source: 's' },
    { country: 'KEN', indicator: 'NETUSE', year: '2020', value: '62', source: 's' },
    { country: 'KEN', indicator: 'NETUSE', year: 2020.5, value: 1e300, source: 's' },
    { country: 'KEN', indicator: 'NETUSE', year: 2031, value: 5, source: '' },
    { country: 'WLD', indicator: 'NETUSE', year: 2020, value: 1, source: 's' },
    { country: 'XXX', indicator: 'GONE', year: 2020, value: '1,5', source: 's', status: 'maybe' },
    { country: 'ALB', indicator: 'POLICY', year: 2020, value: 2.5, source: 's' },
    {
      country: 'ALB',
      indicator: 'POLICY',
      year: 2020,
      value: 2,
      source: 's',
      evidence: 'https://example.org',
      groups: 'government',
    },
    { country: 'ALB', indicator: 'SERVERS', year: 2020, value: -0.5, source: 's', note: 'with, comma' },
    {},
  ];
  const columns = HEADER.split(',') as (keyof ListedRow)[];
  const csv = rows
    .map((row) => columns.map((column) => `"${String(row[column] ?? '')}"`).join(','))
    .join('\n');

  it('are judged alike', async () => {
    const fromList = await checkList(rows);
    const fromFile = await checkText(`${HEADER}\n${csv}\n"KEN","NETUSE"`);
    const plain = (row: number, list: readonly { readonly code: string; readonly row: number }[]) =>
      list.map((problem) => [problem.row + row, problem.code]);
    // The list counts its rows from 1, the sheet has its header there; a wholly empty row is none in a sheet.
    const listed = fromList.findings.log.kept.filter(({ row }) => row < rows.length);
    const filed = fromFile.findings.log.kept.filter(({ row }) => row <= rows.length);
    expect(plain(1, listed)).toEqual(plain(0, filed));
    expect(listed.length).toBeGreaterThan(8);
    expect(fromList.good.map(({ row: _row, ...figure }) => figure)).toEqual(
      fromFile.good.map(({ row: _row, ...figure }) => figure),
    );
    expect(fromList.good).toHaveLength(2);
  });

  it('a problem of a list points into the body', async () => {
    const { findings } = await checkList(rows);
    expect(findings.log.kept.find(({ code }) => code === 'year_in_future')).toMatchObject({
      row: 4,
      pointer: '/rows/3/year',
      value: '2031',
    });
  });
});
