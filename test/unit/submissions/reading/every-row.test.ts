import fc from 'fast-check';
import { COLUMNS } from '../../../../src/submissions/checking/columns.js';
import type { SheetRow } from '../../../../src/submissions/checking/sheet-row.js';
import { recogniseLayout } from '../../../../src/submissions/reading/recognise-layout.js';
import { smallVocabulary } from '../small-vocabulary.js';

const HEADERS = [
  ['country', 'indicator', 'year', 'value', 'source'],
  ['country', 'iso3', 'indicator', 'year', 'value', 'source', 'note', 'value'],
  ['Country Name', 'Country Code', 'Indicator Name', 'Indicator Code', '2018', '2019'],
  ['Entity', 'Code', 'Year', 'NETUSE'],
  ['REF_AREA', 'INDICATOR', 'SEX', 'FREQ', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MULT', 'OBS_STATUS'],
  ['freq,unit,geo\\TIME_PERIOD', '2019 ', '2020 '],
  ['year', 'Kenya', 'Albania'],
];
const WORDS = [
  [
    '',
    ' ',
    'KEN',
    'Kenya',
    'ALB',
    'WLD',
    'World',
    'Total',
    'NETUSE',
    'SERVERS',
    '2019',
    '2020',
    '1.5',
    '2,5',
    '..',
    'F',
    '_T',
    'A',
    'M',
  ],
  [
    'e',
    'Note: x',
    'country',
    'value',
    'A,PC,AL',
    '3',
    '\u0000',
    '\ud800',
    '٢',
    "'004",
    'constructor',
    '__proto__',
    '2019 ',
    '\\',
    '%',
  ],
].flat();

const cell = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 12 }));
const sheet = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 2 }),
    fc.constantFrom(...HEADERS),
    fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }),
  )
  .map(([above, header, below]): readonly SheetRow[] =>
    [...above, header, ...below]
      .map((cells, index) => ({ row: index + 1, cells }))
      .filter(({ cells }) => cells.some((text) => text.trim() !== '')),
  );

/** Repairs that each stand for one row that was passed over. */
const PASSED_OVER = [
  'repeated_header',
  'text_line',
  'group_row',
  'units_row',
  'deleted_row',
  'not_annual_row',
  'part_row',
  'row_without_values',
];

describe('whatever is sent as a table', () => {
  it('gets an answer, and every row below its header is read, told as a problem, or counted', () => {
    const given = fc.constantFrom(
      {},
      { constants: { indicator: 'NETUSE' }, fallbackSource: 'x' },
      { mapping: { A: 'country' as const } },
    );
    let unrolledTables = 0;
    fc.assert(
      fc.property(sheet, given, (rows, said) => {
        const recognition = recogniseLayout(rows, smallVocabulary(), said);
        if ('problems' in recognition) {
          expect(recognition.problems.length).toBeGreaterThan(0);
          return;
        }
        for (const row of rows) recognition.draft.see(row);
        const settled = recognition.draft.settle();
        if ('problems' in settled) {
          expect(settled.problems.length).toBeGreaterThan(0);
          return;
        }
        const { layout } = settled;
        unrolledTables++;
        const passedOver = (): number =>
          layout.repairs.repairs
            .filter(({ code }) => PASSED_OVER.includes(code))
            .reduce((sum, { count }) => sum + count, 0);
        for (const row of rows) {
          const before = passedOver();
          const unrolled = layout.unroll(row);
          const accounted = unrolled.rows.length + unrolled.problems.length + passedOver() - before;
          if (row.row > layout.headerRow) expect(accounted).toBeGreaterThan(0);
          else expect(accounted).toBe(0);
          for (const long of unrolled.rows) {
            expect(long.cells).toHaveLength(COLUMNS.length);
            expect(long.cells.every((text) => typeof text === 'string')).toBe(true);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    expect(unrolledTables).toBeGreaterThan(300);
  });
});
