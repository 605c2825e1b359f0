import { columnLetter, type ColumnName } from '../../checking/columns.js';
import { shownValue } from '../../checking/row-problem.js';
import { foldWord, headerMeaning, isLabelOfCode, type HeaderRole } from '../header-words.js';
import type { SheetColumn } from '../repair.js';
import { yearHeader } from '../year-header.js';
import type { HeaderRow, Plan, ValueColumn } from './layout.js';

export function sheetColumn(index: number, header: string): SheetColumn {
  return { letter: columnLetter(index), name: shownValue(header.trim()) };
}

/** The header's columns by role, with what could not be given one. */
export interface ColumnRoles {
  readonly roles: Readonly<Partial<Record<HeaderRole, readonly number[]>>>;
  readonly twins: Plan['twins'];
  /** Headers that name a year. */
  readonly years: readonly ValueColumn[];
  /** Indexes of columns whose role another column has already. */
  readonly spare: readonly number[];
  /** Indexes without a role that hold something in the first rows. */
  readonly unknown: readonly number[];
}

/** Several columns may say these: the best is taken, the others stand in for it. */
const MANY: ReadonlySet<HeaderRole> = new Set(['country', 'indicator', 'breakdown', 'unit', 'aside']);

/** Roles whose codes may be absent, their words being enough. */
const LABELLED: ReadonlySet<HeaderRole> = new Set(['country', 'indicator', 'source', 'breakdown', 'unit']);

/** Sorts the columns of a possible header by what they are for. */
export function columnRoles(sheet: HeaderRow): ColumnRoles {
  const found = new Map<HeaderRole, { index: number; rank: number }[]>();
  const years: ValueColumn[] = [];
  const unknown: number[] = [];
  const mapped = mappedColumns(sheet);
  for (const [index, header] of sheet.headers.entries()) {
    const own = mapped.get(index);
    if (own === 'none') continue;
    const meaning = own === undefined ? meaningOf(sheet, index) : { role: own, rank: -1 };
    if (meaning !== undefined) {
      found.set(meaning.role, [...(found.get(meaning.role) ?? []), { index, rank: meaning.rank }]);
      continue;
    }
    const year = yearHeader(header);
    const indicator = year === undefined || year.before === '' ? undefined : year.before;
    if (year !== undefined && (indicator === undefined || sheet.vocabulary.indicator(indicator))) {
      years.push({ index, says: { year: year.year, ...(indicator === undefined ? {} : { indicator }) } });
    } else if (
      foldWord(header) !== '' ||
      sheet.sample.some(({ cells }) => (cells[index] ?? '').trim() !== '')
    ) {
      unknown.push(index);
    }
  }
  const ofOne = years.length === 0 ? yearsOfOne(sheet, unknown) : [];
  const isOfOne = new Set(ofOne.map(({ index }) => index));
  return {
    ...settled(found, sheet),
    years: [...years, ...ofOne],
    unknown: unknown.filter((index) => !isOfOne.has(index)),
  };
}

/** Columns such as `netuse_2019` and `netuse_2020`, all of one name, where the sender says what indicator it is. */
function yearsOfOne(sheet: HeaderRow, unknown: readonly number[]): readonly ValueColumn[] {
  if ((sheet.given.constants?.indicator ?? '') === '') return [];
  const found = unknown.flatMap((index) => {
    const year = yearHeader(sheet.headers[index] ?? '');
    return year === undefined ? [] : [{ index, before: foldWord(year.before), year: year.year }];
  });
  if (new Set(found.map(({ before }) => before)).size !== 1) return [];
  return found.map(({ index, year }) => ({ index, says: { year } }));
}

function meaningOf(sheet: HeaderRow, index: number): ReturnType<typeof headerMeaning> {
  const header = sheet.headers[index] ?? '';
  if (foldWord(header) === '') return undefined;
  const meaning = headerMeaning(header);
  return meaning ?? (isLabelOfCode(header) ? labelMeaning(sheet, header) : undefined);
}

/** A label column is passed over where the column of its codes stands beside it, else it stands for that. */
function labelMeaning({ headers }: HeaderRow, header: string): ReturnType<typeof headerMeaning> {
  const code = header.trim().replace(/[._ ](label|name|desc|description)$/i, '');
  if (headers.some((other) => foldWord(other) === foldWord(code))) return { role: 'aside', rank: 9 };
  const meaning = headerMeaning(code);
  return meaning !== undefined && LABELLED.has(meaning.role) ? meaning : undefined;
}

function settled(
  found: ReadonlyMap<HeaderRole, readonly { index: number; rank: number }[]>,
  { headers }: HeaderRow,
): Pick<ColumnRoles, 'roles' | 'twins' | 'spare'> {
  const roles: Partial<Record<HeaderRole, readonly number[]>> = {};
  const twins: { index: number; first: number }[] = [];
  const spare: number[] = [];
  for (const [role, columns] of found) {
    const sorted = columns.toSorted((a, b) => a.rank - b.rank || a.index - b.index);
    const [first] = sorted;
    if (first === undefined) continue;
    const own = [first.index];
    for (const { index, rank } of sorted.slice(1)) {
      const same = own.find((other) => foldWord(headers[other] ?? '') === foldWord(headers[index] ?? ''));
      if (same !== undefined && MANY.has(role) && isCodeAndLabel(headers[same], headers[index])) {
        if (role === 'country' || role === 'indicator') own.push(index);
      } else if (same !== undefined) twins.push({ index, first: same });
      else if (MANY.has(role)) own.push(index);
      else if (rank === first.rank && (role === 'value' || role === 'year'))
        twins.push({ index, first: first.index });
      else spare.push(index);
    }
    roles[role] = own;
  }
  return { roles, twins, spare };
}

/** Headers of publishers that differ in their case: the codes stand under `INDICATOR`, their words under `Indicator`. */
function isCodeAndLabel(one = '', other = ''): boolean {
  const isCapital = (text: string): boolean => text.length > 1 && text === text.toUpperCase();
  return isCapital(one.trim()) !== isCapital(other.trim());
}

/** What the sender says columns are for, by index. A header goes before a letter. */
function mappedColumns({ headers, columns, given }: HeaderRow): ReadonlyMap<number, ColumnName | 'none'> {
  const mapped = new Map<number, ColumnName | 'none'>();
  for (const [key, column] of Object.entries(given.mapping ?? {})) {
    const index = mappedIndex(key, headers, columns);
    if (index !== -1) mapped.set(index, column);
  }
  return mapped;
}

export function mappedIndex(
  key: string,
  headers: readonly string[],
  columns: readonly SheetColumn[],
): number {
  const byHeader = headers.findIndex((header) => header.trim() === key.trim());
  if (byHeader !== -1) return byHeader;
  const folded = foldWord(key);
  const byWord = folded === '' ? -1 : headers.findIndex((header) => foldWord(header) === folded);
  return byWord !== -1 ? byWord : columns.findIndex(({ letter }) => letter === key.trim().toUpperCase());
}
