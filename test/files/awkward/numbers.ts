import { HEADER, longTable, valuesRead, valuesTable, type AwkwardFile } from './awkward-file.js';

const NET = 'UI_NETUSE';
const SERVERS = 'SS_SECSERV';
/** Any number at all. */
const VOICE = 'RR_VOICE';

/** Values of one column, what they read as, and the problems of the others. */
const values = (
  name: string,
  indicator: string,
  pairs: readonly (readonly [cell: string, value?: number])[],
  more: Partial<AwkwardFile> = {},
): AwkwardFile => ({
  name,
  content: valuesTable(
    indicator,
    pairs.map(([cell]) => cell),
  ),
  figures: valuesRead(
    indicator,
    pairs.map(([, value]) => value),
  ),
  ...more,
});

/** How values are written. */
export const NUMBERS: readonly AwkwardFile[] = [
  values('points', NET, [
    ['61.5', 61.5],
    ['7', 7],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['5.', 5],
  ]),
  values(
    'decimal commas',
    NET,
    [
      ['61,5', 61.5],
      ['7', 7],
      ['0,25', 0.25],
      [',5', 0.5],
    ],
    { repairs: ['decimal_comma'] },
  ),
  values('points between thousands, decimal commas', SERVERS, [
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1.234', 1234],
    ['12', 12],
  ]),
  values('commas between thousands', SERVERS, [
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1,234', 1234],
    ['12', 12],
  ]),
  values('spaces between thousands', SERVERS, [
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1\u202f234', 1234],
    ['12\u2009345', 12345],
  ]),
  values('apostrophes between thousands', SERVERS, [
    ["1'234.5", 1234.5],
    ['1’234’567', 1234567],
  ]),
  values('Indian groups', SERVERS, [
    ['12,34,567', 1234567],
    ['1,234.5', 1234.5],
  ]),
  values(
    'Arabic digits',
    SERVERS,
    [
      ['٦١٫٥', 61.5],
      ['١٬٢٣٤', 1234],
      ['٧', 7],
    ],
    { repairs: ['other_digits'] },
  ),
  values('Persian digits', SERVERS, [
    ['۶۱٫۵', 61.5],
    ['۷', 7],
  ]),
  values('full-width digits', SERVERS, [
    ['６１．５', 61.5],
    ['７', 7],
  ]),
  values('Devanagari and Bengali digits', SERVERS, [
    ['६१.५', 61.5],
    ['৭', 7],
  ]),
  values('Roman numerals and fractions are no numbers', NET, [['Ⅻ'], ['½'], ['5 1/2']], {
    problems: ['not_a_number 2D', 'not_a_number 3D', 'not_a_number 4D'],
  }),
  values('superscripts alone are no numbers', NET, [['5²', 5], ['²']], { problems: ['not_a_number 3D'] }),
  values('scientific notation', SERVERS, [
    ['1.5E+3', 1500],
    ['1,5e2', 150],
    ['2E3', 2000],
    ['1e-3', 0.001],
  ]),
  values('too great or too small for a figure', SERVERS, [['1e400'], ['1e308'], ['1e-300'], ['1e20', 1e20]], {
    problems: ['not_finite 2D', 'not_finite 3D', 'not_finite 4D'],
  }),
  values('infinity', SERVERS, [['Inf'], ['∞'], ['-Infinity']], {
    problems: ['not_finite 2D', 'not_finite 3D', 'not_finite 4D'],
  }),
  values('full precision', SERVERS, [
    ['0.1', 0.1],
    ['2.76838266270266', 2.76838266270266],
    ['0.30000000000000004', 0.30000000000000004],
    ['9007199254740993', 9007199254740992],
  ]),
  values('signs', VOICE, [
    ['+1.5', 1.5],
    ['-1.5', -1.5],
    ['−1.25', -1.25],
    ['–1.5', -1.5],
    ['- 2', -2],
    ['(1.5)', -1.5],
    ['-0', 0],
  ]),
  values('sign behind', VOICE, [['1.5-']], { problems: ['not_a_number 2D'] }),
  values(
    'percent signs',
    NET,
    [
      ['61.5%', 61.5],
      ['7 %', 7],
      ['8 percent', 8],
      ['٩٪', 9],
      ['10％', 10],
    ],
    { repairs: ['percent_sign_dropped 5'] },
  ),
  values('percent signs before', NET, [['%61.5', 61.5]]),
  values('percent of what is no percent', SERVERS, [['5%']], { problems: ['percent_of_share 2D'] }),
  values('flags behind', NET, [
    ['61.5 e', 61.5],
    ['7p', 7],
    ['8 (b)', 8],
    ['9*', 9],
    ['10 [p]', 10],
    ['11e,b', 11],
    ['12 ¹', 12],
  ]),
  values(
    'footnote figures behind',
    NET,
    [
      ['61.5 1)', 61.5],
      ['7 [2]', 7],
      ['8 (3)', 8],
    ],
    { repairs: ['footnote_mark_dropped'] },
  ),
  values('superscript figure without a space', NET, [
    ['61.5¹', 61.5],
    ['7²', 7],
  ]),
  values('unknown flag', NET, [['61.5 q']], { problems: ['unknown_flag 2D'] }),
  values(
    'approximate values',
    NET,
    [
      ['~61.5', 61.5],
      ['≈7', 7],
      ['c. 8', 8],
      ['ca 9', 9],
    ],
    { repairs: ['approximate_value'] },
  ),
  values('bounds', NET, [['<5'], ['>95'], ['≤5'], ['95+'], ['&lt;5'], ['less than 5']], {
    problems: [2, 3, 4, 5, 6, 7].map((row) => `value_is_a_bound ${String(row)}D`),
  }),
  values('ranges', NET, [['5-10'], ['5 – 10'], ['5 to 10'], ['5..10']], {
    problems: ['value_is_a_range 2D', 'value_is_a_range 3D', 'value_is_a_range 4D', 'not_a_number 5D'],
  }),
  values(
    'dates made by a spreadsheet',
    NET,
    [['Jan-05'], ['5-Jan'], ['2005-01-05'], ['1/5/2005'], ['05.01.2005'], ['5. Mai'], ['1月5日']],
    {
      problems: [2, 3, 4, 5, 6, 7, 8].map((row) => `value_is_a_date ${String(row)}D`),
    },
  ),
  values('times', NET, [['12:30']], { problems: ['value_is_a_date 2D'] }),
  values(
    'errors of spreadsheets',
    NET,
    [['#REF!'], ['#DIV/0!'], ['#NAME?'], ['#¡VALOR!'], ['#ДЕЛ/0!'], ['####']],
    {
      problems: [2, 3, 4, 5, 6, 7].map((row) => `spreadsheet_error ${String(row)}D`),
    },
  ),
  values('currencies', SERVERS, [['$5'], ['5 €'], ['USD 5'], ['5 kbit/s']], {
    problems: [2, 3, 4, 5].map((row) => `value_with_unit ${String(row)}D`),
  }),
  values('words of size', SERVERS, [['5 million'], ['5k'], ['5M'], ['1.2bn']], {
    problems: ['value_with_unit 2D', 'unknown_flag 3D', 'value_with_unit 4D', 'unknown_flag 5D'],
  }),
  values(
    'no figure',
    NET,
    [
      '..',
      '...',
      'n/a',
      'N/A',
      'NA',
      ':',
      '-',
      '–',
      '—',
      '.',
      'null',
      'NULL',
      'NaN',
      'nd',
      's/o',
      'x',
      '?',
      'н/д',
      'нет данных',
      'غير متاح',
      '不适用',
      '#N/A',
      'no data',
      'n.d.',
      '…',
      '(..)',
      'na',
      'None',
      'missing',
      '*',
      '--',
      'S/D',
    ].map((cell) => [cell] as const),
    { repairs: ['no_figure 32'] },
  ),
  values('codes for no figure', NET, [['-999'], ['-99'], ['-9999.0'], ['9999']], {
    problems: [
      'missing_code_suspected 2D',
      'missing_code_suspected 3D',
      'missing_code_suspected 4D',
      'outside_hard_limits 5D',
    ],
  }),
  values('forecasts and secrets', NET, [['61.5 f'], ['5 c']], {
    problems: ['forecast_value 2D', 'confidential_value 3D'],
  }),
  values('several numbers in a cell', NET, [['61.5 / 62'], ['61.5; 62'], ['61.5 62.5'], ['1.2.3']], {
    problems: [2, 3, 4, 5].map((row) => `not_a_number ${String(row)}D`),
  }),
  values('both signs twice', NET, [['1,2,3'], ['1.234.5'], ['1,23,45']], {
    problems: [2, 3, 4].map((row) => `not_a_number ${String(row)}D`),
  }),
  values('hexadecimal', SERVERS, [['0x1F'], ['1F']], {
    problems: ['value_with_unit 2D', 'forecast_value 3D'],
  }),
  values('leading zeros', NET, [
    ['007', 7],
    ['00.5', 0.5],
  ]),
  values('truth values', NET, [['TRUE'], ['yes']], { problems: ['not_a_number 2D', 'not_a_number 3D'] }),
  values('formulas', NET, [['=61.5'], ['=SUM(A1:A2)'], ['+61.5', 61.5], ['@5']], {
    problems: ['not_a_number 2D', 'value_with_unit 3D', 'not_a_number 5D'],
  }),
  values(
    'text marks',
    NET,
    [
      ["'61.5", 61.5],
      ['="7"', 7],
    ],
    { repairs: ['text_mark_removed'] },
  ),
  values('decimal commas beside points', NET, [
    ['61,5', 61.5],
    ['7.25', 7.25],
  ]),
  values(
    'a lonely comma before three digits, within limits by one reading only',
    NET,
    [
      ['61,523', 61.523],
      ['7,123', 7.123],
    ],
    { repairs: ['decimal_sign_decided'] },
  ),
  {
    name: 'a lonely comma before three digits',
    content: valuesTable(SERVERS, ['1,234', '5,678']),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'a lonely point before three digits',
    content: valuesTable(SERVERS, ['1.234', '5.678']),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'points before three digits between commas',
    content: valuesTable(SERVERS, ['1.234', '5.678'], ','),
    figures: valuesRead(SERVERS, [1.234, 5.678]),
  },
  {
    name: 'commas before three digits between semicolons',
    content: valuesTable(SERVERS, ['1,234', '5,678'], ';'),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'quoted commas before three digits between commas',
    content: valuesTable(SERVERS, ['"1,234"', '"5,678"'], ','),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'points before three digits between semicolons',
    content: valuesTable(SERVERS, ['1.234', '5.678'], ';'),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'the sender says that a comma is one',
    content: valuesTable(SERVERS, ['1,234', '5,678']),
    answers: { decimal: ',' },
    figures: valuesRead(SERVERS, [1.234, 5.678]),
  },
  {
    name: 'the sender says that a comma stands between thousands',
    content: valuesTable(SERVERS, ['1,234', '5,678']),
    answers: { decimal: '.' },
    figures: valuesRead(SERVERS, [1234, 5678]),
  },
  {
    name: 'the sender says what the file contradicts',
    content: valuesTable(SERVERS, ['1,234', '5,5']),
    answers: { decimal: '.' },
    figures: valuesRead(SERVERS, [1234, 5.5]),
  },
  {
    name: 'signs that contradict each other and one in doubt',
    content: valuesTable(SERVERS, ['1.234,5', '1,234.5', '1,234']),
    asked: ['decimal_or_thousands'],
  },
  {
    name: 'below a hard limit',
    content: longTable('KEN,2020,-5', 'KEN,2021,100', 'KEN,2022,100.01'),
    figures: ['3 KEN UI_NETUSE 2021 100'],
    problems: ['outside_hard_limits 2D', 'outside_hard_limits 4D'],
  },
  {
    name: 'shares of one where percents are meant',
    content: longTable('KEN,2020,0.61', 'ALB,2020,0.07'),
    figures: ['2 KEN UI_NETUSE 2020 0.61', '3 ALB UI_NETUSE 2020 0.07'],
  },
  {
    name: 'levels',
    content: `${HEADER},evidence,groups\nKEN,CA_GENDER,2020,3,s,https://example.org/a,government\nKEN,CA_GENDER,2021,2.5,s,https://example.org/a,government\nKEN,CA_GENDER,2022,5,s,https://example.org/a,government\nKEN,CA_GENDER,2023,3.0,s,https://example.org/a,government\n`,
    figures: ['2 KEN CA_GENDER 2020 3', '5 KEN CA_GENDER 2023 3'],
    problems: ['not_a_ladder_level 3D', 'not_a_ladder_level 4D'],
  },
];
