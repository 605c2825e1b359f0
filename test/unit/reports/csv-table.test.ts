import fc from 'fast-check';
import papaparse from 'papaparse';
import { csvText } from '../../../src/reports/csv-table.js';

const cell = (value: string | number | boolean | null | undefined): string => {
  const [, row] = papaparse.parse<string[]>(
    csvText({ columns: ['a', 'b'], rows: [{ a: value, b: 'end' }] }),
  ).data;
  return row?.[0] ?? 'no cell';
};

describe('csvText', () => {
  it('writes the header and one line a row, with CRLF', () => {
    expect(csvText({ columns: ['a', 'b'], rows: [{ a: 1, b: 'x' }, { b: 'y' }] })).toBe(
      'a,b\r\n1,x\r\n,y\r\n',
    );
  });

  it('writes the header alone when there are no rows', () => {
    expect(csvText({ columns: ['a'], rows: [] })).toBe('a\r\n');
  });

  it('keeps every digit of a number, and its sign', () => {
    for (const value of [0.1 + 0.2, -3.5, 1e-7, 5e21, 0]) expect(Number(cell(value))).toBe(value);
    expect(cell(-3.5)).toBe('-3.5');
  });

  it('writes nothing for nothing, and never a zero', () => {
    expect([cell(null), cell(undefined), cell(0)]).toEqual(['', '', '0']);
  });

  it.each(['=1+1', '+SUM(A1)', '-cmd', '@x', '\tx', '\rx', '=', '-'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(cell(text)).toBe(`'${text}`);
    },
  );

  it.each(['-3.5', '+4', '-1e5', 'a=b', 'text'])('leaves %j as it is', (text) => {
    expect(cell(text)).toBe(text);
  });

  it('gives back every text, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([text, `'${text}`]).toContain(cell(text));
      }),
    );
  });
});
