import { readYears, YEARS } from '../../../../src/api/edge/query-values.decorator.js';

describe('readYears', () => {
  it.each([
    ['2020', { fromYear: 2020, toYear: 2020 }],
    ['2015..2024', { fromYear: 2015, toYear: 2024 }],
    ['2015..', { fromYear: 2015 }],
    ['..2015', { toYear: 2015 }],
  ])('reads %s', (text, years) => {
    expect(YEARS.test(text)).toBe(true);
    expect(readYears(text)).toEqual(years);
  });

  it('restricts nothing when nothing is asked', () => {
    expect(readYears(undefined)).toEqual({});
  });

  it.each(['', '..', '20', '2015...2020', '2015-2020', '2015..20', 'x'])(
    'does not take %j for years',
    (text) => {
      expect(YEARS.test(text)).toBe(false);
    },
  );
});
