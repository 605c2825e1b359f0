import { HEADER, type AwkwardFile } from './awkward-file.js';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const NET = { indicator: 'UI_NETUSE', source: 'a file' };
const ROW = 'KEN,UI_NETUSE,2020,5,s';

/** How tables are laid out by people who publish nothing. */
export const LAYOUTS: readonly AwkwardFile[] = [
  {
    name: 'title, subtitle, notes and sources',
    content: lines(
      'Internet use in East Africa,,,,',
      'in per cent,,,,',
      ',,,,',
      HEADER,
      ROW,
      ',,,,',
      'Note: survey of households,,,,',
      'Source: KNBS 2021,,,,',
    ),
    figures: ['5 KEN UI_NETUSE 2020 5'],
    repairs: ['line_above_table 2', 'text_line 2'],
  },
  {
    name: 'title that is the indicator',
    content: lines('Individuals using the Internet (% of population)', 'country,2019,2020', 'Kenya,5,6'),
    answers: { source: 's' },
    figures: ['3 KEN UI_NETUSE 2019 5', '3 KEN UI_NETUSE 2020 6'],
    repairs: ['indicator_from_title 1'],
  },
  {
    name: 'title that is another indicator than told',
    content: lines('Access to electricity (% of population)', 'country,2019,2020', 'Kenya,5,6'),
    answers: NET,
    problems: ['indicators_differ 2'],
  },
  {
    name: 'title in millions',
    content: lines('Internet users (in millions)', 'country,2019', 'Kenya,5'),
    answers: NET,
    problems: ['scale_unclear 1'],
  },
  {
    name: 'title in millions, and the sender says by how much',
    content: lines('Servers (in thousands)', 'country,2019', 'Kenya,5'),
    answers: { indicator: 'SS_SECSERV', source: 's', scale: '1000' },
    figures: ['3 KEN SS_SECSERV 2019 5000'],
  },
  {
    name: 'units under the header',
    content: lines('country,indicator,year,value,source', ',,,%,', ROW),
    figures: ['3 KEN UI_NETUSE 2020 5'],
    repairs: ['units_row 1'],
  },
  {
    name: 'numbers of columns under the header',
    content: lines(HEADER, '(1),(2),(3),(4),(5)', ROW),
    figures: ['3 KEN UI_NETUSE 2020 5'],
    repairs: ['units_row 1'],
  },
  {
    name: 'repeated headers of a printed page',
    content: lines(HEADER, ROW, HEADER, ROW.replace('2020', '2021')),
    figures: ['2 KEN UI_NETUSE 2020 5', '4 KEN UI_NETUSE 2021 5'],
    repairs: ['repeated_header 1'],
  },
  {
    name: 'totals and means',
    content: lines('country,2019,2020', 'Kenya,5,6', 'Total,5,6', 'Average,5,6', 'Мир,7,8'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'regions as rows of their own',
    content: lines('country,2019', 'Africa,', 'Kenya,5', 'Europe,', 'Albania,6'),
    answers: NET,
    figures: ['3 KEN UI_NETUSE 2019 5', '5 ALB UI_NETUSE 2019 6'],
  },
  {
    name: 'years across',
    content: lines('country,indicator,source,2019,2020,2021', 'KEN,UI_NETUSE,s,5,..,7'),
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2021 7'],
    repairs: ['no_figure 1'],
  },
  {
    name: 'years across with a bad cell',
    content: lines('country,2019,2020', 'Kenya,5,abc', 'Nowhere,1,2'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
    problems: ['not_a_number 2C', 'unknown_area 3A'],
  },
  {
    name: 'years across with decimals',
    content: lines('country,2019.0,2020.0', 'Kenya,5,6'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'years across as school years',
    content: lines('country,2019-20,2020-21', 'Kenya,5,6'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'years across with marks',
    content: lines('country,2019*,2020 (est.)', 'Kenya,5,6'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'years across in Arabic digits',
    content: lines('البلد,٢٠١٩,٢٠٢٠', 'مصر,٥,٦'),
    answers: NET,
    figures: ['2 EGY UI_NETUSE 2019 5', '2 EGY UI_NETUSE 2020 6'],
  },
  {
    name: 'quarters across',
    content: lines('country,2019Q1,2019Q2', 'Kenya,5,6'),
    answers: NET,
    problems: ['not_annual 1B'],
  },
  {
    name: 'months across',
    content: lines('country,Jan 2019,Feb 2019', 'Kenya,5,6'),
    answers: NET,
    problems: ['not_annual 1B'],
  },
  {
    name: 'periods across',
    content: lines('country,2010-2015,2015-2020', 'Kenya,5,6'),
    answers: NET,
    problems: ['unknown_column 1B', 'unknown_column 1C', 'missing_column 1', 'missing_column 1'],
  },
  {
    name: 'one year twice across',
    content: lines('country,2019,2019', 'Kenya,5,6'),
    answers: NET,
    problems: ['duplicate_column 1C'],
  },
  {
    name: 'one year twice across, the same',
    content: lines('country,2019,2019', 'Kenya,5,5'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'a change beside the years',
    content: lines('country,2019,2020,change', 'Kenya,5,6,1'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
    repairs: ['columns_not_read 1'],
  },
  {
    name: 'flags beside the years',
    content: lines('country,2019,,2020,', 'Kenya,5,e,6,', 'Albania,7,,8,b'),
    answers: NET,
    figures: [
      '2 KEN UI_NETUSE 2019 5',
      '2 KEN UI_NETUSE 2020 6',
      '3 ALB UI_NETUSE 2019 7',
      '3 ALB UI_NETUSE 2020 8',
    ],
    repairs: ['columns_not_read'],
  },
  {
    name: 'countries across',
    content: lines('year,Kenya,Albania,Total', '2019,5,6,11', '2020,7,,7'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 ALB UI_NETUSE 2019 6', '3 KEN UI_NETUSE 2020 7'],
  },
  {
    name: 'countries across, one of a name that two have',
    content: lines('year,Congo,Botswana', '2011,52,', '2014,,92'),
    answers: { indicator: 'SS_SECSERV', source: 's' },
    problems: ['unknown_column 1B', 'unknown_column 1C', 'missing_column 1', 'missing_column 1'],
  },
  {
    name: 'two value columns whose headers differ in their case',
    content: lines('country,indicator,year,VALUE,source,Value', `${ROW},6`),
    problems: ['duplicate_column 1F'],
  },
  {
    name: 'years across of one name, and another indicator told',
    content: lines('country,UI_ELEC 2019,UI_ELEC 2020', 'Kenya,5,6'),
    answers: NET,
    problems: ['indicators_differ 1'],
  },
  {
    name: 'indicators across',
    content: lines('country,year,UI_NETUSE,UI_ELEC,source', 'KEN,2020,5,70,s', 'ALB,2020,..,100,s'),
    figures: ['2 KEN UI_NETUSE 2020 5', '2 KEN UI_ELEC 2020 70', '3 ALB UI_ELEC 2020 100'],
  },
  {
    name: 'indicators across by title',
    content: lines('country,year,Individuals using the Internet (% of population),source', 'KEN,2020,5,s'),
    figures: ['2 KEN UI_NETUSE 2020 5'],
  },
  {
    name: 'indicators across, none known',
    content: lines('country,year,a,b,source', 'KEN,2020,5,70,s'),
    problems: ['value_column_unclear 1'],
  },
  {
    name: 'a duplicated value column, the same',
    content: lines(`${HEADER},value`, `${ROW},5`),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    repairs: ['same_column_twice 1'],
  },
  {
    name: 'a duplicated value column, different',
    content: lines(`${HEADER},value`, `${ROW},6`),
    problems: ['duplicate_column 1F'],
  },
  {
    name: 'columns in another order with others between',
    content: lines(
      'id,value,region,year,source,checked by,indicator,country',
      '7,5,Africa,2020,s,me,UI_NETUSE,KEN',
    ),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    repairs: ['columns_not_read'],
  },
  {
    name: 'a misspelt column',
    content: lines('country,indcator,year,value,source', ROW),
    problems: ['unknown_column 1B', 'indicator_needed 1'],
  },
  {
    name: 'words for columns in French',
    content: lines('pays;indicateur;année;valeur;source;remarque', 'Kenya;UI_NETUSE;2020;5,5;s;x'),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'words for columns in Spanish',
    content: lines('país;indicador;año;valor;fuente;nota', 'Kenia;UI_NETUSE;2020;5,5;s;x'),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'words for columns in Russian',
    content: lines('страна;показатель;год;значение;источник;примечание', 'Кения;UI_NETUSE;2020;5,5;s;x'),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'words for columns in Arabic',
    content: lines('البلد,المؤشر,السنة,القيمة,المصدر', 'كينيا,UI_NETUSE,2020,5.5,s'),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'words for columns in Chinese',
    content: lines('国家,指标,年份,数值,来源', '肯尼亚,UI_NETUSE,2020,5.5,s'),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'words for columns in two languages',
    content: lines(
      'Pays / Country,Indicateur / Indicator,Année / Year,Valeur / Value,Source',
      'Kenya,UI_NETUSE,2020,5.5,s',
    ),
    figures: ['2 KEN UI_NETUSE 2020 5.5'],
  },
  {
    name: 'unknown words, mapped',
    content: lines('where,what,when,how much,who', ROW),
    answers: { mapping: 'where:country,what:indicator,when:year,how much:value,who:source' },
    figures: ['2 KEN UI_NETUSE 2020 5'],
  },
  {
    name: 'mapped to what is not there',
    content: lines(HEADER, ROW),
    answers: { mapping: 'Z:value' },
    problems: ['mapped_column_missing 1'],
  },
  {
    name: 'women, men and both',
    content: lines(`${HEADER},sex`, `${ROW},Both sexes`, `${ROW},Female`, `${ROW},Male`),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    repairs: ['part_row 2'],
  },
  {
    name: 'women and men only',
    content: lines(`${HEADER},sex`, `${ROW},Female`, `${ROW},Male`),
    problems: ['breakdown_without_total 2F', 'breakdown_without_total 3F'],
  },
  {
    name: 'women picked',
    content: lines(`${HEADER},sex`, `${ROW},Female`, `${ROW},Male`),
    answers: { part: 'sex:Female' },
    figures: ['2 KEN UI_NETUSE 2020 5'],
  },
  {
    name: 'parts under a word that nobody knows',
    content: lines(
      `${HEADER},province`,
      ...['A', 'B', 'C', 'D'].map((part, at) => `${ROW.replace(',5,', `,${String(at)},`)},${part}`),
    ),
    problems: ['breakdown_not_read 1F'],
  },
  {
    name: 'urban and rural',
    content: lines(
      'country,indicator,year,area type,value,source',
      'KEN,UI_NETUSE,2020,Total,5,s',
      'KEN,UI_NETUSE,2020,Urban,9,s',
      'KEN,UI_NETUSE,2020,Rural,2,s',
    ),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    repairs: ['part_row 2'],
  },
  {
    name: 'two editions of a source',
    content: lines(`${HEADER},edition`, `${ROW},2023`, `${ROW.replace(',5,', ',6,')},2024`),
    figures: ['2 KEN UI_NETUSE 2020 5', '3 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'statuses',
    content: lines(`${HEADER},status`, `${ROW},estimated`, `${ROW.replace('2020', '2021')},guessed`),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    problems: ['unknown_status 3F'],
  },
  {
    name: 'evidence that is no web address',
    content: lines(
      `${HEADER},evidence`,
      `${ROW},javascript:alert(1)`,
      `${ROW.replace('2020', '2021')},https://example.org/a`,
    ),
    figures: ['3 KEN UI_NETUSE 2021 5'],
    problems: ['evidence_not_a_link 2F'],
  },
  {
    name: 'unknown indicators',
    content: lines(HEADER, ROW.replace('UI_NETUSE', 'UI_NETUES'), ROW.replace('UI_NETUSE', '')),
    problems: ['unknown_indicator 2B', 'missing_indicator 3B'],
  },
  {
    name: 'indicators in small letters and by the names of publishers',
    content: lines(
      HEADER,
      ROW.replace('UI_NETUSE', 'ui_netuse'),
      ROW.replace('UI_NETUSE', 'IT.NET.USER.ZS').replace('2020', '2021'),
    ),
    figures: ['2 KEN UI_NETUSE 2020 5', '3 KEN UI_NETUSE 2021 5'],
  },
  {
    name: 'the example of a template left in',
    content: lines(HEADER, 'Example: KEN,UI_NETUSE,2020,61.5,s', ROW),
    figures: ['3 KEN UI_NETUSE 2020 5'],
    repairs: ['example_row 1'],
  },
  {
    name: 'two tables one under the other',
    content: lines(HEADER, ROW, '', 'country,2019,2020', 'Kenya,5,6'),
    figures: ['2 KEN UI_NETUSE 2020 5'],
    problems: ['too_few_cells 4', 'too_few_cells 5'],
  },
  {
    name: 'two tables side by side',
    content: lines(`${HEADER},,${HEADER}`, `${ROW},,${ROW.replace('2020', '2021')}`),
    problems: ['duplicate_column 1I'],
  },
  {
    name: 'ten thousand columns',
    content: lines(
      `${HEADER},${Array.from({ length: 10_000 }, (_, at) => `c${String(at)}`).join(',')}`,
      `${ROW}${',x'.repeat(10_000)}`,
    ),
    problems: ['too_many_cells 2'],
  },
  {
    name: 'a hundred lines of text',
    content: 'A line of text, with commas, as letters have them\n'.repeat(100),
    problems: ['no_header 1'],
  },
  {
    name: 'a cell of forty thousand characters',
    content: lines(HEADER, `KEN,UI_NETUSE,2020,5,${'x'.repeat(40_000)}`),
    problems: ['cell_too_long 2E'],
  },
  {
    name: 'words of programs',
    content: lines(HEADER, '__proto__,constructor,toString,valueOf,hasOwnProperty'),
    problems: ['unknown_indicator 2B', 'unknown_area 2A', 'year_not_a_whole_number 2C', 'not_a_number 2D'],
  },
];
