import { readYear } from '../../../../src/submissions/reading/read-year.js';
import { PLAIN_YEARS } from '../../../../src/submissions/reading/year-format.js';
import { yearHeader } from '../../../../src/submissions/reading/year-header.js';

describe('a header over the values of a year', () => {
  it.each([
    ['2015', 2015],
    ['2015.0', 2015],
    ['YR2015', 2015],
    ['2015 [YR2015]', 2015],
    ['X2015', 2015],
    ['год 2015', 2015],
    ['2015年', 2015],
    ['2015 (%)', 2015],
    ['٢٠١٥', 2015],
    ['2015-16', 2015],
    ['2015/2016', 2015],
    ['FY2015', 2015],
    ['2015-12-31', 2015],
    ['31/12/2015', 2015],
    ['2015*', 2015],
    ['2015 (est.)', 2015],
    ['2015e', 2015],
    ['2015 provisional', 2015],
    ['2015 r', 2015],
  ])('is read as the cells of a year column are: %s', (header, year) => {
    const found = yearHeader(header);
    expect(found?.before).toBe('');
    expect(readYear(found?.year ?? '', PLAIN_YEARS)).toMatchObject({ value: year });
  });

  it.each(['2015Q1', '2015-03', 'March 2015', '2010-2015', '15', 'Total', ''])(
    'is not what names a shorter or a longer time: %j',
    (header) => {
      expect(yearHeader(header)?.before ?? '').toBe('');
      const year = yearHeader(header)?.year;
      if (year !== undefined) expect(readYear(year, PLAIN_YEARS)).toHaveProperty('fault');
    },
  );
});
