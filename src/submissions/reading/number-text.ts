/** A cell taken apart around its number. */
export interface NumberText {
  readonly prefix: string;
  readonly isNegative: boolean;
  /** Digits with the signs between them. */
  readonly core: string;
  /** Power of ten, e.g. `-6`; empty: none. */
  readonly exponent: string;
  readonly suffix: string;
}

/** One way to read the digits and signs of a number. */
export interface CoreReading {
  /** As programs write it, with a point. */
  readonly digits: string;
  /** Sign before the decimals; empty: none. */
  readonly decimal: string;
  /** Sign between thousands; empty: none. */
  readonly group: string;
}

/** Characters a cell with a number may have. */
const LONGEST = 200;
const NUMBER =
  /^(\D*?)([+-] ?)?([.,\u066b]?\d(?:(?:[.,'_\u066b\u066c]| (?=\d{3}(?!\d)))?\d)*\.?)(?:e([+-]?\d{1,5})(?![\d.,]))?(.*)$/is;

/** @param text as `foldCell` gives it */
export function splitNumber(text: string): NumberText | undefined {
  if (text.length > LONGEST) return undefined;
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, prefix = '', sign = '', core = '', exponent = '', suffix = ''] = match;
  return { prefix: prefix.trim(), isNegative: sign.startsWith('-'), core, exponent, suffix: suffix.trim() };
}

/**
 * The ways a number can be read: none when its signs make no sense, one when they leave no doubt, two for one point or
 * comma before three digits (1,234), first with the sign before decimals, then between thousands.
 */
export function readingsOf(core: string): readonly CoreReading[] {
  const signs = core.replace(/\d/g, '');
  if (signs === '') return [{ digits: core, decimal: '', group: '' }];
  const readings: CoreReading[] = [];
  const decimal = signs.at(-1) ?? '';
  const group = signs.at(-2) ?? '';
  const [whole, decimals] = splitAtLast(core, decimal);
  if ('.,\u066b'.includes(decimal) && !signs.slice(0, -1).includes(decimal) && isSound(decimals, decimal)) {
    if (group === '' || isGrouped(whole, group)) {
      const digits = `${onlyDigits(whole) || '0'}${decimals === '' ? '' : `.${decimals}`}`;
      readings.push({ digits, decimal, group });
    }
  }
  if (decimal !== '\u066b' && isGrouped(core, decimal)) {
    readings.push({ digits: onlyDigits(core), decimal: '', group: decimal });
  }
  return readings;
}

/** `5.` is written by programs; `5,` by nobody. */
function isSound(decimals: string, decimal: string): boolean {
  return decimals !== '' || decimal === '.';
}

function splitAtLast(text: string, sign: string): readonly [string, string] {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** Groups of three digits after one to three; or as in India groups of two, and three last. */
function isGrouped(text: string, sign: string): boolean {
  const [first = '', ...groups] = text.split(sign);
  if (groups.length === 0 || !/^[1-9]\d{0,2}$/.test(first)) return false;
  if (groups.every((group) => /^\d{3}$/.test(group))) return true;
  const last = groups.pop() ?? '';
  const isIndian = first.length <= 2 && groups.length > 0 && groups.every((group) => /^\d{2}$/.test(group));
  return isIndian && ',\u066c '.includes(sign) && /^\d{3}$/.test(last);
}
