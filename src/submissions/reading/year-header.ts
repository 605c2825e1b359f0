/** A header over the values of one year. */
export interface YearHeader {
  /** As a cell of a year column would have it; a form such as 2015-16 is left for the reading of years. */
  readonly year: string;
  /** What stands before the year, e.g. an indicator's code; empty in most files. */
  readonly before: string;
}

const YEAR = '(?:19|20|21)\\d\\d';
const PLAIN = new RegExp(
  `^(?:yr|y|x|année|año|год|year|value|valeur|valor|obs_value)?[\\s_]*(${YEAR})(?:[.]0+)?(?:\\s*\\[yr\\1\\])?\\s*(?:年度?|г[.]?|год|[(]?%[)]?|[_\\s]value)?$`,
  'iu',
);
/** Years that need a decision or carry a mark: split years, fiscal years, the last day of a year, 2015* and 2015 (est.). */
const MARKED = new RegExp(
  `^(?:(?:fy|ay)?[\\s_]*${YEAR}(?:\\s?[-/–]\\s?(?:\\d\\d|${YEAR}))?|${YEAR}-12-31|31[/.]12[/.]${YEAR})\\s*(?:[*†‡¹²³]|[(]?(?:[a-z]|est[.]?|prov[.]?|estimate[d]?|provisional|revised)[)]?)?$`,
  'iu',
);
const MONTH =
  'jan(?:uary|v[.]?|vier)?|ene(?:ro)?|feb(?:ruary|rero)?|févr?(?:ier)?|mar(?:ch|s|zo)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mayo|mai|june?|juin|junio|july?|juil(?:let)?|julio|aug(?:ust)?|août|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|oct(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|déc(?:embre)?|dic(?:iembre)?';
const SUB_ANNUAL = new RegExp(
  `^(?:${YEAR}[\\s_-]?(?:q[1-4]|m\\d{1,2}|s[12]|h[12]|w\\d{1,2}|\\d{1,2})|(?:q[1-4]|(?:${MONTH})[.]?)[\\s_-]?${YEAR})$`,
  'iu',
);
const ENDS_IN_YEAR = new RegExp(`${YEAR}[)]?$`);
const AFTER_TEXT = new RegExp(`^(.*?)[\\s_:.,-]*[(]?(${YEAR})[)]?$`, 'iu');

/** Whether a header names a year, or another text and a year; `undefined` when it does neither. */
export function yearHeader(header: string): YearHeader | undefined {
  if (header.length > 200) return undefined;
  const text = withPlainDigits(header.trim());
  const plain = PLAIN.exec(text)?.[1];
  if (plain !== undefined) return { year: plain, before: '' };
  if (MARKED.test(text) && !isLongSpan(text)) return { year: text, before: '' };
  if (isSubAnnualHeader(text) || isLongSpan(text)) return undefined;
  if (!ENDS_IN_YEAR.test(text)) return undefined;
  const [, before = '', year] = AFTER_TEXT.exec(text) ?? [];
  return year === undefined || before === '' ? undefined : { year, before };
}

/** A header over the values of a month, quarter or half-year. */
export function isSubAnnualHeader(header: string): boolean {
  const text = withPlainDigits(header.trim());
  return text.length <= 30 && SUB_ANNUAL.test(text) && !isSplitYear(text);
}

/** 2015-16: the second part is the year that follows; 2015-03 is a month. */
function isSplitYear(text: string): boolean {
  const [, first = '', second = ''] = /^(\d{4})[-/–](\d\d)\b/u.exec(text) ?? [];
  return second !== '' && (Number(first) + 1) % 100 === Number(second);
}

/** 2010-2015 is an average or a change over years, not a year. */
function isLongSpan(text: string): boolean {
  const [, first = '', second = ''] = /(\d{4})\s?[-/–]\s?(\d{2,4})\b/u.exec(text) ?? [];
  if (second === '' || /^\d{4}-12-31$/.test(text)) return false;
  return (Number(first) + 1) % 10 ** second.length !== Number(second) % 10 ** second.length;
}

/** Digits of other scripts as 0 to 9. */
function withPlainDigits(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
