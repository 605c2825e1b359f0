import fc from 'fast-check';
import { Problem } from '../../../../src/platform/problem.js';
import type { SheetRow } from '../../../../src/submissions/checking/sheet-row.js';
import type { Grid, GridHints } from '../../../../src/submissions/reading/grid.js';
import { openGrid } from '../../../../src/submissions/reading/open-grid.js';
import { formatKind } from '../../../../src/submissions/reading/xlsx/cell-formats.js';
import { numberText } from '../../../../src/submissions/reading/xlsx/number-cells.js';
import { bytesInMemory } from '../../../support/bytes-in-memory.js';
import { zip } from '../../../support/zip.js';

describe('spreadsheets as grids', () => {
  it('reads texts, numbers, truth values and errors, with the rows and columns they stand in', async () => {
    const { rows } = await read(
      sheet(
        row(1, '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>') +
          row(
            4,
            '<c r="B4"><v>0.10000000000000001</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#N/A</v></c>',
          ) +
          '<row><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="str"><v>a&amp;b</v></c></row>',
      ),
    );
    expect(rows).toEqual([
      { row: 1, cells: ['country', '', 'Côte\nd’Ivoire'] },
      { row: 4, cells: ['', '0.1', 'TRUE', '#N/A'] },
      { row: 5, cells: ['inline', 'a&b'] },
    ]);
  });

  it('tells texts that may be numbers with thousands from numbers', async () => {
    const { rows } = await read(
      sheet(
        row(
          1,
          '<c r="A1"><v>1.234</v></c><c r="B1" t="str"><v>1.234</v></c><c r="C1" t="str"><v>1.2345</v></c>',
        ),
      ),
    );
    expect(rows[0]?.cells).toEqual(['1.234', "'1.234", '1.2345']);
  });

  it('reads percentages and dates as they are shown, and says so', async () => {
    const { rows, grid } = await read(
      sheet(
        row(
          1,
          '<c r="A1" s="1"><v>0.07</v></c><c r="B1" s="2"><v>42369</v></c><c r="C1" s="0"><v>42369</v></c>',
        ),
      ),
    );
    expect(rows[0]?.cells).toEqual(['7%', '2015-12-31', '42369']);
    expect(grid.repairs).toEqual([
      expect.objectContaining({
        code: 'percent_cell',
        example: { row: 1, column: { letter: 'A', name: '' }, before: '0.07', after: '7%' },
      }),
      expect.objectContaining({ code: 'date_cell' }),
    ]);
  });

  it('takes the results of formulas, and shows a formula that has none', async () => {
    const { rows, grid } = await read(
      sheet(row(1, '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1:A9)</f></c>')),
    );
    expect(rows[0]?.cells).toEqual(['2', '=SUM(A1:A9)']);
    expect(grid.repairs.map(({ code }) => code)).toEqual(['formula_without_value']);
  });

  it('fills labels into cells that were merged downwards, never figures', async () => {
    const body =
      row(1, '<c r="A1" t="str"><v>Kenya</v></c><c r="B1"><v>12.5</v></c><c r="C1"><v>2015</v></c>') +
      row(2, '<c r="D2"><v>1</v></c>') +
      row(3, '<c r="D3"><v>2</v></c>');
    const merged =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C3"/></mergeCells>';
    const { rows, grid } = await read(`<worksheet><sheetData>${body}</sheetData>${merged}</worksheet>`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Kenya', '12.5', '2015'],
      ['Kenya', '', '2015', '1'],
      ['', '', '2015', '2'],
    ]);
    expect(grid.repairs).toContainEqual(expect.objectContaining({ code: 'merged_cells_filled', count: 2 }));
  });

  describe('with several sheets', () => {
    const table = sheet(
      row(1, '<c><v>country</v></c><c><v>year</v></c><c><v>value</v></c>') +
        row(2, '<c><v>7</v></c><c><v>2015</v></c><c><v>12</v></c>'),
    );
    const sheets = [
      { name: 'Notes', xml: sheet(row(1, '<c t="str"><v>about</v></c>')) },
      { name: 'Lists', xml: table, state: 'hidden' },
      { name: 'Figures', xml: table },
      { name: 'More', xml: table },
    ];

    it('reads the first visible one that has a table, and names the others', async () => {
      const grid = await openGrid(bytesInMemory(workbook(sheets)));
      expect(grid.sheet).toBe('Figures');
      expect(grid.repairs).toEqual([
        { code: 'other_sheets', count: 2, params: { sheet: 'Figures', others: 'Notes, More' } },
        { code: 'hidden_sheets', count: 1, params: { sheets: 'Lists' } },
      ]);
    });

    it('reads the one that is asked for', async () => {
      expect((await openGrid(bytesInMemory(workbook(sheets)), { sheet: 'more' })).sheet).toBe('More');
      await expect(openGrid(bytesInMemory(workbook(sheets)), { sheet: 'x' })).rejects.toMatchObject({
        code: 'unknown_sheet',
      });
    });
  });

  it.each([
    ['unpacks_too_large', workbook([{ name: 'S', xml: ' '.repeat(30_000_000) }])],
    ['damaged_spreadsheet', workbook([{ name: 'S', xml: sheet(row(1, '<c><v>1</v></c>')), size: 10 }])],
    ['damaged_spreadsheet', workbook([{ name: 'S', xml: '<worksheet><sheetData><row>' }])],
    ['damaged_spreadsheet', workbook([{ name: 'S', xml: '<a>'.repeat(1_000) }])],
    ['damaged_spreadsheet', workbook([{ name: 'S', xml: sheet(row(1, '<c t="s"><v>9</v></c>')) }])],
    [
      'damaged_spreadsheet',
      workbook([
        { name: 'S', xml: `<!DOCTYPE a [<!ENTITY b "c">]>${sheet(row(1, '<c t="str"><v>&b;</v></c>'))}` },
      ]),
    ],
    ['no_sheet_with_rows', workbook([{ name: 'S', xml: sheet('') }])],
    ['sheet_too_sparse', workbook([{ name: 'S', xml: sheet(sparseRows(1_000)) }])],
    ['open_document', zip([{ name: 'content.xml', text: '<a/>' }])],
    ['binary_spreadsheet', zip([{ name: 'xl/workbook.bin', text: '' }])],
    ['document_file', zip([{ name: 'word/document.xml', text: '<a/>' }])],
    ['compressed_file', zip([{ name: 'data.csv', text: 'a,b' }])],
    ['damaged_spreadsheet', Buffer.from('PK\x03\x04 and then nothing')],
  ])('refuses %s (%#)', async (code, bytes) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code });
  });

  it('answers a damaged workbook with rows or a problem', async () => {
    const whole = workbook([{ name: 'S', xml: sheet(row(1, '<c t="s"><v>0</v></c><c><v>1</v></c>')) }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (changes, length, isCut) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          await rowsOf(isCut ? bytes.subarray(0, length) : bytes).catch((error: unknown) => {
            expect(error).toBeInstanceOf(Problem);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('cells of numbers', () => {
  it.each([
    ['0', 'number'],
    ['#,##0.00 "years"', 'number'],
    ['[Red]-0.0', 'number'],
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['0.0%;-0.0%', 'percent'],
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d\\ mmm\\ yy;@', 'date'],
    ['_(* #,##0_);_(* (#,##0)', 'number'],
  ])('takes the format %s for a %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['42369.5', '2015-12-31T12:00:00'],
    ['-1', '-1'],
    ['1e9', '1000000000'],
  ])('shows day %s as %s', (raw, shown) => {
    expect(numberText(raw, 'date', false)).toBe(shown);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(numberText('40907', 'date', true)).toBe('2015-12-31');
  });

  it('keeps every number whole', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberText(String(value), 'number', false))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('moves the point of percentages without an error', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const share = Number(`${String(digits)}e-${String(places)}`);
          expect(numberText(String(share), 'percent', false)).toBe(
            `${String(Number(`${String(digits)}e${String(2 - places)}`))}%`,
          );
        },
      ),
    );
  });
});

function row(number: number, cells: string): string {
  return `<row r="${String(number)}">${cells}</row>`;
}

function sparseRows(count: number): string {
  return Array.from({ length: count }, (_, at) =>
    row(at + 1, `<c r="XFD${String(at + 1)}"><v>${String(at)}</v></c>`),
  ).join('');
}

function sheet(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

interface WrittenSheet {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
  readonly size?: number;
}

function workbook(sheets: readonly WrittenSheet[]): Buffer {
  const listed = sheets
    .map(
      ({ name, state = 'visible' }, at) => `<sheet name="${name}" state="${state}" r:id="s${String(at)}"/>`,
    )
    .join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://types/${type}" Target="${target}"/>`;
  const relations = sheets
    .map((_, at) => relation(`s${String(at)}`, 'worksheet', `/xl/sheet${String(at)}.xml`))
    .join('');
  return zip([
    { name: 'xl/workbook.xml', text: `<workbook xmlns:r="r"><sheets>${listed}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relations}${relation('t', 'sharedStrings', 'strings.xml')}${relation('f', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/Strings.xml',
      text: '<sst><si><t>country</t></si><si><r><t>Côte</t></r><r><t>_x000A_d’Ivoire</t></r><rPh><t>x</t></rPh></si></sst>',
    },
    {
      name: 'xl/styles.xml',
      text: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    },
    ...sheets.map(({ xml, size }, at) => ({
      name: `xl/sheet${String(at)}.xml`,
      text: xml,
      ...(size === undefined ? {} : { size }),
    })),
  ]);
}

async function read(xml: string): Promise<{ readonly rows: readonly SheetRow[]; readonly grid: Grid }> {
  const grid = await openGrid(bytesInMemory(workbook([{ name: 'S', xml }])));
  return { rows: await gathered(grid), grid };
}

async function rowsOf(bytes: Buffer, hints: GridHints = {}): Promise<readonly SheetRow[]> {
  return gathered(await openGrid(bytesInMemory(bytes), hints));
}

async function gathered(grid: Grid): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of grid.rows()) rows.push(...batch);
  return rows;
}
