import { readAnswers } from '../checking/answers.js';
import type { AreaFormat } from './area-format.js';
import { PLAIN_FORMATS, type CellFormats, type FormatsDecision } from './cell-formats.js';
import type { Given } from './given.js';
import { COMMA_FORMAT, POINT_FORMAT, type NumberFormat, type SignMeaning } from './number-format.js';
import type { YearFormat } from './year-format.js';

/**
 * How a whole table was read, told beside a few of its rows, so that they are read alike when they come back without
 * the others.
 */
export interface ReadAs {
  /** Absent: nothing in the table told its decimal sign. */
  readonly numbers?: NumberFormat;
  readonly years: YearFormat;
  readonly areas: Omit<AreaFormat, 'named'>;
  /** What the sender said about the file. */
  readonly given: Given;
}

/** How the header begins that tells it; `read_as?decimal=,&indicator=UI_NETUSE`. */
export const READ_AS = 'read_as';

const SIGN_MEANINGS: readonly string[] = ['decimal', 'thousands', 'open'] satisfies readonly SignMeaning[];

/** @param hasSigns whether anything in the table tells its decimal sign */
export function readAsText({ numbers, years, areas }: CellFormats, given: Given, hasSigns: boolean): string {
  const { constants = {}, scale, mapping, picks } = given;
  const plain = PLAIN_FORMATS;
  const texts: Readonly<Record<string, string | undefined>> = {
    decimal: hasSigns ? (numbers.comma === 'decimal' ? ',' : '.') : undefined,
    text_point: hasSigns ? numbers.textPoint : undefined,
    one_part: differing(years.isOnePart, plain.years.isOnePart),
    months: differing(years.hasMonths, plain.years.hasMonths),
    area_numbers: differing(areas.numbers, plain.areas.numbers),
    two_letters: differing(areas.twoLetters, plain.areas.twoLetters),
    na: differing(areas.naIsNamibia, false),
    regions: differing(areas.hasRegions, plain.areas.hasRegions),
    ...constants,
    scale: scale === undefined ? undefined : String(scale),
    mapping: pairs(mapping),
    part: pairs(picks),
  };
  const told = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(told).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query === '' ? READ_AS : `${READ_AS}?${query}`;
}

/**
 * What a header says that `readAsText` wrote.
 * @throws Problem answer_not_understood
 */
export function parseReadAs(header: string): ReadAs {
  const told = Object.fromEntries(new URLSearchParams(header.slice(READ_AS.length).replace(/^\?/, '')));
  const { decimal, text_point: textPoint, indicator, country, source, edition, scale, mapping, part } = told;
  const { years, areas } = PLAIN_FORMATS;
  const { given, decimal: sign } = readAnswers({
    ...{ decimal, indicator, country, source, edition, scale, mapping, part },
  });
  const isYes = (name: string, otherwise: boolean): boolean =>
    told[name] === undefined ? otherwise : told[name] === 'true';
  const listOf = (name: string, otherwise: AreaFormat['numbers']): AreaFormat['numbers'] =>
    told[name] === undefined ? otherwise : told[name] === 'iso' ? 'iso' : 'of_another_list';
  const isMeaning = (text: string | undefined): text is SignMeaning => SIGN_MEANINGS.includes(text ?? '');
  const numbers = sign === ',' ? COMMA_FORMAT : POINT_FORMAT;
  return {
    ...(sign === undefined
      ? {}
      : { numbers: isMeaning(textPoint) ? { ...numbers, point: 'decimal', textPoint } : numbers }),
    years: {
      isOnePart: isYes('one_part', years.isOnePart),
      hasMonths: isYes('months', years.hasMonths),
    },
    areas: {
      numbers: listOf('area_numbers', areas.numbers),
      twoLetters: listOf('two_letters', areas.twoLetters),
      naIsNamibia: isYes('na', false),
      hasRegions: isYes('regions', areas.hasRegions),
    },
    given,
  };
}

/**
 * How rows that came back are read: as the table was that they were part of.
 * @param decided by these rows alone
 * @param isWorkbook then numbers have a point for their decimals, whatever they had before
 * @param isAnswered whether their sender says what the decimal sign is
 */
export function decidedAs(
  { numbers, years, areas }: ReadAs,
  decided: FormatsDecision,
  { isWorkbook, isAnswered }: { readonly isWorkbook: boolean; readonly isAnswered: boolean },
): FormatsDecision {
  const kept = { years, areas: { ...areas, named: decided.formats.areas.named } };
  if (numbers === undefined || isAnswered) {
    return { ...decided, formats: { ...kept, numbers: decided.formats.numbers } };
  }
  const inWorkbook = { ...numbers, point: 'decimal', textPoint: numbers.textPoint ?? numbers.point } as const;
  const formats = { ...kept, numbers: isWorkbook ? inWorkbook : numbers };
  return { formats, hasSigns: true, repairs: [], questions: [] };
}

function differing(value: string | boolean, plain: string | boolean): string | undefined {
  return value === plain ? undefined : String(value);
}

function pairs(meant: Readonly<Record<string, string>> | undefined): string | undefined {
  if (meant === undefined) return undefined;
  return Object.entries(meant)
    .map(([key, value]) => `${key}:${value}`)
    .join(',');
}
