import { HEADER, type AwkwardFile } from './awkward-file.js';

const ONE = ['2 KEN UI_NETUSE 2020 61.5'];
const TWO = ['2 KEN UI_NETUSE 2020 61.5', '3 ALB UI_NETUSE 2021 7'];
const ROWS = 'KEN,UI_NETUSE,2020,61.5,Survey\nALB,UI_NETUSE,2021,7,Survey';
const PLAIN = `${HEADER}\n${ROWS}\n`;
const by = (delimiter: string, text = PLAIN): string => text.replaceAll(',', delimiter);

/** How cells and rows are kept apart. */
export const DIALECTS: readonly AwkwardFile[] = [
  { name: 'plain', content: PLAIN, figures: TWO },
  { name: 'no line end at the end', content: PLAIN.trimEnd(), figures: TWO },
  { name: 'CRLF', content: PLAIN.replaceAll('\n', '\r\n'), figures: TWO },
  { name: 'CR only', content: PLAIN.replaceAll('\n', '\r'), figures: TWO, repairs: ['line_ends'] },
  {
    name: 'mixed line ends',
    content: PLAIN.replace('\n', '\r\n').replace('\nALB', '\rALB'),
    figures: TWO,
    repairs: ['line_ends'],
  },
  {
    name: 'CR CR LF',
    content: PLAIN.replaceAll('\n', '\r\r\n'),
    figures: ['3 KEN UI_NETUSE 2020 61.5', '5 ALB UI_NETUSE 2021 7'],
  },
  { name: 'semicolons', content: by(';'), figures: TWO, repairs: ['delimiter'] },
  { name: 'tabs', content: by('\t'), figures: TWO, repairs: ['delimiter'] },
  { name: 'bars', content: by('|'), figures: TWO, repairs: ['delimiter'] },
  { name: 'carets', content: by('^'), figures: TWO, repairs: ['delimiter'] },
  { name: 'unit separators', content: by('\u001f'), figures: TWO },
  { name: 'start of heading signs', content: by('\u0001'), figures: TWO },
  { name: 'Chinese commas', content: by('，'), figures: TWO },
  { name: 'Arabic semicolons', content: by('؛'), figures: TWO },
  { name: 'commas and spaces', content: by(', '), figures: TWO },
  { name: 'bars with spaces', content: by(' | '), figures: TWO },
  {
    name: 'a table of Markdown',
    content: `| ${HEADER.replaceAll(',', ' | ')} |\n|---|---|---|---|---|\n| KEN | UI_NETUSE | 2020 | 61.5 | Survey |\n`,
    figures: ['3 KEN UI_NETUSE 2020 61.5'],
  },
  {
    name: 'sep line of a semicolon',
    content: `sep=;\n${by(';')}`,
    figures: ['2 KEN UI_NETUSE 2020 61.5', '3 ALB UI_NETUSE 2021 7'],
    repairs: ['sep_line'],
  },
  {
    name: 'sep line of a tab',
    content: `sep=\t\r\n${by('\t').replaceAll('\n', '\r\n')}`,
    figures: TWO,
    repairs: ['sep_line'],
  },
  { name: 'sep line of an equals sign', content: `sep==\n${by('=')}`, figures: TWO, repairs: ['sep_line'] },
  {
    name: 'quoted sep line with a mark',
    content: `\ufeff"sep=|"\n${by('|')}`,
    figures: TWO,
    repairs: ['sep_line', 'byte_order_mark'],
  },
  { name: 'all cells quoted', content: PLAIN.replace(/[^,\n]+/g, '"$&"'), figures: TWO },
  { name: 'single quotes', content: PLAIN.replace(/[^,\n]+/g, "'$&'"), figures: TWO, repairs: ['quotes'] },
  { name: 'spaces before quotes', content: PLAIN.replace(/[^,\n]+/g, ' "$&" '), figures: TWO },
  {
    name: 'delimiter in quotes',
    content: `${HEADER}\n"Korea, Rep.",UI_NETUSE,2020,1,"A, B and ""C"""\n`,
    figures: ['2 KOR UI_NETUSE 2020 1'],
  },
  {
    name: 'line ends in quotes',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,1,"A\nB"\nALB,UI_NETUSE,2020,2,"A\r\nB"\nXXX,UI_NETUSE,2020,3,s\n`,
    figures: ['2 KEN UI_NETUSE 2020 1', '3 ALB UI_NETUSE 2020 2'],
    problems: ['unknown_area 4A'],
  },
  {
    name: 'backslash before quotes',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,1,"A \\"B\\" C, D"\nALB,UI_NETUSE,2020,2,"s"\n`,
    figures: ['2 KEN UI_NETUSE 2020 1', '3 ALB UI_NETUSE 2020 2'],
    repairs: ['quotes'],
  },
  {
    name: 'each row quoted as a whole',
    content: `"${HEADER}"\n"KEN,UI_NETUSE,2020,61.5,""A, B"""\n"ALB,UI_NETUSE,2021,7,s"\n`,
    figures: TWO,
    repairs: ['rows_quoted_whole'],
  },
  {
    name: 'quote within a cell',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,61.5,the 12" survey\nALB,UI_NETUSE,2021,7,s\n`,
    figures: TWO,
  },
  {
    name: 'quoted word at the start of a cell',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,61.5,"Survey" of 2020\nALB,UI_NETUSE,2021,7,s\n`,
    figures: ['3 ALB UI_NETUSE 2021 7'],
    problems: ['broken_quotes 2E'],
  },
  {
    name: 'quote never closed',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,61.5,"Survey\nALB,UI_NETUSE,2021,7,s\n`,
    figures: [],
    problems: ['broken_quotes 2E'],
  },
  {
    name: 'typographic quotes',
    content: `${HEADER}\n“KEN”,UI_NETUSE,2020,61.5,“Survey”\n`,
    problems: ['unknown_area 2A'],
  },
  { name: 'trailing delimiters', content: PLAIN.replaceAll('\n', ',,\n'), figures: TWO },
  { name: 'delimiters in rows only', content: `${HEADER}\n${ROWS.replaceAll('\n', ',\n')},\n`, figures: TWO },
  {
    name: 'blank rows between',
    content: PLAIN.replaceAll('\n', '\n\n'),
    figures: ['3 KEN UI_NETUSE 2020 61.5', '5 ALB UI_NETUSE 2021 7'],
  },
  {
    name: 'rows of delimiters only',
    content: PLAIN.replaceAll('\n', '\n,,,,\n'),
    figures: ['3 KEN UI_NETUSE 2020 61.5', '5 ALB UI_NETUSE 2021 7'],
  },
  {
    name: 'blank rows above',
    content: `\n\n  \n${PLAIN}`,
    figures: ['5 KEN UI_NETUSE 2020 61.5', '6 ALB UI_NETUSE 2021 7'],
  },
  {
    name: 'a mark and blank rows above',
    content: `\ufeff\r\n\r\n${PLAIN}`,
    figures: ['4 KEN UI_NETUSE 2020 61.5', '5 ALB UI_NETUSE 2021 7'],
  },
  { name: 'blank first column', content: PLAIN.replace(/^/gm, ',').replace(/,$/, ''), figures: TWO },
  {
    name: 'two blank columns between',
    content: PLAIN.replaceAll('UI_NETUSE,', 'UI_NETUSE,,,').replace('indicator,', 'indicator,,,'),
    figures: TWO,
  },
  {
    name: 'row numbers without a header, as R writes them',
    content: `"country","indicator","year","value","source"\n"1","KEN","UI_NETUSE",2020,61.5,"Survey"\n"2","ALB","UI_NETUSE",2021,7,"Survey"\n`,
    figures: TWO,
  },
  {
    name: 'row numbers under an empty header, as pandas writes them',
    content: `,${HEADER}\n0,KEN,UI_NETUSE,2020,61.5,Survey\n1,ALB,UI_NETUSE,2021,7,Survey\n`,
    figures: TWO,
  },
  {
    name: 'row numbers under "Unnamed: 0"',
    content: `Unnamed: 0,${HEADER}\n0,KEN,UI_NETUSE,2020,61.5,Survey\n1,ALB,UI_NETUSE,2021,7,Survey\n`,
    figures: TWO,
    repairs: ['columns_not_read'],
  },
  {
    name: 'comment lines above',
    content: `# made by a program\n# 2024-01-01\n${PLAIN}`,
    figures: ['4 KEN UI_NETUSE 2020 61.5', '5 ALB UI_NETUSE 2021 7'],
    repairs: ['line_above_table 2'],
  },
  { name: 'header behind a hash', content: `#${PLAIN}`, figures: TWO },
  {
    name: 'comment lines between',
    content: PLAIN.replace('ALB', '# checked\nALB'),
    figures: ['2 KEN UI_NETUSE 2020 61.5', '4 ALB UI_NETUSE 2021 7'],
    repairs: ['text_line'],
  },
  {
    name: 'a row with too few cells',
    content: `${PLAIN}KEN,UI_NETUSE,2022\n`,
    figures: TWO,
    problems: ['too_few_cells 4'],
  },
  {
    name: 'a row with too many cells',
    content: `${PLAIN}KEN,UI_NETUSE,2022,5,s,more\n`,
    figures: TWO,
    problems: ['too_many_cells 4'],
  },
  {
    name: 'a comma within a number without quotes',
    content: `${HEADER}\nKEN,UI_NETUSE,2020,61,5,Survey\n`,
    figures: [],
    problems: ['too_many_cells 2'],
  },
  {
    name: 'decimal commas between commas without quotes and no more columns',
    content: `country,indicator,year,source,value\nKEN,UI_NETUSE,2020,Survey,61,5\n`,
    figures: [],
    problems: ['too_many_cells 2'],
  },
  {
    name: 'marks of a file put together inside',
    content: `${PLAIN}\ufeffKEN,UI_NETUSE,2022,5,s\n`,
    figures: [...TWO, '4 KEN UI_NETUSE 2022 5'],
    repairs: ['marks_inside'],
  },
  {
    name: 'two files put together',
    content: PLAIN + PLAIN.replace('2020', '2018').replace('2021', '2019'),
    figures: [...TWO, '5 KEN UI_NETUSE 2018 61.5', '6 ALB UI_NETUSE 2019 7'],
    repairs: ['repeated_header 1'],
  },
  { name: 'end sign of DOS', content: `${PLAIN}\u001a`, figures: TWO },
  { name: 'vertical tabs and form feeds', content: `${PLAIN}\f`, figures: TWO },
  {
    name: 'no-break spaces about everything',
    content: PLAIN.replace(/[^,\n]+/g, '\u00a0$&\u00a0'),
    figures: TWO,
  },
  {
    name: 'zero-width spaces',
    content: PLAIN.replaceAll('KEN', '\u200bKEN').replaceAll('61.5', '61.5\u200b'),
    figures: TWO,
  },
  {
    name: 'left-to-right marks',
    content: PLAIN.replaceAll('2020', '\u200e2020').replaceAll('61.5', '\u202a61.5\u202c'),
    figures: TWO,
  },
  {
    name: 'capitals and spaces in the header',
    content: PLAIN.replace(HEADER, ' COUNTRY , Indicator ,YEAR, Value ,SOURCE '),
    figures: TWO,
  },
  {
    name: 'line ends in the header',
    content: PLAIN.replace(HEADER, '"country\n(name)",indicator,"year\n",value,source'),
    figures: TWO,
  },
  {
    name: 'semicolons with decimal commas and commas in texts',
    content:
      'country;indicator;year;value;source\nKEN;UI_NETUSE;2020;61,5;"A, B; C"\nALB;UI_NETUSE;2021;7;D, E\n',
    figures: TWO,
  },
  { name: 'one row only', content: `${HEADER}\nKEN,UI_NETUSE,2020,61.5,Survey`, figures: ONE },
  { name: 'header only', content: `${HEADER}\n`, figures: [], problems: ['no_rows 1'] },
  { name: 'empty', content: '', problems: ['empty_file 1'], figures: [] },
  { name: 'blank rows only', content: '\n\n  \n,,,\n', problems: ['empty_file 1'], figures: [] },
  { name: 'no header', content: `${ROWS}\n`, problems: ['no_header 1'] },
  {
    name: 'no header, but an indicator told',
    content: 'KEN,2020,61.5\nKEN,2021,7\nALB,2021,8\n',
    answers: { indicator: 'SS_SECSERV', source: 's' },
    problems: ['no_header 1'],
  },
  {
    name: 'one column',
    content: 'country\nKenya\nAlbania\n',
    figures: [],
    problems: ['missing_column 1', 'missing_column 1', 'missing_column 1', 'missing_column 1'],
  },
  {
    name: 'prose',
    content: 'Dear colleagues,\nplease find the figures in the annex, as agreed.\nKind regards\n',
    problems: ['no_header 1'],
  },
  {
    name: 'columns kept apart by spaces',
    content: 'country  indicator  year  value  source\nKEN      UI_NETUSE  2020  61.5  Survey\n',
    problems: ['no_header 1'],
  },
];
