import exceljs, { type Worksheet } from 'exceljs';
import { zip } from '../../support/zip.js';
import { HEADER, type AwkwardFile } from './awkward-file.js';

const COLUMNS = HEADER.split(',');
const ROW = ['KEN', 'UI_NETUSE', 2020, 61.5, 'Survey'];
const ONE = ['2 KEN UI_NETUSE 2020 61.5'];

async function written(fill: (workbook: exceljs.Workbook) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const sheet = (fill: (worksheet: Worksheet) => void): Promise<Buffer> =>
  written((workbook) => fill(workbook.addWorksheet('Data')));
const rows = (...lines: readonly (readonly unknown[])[]): Promise<Buffer> =>
  sheet((worksheet) => worksheet.addRows([COLUMNS, ...lines].map((line) => [...line])));

/** A workbook as programs write it that are not Excel: no styles, no shared texts, cells without addresses. */
const bare = (sheetData: string, more: readonly { name: string; text: string }[] = []): Buffer =>
  zip([
    {
      name: 'xl/workbook.xml',
      text: '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
    ...more,
  ]);
const inline = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** Spreadsheets. */
export const WORKBOOKS: readonly AwkwardFile[] = [
  { name: 'workbook: plain', content: await rows(ROW), figures: ONE },
  {
    name: 'workbook: numbers in full',
    content: await rows(
      [...ROW.slice(0, 3), 0.1 + 0.2, 's'],
      ['ALB', 'SS_SECSERV', 2020, 1234.567, 's'],
      ['ALB', 'SS_SECSERV', 2021, 1e21, 's'],
    ),
    figures: [
      '2 KEN UI_NETUSE 2020 0.30000000000000004',
      '3 ALB SS_SECSERV 2020 1234.567',
      '4 ALB SS_SECSERV 2021 1e+21',
    ],
  },
  {
    name: 'workbook: years and numbers as text',
    content: await rows(['KEN', 'UI_NETUSE', '2020', '61,5', 's'], ['KEN', 'UI_NETUSE', '2021', '7.25', 's']),
    figures: ['2 KEN UI_NETUSE 2020 61.5', '3 KEN UI_NETUSE 2021 7.25'],
  },
  {
    name: 'workbook: texts with a sign before three digits',
    content: await rows(['KEN', 'SS_SECSERV', 2020, '1.234', 's']),
    problems: ['decimal_or_thousands 2D'],
  },
  {
    name: 'workbook: percent cells',
    content: await sheet((worksheet) => {
      worksheet.addRows([COLUMNS, ['KEN', 'UI_NETUSE', 2020, 0.615, 's']]);
      worksheet.getCell('D2').numFmt = '0.0%';
    }),
    figures: ONE,
    repairs: ['percent_cell', 'percent_sign_dropped'],
  },
  {
    name: 'workbook: years as days',
    content: await rows(
      ['KEN', 'UI_NETUSE', new Date(Date.UTC(2020, 11, 31)), 61.5, 's'],
      ['KEN', 'UI_NETUSE', new Date(Date.UTC(2021, 11, 31)), 7, 's'],
    ),
    figures: [...ONE, '3 KEN UI_NETUSE 2021 7'],
    repairs: ['date_cell', 'year_of_a_date'],
  },
  {
    name: 'workbook: a value that became a day',
    content: await rows(['KEN', 'UI_NETUSE', 2020, new Date(Date.UTC(2020, 4, 12)), 's']),
    problems: ['value_is_a_date 2D'],
  },
  {
    name: 'workbook: formulas with results',
    content: await rows(['KEN', 'UI_NETUSE', 2020, { formula: '60+1.5', result: 61.5 }, 's']),
    figures: ONE,
  },
  {
    name: 'workbook: formulas without results',
    content: await rows(['KEN', 'UI_NETUSE', 2020, { formula: '60+1.5' }, 's']),
    problems: ['not_a_number 2D'],
    repairs: ['formula_without_value 1'],
  },
  {
    name: 'workbook: errors',
    content: await rows(
      ['KEN', 'UI_NETUSE', 2020, { error: '#REF!' }, 's'],
      ['KEN', 'UI_NETUSE', 2021, { error: '#N/A' }, 's'],
    ),
    problems: ['spreadsheet_error 2D'],
    repairs: ['no_figure 1'],
  },
  {
    name: 'workbook: links and rich texts',
    content: await rows([
      { richText: [{ text: 'Ken' }, { text: 'ya', font: { bold: true } }] },
      'UI_NETUSE',
      2020,
      61.5,
      { text: 'Survey', hyperlink: 'https://example.org' },
    ]),
    figures: ONE,
  },
  {
    name: 'workbook: title, blank rows and columns',
    content: await sheet((worksheet) => {
      worksheet.getCell('B2').value = 'Internet use';
      worksheet.getRow(4).values = [undefined, ...COLUMNS];
      worksheet.getRow(6).values = [undefined, ...ROW];
    }),
    figures: ['6 KEN UI_NETUSE 2020 61.5'],
    repairs: ['line_above_table 1'],
  },
  {
    name: 'workbook: merged countries',
    content: await sheet((worksheet) => {
      worksheet.addRows([COLUMNS, ROW, ['', 'UI_NETUSE', 2021, 7, 's']]);
      worksheet.mergeCells('A2:A3');
    }),
    figures: [...ONE, '3 KEN UI_NETUSE 2021 7'],
    repairs: ['merged_cells_filled 1'],
  },
  {
    name: 'workbook: the table on the second sheet',
    content: await written((workbook) => {
      workbook.addWorksheet('Read me').addRows([['Notes'], ['about the data']]);
      workbook.addWorksheet('Data').addRows([COLUMNS, ROW]);
    }),
    figures: ONE,
    repairs: ['other_sheets 1'],
  },
  {
    name: 'workbook: two tables, the second asked for',
    content: await written((workbook) => {
      workbook.addWorksheet('2019').addRows([COLUMNS, ['KEN', 'UI_NETUSE', 2019, 5, 's']]);
      workbook.addWorksheet('2020').addRows([COLUMNS, ROW]);
    }),
    answers: { sheet: '2020' },
    figures: ONE,
  },
  {
    name: 'workbook: a sheet that is not there',
    content: await rows(ROW),
    answers: { sheet: 'Figures' },
    refused: 'unknown_sheet',
  },
  {
    name: 'workbook: hidden sheet, rows and columns',
    content: await written((workbook) => {
      workbook
        .addWorksheet('Old', { state: 'hidden' })
        .addRows([COLUMNS, ['KEN', 'UI_NETUSE', 2019, 5, 's']]);
      const data = workbook.addWorksheet('Data');
      data.addRows([COLUMNS, ROW]);
      data.getRow(2).hidden = true;
    }),
    figures: ONE,
    repairs: ['hidden_sheets 1', 'hidden_rows_read'],
  },
  { name: 'workbook: no rows', content: await sheet(() => undefined), refused: 'no_sheet_with_rows' },
  {
    name: 'workbook: Arabic, from right to left',
    content: await written((workbook) =>
      workbook.addWorksheet('بيانات', { views: [{ rightToLeft: true }] }).addRows([
        ['البلد', 'المؤشر', 'السنة', 'القيمة', 'المصدر'],
        ['كينيا', 'UI_NETUSE', '٢٠٢٠', '٦١٫٥', 'مسح'],
      ]),
    ),
    figures: ONE,
  },
  {
    name: 'workbook: years across as numbers',
    content: await sheet((worksheet) =>
      worksheet.addRows([
        ['country', 2019, 2020],
        ['Kenya', 5, 6],
      ]),
    ),
    answers: { indicator: 'UI_NETUSE', source: 's' },
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
  {
    name: 'workbook: a far cell',
    content: await sheet((worksheet) => {
      worksheet.addRows([COLUMNS, ROW]);
      worksheet.getCell('XFD1048576').value = 'x';
    }),
    figures: ONE,
  },
  {
    name: 'workbook: without addresses, texts in the cells',
    content: bare(`${inline(...COLUMNS)}${inline('KEN', 'UI_NETUSE', '2020', '61.5', 's')}`),
    figures: ONE,
  },
  {
    name: 'workbook: truth values',
    content: bare(
      `${inline(...COLUMNS)}<row><c t="str"><v>KEN</v></c><c t="str"><v>UI_NETUSE</v></c><c><v>2020</v></c><c t="b"><v>1</v></c><c t="str"><v>s</v></c></row>`,
    ),
    problems: ['not_a_number 2D'],
  },
  {
    name: 'workbook: a text that is not there',
    content: bare('<row><c t="s"><v>7</v></c></row>'),
    refused: 'damaged_spreadsheet',
  },
  { name: 'workbook: XML cut off', content: bare('<row><c><v>1'), refused: 'damaged_spreadsheet' },
  {
    name: 'workbook: entities of its own',
    content: zip([{ name: 'xl/workbook.xml', text: '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }]),
    refused: 'no_sheet_with_rows',
  },
  {
    name: 'workbook: protected by a password',
    content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
    refused: 'old_spreadsheet',
  },
  {
    name: 'workbook: what unpacks to too much',
    content: bare(`<row><c t="inlineStr"><is><t>${'x'.repeat(30_000_000)}</t></is></c></row>`),
    refused: 'unpacks_too_large',
  },
];
