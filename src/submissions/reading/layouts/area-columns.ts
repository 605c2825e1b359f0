import { foldWord } from '../header-words.js';
import type { HeaderRow } from './layout.js';

const MOST_LOOKED_AT = 100;
const NEARLY_ALL = 0.8;

/** How many of the first cells of a column name an area. */
export interface AreaShare {
  /** Different cells that are not blank. */
  readonly cells: number;
  /** Of them, those that name an area or a publisher's aggregate. */
  readonly known: number;
  readonly areNumbers: boolean;
}

export function areaShare({ sample, vocabulary }: HeaderRow, index: number): AreaShare {
  const cells = new Set<string>();
  for (const row of sample) {
    const cell = areaText(row.cells[index] ?? '');
    // A line of text has one cell; it stands in the first column, as areas do.
    const isTextLine = row.cells.filter((other) => other.trim() !== '').length < 2;
    if (cell !== '' && !isTextLine) cells.add(cell);
    if (cells.size === MOST_LOOKED_AT) break;
  }
  const known = [...cells].filter((cell) => vocabulary.area(cell) !== undefined).length;
  return {
    cells: cells.size,
    known,
    areNumbers: [...cells].every((cell) => /^\p{Nd}+(?:\.\p{Nd}+)?$/u.test(cell)),
  };
}

/**
 * A cell that names an area, without the apostrophe that keeps leading zeros in a spreadsheet, or with the zeros that
 * went for the lack of it: M49 has three digits.
 */
export function areaText(cell: string): string {
  const text = cell.trim();
  const digits = /^'?(\d{1,3})$/.exec(text)?.[1];
  return digits === undefined ? text : digits.padStart(3, '0');
}

export function namesAreas({ cells, known }: AreaShare): boolean {
  return known > 0 && known >= cells * NEARLY_ALL;
}

/**
 * The columns that name areas, the one that names most of them first. Numbers are taken for M49 only when nearly all
 * of them are such codes: publishers number countries in their own ways. A column without a header counts when its cells
 * are areas.
 * @param named columns whose headers say that they name areas, codes before names
 */
export function areaColumns(
  sheet: HeaderRow,
  named: readonly number[],
  unknown: readonly number[],
): readonly number[] {
  const nameless = unknown.filter((index) => (sheet.headers[index] ?? '').trim() === '');
  const shares = new Map(
    [...named, ...nameless.slice(0, 3)].map((index) => [index, areaShare(sheet, index)]),
  );
  const words = [...shares].filter(([, share]) => !share.areNumbers && namesAreas(share));
  const usable = [...shares]
    .filter(([index, share]) => {
      const isSure = !share.areNumbers || /m\W?49/i.test(sheet.headers[index] ?? '');
      if (named.includes(index) && isSure) return true;
      return namesAreas(share) && !words.some(([word]) => areOtherAreas(sheet, index, word));
    })
    .toSorted(([, a], [, b]) => b.known - a.known);
  const isEmptySheet = [...shares.values()].every(({ cells }) => cells === 0);
  return isEmptySheet ? named : usable.map(([index]) => index);
}

/** Whether the numbers of a column are mostly of other areas than the words of another: they are of a list of their own. */
function areOtherAreas({ sample, vocabulary, headers }: HeaderRow, index: number, word: number): boolean {
  if (index === word || foldWord(headers[index] ?? '') === '') return false;
  const pairs = sample.map(({ cells }) =>
    [index, word].map((at) => vocabulary.area(areaText(cells[at] ?? ''))),
  );
  const both = pairs.filter((pair) => pair.every((area) => typeof area === 'string'));
  return both.length > 0 && both.filter(([one, other]) => one === other).length < both.length / 2;
}

/** The first column of a wide table, when nearly all of its cells are areas, whatever its header says. */
export function cornerOfAreas(sheet: HeaderRow, unknown: readonly number[]): readonly number[] {
  const [first] = unknown;
  return first !== undefined && namesAreas(areaShare(sheet, first)) ? [first] : [];
}

/** Indicator columns, the one that names most known indicators first. */
export function indicatorColumns(
  { sample, vocabulary }: HeaderRow,
  named: readonly number[],
): readonly number[] {
  const known = (index: number): number =>
    sample.filter(({ cells }) => vocabulary.indicator(codeOf((cells[index] ?? '').trim())) !== undefined)
      .length;
  return named
    .map((index) => ({ index, known: known(index) }))
    .toSorted((a, b) => b.known - a.known)
    .map(({ index }) => index);
}

/** The code before its label, in cells such as `AFG: Afghanistan`. */
export function codeOf(cell: string): string {
  const at = cell.indexOf(': ');
  return at > 0 && at <= 40 && /^[\w.@$-]+$/.test(cell.slice(0, at)) ? cell.slice(0, at) : cell;
}
