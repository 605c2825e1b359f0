import { NO_REPAIRS, type CellRepairCode } from './cell-reading.js';

export interface FoldedCell {
  /** Trimmed; digits, signs, spaces and brackets in their ASCII form, other letters as they stand. */
  readonly text: string;
  readonly repairs: readonly CellRepairCode[];
}

/** The zeros of scripts whose digits people write figures with; nine digits follow each. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];
const PLAIN = /^[\x21-\x26\x28-\x3c\x3e-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const OTHER_DIGITS = /\p{Nd}/gu;
/** Marks that steer the direction of text or stand for nothing: they come with copied text. */
const HIDDEN = /\u00ad|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff|\ufe0e|\ufe0f/g;
/** How spreadsheets and safe CSV mark that a cell is text: ="004" and '004. */
const TEXT_FORMULA = /^="([^"]*)"$/;
const TEXT_MARK = /^'(?=[=+\-@.\d])/;

/** Characters that mean what an ASCII character means. The middle dot is a decimal sign, as the Arabic one is. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...'\u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 \ufe58 \ufe63'
    .split(' ')
    .map((dash) => [dash, '-'] as const),
  ...'\u2018 \u2019 \u2032 \u00b4'.split(' ').map((mark) => [mark, "'"] as const),
  ['\u060c', ','],
  ['\u3001', ','],
  ['\u066a', '%'],
  ['\u00b7', '\u066b'],
  ['\u2026', '...'],
  ['\u2025', '..'],
]);
/** Letters that are set for an apostrophe. */
const APOSTROPHES = /[\u02bc\u02b9]/g;
const SPACED = /^[\x20-\x26\x28-\x7e\u00a0\u202f]*$/;

/**
 * A cell with the many forms of digits, spaces and signs made one, so that what follows has one form to know. Decides
 * nothing: a comma stays a comma. The Arabic signs for decimals and thousands stay, being beyond doubt.
 */
export function foldCell(cell: string): FoldedCell {
  if (PLAIN.test(cell)) return { text: cell, repairs: NO_REPAIRS };
  if (SPACED.test(cell)) {
    const text = cell.replace(/[\u00a0\u202f]/g, ' ').trim();
    if (!text.startsWith('=')) return { text, repairs: NO_REPAIRS };
  }
  const repairs: CellRepairCode[] = [];
  const visible = cell.replace(HIDDEN, '');
  if (visible !== cell) repairs.push('hidden_characters_removed');
  const digits = visible.replace(OTHER_DIGITS, asciiDigit);
  if (digits !== visible) repairs.push('other_digits');
  const ascii = digits
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[^\p{L}\p{M}\p{N}\x20-\x7e]/gu, (sign) => SIGNS.get(sign) ?? sign)
    .replace(APOSTROPHES, "'")
    .replace(/[\s\p{Zs}]/gu, ' ')
    .trim();
  const text = ascii.replace(TEXT_FORMULA, '$1').replace(TEXT_MARK, '').trim();
  if (text !== ascii) repairs.push('text_mark_removed');
  return { text, repairs };
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? digit : String(code - zero);
}
