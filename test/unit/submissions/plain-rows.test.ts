import fc from 'fast-check';
import { checkRow, type RowRules } from '../../../src/submissions/checking/check-row.js';
import { PlainRows } from '../../../src/submissions/checking/plain-rows.js';
import { PLAIN_FORMATS, type CellFormats } from '../../../src/submissions/reading/cell-formats.js';
import type { LongRow } from '../../../src/submissions/reading/layouts/layout.js';
import { RepairLog } from '../../../src/submissions/reading/repair.js';
import { smallVocabulary } from './small-vocabulary.js';

const GOOD = ['KEN', 'NETUSE', '2020', '61.5', 'Survey', '', '', '', ''];
const vocabulary = smallVocabulary();

function rulesOf(formats: CellFormats = PLAIN_FORMATS): RowRules & { readonly repairs: RepairLog } {
  return {
    vocabulary,
    formats,
    readArea: (cell) => vocabulary.areas.read(cell, formats.areas),
    locate: ({ row }) => ({ row }),
    repairs: new RepairLog(),
  };
}

function rowOf(cells: readonly string[], row = 7): LongRow {
  return { row, cells, places: [] };
}

/** A cell that is mostly plain. */
function mostly(plain: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(plain) }, fc.constantFrom(...others));
}

const anyValue = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((digits) => String(digits / 1000)),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String),
  fc.constantFrom('0', '-0', '100.01', '1,234', '61,5', '..', '12 e', '-99', '1e3', '.5', '5.', '07', '3'),
);

const anyRow = fc
  .tuple(
    mostly('KEN', 'Kenya', 'kenya', '404', 'World', 'Atlantis', '', "'KEN"),
    mostly('NETUSE', 'netuse', 'POLICY', 'GONE', 'NETUZE', '', "'=NETUSE"),
    mostly('2020', '2019', '2015/16', '2020.0', '2563', '1492', '2099', '', '20'),
    anyValue,
    mostly('Survey', 'Census', '', "'=A1", "'Quoted", 'a\u0001b', 'x'.repeat(501)),
    mostly('', 'as told', "'-1", 'a\u0007', 'x'.repeat(4_001)),
    mostly('', '2024', "'+1", 'a\u0001b'),
    mostly('', 'estimated', 'guessed'),
    mostly('', 'https://example.org/law', 'javascript:alert(1)'),
  )
  .map((cells): readonly string[] => cells);

describe('the fast way to judge a row', () => {
  it('finds what the slow way finds, with nothing repaired, or leaves the row to it', () => {
    let fast = 0;
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 60 }), (rows) => {
        const plainRows = new PlainRows(rulesOf());
        rows.forEach((cells, index) => {
          const row = rowOf(cells, index + 2);
          const plain = plainRows.read(row);
          if (plain === undefined) return;
          fast++;
          const rules = rulesOf();
          expect({ good: plain }).toEqual(checkRow(row, rules));
          expect(rules.repairs.repairs).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
    expect(fast).toBeGreaterThan(100);
  });

  it('leaves no common row to the slow way', () => {
    const commonRow = fc
      .tuple(
        fc.integer({ min: 0, max: 100_000 }).map((digits) => String(digits / 1000)),
        fc.constantFrom('2019', '2020'),
        fc.constantFrom('', 'as told'),
        fc.constantFrom('', '2024'),
      )
      .map(([value, year, note, edition]) =>
        GOOD.with(2, year).with(3, value).with(5, note).with(6, edition),
      );
    fc.assert(
      fc.property(fc.array(commonRow, { minLength: 1 }), (rows) => {
        const plainRows = new PlainRows(rulesOf());
        for (const cells of rows) expect(plainRows.read(rowOf(cells))).toBeDefined();
      }),
    );
  });

  it('reads values to the double nearest to their digits', () => {
    const plainRows = new PlainRows(rulesOf());
    for (const digits of ['61.5', '0.1', '33.333333333333336', '99.99999999999999', '0', '100', '007.50']) {
      const cells = GOOD.with(3, digits);
      expect({ good: plainRows.read(rowOf(cells)) }).toEqual(checkRow(rowOf(cells), rulesOf()));
    }
  });

  it('leaves numbers alone while a point may stand between thousands', () => {
    const formats: CellFormats = {
      ...PLAIN_FORMATS,
      numbers: { point: 'thousands', comma: 'decimal' },
    };
    const plainRows = new PlainRows(rulesOf(formats));
    expect(plainRows.read(rowOf(GOOD.with(3, '1.234')))).toBeUndefined();
  });

  it('still judges rows after thousands of different words', () => {
    const plainRows = new PlainRows(rulesOf());
    for (let at = 0; at < 5_000; at++) plainRows.read(rowOf(GOOD.with(4, `Source ${String(at)}`)));
    expect(plainRows.read(rowOf(GOOD.with(4, 'One source more')))).toBeUndefined();
    expect(plainRows.read(rowOf(GOOD.with(4, 'Source 7')))).toMatchObject({
      source: 'Source 7',
      value: 61.5,
    });
  });
});
