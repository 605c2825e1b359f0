import fc from 'fast-check';
import { readYear } from '../../../../src/submissions/reading/read-year.js';
import { PLAIN_YEARS, YearSurvey } from '../../../../src/submissions/reading/year-format.js';

/** What the years of a column read as: numbers, or the codes of faults. */
function readColumn(...cells: readonly string[]): readonly (number | string)[] {
  const survey = new YearSurvey();
  for (const cell of cells) survey.see(cell);
  const format = survey.decide();
  return cells.map((cell) => outcomeOf(readYear(cell, format)));
}

function outcomeOf(reading: ReturnType<typeof readYear>): number | string {
  return 'fault' in reading ? reading.fault : reading.value;
}

const read = (cell: string) => readYear(cell, PLAIN_YEARS);

describe('a year', () => {
  it('needs no repair as four digits', () => expect(read('2015')).toEqual({ value: 2015, repairs: [] }));

  it.each([
    ['2015.0', 'year_with_decimals'],
    ['2,015', 'year_with_thousands_sign'],
    ['2 015', 'year_with_thousands_sign'],
    ['٢٠١٥', 'other_digits'],
    ['２０１５', 'other_digits'],
    ['2015 [YR2015]', 'year_with_words'],
    ['YR2015', 'year_with_words'],
    ['X2015', 'year_with_words'],
    ['2015年', 'year_with_words'],
    ['2015 г.', 'year_with_words'],
    ['عام 2015', 'year_with_words'],
    ['2015-A1', 'year_with_words'],
    ['2015-01-01/P1Y', 'year_with_words'],
    ['2015*', 'footnote_mark_dropped'],
    ['2015 (1)', 'footnote_mark_dropped'],
    ['2015¹', 'footnote_mark_dropped'],
    ['2015 (est.)', 'value_flag_read'],
    ['2015e', 'value_flag_read'],
    ['FY2015', 'fiscal_year'],
    ['FY 2015', 'fiscal_year'],
    ['2015-16', 'first_year_of_two'],
    ['2015–16', 'first_year_of_two'],
    ['2015/16', 'first_year_of_two'],
    ['2015/2016', 'first_year_of_two'],
    ['2015 - 2016', 'first_year_of_two'],
    ['FY2015/16', 'first_year_of_two'],
    ['2015-12-31', 'year_of_a_date'],
    ['2015/12/31', 'year_of_a_date'],
    ['31/12/2015', 'year_of_a_date'],
    ['31.12.2015', 'year_of_a_date'],
    ['2015-12-31T00:00:00Z', 'year_of_a_date'],
    ['20151231', 'year_of_a_date'],
    ['31 December 2015', 'year_of_a_date'],
    ['31 de diciembre de 2015', 'year_of_a_date'],
    ['Dec 31, 2015', 'year_of_a_date'],
    ['2015年12月31日', 'year_of_a_date'],
    ['2015Q4', 'year_of_a_date'],
    ['2015-03', 'year_of_a_date'],
    ['Mar 2015', 'year_of_a_date'],
  ])('is read from %p', (cell, repair) =>
    expect(read(cell)).toMatchObject({ value: 2015, repairs: [repair] }),
  );

  it('is read with marks behind every form', () => {
    expect(read('2015/16 (est.)')).toEqual({
      value: 2015,
      repairs: ['first_year_of_two', 'value_flag_read'],
      status: 'estimated',
    });
    expect(read('FY2015*')).toEqual({ value: 2015, repairs: ['fiscal_year', 'footnote_mark_dropped'] });
    expect(read('2015 (1)')).toEqual({ value: 2015, repairs: ['footnote_mark_dropped'] });
    expect(read('2015-16 [YR2015]')).toMatchObject({ value: 2015 });
  });

  it('tells the status that stands beside it', () => {
    expect(read('2015 (est.)')).toMatchObject({ status: 'estimated' });
    expect(read('2015p')).toMatchObject({ status: 'provisional' });
  });

  it.each([
    ['', 'missing_year'],
    ['15', 'year_two_digits'],
    ["'15", 'year_two_digits'],
    ['FY15', 'year_two_digits'],
    ['15/16', 'year_two_digits'],
    ['Dec-15', 'year_two_digits'],
    ['31/12/15', 'year_two_digits'],
    ['2558', 'year_of_another_calendar'],
    ['1436', 'year_of_another_calendar'],
    ['1394', 'year_of_another_calendar'],
    ['2010-2015', 'year_is_a_period'],
    ['2010–2015', 'year_is_a_period'],
    ['2010-15', 'year_is_a_period'],
    ['2010 to 2015', 'year_is_a_period'],
    ['2015f', 'forecast_value'],
    ['2015.5', 'year_not_a_whole_number'],
    ['before 2015', 'year_not_a_whole_number'],
    ['circa 2015', 'year_not_a_whole_number'],
    ['2015 [YR2016]', 'year_not_a_whole_number'],
    ['平成27年', 'year_not_a_whole_number'],
    ['104', 'year_not_a_whole_number'],
    ['soon', 'year_not_a_whole_number'],
    ['2010s', 'year_not_a_whole_number'],
    ['2015Q5', 'year_not_a_whole_number'],
    ['2015M13', 'year_not_a_whole_number'],
    ['2015?', 'year_not_a_whole_number'],
  ])('is not read from %p: %s', (cell, code) => expect(outcomeOf(read(cell))).toBe(code));

  it('of another calendar comes with the year it may be', () => {
    expect(read('2558')).toMatchObject({ params: { calendar: 'buddhist', about: 2015 } });
    expect(read('1394')).toMatchObject({ params: { calendar: 'persian', about: 2015 } });
    expect(read('1436')).toMatchObject({ params: { calendar: 'hijri', about: 2015 } });
  });
});

describe('a column of years', () => {
  const refused = 'year_shorter_period';

  it('takes one part of each year for the year', () => {
    expect(readColumn('2014Q4', '2015Q4')).toEqual([2014, 2015]);
    expect(readColumn('31/12/2014', '31/12/2015')).toEqual([2014, 2015]);
  });

  it('refuses parts of years that differ: which of them is the year is not known', () => {
    expect(readColumn('2015Q3', '2015Q4')).toEqual([refused, refused]);
    expect(readColumn('2015-03', '2015-04')).toEqual([refused, refused]);
    expect(readColumn('2015-03-01', '2016-07-01')).toEqual([refused, refused]);
  });

  it('refuses parts of years beside whole years', () => {
    expect(readColumn('2015', '2015Q4')).toEqual([2015, refused]);
    expect(readColumn('2015-16', '2015-03')).toEqual([2015, refused]);
  });

  it('tells two years from a month by the other cells', () => {
    expect(readColumn('2010-11', '2012-13')).toEqual([2010, 2012]);
    expect(readColumn('2010-11', '2011-12')).toEqual([2010, 2011]);
    expect(readColumn('2010-10', '2010-11', '2010-12')).toEqual([refused, refused, refused]);
    expect(readColumn('1999-00', '2000-01')).toEqual([1999, 2000]);
  });

  it('tells a month from several years by the other cells', () => {
    expect(readColumn('2010-12', '2013-12')).toEqual([2010, 2013]);
    expect(readColumn('2011-12', '2013-12')).toEqual([2011, 2013]);
    expect(readColumn('2010-12')).toEqual(['year_is_a_period']);
    expect(readColumn('2005-09', '2010-14')).toEqual(['year_is_a_period', 'year_is_a_period']);
  });

  it('is a number or has a reason, whatever its cells', () => {
    const piece = fc.constantFrom(...'0123456789.,-/ QFY年()[]*e'.split(''), '20', '2015', 'Jan', '٢');
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        for (const outcome of readColumn(...cells)) {
          expect(typeof outcome === 'string' || Number.isInteger(outcome)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
