import fc from 'fast-check';
import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { COLUMNS, type ColumnName } from '../../../src/submissions/checking/columns.js';
import { fileRows, listedRows, type RowSource } from '../../../src/submissions/checking/row-source.js';
import { Problem } from '../../../src/platform/problem.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from './small-vocabulary.js';

/** Cells of every kind, right ones first. */
const CELLS: Readonly<Record<ColumnName, readonly string[]>> = {
  country: [
    'KEN',
    'KE',
    '404',
    'Kenya',
    'ALB',
    'Albanie',
    ' ken ',
    'WLD',
    '',
    'Atlantis',
    'KEM',
    "'=KEN",
    'x'.repeat(40_000),
  ],
  indicator: ['NETUSE', 'POLICY', 'IT.NET.USER.ZS', 'netuse', '', 'NETUZE', 'GONE'],
  year: [
    '2020',
    '2019',
    '2020.0',
    '2015-16',
    ' 2018 ',
    '',
    '1492',
    '2099',
    '20',
    'soon',
    '2020.5',
    '31/12/2020',
    'Q1 2020',
  ],
  value: [
    '61.5',
    '2',
    '0',
    '1e2',
    '12.3 e',
    '45%',
    '..',
    'n/a',
    ':',
    '-',
    '',
    'sixty',
    '101',
    '-1',
    'inf',
    '<5',
    '1-2',
    '2.5',
    '#REF!',
    '(3)',
    '35 USD',
    '-999',
    '٣٥',
  ],
  source: ['Survey', 'Census 2019', "'=Survey", '', 'x'.repeat(501), '=1+1'],
  note: [
    '',
    'a note, with commas',
    'two\nlines',
    "'+1",
    'x'.repeat(4_001),
    'a note with one bell \u0007 in it, and long enough to be a text',
  ],
  edition: ['', '2024', 'x'.repeat(501)],
  status: ['', 'estimated', 'Self assessed', 'doubtful', 'guessed'],
  evidence: [
    '',
    'https://example.org/law',
    'http://example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'example.org',
    'https://example.org/a https://example.org/b',
    Array.from({ length: 6 }, (_, i) => `https://example.org/${String(i)}`).join(' '),
  ],
  groups: [
    'civil society (12); government (3)',
    'secteur privé, société civile: 7',
    '政府（٣）、技术社群',
    '',
    'gouvernment',
    'government; government (4)',
    'government (few)',
    'government (0)',
    'x'.repeat(40_000),
  ],
  confidence: ['', 'high', 'Low', 'quite'],
};

/** Right cells come three times as often as each of the others, so that rows are good, slightly wrong and all wrong. */
const cellOf = (column: ColumnName) => {
  const [right = '', ...others] = CELLS[column];
  return fc.oneof(
    { weight: 2 * others.length, arbitrary: fc.constant(right) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) },
  );
};
/** In a file, a line of text that names neither country nor indicator is no row: it is passed over, and told. */
const isRow = ({ country, indicator }: Readonly<Record<ColumnName, string>>) =>
  country !== '' || indicator !== '';
const rowsOfAllKinds = fc.array(
  fc
    .record(
      Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column)])) as Record<
        ColumnName,
        fc.Arbitrary<string>
      >,
    )
    .filter(isRow),
  { minLength: 1, maxLength: 8 },
);

function asFile(rows: readonly Readonly<Record<ColumnName, string>>[]): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column])).join(','));
  return [COLUMNS.join(','), ...lines].join('\r\n');
}

/** What is said of rows, the first row being number 1, whatever they came in. */
async function judgement(open: () => RowSource | Promise<RowSource>, rowsBefore: number) {
  const findings = new CheckFindings();
  const good: object[] = [];
  try {
    for await (const batch of checkRows(await open(), smallVocabulary(), { rows: 100 }, findings)) {
      good.push(...batch.map((row) => ({ ...row, row: row.row - rowsBefore })));
    }
  } catch (error) {
    if (error instanceof Problem) return { refused: error.code };
    throw error;
  }
  const problems = findings.log.kept.map(({ row, code, value, column, pointer, params = {} }) => {
    const name = column?.name ?? pointer?.split('/').at(-1);
    const firstRow = Number(params['firstRow']) - rowsBefore;
    return {
      row: row - rowsBefore,
      code,
      value,
      name,
      params: 'firstRow' in params ? { ...params, firstRow } : params,
    };
  });
  return { good, problems, counts: findings.counts, notes: findings.notes, byCode: findings.log.byCode };
}

/** Right under a header, a row without country and year would be taken for one of units. */
const FIRST = Object.fromEntries(COLUMNS.map((column) => [column, CELLS[column][0] ?? ''])) as Record<
  ColumnName,
  string
>;
const firstRow = { ...FIRST, source: 'The first' };

/** Among the faults that the rows must have had between them. */
const EXPECTED = [
  'cell_too_long',
  'control_character',
  'duplicate_in_file',
  'group_named_twice',
  'evidence_not_a_link',
  'missing_country',
  'missing_evidence',
  'missing_groups',
  'missing_indicator',
  'missing_source',
  'missing_year',
  'not_a_ladder_level',
  'not_a_number',
  'not_finite',
  'outside_hard_limits',
  'persons_not_a_number',
  'retired_indicator',
  'spreadsheet_error',
  'text_too_long',
  'too_many_links',
  'unknown_area',
  'unknown_confidence',
  'unknown_group',
  'unknown_indicator',
  'unknown_status',
  'value_with_unit',
  'year_in_future',
  'year_out_of_range',
];

describe('a file and a JSON list of the same rows', () => {
  it('are judged alike, row by row and code by code', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(rowsOfAllKinds, async (others) => {
        const rows = [firstRow, ...others];
        const ofFile = await judgement(
          () => fileRows(bytesInMemory(asFile(rows)), smallVocabulary(), NO_ANSWERS),
          1,
        );
        const ofList = await judgement(() => listedRows(rows, smallVocabulary(), NO_ANSWERS), 0);
        expect(ofFile).toEqual(ofList);
        for (const code of Object.keys(ofFile.byCode ?? {})) codes.add(code);
      }),
      { numRuns: 500, seed: 4 },
    );
    expect([...codes].sort()).toEqual([...new Set([...codes, ...EXPECTED])].sort());
  });
});
