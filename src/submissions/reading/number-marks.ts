import { fault, type CellRepairCode, type ReadingFault } from './cell-reading.js';
import type { ValueUnit } from './number-format.js';
import type { NumberText } from './number-text.js';
import { flagMeanings, type FlagMeaning } from './value-flag.js';

/** What stands around a number, read. */
export interface NumberMarks {
  readonly meanings: readonly FlagMeaning[];
  readonly repairs: readonly CellRepairCode[];
}

const NO_MARKS: NumberMarks = { meanings: [], repairs: [] };

const PERCENT = /^(?:%|pct\.?|percent|per cent|pour ?cent|por ciento|процент(?:а|ов)?|проц\.?)/i;
const FOOTNOTE = /^[*†‡§¶#^¹²³⁰⁴-⁹ᵃ-ᶻªº]+/u;
const BRACKETED = /^[([]\s*([^()[\]]{1,20}?)\s*[)\]]/;
const LETTERS = /^\p{L}[\p{L}\p{M}.]*/u;
/** A footnote as in `12.3 1)`. */
const FOOTNOTE_DIGITS = /^\d{1,2}\)/;
const ABOUT = /^(?:~|≈|≃|c\.|ca\.?|circa|approx\.?|about|около|حوالي|约)$/i;
/** Between marks, and between a number and its marks. */
const GAP = /^\s*(?:[,;]\s*(?=\S))?/;
const IS_FOOTNOTE = /^(?:\d{1,2}|[*†‡§¶#¹²³⁰⁴-⁹]+)$/;

/** Reads the marks before and behind a number; a fault when something there is no mark. */
export function takeMarks(number: NumberText, unit: ValueUnit): NumberMarks | ReadingFault {
  if (number.prefix === '' && number.suffix === '') return NO_MARKS;
  const meanings: FlagMeaning[] = [];
  const repairs = new Set<CellRepairCode>();
  let percents = 0;
  if (ABOUT.test(number.prefix)) {
    meanings.push({ status: 'estimated' });
    repairs.add('approximate_value');
  }
  for (const side of ABOUT.test(number.prefix) ? [number.suffix] : [number.prefix, number.suffix]) {
    let rest = side.replace(GAP, '');
    while (rest !== '') {
      const mark = nextMark(rest, side === number.prefix);
      if (mark === undefined) return strange(rest);
      if (mark.kind === 'percent') percents++;
      if (mark.kind === 'footnote') repairs.add('footnote_mark_dropped');
      if (mark.kind === 'flag') {
        meanings.push(...mark.meanings);
        repairs.add('value_flag_read');
      }
      rest = rest.slice(mark.length).replace(GAP, '');
    }
  }
  const refused =
    meanings.find((meaning) => meaning.fault !== undefined)?.fault ?? percentFault(percents, unit);
  if (refused !== undefined) return typeof refused === 'string' ? fault(refused) : refused;
  if (percents === 1) repairs.add('percent_sign_dropped');
  return { meanings, repairs: [...repairs] };
}

function percentFault(percents: number, unit: ValueUnit): ReadingFault | undefined {
  if (percents > 1) return fault('not_a_number');
  return percents === 0 || takesPercent(unit)
    ? undefined
    : fault('percent_of_share', { unit: unit.unit ?? '' });
}

type Mark =
  | { readonly kind: 'percent' | 'footnote'; readonly length: number }
  | { readonly kind: 'flag'; readonly length: number; readonly meanings: readonly FlagMeaning[] };

/** Letters without brackets are marks behind a figure only. */
function nextMark(text: string, isBefore: boolean): Mark | undefined {
  const percent = PERCENT.exec(text);
  if (percent !== null) return { kind: 'percent', length: percent[0].length };
  const footnote = FOOTNOTE.exec(text) ?? (isBefore ? null : FOOTNOTE_DIGITS.exec(text));
  if (footnote !== null) return { kind: 'footnote', length: footnote[0].length };
  const bracketed = BRACKETED.exec(text);
  const inside = bracketed?.[1] ?? '';
  if (bracketed !== null && IS_FOOTNOTE.test(inside)) {
    return { kind: 'footnote', length: bracketed[0].length };
  }
  const letters = bracketed ?? (isBefore ? null : LETTERS.exec(text));
  if (letters === null) return undefined;
  const meanings = flagMeanings(bracketed === null ? letters[0] : inside);
  return meanings === undefined ? undefined : { kind: 'flag', length: letters[0].length, meanings };
}

function strange(rest: string): ReadingFault {
  if (/^[([]?[a-z]{1,3}[)\]]?$/.test(rest)) return fault('unknown_flag', { flag: rest });
  if (/[\p{L}\p{Sc}‰°]/u.test(rest)) return fault('value_with_unit', { unit: rest.slice(0, 40) });
  return fault('not_a_number');
}

/** Whether a percent sign says no more than the unit does: shares from 0 to 1 would be a hundred times too large. */
function takesPercent({ unit, hardMax }: ValueUnit): boolean {
  if (unit === undefined || unit.startsWith('%') || /\bper ?cent|\bper 100 |0-100\b/i.test(unit)) return true;
  return hardMax === 100;
}
