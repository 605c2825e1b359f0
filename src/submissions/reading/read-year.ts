import { fault, NO_REPAIRS, type CellRepairCode, type Read, type ReadingFault } from './cell-reading.js';
import type { FigureStatus } from '../checking/figure-status.js';
import { foldCell } from './fold-cell.js';
import { flagMeanings, gravestStatus } from './value-flag.js';
import { yearText, type YearFormat, type YearText } from './year-format.js';

/** A year with what marks beside it say of the figure. */
export interface ReadYear extends Read<number> {
  readonly status?: FigureStatus;
}

/** Years that nobody means when they write a year of the common era. */
const CALENDARS = [
  { calendar: 'persian', first: 1340, last: 1419, offset: 621 },
  { calendar: 'hijri', first: 1420, last: 1480, offset: 579 },
  { calendar: 'buddhist', first: 2443, last: 2643, offset: -543 },
] as const;

/**
 * Reads one year by the format of its column. Of two years (2015/16) the first counts, as in the UN's statistics; a
 * fiscal year counts by its label; a day, month or quarter counts as its year when the column has one part of each year
 * only. Whether a year is too early or in the future is not judged here.
 */
export function readYear(cell: string, format: YearFormat): ReadYear | ReadingFault {
  if (/^\d{4}$/.test(cell)) return commonEra(Number(cell), NO_REPAIRS);
  const { text, repairs } = foldCell(cell);
  if (text === '') return fault('missing_year');
  const parsed = yearText(cell);
  if (parsed === undefined) return strange(text);
  const year = yearOf(parsed, format);
  if ('fault' in year) return year;
  return withMarks(parsed.marks, { value: year.value, repairs: [...repairs, ...year.repairs] });
}

function yearOf({ form, stem }: YearText, format: YearFormat): Read<number> | ReadingFault {
  const isMonth = format.hasMonths && !(form.kind === 'two_years' && form.isFiscal);
  switch (form.kind) {
    case 'year':
      return commonEra(form.year, plainRepairs(stem));
    case 'fiscal':
      return commonEra(form.year, ['fiscal_year']);
    case 'period':
      return fault('year_is_a_period', { first: form.year, last: form.last });
    case 'two_years':
      return isMonth ? partOfYear(form.year, format) : commonEra(form.year, ['first_year_of_two']);
    case 'month_or_period':
      return isMonth
        ? partOfYear(form.year, format)
        : fault('year_is_a_period', { first: form.year, last: form.last });
    case 'part':
      return partOfYear(form.year, format);
  }
}

function partOfYear(year: number, { isOnePart }: YearFormat): Read<number> | ReadingFault {
  return isOnePart ? commonEra(year, ['year_of_a_date']) : fault('year_shorter_period', { year });
}

function plainRepairs(stem: string): readonly CellRepairCode[] {
  if (/^\d{4}$/.test(stem)) return NO_REPAIRS;
  if (/^\d{4}\.0*$/.test(stem)) return ['year_with_decimals'];
  return /^[12][,. ]\d{3}$/.test(stem) ? ['year_with_thousands_sign'] : ['year_with_words'];
}

function withMarks(marks: string, year: Read<number>): ReadYear | ReadingFault {
  if (marks === '') return year;
  const mark = marks.replace(/^[([]\s*|\s*[)\]]$/g, '');
  const told = (repair: CellRepairCode): Read<number> => ({ ...year, repairs: [...year.repairs, repair] });
  if (/^yr ?\d{4}$/i.test(mark)) {
    return Number(mark.slice(-4)) === year.value ? told('year_with_words') : fault('year_not_a_whole_number');
  }
  if (!/^\p{L}/u.test(mark)) return told('footnote_mark_dropped');
  // "2010s" is a decade
  const meanings = mark === 's' ? undefined : flagMeanings(mark);
  if (meanings === undefined) return fault('year_not_a_whole_number');
  const refused = meanings.find((meaning) => meaning.fault !== undefined)?.fault;
  if (refused !== undefined) return fault(refused);
  const status = gravestStatus(meanings.map((meaning) => meaning.status));
  return { ...told('value_flag_read'), ...(status === undefined ? {} : { status }) };
}

function commonEra(year: number, repairs: readonly CellRepairCode[]): Read<number> | ReadingFault {
  const other = CALENDARS.find(({ first, last }) => year >= first && year <= last);
  if (other === undefined) return { value: year, repairs };
  const { calendar, offset } = other;
  return fault('year_of_another_calendar', { calendar, year, about: year + offset });
}

function strange(text: string): ReadingFault {
  if (
    /^(?:'|fy ?)?\d{2}$|^\d{1,2}[-/. ](?:\d{1,2}|\p{L}+\.?)[-/. ]\d{2}$|^\p{L}+\.?[- ]\d{2}$|^\d{2}[-/]\d{2}$/iu.test(
      text,
    )
  ) {
    return fault('year_two_digits', { year: text });
  }
  const span = /^(\d{4})\s?(?:-|to|à|a|до|至)\s?(\d{4})$/i.exec(text);
  if (span !== null) return fault('year_is_a_period', { first: Number(span[1]), last: Number(span[2]) });
  return fault('year_not_a_whole_number');
}
