import fc from 'fast-check';
import {
  decideFormat,
  NumberSurvey,
  POINT_FORMAT,
  type FormatHints,
  type ValueLimits,
} from '../../../../src/submissions/reading/number-format.js';
import { readNumber } from '../../../../src/submissions/reading/read-number.js';

const COMMA_FORMAT = { point: 'thousands', comma: 'decimal' } as const;
const OPEN_FORMAT = { point: 'open', comma: 'open' } as const;

function surveyOf(cells: readonly string[], limits?: ValueLimits): NumberSurvey {
  const survey = new NumberSurvey();
  for (const [index, cell] of cells.entries()) survey.see(cell, index + 2, limits);
  return survey;
}

/** What the values of a column read as: numbers, `missing`, or the codes of faults. */
function readColumn(
  cells: readonly string[],
  hints?: FormatHints,
  limits?: ValueLimits,
): readonly (number | string)[] {
  const { format } = decideFormat(surveyOf(cells, limits), hints);
  return cells.map((cell) => outcomeOf(readNumber(cell, format, limits)));
}

function outcomeOf(reading: ReturnType<typeof readNumber>): number | string {
  return 'fault' in reading ? reading.fault : 'missing' in reading ? 'missing' : reading.value;
}

const read = (cell: string, unit = {}) => outcomeOf(readNumber(cell, POINT_FORMAT, unit));

describe('signs that leave no doubt', () => {
  it.each([
    ['70.4343', 70.4343],
    ['70,4343', 70.4343],
    ['70,4', 70.4],
    ['0,123', 0.123],
    ['1234,567', 1234.567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.004.230,78', 1004230.78],
    ['1,004,230', 1004230],
    ['1\u00a0004\u00a0230,78', 1004230.78],
    ['869\u202f559,19', 869559.19],
    ['12 345', 12345],
    ['1\u2009234.5', 1234.5],
    ["1'234'567.5", 1234567.5],
    ['1’234', 1234],
    ['12,34,567.89', 1234567.89],
    ['1,00,000', 100000],
    ['١٬٢٣٤٫٥', 1234.5],
    ['۷۰٫۴', 70.4],
    ['٧٠', 70],
    ['１２．５', 12.5],
    ['७०.४', 70.4],
    ['1·5', 1.5],
    ['4.37E-06', 4.37e-6],
    ['1,2E+05', 120000],
    ['−5.5', -5.5],
    ['–5', -5],
    ['- 5', -5],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['(5.3)', -5.3],
    ["'12.5", 12.5],
    ['="12.5"', 12.5],
    ['\u200e12.5\u200f', 12.5],
    ['\ufeff12.5 ', 12.5],
    ['-0', 0],
  ])('reads %p as %p', (cell, value) => expect(read(cell)).toBe(value));

  it.each([
    '1,23,45',
    '12 34',
    '1.234.5',
    '1,2,3',
    '1 234 5',
    '5,',
    '1,,',
    '--5',
    '5-',
    '1/2',
    'twelve',
    '(-5)',
    '.',
    "12'5",
  ])('does not take %p for a number', (cell) => expect(typeof read(cell)).toBe('string'));

  it('tells what was repaired', () => {
    expect(readNumber('1.234,5 %', COMMA_FORMAT, { unit: '% of population' })).toEqual({
      value: 1234.5,
      repairs: ['decimal_comma', 'thousands_sign_removed', 'percent_sign_dropped'],
    });
    expect(readNumber('12.5', POINT_FORMAT)).toEqual({ value: 12.5, repairs: [] });
  });
});

describe('a point or comma before three digits', () => {
  it.each<[string, readonly string[], readonly (number | string)[]]>([
    ['decimals by another cell of the column', ['1,234', '70,5'], [1.234, 70.5]],
    ['thousands by a decimal point in the column', ['1,234', '70.5'], [1234, 70.5]],
    ['thousands by a cell with two of them', ['869.559', '1.004.230'], [869559, 1004230]],
    ['thousands by a cell with both', ['869.559', '1.230,5'], [869559, 1230.5]],
    ['decimals by a leading zero', ['1,234', '0,123'], [1.234, 0.123]],
  ])('is %s', (_title, cells, values) => expect(readColumn(cells)).toEqual(values));

  it('is asked for when nothing decides, and only the cells in doubt are refused', () => {
    const cells = ['12', '1,234', '2,500'];
    expect(readColumn(cells)).toEqual([12, 'decimal_or_thousands', 'decimal_or_thousands']);
    const column = { letter: 'E', name: 'value' };
    expect(decideFormat(surveyOf(cells), { delimiter: ',', column }).question).toEqual({
      code: 'decimal_or_thousands',
      column,
      choices: ['.', ','],
      example: { row: 3, value: '1,234', readings: ['1234', '1.234'] },
    });
  });

  it('is asked for when the column contradicts itself; cells beyond doubt are still read', () => {
    expect(readColumn(['12,5', '12.5', '1,234'])).toEqual([12.5, 12.5, 'decimal_or_thousands']);
  });

  it('is as the sender answered', () => {
    expect(readColumn(['1,234'], { answer: '.' })).toEqual([1234]);
    expect(readColumn(['1,234'], { answer: ',' })).toEqual([1.234]);
  });

  it('is decided by the limits of the indicator, and that is told', () => {
    const limits = { hardMin: 0, hardMax: 100 };
    expect(readColumn(['70,434'], {}, limits)).toEqual([70.434]);
    expect(readColumn(['70.434'], { delimiter: ';' }, limits)).toEqual([70.434]);
    expect(decideFormat(surveyOf(['70,434'], limits))).toMatchObject({
      evidence: 'limits',
      repair: { code: 'decimal_sign_decided', count: 1, params: { decimal: ',', evidence: 'limits' } },
    });
  });

  it('is decided by another column', () => {
    const other = surveyOf(['3,5']);
    expect(decideFormat(surveyOf(['1,234']), {}, [other])).toMatchObject({
      evidence: 'other_columns',
      format: COMMA_FORMAT,
    });
    expect(decideFormat(surveyOf(['1,234']), {}, [other, surveyOf(['3.5'])]).question).toBeDefined();
  });

  it('is decided by commas between cells: they go with the point; other delimiters decide nothing', () => {
    expect(readColumn(['1,234'], { delimiter: ';' })).toEqual(['decimal_or_thousands']);
    expect(readColumn(['1.234'], { delimiter: ',' })).toEqual([1.234]);
    expect(readColumn(['1.234'], { delimiter: ';' })).toEqual(['decimal_or_thousands']);
    expect(readColumn(['1,234'], { delimiter: ',' })).toEqual(['decimal_or_thousands']);
  });

  it('is a decimal point in the numbers of a workbook, whatever its texts have', () => {
    expect(readColumn(['70.434', '70,5', '1,234'], { pointIsDecimal: true })).toEqual([70.434, 70.5, 1.234]);
    expect(readColumn(['70.434', '1,234'], { pointIsDecimal: true })).toEqual([
      70.434,
      'decimal_or_thousands',
    ]);
  });
});

describe('marks beside a figure', () => {
  it.each([
    ['73.9 e', 'estimated', undefined],
    ['73.9e', 'estimated', undefined],
    ['73.9 (p)', 'provisional', undefined],
    ['73.9 b', undefined, '[b]'],
    ['73.9 be', 'estimated', '[b]'],
    ['73.9 ep', 'estimated', undefined],
    ['73.9 u', 'doubtful', undefined],
    ['73.9 [p]', 'provisional', undefined],
    ['73.9 est.', 'estimated', undefined],
    ['~73.9', 'estimated', undefined],
    ['c. 73.9', 'estimated', undefined],
    ['73.9 r, e', 'estimated', '[r]'],
    ['73,9, p', 'provisional', undefined],
    ['73.9 †', undefined, undefined],
    ['73.9*', undefined, undefined],
    ['*73.9', undefined, undefined],
    ['73.9¹', undefined, undefined],
    ['73.9 (1)', undefined, undefined],
    ['73.9 1)', undefined, undefined],
  ])('%p has the status %p', (cell, status, note) => {
    const reading = readNumber(cell, POINT_FORMAT);
    expect(reading).toMatchObject({ value: 73.9 });
    expect(reading).toHaveProperty('repairs.length', cell.includes(',') && !cell.includes('.') ? 2 : 1);
    expect('status' in reading ? reading.status : undefined).toBe(status);
    expect('note' in reading ? reading.note : undefined).toBe(note);
  });

  it.each([
    ['<5', 'value_is_a_bound'],
    ['> 95', 'value_is_a_bound'],
    ['≥95', 'value_is_a_bound'],
    ['95+', 'value_is_a_bound'],
    ['less than 5', 'value_is_a_bound'],
    ['5-10', 'value_is_a_range'],
    ['5–10 %', 'value_is_a_range'],
    ['5 to 10', 'value_is_a_range'],
    ['$12', 'value_with_unit'],
    ['US$ 12', 'value_with_unit'],
    ['12 USD', 'value_with_unit'],
    ['5 million', 'value_with_unit'],
    ['12.3万', 'value_with_unit'],
    ['12 Mbps', 'value_with_unit'],
    ['12 bps', 'unknown_flag'],
    ['12 bn', 'unknown_flag'],
    ['12B', 'value_with_unit'],
    ['12‰', 'value_with_unit'],
    ['12 k', 'unknown_flag'],
    ['12 c', 'confidential_value'],
    ['12 f', 'forecast_value'],
    ['Jan-05', 'value_is_a_date'],
    ['5-Jan', 'value_is_a_date'],
    ['янв.05', 'value_is_a_date'],
    ['janv-05', 'value_is_a_date'],
    ['2015-01-05', 'value_is_a_date'],
    ['05.10.2015', 'value_is_a_date'],
    ['05/10/15', 'value_is_a_date'],
    ['12:30', 'value_is_a_date'],
    ['#REF!', 'spreadsheet_error'],
    ['#DIV/0!', 'spreadsheet_error'],
    ['#¡VALOR!', 'spreadsheet_error'],
    ['######', 'spreadsheet_error'],
    ['-999', 'missing_code_suspected'],
    ['-9999.0', 'missing_code_suspected'],
    ['Inf', 'not_finite'],
    ['1e999', 'not_finite'],
    ['12%%', 'not_a_number'],
    ['yes', 'not_a_number'],
    ['nil', 'not_a_number'],
    ['=1+1', 'not_a_number'],
  ])('%p is refused: %s', (cell, code) => expect(read(cell)).toBe(code));

  it('takes a percent sign where the unit is per cent, and never for a share', () => {
    expect(read('12.5%', { unit: '% of users', hardMax: 100 })).toBe(12.5);
    expect(read('%12,5', { unit: '%' })).toBe(12.5);
    expect(read('12.5 ٪', { unit: 'score 0-100' })).toBe(12.5);
    expect(read('12.5 per cent', { unit: '%' })).toBe(12.5);
    expect(read('12.5%', { unit: 'index 0-1', hardMax: 1 })).toBe('percent_of_share');
  });

  it('takes -999 where the limits of the indicator allow it', () => {
    expect(read('-999', { hardMin: -5000 })).toBe(-999);
  });
});

describe('no figure', () => {
  it.each(
    '.|..|...|…|-|–|—|--|n/a|N/A|NA|n.a.|N.A|#N/A|#N/D|#Н/Д|:|: c|:(u)|null|NULL|NaN|None|x|[x]|(c)|nd|n.d.|s/o|s.o.|s/d|н/д|нет данных|غير متاح|غير متوفر|不适用|无数据|*|?|not available|No data|<NA>|[z]|\\N|\u00a0|non disponible|sin datos|不詳|k. A.'.split(
      '|',
    ),
  )('is stated by %p', (cell) => expect(readNumber(cell, POINT_FORMAT)).toEqual({ missing: cell.trim() }));
});

describe('any number', () => {
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .filter((value) => value === 0 || Math.abs(value) > 1e-100);
  const styles = [
    { group: ',', decimal: '.' },
    { group: '.', decimal: ',' },
    { group: ' ', decimal: ',' },
    { group: '\u00a0', decimal: ',' },
    { group: '\u202f', decimal: '.' },
    { group: "'", decimal: '.' },
    { group: '', decimal: ',' },
    { group: '', decimal: '.' },
  ];

  it('reads back to the same double in every way of writing', () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...styles),
        (value, places, style) => {
          const digits = value.toFixed(places);
          fc.pre(!/^-9{2,5}(\.0*)?$/.test(digits));
          const written = write(digits, style.group, style.decimal);
          const format = style.decimal === '.' ? POINT_FORMAT : COMMA_FORMAT;
          const expected = Number(digits);
          expect(outcomeOf(readNumber(written, format))).toBe(expected === 0 ? 0 : expected);
          const open = outcomeOf(readNumber(written, OPEN_FORMAT));
          expect([expected === 0 ? 0 : expected, 'decimal_or_thousands']).toContain(open);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads back to the same double as programs write it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(
          !/^-9{2,5}$/.test(String(value)) && (value === 0 || Math.abs(Math.log10(Math.abs(value))) < 100),
        );
        expect(outcomeOf(readNumber(String(value), POINT_FORMAT))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is finite, or there is a reason, whatever the cell', () => {
    const piece = fc.constantFrom(..."0123456789.,-+%() eE:/*<>\u00a0\u202f'٫٬٣n#bp…–½²".split(''));
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(cell, fc.constantFrom(POINT_FORMAT, COMMA_FORMAT, OPEN_FORMAT), (text, format) => {
        const reading = readNumber(text, format);
        if ('value' in reading) expect(Number.isFinite(reading.value)).toBe(true);
        else expect('fault' in reading || 'missing' in reading).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is never guessed: a survey and its readings agree on one format', () => {
    const styled = fc.tuple(
      fc.constantFrom(...styles.slice(0, 2)),
      fc.array(number, { minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(styled, fc.integer({ min: 0, max: 4 }), ([style, values], places) => {
        const truth = values.map((value) => Number(value.toFixed(places)));
        const cells = values.map((value) => write(value.toFixed(places), style.group, style.decimal));
        for (const [index, outcome] of readColumn(cells).entries()) {
          const right = truth[index] === 0 ? 0 : truth[index];
          expect([right, 'decimal_or_thousands', 'missing_code_suspected']).toContain(outcome);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** @param digits as `toFixed` writes them */
function write(digits: string, group: string, decimal: string): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${decimal}${decimals}`;
}

describe('a text of a workbook', () => {
  it.each([
    ['open', { fault: 'decimal_or_thousands' }],
    ['decimal', { value: 1.234 }],
    ['thousands', { value: 1_234 }],
  ] as const)(
    'is read by what its sender says of points, numbers beside it are not: %s',
    (textPoint, outcome) => {
      const format = { point: 'decimal', comma: 'thousands', textPoint } as const;
      expect(readNumber("'1.234", format)).toMatchObject(outcome);
      expect(readNumber('1.234', format)).toMatchObject({ value: 1.234 });
    },
  );
});
