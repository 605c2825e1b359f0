import { foldCell } from './fold-cell.js';
import { MONTH_WORD } from './month-words.js';

/** A moment or span of time as a cell states it, before the column decides what it means. */
export type YearForm =
  | { readonly kind: 'year'; readonly year: number }
  /** Two years that follow each other, e.g. 2015/16. */
  | { readonly kind: 'two_years'; readonly year: number; readonly second: number; readonly isFiscal: boolean }
  | { readonly kind: 'fiscal'; readonly year: number }
  /** A day, month, quarter or half; `part` says which, without the year. */
  | { readonly kind: 'part'; readonly year: number; readonly part: string }
  /** December 2010, or the years 2010 to 2012. */
  | { readonly kind: 'month_or_period'; readonly year: number; readonly part: string; readonly last: number }
  | { readonly kind: 'period'; readonly year: number; readonly last: number };

const LABEL = '(?:fy|sy|ay|yr|y|x|year|année|annee|año|ano|год|سنة|عام|년|年)';
const YEAR = new RegExp(
  `^${LABEL}?[ _.:]?(\\d{4})(?:\\.0*)?\\s*(?:fy|г\\.?|год|года|年|م|-?a1?|(?:-01-01(?:t00:00:00)?)?/p1y)?$`,
  'i',
);
/** Marks behind a year: 2015e, 2015 (est.), 2015*, 2015 (1), 2015 [YR2015]. */
const MARKED =
  /^(.*\d)\s*(\[?yr ?\d{4}\]?|[([]?[\p{L}.]{1,12}[)\]]?|[([]\d{1,2}[)\]]|[*†‡§¶#¹²³⁴-⁹]{1,5})$/iu;
const TWO_YEARS = /^(fy|ay|sy)?[ _]?(\d{4})\s?[-/_]\s?(\d{2}|\d{4})$/i;
const FISCAL = /^fy[ _-]?(\d{4})$|^(\d{4})[ _-]?fy$/i;
const DAY_TIME = '(?:[T ]\\d{1,2}:?\\d{2}.*)?';
const DAYS = [
  new RegExp(`^(?<year>\\d{4})([-/.])(?<part>\\d{1,2}\\2\\d{1,2})${DAY_TIME}$`),
  new RegExp(`^(?<part>\\d{1,2}([-/.])\\d{1,2})\\2(?<year>\\d{4})${DAY_TIME}$`),
  /^(?<year>(?:19|20)\d{2})(?<part>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/,
  new RegExp(
    `^(?<part>\\d{1,2}\\.?(?:st|nd|rd|th)?[- ](?:de )?${MONTH_WORD})[-, ]+(?:de )?(?<year>\\d{4})$`,
    'iu',
  ),
  new RegExp(`^(?<part>${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?),? (?<year>\\d{4})$`, 'iu'),
  /^(?<year>\d{4})年(?<part>\d{1,2}月\d{1,2}日)$/,
];
/** Quarters, terms, halves, months, weeks and days as SDMX writes them. */
const PERIOD = '(?:[qt]-?[1-4]|[hs]-?[12]|m-?(?:0?[1-9]|1[0-2])|w-?\\d{1,2}|d-?\\d{3})';
const PARTS = [
  new RegExp(`^(?<year>\\d{4})[-_ ]?(?<part>${PERIOD})$`, 'i'),
  new RegExp(`^(?<part>${PERIOD})[-_/ ]?(?<year>\\d{4})$`, 'i'),
  /^(?<part>(?:0?[1-9]|1[0-2]))[-/.](?<year>\d{4})$/,
  new RegExp(`^(?<part>${MONTH_WORD})[-, ]+(?:de )?(?<year>\\d{4})$`, 'iu'),
  new RegExp(`^(?<year>\\d{4})[- ](?<part>${MONTH_WORD})$`, 'iu'),
  /^(?<year>\d{4})年(?<part>\d{1,2}月)$/,
];

export interface YearText {
  readonly form: YearForm;
  /** The year without what stands behind it. */
  readonly stem: string;
  /** What stands behind the year; empty in most cells. */
  readonly marks: string;
}

/** @returns `undefined` when the cell is none of the forms in which a year is written with four digits */
export function yearText(cell: string): YearText | undefined {
  const { text } = foldCell(cell);
  if (text.length > 60) return undefined;
  const whole = yearForm(text);
  if (whole !== undefined) return { form: whole, stem: text, marks: '' };
  const [, before = '', marks = ''] = MARKED.exec(text) ?? [];
  const form = before === '' ? undefined : yearForm(before);
  return form === undefined ? undefined : { form, stem: before, marks };
}

function yearForm(text: string): YearForm | undefined {
  const fiscal = FISCAL.exec(text);
  if (fiscal !== null) return { kind: 'fiscal', year: Number(fiscal[1] ?? fiscal[2]) };
  const plain = YEAR.exec(text) ?? /^([12][,. ]\d{3})$/.exec(text);
  if (plain !== null) return { kind: 'year', year: Number(plain[1]?.replace(/\D/, '')) };
  const two = TWO_YEARS.exec(text);
  if (two !== null) return twoYears(Number(two[2]), two[3] ?? '', two[1] !== undefined);
  const part = firstMatch([...DAYS, ...PARTS], text);
  return part === undefined ? undefined : { kind: 'part', ...part };
}

/** `2010-11` and `2010-12` may be a month as well: the column tells. */
function twoYears(year: number, end: string, isFiscal: boolean): YearForm {
  const second = end.length === 4 ? Number(end) : year - (year % 100) + Number(end);
  const isNext = second === year + 1 || (end === '00' && year % 100 === 99);
  if (isNext) return { kind: 'two_years', year, second: Number(end), isFiscal };
  const isMonth = end.length === 2 && Number(end) >= 1 && Number(end) <= 12;
  if (!isMonth) return { kind: 'period', year, last: second };
  return second > year
    ? { kind: 'month_or_period', year, part: end, last: second }
    : { kind: 'part', year, part: end };
}

function firstMatch(
  forms: readonly RegExp[],
  text: string,
): { readonly year: number; readonly part: string } | undefined {
  for (const form of forms) {
    const { year, part } = form.exec(text)?.groups ?? {};
    if (year !== undefined && part !== undefined) return { year: Number(year), part: part.toLowerCase() };
  }
  return undefined;
}

/** How a column states its years. */
export interface YearFormat {
  /** Each year is stated by one and the same part of it, e.g. always 31 December or always the fourth quarter. */
  readonly isOnePart: boolean;
  /** `2010-11` is November 2010, not the two years; `2010-12` is December. */
  readonly hasMonths: boolean;
}

export const PLAIN_YEARS: YearFormat = { isOnePart: true, hasMonths: false };

/** Parts of a year that are told apart; there are never more days than that. */
const MOST_PARTS = 400;

/** Looks at all years of a column, one by one. Memory does not grow with the column. */
export class YearSurvey {
  private readonly parts = new Set<string>();
  /** Months that may be the last of several years as well: `2010-11`. */
  private readonly doubtful = new Set<string>();
  private hasYears = false;
  private hasLateSeconds = false;

  see(cell: string): void {
    if (/^\d{4}$/.test(cell)) {
      this.hasYears = true;
      return;
    }
    const form = yearText(cell)?.form;
    if (form === undefined) return;
    if (form.kind === 'part') {
      if (this.parts.size < MOST_PARTS) this.parts.add(form.part);
    } else if (form.kind === 'month_or_period') this.doubtful.add(form.part);
    else if (form.kind !== 'two_years') this.hasYears = true;
    else if (form.isFiscal || form.second > 12 || form.second === 0) this.hasLateSeconds = true;
    else this.doubtful.add(String(form.second).padStart(2, '0'));
  }

  /** Two years never end before they begin: `2015-03` beside `2010-11` says that both are months. */
  decide(): YearFormat {
    const hasMonths = !this.hasLateSeconds && [...this.parts].some((part) => /^\d{2}$/.test(part));
    const parts = new Set([...this.parts, ...(hasMonths ? this.doubtful : [])]).size;
    const hasTwoYears = this.hasLateSeconds || this.doubtful.size > 0;
    const hasWholeYears = this.hasYears || (hasTwoYears && !hasMonths);
    return { isOnePart: parts === 0 || (parts === 1 && !hasWholeYears), hasMonths };
  }
}
