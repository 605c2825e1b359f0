import { fault, type ReadingFault } from './cell-reading.js';
import { MONTH_WORD } from './month-words.js';
import type { NumberText } from './number-text.js';

const SPREADSHEET_ERROR = /^#[¡¿]?\p{L}[\p{L}\d/_]*(?: [\p{L}\d/_]+)?[!?]?$|^#{2,}$/u;
const BOUND_BEFORE =
  /^(?:[<>≤≥⩽⩾]=?|&[lg]t;|less than|more than|under|over|below|above|at least|at most|up to|moins de|plus de|menos de|más de|менее|более|أقل من|أكثر من|少于|超过)$/i;
const BOUND_BEHIND =
  /^(?:\+|%\s?\+|\+\s?%|or more|or less|and over|and more|et plus|o más|и более|以上|以下)$/i;
const RANGE_BEHIND = /^(?:-|–|~|\.\.|to|à|a|до|إلى|至)\s?[+-]?[\d.,]+\s?%?$/i;
/** Numbers that a spreadsheet took for dates, and dates themselves. */
const DATES = [
  new RegExp(`^${MONTH_WORD}[-/. ]?\\d{1,4}$`, 'iu'),
  new RegExp(`^\\d{1,4}\\.?[-/. ]?${MONTH_WORD}(?:[-/. ]+\\d{2,4})?$`, 'iu'),
  /^\d{1,2}([-/.])\d{1,2}\1\d{2,4}(?:[ T].*)?$/,
  /^\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ T].*)?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^\d{1,2}月\d{1,2}日$/,
];

/** Digits and signs of a number that can be nothing else. */
const PURE = /^[+-]?[\d, ']*(?:\.\d*)?$/;

/**
 * Why a cell is no figure although digits stand in it, as far as its form tells: an error of a spreadsheet, a date, a
 * range, a bound.
 * @param text as `foldCell` gives it
 */
export function refusalOf(text: string, number: NumberText | undefined): ReadingFault | undefined {
  if (PURE.test(text)) return undefined;
  if (SPREADSHEET_ERROR.test(text)) return fault('spreadsheet_error');
  if (text.length < 40 && DATES.some((date) => date.test(text))) return fault('value_is_a_date');
  if (number === undefined) return undefined;
  if (BOUND_BEFORE.test(number.prefix) || BOUND_BEHIND.test(number.suffix)) return fault('value_is_a_bound');
  if (RANGE_BEHIND.test(number.suffix)) return fault('value_is_a_range');
  if (/\p{L}{2}|\p{Sc}/u.test(number.prefix)) {
    return /\p{Sc}|^(?:usd|eur|gbp|jpy|cny|rmb|chf|kes|inr|rub|xof|xaf)\b/iu.test(number.prefix)
      ? fault('value_with_unit', { unit: number.prefix.slice(0, 40) })
      : undefined;
  }
  return undefined;
}
