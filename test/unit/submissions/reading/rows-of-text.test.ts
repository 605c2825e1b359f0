import type { SheetRow } from '../../../../src/submissions/checking/sheet-row.js';
import { isHeaderCell } from '../../../../src/submissions/reading/header-cell.js';
import { openGrid } from '../../../../src/submissions/reading/open-grid.js';
import { bytesInMemory } from '../../../support/bytes-in-memory.js';

const HEADER = 'country,indicator,year,value,source,note';

/** Reads text cut into chunks of so many bytes. */
async function read(text: string, chunkSize = 7): Promise<SheetRow[]> {
  const grid = await openGrid(bytesInMemory(text, chunkSize), { isHeader: isHeaderCell });
  const rows: SheetRow[] = [];
  for await (const batch of grid.rows()) rows.push(...batch);
  return rows;
}

const cellsOf = (rows: readonly SheetRow[]) => rows.map(({ cells }) => cells.map((cell) => cell.trim()));

describe('reading rows', () => {
  it('gives the same rows however the bytes are cut', async () => {
    const start = `${HEADER}\n${'KEN,A,2020,2,s,n\n'.repeat(5_000)}`;
    const text = `${start}CIV,A,2020,1,"Côte d’Ivoire, ""ANSUT""\r\nsecond line",é\r\n\nKEN,A,2020,2,"s",n\n`;
    const whole = await read(text, 1_000_000);
    expect(whole).toHaveLength(5_003);
    expect(whole.at(-2)?.cells[4]).toBe('Côte d’Ivoire, "ANSUT"\nsecond line');
    for (const size of [1, 2, 3, 5, 7, 64]) expect(await read(text, size)).toEqual(whole);
  });

  it.each([
    ['line feed', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('takes %s for the end of a row', async (_name, end) => {
    const text = [HEADER, 'KEN,A,2020,1,s,"two\nlines"', 'ALB,A,2020,2,s,n', ''].join(end);
    for (const size of [1, 2, 1_000]) {
      expect(cellsOf(await read(text, size))).toEqual([
        HEADER.split(','),
        ['KEN', 'A', '2020', '1', 's', 'two\nlines'],
        ['ALB', 'A', '2020', '2', 's', 'n'],
      ]);
    }
  });

  it('reads on when line feeds, CR LF and CR are mixed', async () => {
    const rows = await read(`${HEADER}\nKEN,A,2020,1,s,"q"\r\nALB,A,2020,2,s,n\rFRA,A,2020,3,s,n\n`, 1_000);
    expect(cellsOf(rows).map(([country]) => country)).toEqual(['country', 'KEN', 'ALB', 'FRA']);
  });

  it.each([';', '\t'])('finds out that cells are divided by %j', async (delimiter) => {
    const rows = await read(`${HEADER.replaceAll(',', delimiter)}\nKEN;A,2020`.replace(';', delimiter));
    expect(rows[0]?.cells).toEqual(HEADER.split(','));
    expect(rows[1]?.cells).toEqual(['KEN', 'A,2020']);
  });

  it('takes off a byte order mark', async () => {
    expect((await read(`\u{feff}${HEADER}\n`))[0]?.cells[0]).toBe('country');
  });

  it('numbers rows as a spreadsheet does: blank rows count, a line end inside quotes does not', async () => {
    const rows = await read(`\n${HEADER}\n\nKEN,A,2020,1,s,"one\ntwo\nthree"\n , ,\nALB,A,2020,2,s,n`);
    expect(rows.map(({ row }) => row)).toEqual([2, 4, 6]);
  });

  it('marks the cell with text after its closing quote, and reads on below that row', async () => {
    const text = [
      HEADER,
      'KEN,A,2020,1,"s"x,n',
      'ALB,A,2020,2,s,n',
      '"FRA" x,A,2020,3,"two',
      'lines",n',
      'BRA,A,2020,4,"s" ,"n"',
      'CIV,A,2020,5,s,"half',
      '',
      'TGO,A,2020,6,s,"n"',
      'CHL,A,2020,7,s,n',
    ].join('\n');
    for (const size of [1, 3, 50, 1_000]) {
      const rows = await read(text, size);
      expect(rows.map(({ row, cells, brokenCell }) => [row, cells[0], brokenCell])).toEqual([
        [1, 'country', undefined],
        [2, 'KEN', 4],
        [3, 'ALB', undefined],
        [4, '"FRA" x,A,2020,3,"two\nlines",n', 0],
        [5, 'BRA', undefined],
        [6, 'CIV', 5],
        [7, 'CHL', undefined],
      ]);
      expect(rows[1]?.cells).toEqual(['KEN', 'A', '2020', '1', '"s"x,n']);
    }
  });

  it('marks a quote that is never closed', async () => {
    const rows = await read(`${HEADER}\nKEN,A,2020,1,s,n\nALB,A,2020,2,"s,n\nmore\n`);
    expect(rows.map(({ row, brokenCell }) => [row, brokenCell])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 4],
    ]);
  });

  it('comes to the end of a file full of broken quotes', async () => {
    const rows = await read(`${HEADER}\n${'KEN,A,2020,1,"s"x,n\n'.repeat(40_000)}`, 262_144);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('stops at a row without end, naming it, instead of filling the memory', async () => {
    const text = `${HEADER}\nKEN,A,2020,1,s,n\nALB,A,2020,2,"${'x'.repeat(3_000_000)}`;
    await expect(read(text, 65_536)).rejects.toMatchObject({ code: 'row_too_long', params: { row: 3 } });
  });

  it('gives nothing for an empty file', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\n\n \n')).toEqual([]);
  });
});
