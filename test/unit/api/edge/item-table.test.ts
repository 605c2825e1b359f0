import { itemTable } from '../../../../src/api/edge/item-table.js';

describe('itemTable', () => {
  it('names columns in snake_case and joins lists of codes', () => {
    const table = itemTable(
      ['asOfYear', 'codes', 'isLive', 'none'],
      [{ asOfYear: 2026, codes: ['A', 'B'], isLive: true, none: null }],
    );
    expect(table.columns).toEqual(['as_of_year', 'codes', 'is_live', 'none']);
    expect(table.rows).toEqual([{ as_of_year: 2026, codes: 'A B', is_live: true, none: '' }]);
  });

  it('writes numbers by code into one cell', () => {
    const { rows } = itemTable(['shares'], [{ shares: { on_track: 0.4, no_data: 0.6 } }, { shares: {} }]);
    expect(rows).toEqual([{ shares: 'on_track=0.4 no_data=0.6' }, { shares: '' }]);
  });

  it('has its columns also without items', () => {
    expect(itemTable<{ readonly code: string }>(['code'], [])).toEqual({ columns: ['code'], rows: [] });
  });

  it('refuses what does not fit into a cell', () => {
    expect(() => itemTable(['deep'], [{ deep: { er: 'word' } }])).toThrow(TypeError);
  });
});
