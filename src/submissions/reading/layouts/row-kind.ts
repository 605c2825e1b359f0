import { foldWord } from '../header-words.js';
import type { Plan } from './layout.js';
import { areaCell, indicatorCell, isBlank } from './table-row.js';
import { beginsNamedNote, beginsNote, namesGroup } from './total-words.js';

/** Rows that hold no figure of a country and are passed over and listed. */
export type AsideKind = 'repeated_header' | 'text_line' | 'group_row' | 'units_row';

/** A number, perhaps with signs about it and a short flag; a missing marker is none. */
const FIGURE = /^[^\p{L}\p{N}]{0,3}\p{Nd}[\p{Nd}.,'’\s%٫٬+-]*(?:e[+-]?\d+)?(?:\s?[^\p{N}]{0,6})?$/iu;
const LONGEST_FIGURE = 60;

/**
 * Tells rows that belong to the table's frame from those of its figures.
 * @param isFirst whether no figure was seen before: only then a row of units may follow
 * @returns `undefined` for a row of figures, be they good or not
 */
export function asideKind(plan: Plan, cells: readonly string[], isFirst: boolean): AsideKind | undefined {
  if (repeatsHeader(plan, cells)) return 'repeated_header';
  const { vocabulary } = plan.header;
  const area = areaCell(plan, cells);
  const known = area === undefined ? undefined : vocabulary.area(area.text);
  if (typeof known === 'string') return undefined;
  if (known !== undefined) return isLineOfText(plan, cells) ? 'text_line' : undefined;
  const hasFigure = holdsFigure(plan, cells);
  const isShort = filled(cells) <= 2;
  if (hasFigure ? isShort && beginsNamedNote(firstText(cells)) : beginsNote(firstText(cells)))
    return 'text_line';
  if (area !== undefined && isGroup(plan, area)) return 'group_row';
  if (isFirst && isRowOfUnits(plan, cells)) return 'units_row';
  return isLineOfText(plan, cells) ? 'text_line' : undefined;
}

/** Publishers give groups of countries no code, or one of the words for them stands in the row. */
function isGroup(
  { publisher, roles }: Plan,
  area: { readonly text: string; readonly index: number },
): boolean {
  return namesGroup(area.text) || (publisher !== undefined && area.index !== roles.country?.[0]);
}

function isLineOfText(plan: Plan, cells: readonly string[]): boolean {
  if (filled(cells) > 2 || holdsNumber(plan.values, cells)) return false;
  const indicator = indicatorCell(plan, cells);
  return indicator === undefined || plan.header.vocabulary.indicator(indicator.text) === undefined;
}

function repeatsHeader({ header, values }: Plan, cells: readonly string[]): boolean {
  const [value] = values;
  if (value === undefined) return false;
  const cell = (cells[value.index] ?? '').trim();
  if (cell === '' || cell !== (header.headers[value.index] ?? '').trim()) return false;
  return header.headers.every((name, index) => foldWord(name) === foldWord(cells[index] ?? ''));
}

function holdsFigure({ values, roles }: Plan, cells: readonly string[]): boolean {
  const [year] = roles.year ?? [];
  if (year !== undefined && !isYear(cells[year])) return false;
  return holdsNumber(values, cells);
}

function holdsNumber(values: Plan['values'], cells: readonly string[]): boolean {
  return values.some(({ index }) => isFigure(cells[index]));
}

/** A year in any of its forms: FY2015, 2015-16, 31.12.2015. */
function isYear(cell = ''): boolean {
  return isFigure(cell) || (cell.length < LONGEST_FIGURE && /\p{Nd}{4}/u.test(cell));
}

function isFigure(cell = ''): boolean {
  return cell.length < LONGEST_FIGURE && FIGURE.test(cell.trim());
}

/** Units under the header, or the numbers 1, 2, 3... of the columns. */
function isRowOfUnits({ roles, values }: Plan, cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const numbers = texts.map((text) => Number(/^[([]?(\d{1,3})[)\]]?$/.exec(text)?.[1] ?? Number.NaN));
  if (
    texts.length > 1 &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at) &&
    (numbers[0] ?? 9) <= 1
  ) {
    return true;
  }
  if (isYear(cells[roles.year?.[0] ?? -1]) || holdsNumber(values, cells)) return false;
  const isAreaBlank = (roles.country ?? []).every(
    (index) => isBlank(cells[index]) || /^\(?units?\b/i.test(cells[index] ?? ''),
  );
  return isAreaBlank && values.some(({ index }) => !isBlank(cells[index]));
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}

function firstText(cells: readonly string[]): string {
  return (cells.find((cell) => !isBlank(cell)) ?? '').trim();
}
