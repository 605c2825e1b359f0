import fc from 'fast-check';
import type { SheetRow } from '../../../../src/submissions/checking/sheet-row.js';
import { guessDialect } from '../../../../src/submissions/reading/guess-dialect.js';
import type { GridHints } from '../../../../src/submissions/reading/grid.js';
import { openGrid } from '../../../../src/submissions/reading/open-grid.js';
import { bytesInMemory } from '../../../support/bytes-in-memory.js';

describe('text files as grids', () => {
  it.each([
    ['commas', 'country,year,value\nKEN,2015,1.5\n', ','],
    ['semicolons beside decimal commas', 'pays;année;valeur\nKEN;2015;1,5\nUGA;2016;2,5\n', ';'],
    [
      'semicolons beside names with commas',
      'c;y\nKorea, Rep.;2015\nGambia, The;2016\nCongo, Dem. Rep.;2017\n',
      ';',
    ],
    ['semicolons below a title with commas', 'Users, 2015, all\n\nc;y;v\nKEN;2015;1\nUGA;2016;2\n', ';'],
    [
      'tabs beside commas within the first column',
      'freq,geo\\time\t2015 \t2016 \nA,AT\t12.3 e\t: \nA,BE\t1 b\t2 \n',
      '\t',
    ],
    ['bars', 'country|year|value\nKEN|2015|1,5\nUGA|2016|2,5\n', '|'],
    ['tildes', 'c~y~v\nKEN~2015~1\nUGA~2016~2\n', '~'],
    ['tabs round quoted text with commas', '"a"\t"b,c"\n"1"\t"2,3"\n', '\t'],
    ['an order to a spreadsheet', 'sep=|\na|b,c\n1|2,3\n', '|'],
    ['Arabic commas', 'البلد،السنة،القيمة\nمصر،2015،12\nالأردن،2016،13\n', '،'],
  ])('finds %s', async (_, text, delimiter) => {
    const grid = await openGrid(bytesInMemory(text));
    expect(grid.delimiter).toBe(delimiter);
    const rows = await rowsOf(text);
    expect(rows.at(-1)?.cells.length).toBeGreaterThan(1);
  });

  it('finds the delimiter of tables of names, years, figures and notes', () => {
    const names = ['Kenya', 'Korea, Rep.', "Côte d'Ivoire", 'Bosnia & Herzegovina', '中国'];
    const notes = [
      '',
      'WDI, IT.NET.USER.ZS',
      'estimate; provisional',
      'x|y',
      '5" disk',
      'https://x.org/?a=1,2;3',
    ];
    const row = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom('1999', '2015'),
      fc.constantFrom('', '..', '12.3 e', '12,5', '1 234,5', '1,234', '-3.25'),
      fc.constantFrom(...notes),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('', 'Internet users, 2015, all countries\n\n', 'Source;World\n'),
        (rows, delimiter, title) => {
          const written = (cell: string): string =>
            cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
          const lines = [['country', 'year', 'value', 'note'], ...rows].map((cells) =>
            cells.map(written).join(delimiter),
          );
          const dialect = guessDialect(`${title}${lines.join('\n')}\n`, true);
          expect(dialect).toEqual({ delimiter, quote: '"', escape: 'double' });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('lets known headers decide between delimiters', async () => {
    const text = 'country;year, value\nKEN;1, 2\nUGA;3, 4\n';
    const grid = await openGrid(bytesInMemory(text), {
      isHeader: (cell) => ['country', 'year'].includes(cell),
    });
    expect(grid.delimiter).toBe(';');
  });

  it('lets the sender say the delimiter', async () => {
    expect((await rowsOf('a;b,c\n1;2,3\n', { delimiter: ';' }))[0]?.cells).toEqual(['a', 'b,c']);
  });

  it.each([
    ['LF', 'a,b\nc,d\n', 'LF'],
    ['CR LF', 'a,b\r\nc,d\r\n', 'CRLF'],
    ['CR', 'a,b\rc,d', 'CR'],
    ['all of them', 'a,b\r\nc,d\ne,f\rg,h', 'mixed'],
  ])('ends rows at %s', async (_, text, newline) => {
    const grid = await openGrid(bytesInMemory(text, 3));
    const rows = await rowsOf(text);
    expect(rows[1]).toEqual({ row: 2, cells: ['c', 'd'] });
    expect(grid.newline).toBe(newline);
  });

  it('numbers rows as a spreadsheet does: line ends within quotes do not count, blank rows do', async () => {
    const rows = await rowsOf('a,b\n"x\ny",1\n\n,\n"z",2\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 5]);
  });

  it('does not count the line that orders a delimiter', async () => {
    const rows = await rowsOf('sep=;\r\na;b\r\n1;2\r\n');
    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
    ]);
  });

  it.each([
    ['doubled quotes', 'a,b\n"say ""hi"", you",2\n', 'say "hi", you'],
    ['escaped quotes', 'a,b\n"say \\"hi\\", you",2\n', 'say "hi", you'],
    ['single quotes', "'a','b'\n'Cote d''Ivoire, x','2'\n", "Cote d'Ivoire, x"],
    ['spaces round quotes', 'a,b\n "x, y" ,2\n', 'x, y'],
    ['a quote within text', 'a,b\n5" disk,2\n', '5" disk'],
    ['an apostrophe before text', "a,b\n'tis,2\n", "'tis"],
    ['rows that were quoted as a whole', '"a,b"\n"""x, y"",2"\n', 'x, y'],
    ['quotes that mean nothing between tabs', 'a\tb\n"x" y\t2\n"z" y\t3\n', '"x" y'],
  ])('understands %s', async (_, text, cell) => {
    expect((await rowsOf(text))[1]?.cells).toEqual([cell, '2']);
  });

  it('breaks only the row that has text after a closing quote', async () => {
    const rows = await rowsOf('a,b,c\n1,"x" y,2\n3,4,5\n');
    expect(rows[1]).toEqual({ row: 2, cells: ['1', '"x" y,2'], brokenCell: 1 });
    expect(rows[2]).toEqual({ row: 3, cells: ['3', '4', '5'] });
  });

  it('says which row is never closed', async () => {
    await expect(rowsOf(`a,b\n1,"${'x'.repeat(1_100_000)}`)).rejects.toMatchObject({
      code: 'row_too_long',
      params: { row: 2 },
    });
  });

  it('lists what it changed', async () => {
    const grid = await openGrid(bytesInMemory('\ufeffsep=;\ra;b\r1;2\r\ufeffc;d\r'));
    for await (const _ of grid.rows());
    const codes = ['byte_order_mark', 'sep_line', 'delimiter', 'marks_inside', 'line_ends'];
    expect(grid.repairs.map(({ code }) => code)).toEqual(codes);
    for await (const _ of grid.rows());
    expect(grid.repairs.every(({ count }) => count === 1)).toBe(true);
  });

  it.each([
    ['pdf_file', '%PDF-1.7'],
    ['old_spreadsheet', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['compressed_file', '\x1f\x8b\x08'],
    ['image_file', '\x89PNG\r\n\x1a\n'],
    ['web_page', '  <!DOCTYPE html><html>'],
    ['web_page', '\xff\xfe<\0h\0t\0m\0l\0>\0'],
    ['xml_file', '<?xml version="1.0"?><Workbook/>'],
    ['json_file', '[{"country":"KEN"}]'],
    ['json_file', '{\n "rows": []}'],
    ['database_file', 'PAR1\x15\x04'],
  ])('refuses other files: %s', async (code, bytes) => {
    await expect(openGrid(bytesInMemory(Buffer.from(bytes, 'latin1')))).rejects.toMatchObject({ code });
  });

  it.each(['<5,country\n3,KEN\n', '[Country],[Year]\nKEN,2015\n', '{x},y\n1,2\n'])(
    'reads %j as a table',
    async (text) => {
      expect(await rowsOf(text)).toHaveLength(2);
    },
  );

  it.each([
    'a,b\n' + '"x"y,1\n'.repeat(50_000),
    'a,b\n"x"y' + ',"a"'.repeat(200_000) + '\n',
    'a,b\n"' + '\\"'.repeat(300_000) + '"\n',
    '"'.repeat(500_000),
    `${' '.repeat(900)}"x" y\n`.repeat(500),
  ])('walks once over hostile text (%#)', async (text) => {
    expect((await rowsOf(text)).length).toBeGreaterThan(0);
  });

  it('reads back any table written in any dialect, however it is cut into chunks', async () => {
    const cell = fc.stringMatching(/^[ab1 ,;\t|"'\n.é国-]{0,9}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        async (table, delimiter, newline, chunkSize) => {
          const write = (text: string): string => `"x${text.replaceAll('"', '""')}"`;
          const text = table.map((cells) => cells.map(write).join(delimiter)).join(newline);
          const grid = await openGrid(bytesInMemory(text, chunkSize), { delimiter });
          const read: SheetRow[] = [];
          for await (const batch of grid.rows()) read.push(...batch);
          expect(read).toEqual(
            table.map((cells, at) => ({ row: at + 1, cells: cells.map((each) => `x${each}`) })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

async function rowsOf(text: string, hints: GridHints = {}): Promise<readonly SheetRow[]> {
  const grid = await openGrid(bytesInMemory(text), hints);
  const rows: SheetRow[] = [];
  for await (const batch of grid.rows()) rows.push(...batch);
  return rows;
}
