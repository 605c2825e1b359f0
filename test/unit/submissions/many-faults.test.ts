import { NO_ANSWERS } from '../../../src/submissions/checking/answers.js';
import { CheckFindings, checkRows } from '../../../src/submissions/checking/check-rows.js';
import { fileRows } from '../../../src/submissions/checking/row-source.js';
import { bytesInMemory } from '../../support/bytes-in-memory.js';
import { smallVocabulary } from './small-vocabulary.js';

const COLUMNS = [
  ...(['country', 'indicator', 'year', 'value', 'source', 'note', 'status', 'evidence'] as const),
  ...(['groups', 'confidence'] as const),
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

const GOOD: Row = { country: 'KEN', indicator: 'NETUSE', year: '2020', value: '61.5', source: 'Survey' };
const ASSESSED: Row = {
  ...GOOD,
  indicator: 'POLICY',
  value: '2',
  evidence: 'https://example.org/law',
  groups: 'government',
};

/** One fault of each kind that lies in a cell, and the cell it lies in. */
const FAULTS: readonly (readonly [code: string, column: Column, row: Row])[] = [
  ['missing_country', 'country', { ...GOOD, country: ' ' }],
  ['unknown_area', 'country', { ...GOOD, country: 'Atlantis' }],
  ['missing_indicator', 'indicator', { ...GOOD, indicator: '' }],
  ['unknown_indicator', 'indicator', { ...GOOD, indicator: 'NETUZE' }],
  ['retired_indicator', 'indicator', { ...GOOD, indicator: 'GONE' }],
  ['missing_year', 'year', { ...GOOD, year: '' }],
  ['year_not_a_whole_number', 'year', { ...GOOD, year: '2019.5' }],
  ['year_out_of_range', 'year', { ...GOOD, year: '1492' }],
  ['year_in_future', 'year', { ...GOOD, year: '2027' }],
  ['not_a_number', 'value', { ...GOOD, value: 'sixty' }],
  ['not_finite', 'value', { ...GOOD, value: 'inf' }],
  ['outside_hard_limits', 'value', { ...GOOD, value: '100.01' }],
  ['not_a_ladder_level', 'value', { ...ASSESSED, value: '2.5' }],
  ['missing_source', 'source', { ...GOOD, source: '' }],
  ['cell_too_long', 'source', { ...GOOD, source: 'x'.repeat(32_769) }],
  ['text_too_long', 'note', { ...GOOD, note: 'x'.repeat(4_001) }],
  ['control_character', 'note', { ...GOOD, note: 'a\u0001b' }],
  ['unknown_status', 'status', { ...GOOD, status: 'guessed' }],
  ['missing_evidence', 'evidence', { ...ASSESSED, evidence: '' }],
  ['evidence_not_a_link', 'evidence', { ...ASSESSED, evidence: 'javascript:alert(1)' }],
  ['too_many_links', 'evidence', { ...ASSESSED, evidence: 'https://example.org/ '.repeat(6) }],
  ['missing_groups', 'groups', { ...ASSESSED, groups: '' }],
  ['unknown_group', 'groups', { ...ASSESSED, groups: 'gouvernment' }],
  ['group_named_twice', 'groups', { ...ASSESSED, groups: 'government (3); state' }],
  ['persons_not_a_number', 'groups', { ...ASSESSED, groups: 'government (few)' }],
  ['unknown_confidence', 'confidence', { ...ASSESSED, confidence: 'quite' }],
];

interface Writing {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly start: string;
  /** Written between each two rows. */
  readonly between: readonly string[];
  readonly allQuoted: boolean;
}

const PLAIN: Writing = {
  columns: COLUMNS,
  delimiter: ',',
  lineEnd: '\n',
  start: '',
  between: [],
  allQuoted: false,
};

const WRITINGS: readonly (readonly [string, Partial<Writing>])[] = [
  ['plainly', {}],
  ['with CR LF', { lineEnd: '\r\n' }],
  ['with CR', { lineEnd: '\r' }],
  ['with a byte order mark', { start: '\u{feff}' }],
  ['with semicolons', { delimiter: ';' }],
  ['with tabs and CR LF', { delimiter: '\t', lineEnd: '\r\n' }],
  ['with every cell in quotes', { allQuoted: true }],
  ['with blank lines', { start: '\n\n', between: ['', ',,,,,,,,,', '  '] }],
  ['with columns in another order', { columns: [...COLUMNS].reverse() }],
  [
    'with columns of its own',
    { columns: ['Region', ...COLUMNS.slice(0, 3), '', 'unit', ...COLUMNS.slice(3)] },
  ],
];

/** The file, and the spreadsheet row of each fault: a good row with two lines in its note stands before each. */
function write(writing: Partial<Writing>): { readonly text: string; readonly rows: readonly number[] } {
  const { columns, delimiter, lineEnd, start, between, allQuoted } = { ...PLAIN, ...writing };
  const quoted = (cell: string): string =>
    allQuoted || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lineOf = (row: Row): string =>
    columns.map((column) => quoted(row[column as Column] ?? '')).join(delimiter);
  const lines = [columns.map(quoted).join(delimiter)];
  const rows: number[] = [];
  const before = start.replaceAll('\u{feff}', '').length;
  for (const [index, [, , row]] of FAULTS.entries()) {
    const source = `Survey ${String(index)}`;
    lines.push(...between, lineOf({ ...GOOD, source, note: 'two, or\n"three"; lines' }), lineOf(row));
    rows.push(before + lines.length);
  }
  return { text: start + lines.join(lineEnd) + lineEnd, rows };
}

async function check(text: string): Promise<CheckFindings> {
  const findings = new CheckFindings();
  const source = await fileRows(bytesInMemory(text), smallVocabulary(), NO_ANSWERS);
  const batches = checkRows(source, smallVocabulary(), { rows: 1_000 }, findings);
  while ((await batches.next()).done !== true);
  return findings;
}

const letterOf = (columns: readonly string[], column: Column): string =>
  String.fromCharCode(65 + columns.indexOf(column));

describe('a file with a fault of each kind', () => {
  it.each(WRITINGS)(
    'is told each once, with row, letter and name of its cell, written %s',
    async (_, writing) => {
      const { text, rows } = write(writing);
      const columns = writing.columns ?? COLUMNS;
      const findings = await check(text);
      const told = findings.log.kept.map(({ code, row, column }) => [
        code,
        row,
        column?.letter,
        column?.name,
      ]);
      const expected = FAULTS.map(([code, column], index) => [
        code,
        rows[index],
        letterOf(columns, column),
        column,
      ]);
      expect(told).toEqual(expected);
      expect(findings.counts).toEqual({
        rows: 2 * FAULTS.length,
        good: FAULTS.length,
        bad: FAULTS.length,
        skipped: 0,
        problems: FAULTS.length,
      });
    },
  );
});

describe('a file with faults of rows', () => {
  it('is told each once, and the rows around them are read', async () => {
    const line = 'KEN,NETUSE,2020,1';
    const findings = await check(
      [
        'country,indicator,year,value,source,note',
        `${line},first,`,
        'KEN,NETUSE,2020',
        `${line},too,many,cells`,
        `${line},second,"opened" and not closed`,
        `${line},first,again`,
        `${line},third,"never closed`,
        `${line},fourth`,
      ].join('\r\n'),
    );
    expect(findings.log.kept).toMatchObject([
      { row: 3, code: 'too_few_cells' },
      { row: 4, code: 'too_many_cells', value: 'cells' },
      {
        row: 5,
        code: 'broken_quotes',
        column: { letter: 'F', name: 'note' },
        value: '"opened" and not closed',
        params: { lines: 1 },
      },
      { row: 6, code: 'duplicate_in_file', params: { firstRow: 2 } },
      { row: 7, code: 'broken_quotes', column: { letter: 'F', name: 'note' }, params: { lines: 2 } },
    ]);
    expect(findings.counts).toMatchObject({ rows: 6, good: 1, bad: 5, problems: 5 });
  });

  it('is told that the header itself is broken', async () => {
    const findings = await check('country,"indicator" code,year,value,source\nKEN,NETUSE,2020,1,s\n');
    expect(findings.log.kept).toMatchObject([{ row: 1, code: 'broken_quotes', params: { lines: 1 } }]);
    expect(findings.counts).toMatchObject({ rows: 0, problems: 1 });
  });
});
