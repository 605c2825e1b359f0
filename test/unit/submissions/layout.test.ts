import { columnLetter } from '../../../src/submissions/columns.js';
import { readHeader } from '../../../src/submissions/layout.js';

const REQUIRED = ['country', 'indicator', 'year', 'value', 'source'];

describe('reading a header', () => {
  it('finds columns in any order, whatever their case and the spaces around them', () => {
    const { layout, problems } = readHeader([' SOURCE', 'Value ', 'year', 'Indicator', 'Country', 'Note'], 1);
    expect(layout?.places).toEqual({ source: 0, value: 1, year: 2, indicator: 3, country: 4, note: 5 });
    expect(problems).toEqual([]);
  });

  it.each(['iso3', 'ISO2', 'M49', 'Country Code', 'country-code', 'area'])(
    'takes %p for the country',
    (name) => {
      expect(readHeader([name, ...REQUIRED.slice(1)], 1).layout?.places.country).toBe(0);
    },
  );

  it('names each missing column and what is expected, and gives no layout', () => {
    const { layout, problems } = readHeader(['country', 'indicator', 'year'], 3);
    expect(layout).toBeUndefined();
    expect(problems).toMatchObject([
      { row: 3, code: 'missing_column', params: { name: 'value' } },
      { row: 3, code: 'missing_column', params: { name: 'source' } },
    ]);
    expect(problems[0]?.params?.['expected']).toBe('country, indicator, year, value, source');
  });

  it('notes columns it does not know as not read, and reads the others', () => {
    const { layout, problems, notes } = readHeader([...REQUIRED, 'region', 'constructor'], 1);
    expect(layout?.width).toBe(7);
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      { code: 'columns_not_read', params: { count: 2, columns: 'F (region), G (constructor)' } },
    ]);
  });

  it('names no more than twenty of them', () => {
    const { notes = [] } = readHeader([...REQUIRED, ...Array.from({ length: 30_000 }, () => 'x')], 1);
    expect(notes[0]?.params['count']).toBe(30_000);
    expect(notes[0]?.params['columns']).toMatch(/^F \(x\), .*, Y \(x\), …$/);
  });

  it('tells of columns it does not know when it misses one that it needs', () => {
    expect(readHeader(['Land', ...REQUIRED.slice(1)], 1).problems).toMatchObject([
      { code: 'unknown_column', column: { letter: 'A', name: 'Land' }, value: 'Land' },
      { code: 'missing_column', params: { name: 'country' } },
    ]);
  });

  it('reads nothing when an unknown column looks like a slip of the pen', () => {
    const { layout, problems } = readHeader([...REQUIRED, 'statsu'], 1);
    expect(layout).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'unknown_column', params: { suggestion: 'status' } }]);
  });

  it('reads nothing when a column stands there twice, even under two names', () => {
    const { layout, problems } = readHeader([...REQUIRED, 'ISO3'], 1);
    expect(layout).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'duplicate_column', column: { letter: 'F', name: 'ISO3' }, params: { first: 'A' } },
    ]);
  });

  it('passes over columns without a name', () => {
    expect(readHeader([...REQUIRED, '', ' '], 1).problems).toEqual([]);
  });
});

describe('the letter of a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});
