import { findCells, type NamedCell } from '../../../src/submissions/checking/cells.js';
import { Problem } from '../../../src/platform/problem.js';

const figures = [
  { row: 2, ordinal: 1 },
  { row: 3, ordinal: 2 },
  { row: 3, ordinal: 3 },
];

function faultsOf(cells: readonly NamedCell[]): readonly string[] {
  try {
    findCells(cells, figures, 'no_such_row');
  } catch (error) {
    if (error instanceof Problem) return error.parts.map(({ pointer = '', code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

describe('cells that somebody names', () => {
  it('are found by row and by our name of the column, in the order in which they are named', () => {
    const cells = [
      { row: 3, column: ' Source', ordinal: 3 },
      { row: 2, column: 'VALUE' },
    ];
    expect(findCells(cells, figures, 'no_such_row')).toEqual([
      { row: 3, column: 'source', ordinal: 3 },
      { row: 2, column: 'value', ordinal: 1 },
    ]);
  });

  it('need to say which figure of a row they are of, where it holds several', () => {
    expect(faultsOf([{ row: 3, column: 'value' }])).toEqual(['/cells/0 one_of_several_figures']);
  });

  it('are told one by one when they are not there or named twice', () => {
    expect(
      faultsOf([
        { row: 2, column: 'value' },
        { row: 2, column: 'valeur' },
        { row: 4, column: 'value' },
        { row: 2, column: 'value', ordinal: 1 },
        { row: 2, column: 'value', ordinal: 2 },
      ]),
    ).toEqual([
      '/cells/1 no_such_column',
      '/cells/2 no_such_row',
      '/cells/3 cell_named_twice',
      '/cells/4 no_such_row',
    ]);
  });

  it('are only those of a column, where only that one may be named', () => {
    const returned = [{ row: 2, ordinal: 1, column: 'value' as const }];
    const find = (column: string) => findCells([{ row: 2, column }], returned, 'cell_not_returned');
    expect(find('value')).toEqual(returned);
    expect(() => find('year')).toThrow('cells_not_found');
  });
});
