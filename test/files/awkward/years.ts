import { HEADER, longTable, type AwkwardFile } from './awkward-file.js';

const years = (
  name: string,
  pairs: readonly (readonly [cell: string, year?: number])[],
  more: Partial<AwkwardFile> = {},
): AwkwardFile => ({
  name: `years: ${name}`,
  content: `${HEADER.replaceAll(',', '\t')}\n${pairs.map(([cell], at) => `KEN\tUI_NETUSE\t${cell}\t${String(at + 1)}\tSurvey\n`).join('')}`,
  figures: pairs.flatMap(([, year], at) =>
    year === undefined ? [] : [`${String(at + 2)} KEN UI_NETUSE ${String(year)} ${String(at + 1)}`],
  ),
  ...more,
});
const refused = (code: string, ...rows: number[]): { problems: string[] } => ({
  problems: rows.map((row) => `${code} ${String(row)}C`),
});

/** How years are written. */
export const YEARS: readonly AwkwardFile[] = [
  years(
    'with decimals',
    [
      ['2015.0', 2015],
      ['2016.00', 2016],
    ],
    { repairs: ['year_with_decimals'] },
  ),
  years(
    'with a sign of thousands',
    [
      ['2,015', 2015],
      ['2 016', 2016],
    ],
    { repairs: ['year_with_thousands_sign'] },
  ),
  years(
    'school and fiscal years',
    [
      ['2015-16', 2015],
      ['2016/17', 2016],
      ['2017/2018', 2017],
      ['FY2019', 2019],
      ['2020–21', 2020],
    ],
    { repairs: ['first_year_of_two', 'fiscal_year'] },
  ),
  years(
    'days, one of each year',
    [
      ['2015-12-31', 2015],
      ['2016-12-31', 2016],
    ],
    { repairs: ['year_of_a_date'] },
  ),
  years('days of Europe', [
    ['31/12/2015', 2015],
    ['31/12/2016', 2016],
  ]),
  years('days of America', [
    ['12/31/2015', 2015],
    ['12/31/2016', 2016],
  ]),
  years('days with points', [
    ['31.12.2015', 2015],
    ['31.12.2016', 2016],
  ]),
  years('moments', [
    ['2015-01-01T00:00:00Z', 2015],
    ['2016-01-01 00:00:00', 2016],
  ]),
  years('quarters', [['2015Q1'], ['2015Q2'], ['2015Q3']], refused('year_shorter_period', 2, 3, 4)),
  years('quarters of SDMX', [['2015-Q1'], ['2015-Q2']], refused('year_shorter_period', 2, 3)),
  years('months', [['2015-01'], ['2015-02'], ['2015-03']], refused('year_shorter_period', 2, 3, 4)),
  years('months of the IMF', [['2015M01'], ['2015M02']], refused('year_shorter_period', 2, 3)),
  years(
    'one month of each year',
    [
      ['2015-06', 2015],
      ['2016-06', 2016],
      ['2017-06', 2017],
    ],
    { repairs: ['year_of_a_date'] },
  ),
  years('month names', [['Jan 2015'], ['Feb 2015']], refused('year_shorter_period', 2, 3)),
  years('periods', [['2010-2015'], ['2015-2019']], refused('year_is_a_period', 2, 3)),
  years('two digits', [['15'], ["'16"], ['FY17']], refused('year_two_digits', 2, 3, 4)),
  years(
    'Arabic digits',
    [
      ['٢٠١٥', 2015],
      ['۲۰۱۶', 2016],
    ],
    { repairs: ['other_digits'] },
  ),
  years(
    'with words',
    [
      ['2015年', 2015],
      ['2016 год', 2016],
      ['2017 г.', 2017],
      ['año 2018', 2018],
      ['Year 2019', 2019],
      ['YR2020', 2020],
    ],
    { repairs: ['year_with_words'] },
  ),
  years('with the World Bank', [['2015 [YR2015]', 2015]]),
  years('with marks', [
    ['2015*', 2015],
    ['2016 (est.)', 2016],
    ['2017p', 2017],
    ['2018¹', 2018],
    ['2019 (1)', 2019],
  ]),
  years('forecasts', [['2020 (proj.)'], ['2021f']], refused('forecast_value', 2, 3)),
  years('of other calendars', [['2558'], ['1436'], ['1394']], refused('year_of_another_calendar', 2, 3, 4)),
  years(
    'of no calendar',
    [['0'], ['999'], ['20155'], ['abc'], ['201S']],
    refused('year_not_a_whole_number', 2, 3, 4, 5, 6),
  ),
  years('blank', [[''], ['n/a']], { problems: ['missing_year 2C', 'year_not_a_whole_number 3C'] }),
  years('to come', [['2027'], ['2090'], ['2026', 2026]], refused('year_in_future', 2, 3)),
  years('decades and centuries', [['2010s'], ['the 2010s']], refused('year_not_a_whole_number', 2, 3)),
  years('serial days of a spreadsheet', [['42369']], refused('year_not_a_whole_number', 2)),
  years('fractions', [['2015.5'], ['2015,25']], refused('year_not_a_whole_number', 2, 3)),
  years(
    'of the second half',
    [['2015-S1'], ['2015H2'], ['2015-W05']],
    refused('year_shorter_period', 2, 3, 4),
  ),
  years('range of days of SDMX', [
    ['2015-01-01/P1Y', 2015],
    ['2016-01-01/P1Y', 2016],
  ]),
  years('Gregorian year of SDMX', [
    ['2015-A1', 2015],
    ['2016-A1', 2016],
  ]),
  years('written by a program as a moment with offset', [['2015-12-31T23:00:00+01:00', 2015]]),
  {
    name: 'years: two columns of years that agree',
    content: `year,${HEADER}\n2020,KEN,UI_NETUSE,2020,5,s\n`,
    figures: ['2 KEN UI_NETUSE 2020 5'],
  },
  {
    name: 'years: two columns of years that differ',
    content: `year,${HEADER}\n2019,KEN,UI_NETUSE,2020,5,s\n`,
    problems: ['duplicate_column 1D'],
  },
  {
    name: 'years: the same figure twice',
    content: longTable('KEN,2020,5', 'KEN,2020,5', 'KEN,2020.0,6'),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    problems: ['duplicate_in_file 3', 'duplicate_in_file 4'],
  },
];
