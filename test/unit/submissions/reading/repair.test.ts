import { RepairLog } from '../../../../src/submissions/reading/repair.js';

describe('the log of repairs', () => {
  const at = (letter: string, row: number) => ({
    row,
    column: { letter, name: 'value' },
    before: '1,5',
    after: '1.5',
  });

  it('counts by code and column and keeps the first of each as its example', () => {
    const log = new RepairLog();
    log.add('decimal_comma', at('D', 2), { sign: ',' });
    log.add('decimal_comma', at('D', 3));
    log.add('decimal_comma', at('E', 3));
    log.add('sep_line');
    expect(log.repairs).toEqual([
      { code: 'decimal_comma', count: 2, params: { sign: ',' }, example: at('D', 2) },
      { code: 'decimal_comma', count: 1, example: at('E', 3) },
      { code: 'sep_line', count: 1 },
    ]);
  });

  it('takes over what another log gathered, counts and all', () => {
    const log = new RepairLog();
    log.add('blank_row', undefined, undefined, 3);
    const all = new RepairLog();
    all.add('blank_row');
    all.addAll(log.repairs);
    expect(all.repairs).toEqual([{ code: 'blank_row', count: 4 }]);
  });

  it('cuts long examples', () => {
    const log = new RepairLog();
    log.add('x', { row: 1, before: 'a'.repeat(500), after: '' });
    expect(log.repairs[0]?.example?.before).toHaveLength(201);
  });

  it('stays small when every column is repaired', () => {
    const log = new RepairLog();
    for (let column = 0; column < 5_000; column++) log.add('x', at(`C${String(column)}`, 1));
    expect(log.repairs.length).toBeLessThan(600);
    expect(log.repairs.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  });
});
