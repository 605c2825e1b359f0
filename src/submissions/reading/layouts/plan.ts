import { foldWord } from '../header-words.js';
import { areaColumns, indicatorColumns } from './area-columns.js';
import type { Breakdown, HeaderRow, LayoutName, Plan, ValueColumn } from './layout.js';
import { columnRoles, type ColumnRoles } from './sheet-columns.js';

/** A header whose columns are sorted by what they are for, before it is known which layout it is of. */
export interface SortedHeader extends ColumnRoles {
  readonly sheet: HeaderRow;
}

const NO_WORD = new Set(['', 'code']);

export function sortHeader(sheet: HeaderRow): SortedHeader {
  const found = columnRoles(sheet);
  const named = found.roles.country ?? [];
  const maybe = found.unknown.filter((index) => NO_WORD.has(foldWord(sheet.headers[index] ?? '')));
  const areas = areaColumns(sheet, named, maybe);
  const { country: _country, ...others } = found.roles;
  const indicators = indicatorColumns(sheet, found.roles.indicator ?? []);
  return {
    sheet,
    ...found,
    roles: {
      ...others,
      ...(areas.length === 0 ? {} : { country: areas }),
      ...(indicators.length === 0 ? {} : { indicator: indicators }),
    },
    unknown: [...found.unknown, ...named].filter((index) => !areas.includes(index)).toSorted((a, b) => a - b),
  };
}

interface Parts {
  readonly values: readonly ValueColumn[];
  readonly roles?: Plan['roles'];
  /** Columns of unknown words that may divide the figures. */
  readonly dimensions?: readonly number[];
  readonly publisher?: string;
  readonly publisherColumn?: number | undefined;
}

export function planOf(name: LayoutName, sorted: SortedHeader, parts: Parts): Plan {
  const { sheet, unknown } = sorted;
  const roles = parts.roles ?? sorted.roles;
  const { dimensions = [], publisher, publisherColumn } = parts;
  const { values, doubled } = withoutDoubles(parts.values);
  const twins = [...sorted.twins, ...doubled];
  const picked = new Set(Object.keys(sheet.given.picks ?? {}).map(foldWord));
  const isPicked = (index: number): boolean => picked.has(foldWord(sheet.headers[index] ?? ''));
  const breakdowns: Breakdown[] = [
    ...kindsOf('breakdown', roles.breakdown),
    ...kindsOf('frequency', roles.frequency),
    ...kindsOf('unit', roles.unit),
    ...kindsOf('dimension', dimensions),
  ];
  for (const index of sheet.headers.keys()) {
    const isNew = !breakdowns.some((breakdown) => breakdown.index === index);
    if (isNew && isPicked(index)) breakdowns.push({ index, kind: 'breakdown' });
  }
  const used = new Set([...breakdowns, ...values, ...twins].map(({ index }) => index));
  const area = new Set(roles.country);
  const others = [...unknown, ...sorted.spare, ...sorted.years.map(({ index }) => index)];
  return {
    name,
    header: sheet,
    roles,
    values,
    breakdowns,
    twins,
    unread: others.filter((index) => !used.has(index) && !area.has(index)).toSorted((a, b) => a - b),
    ...(publisher === undefined ? {} : { publisher }),
    ...(publisherColumn === undefined ? {} : { publisherColumn }),
  };
}

/** Value columns of which several headers say the same, as two of one year: the first is read. */
function withoutDoubles(all: readonly ValueColumn[]): { values: ValueColumn[]; doubled: Plan['twins'] } {
  const first = new Map<string, ValueColumn>();
  const doubled: { index: number; first: number }[] = [];
  for (const value of all) {
    const key = JSON.stringify(value.says);
    const before = first.get(key);
    if (before === undefined) first.set(key, value);
    else doubled.push({ index: value.index, first: before.index });
  }
  return { values: [...first.values()], doubled };
}

function kindsOf(kind: Breakdown['kind'], indexes: readonly number[] = []): Breakdown[] {
  return indexes.map((index) => ({ index, kind }));
}

/** Index of the column whose header is one of these words, the first word going before the others. */
export function columnNamed({ headers }: HeaderRow, ...words: readonly string[]): number | undefined {
  const folded = headers.map((header) => (header.length > 200 ? '' : foldWord(header.split(':')[0] ?? '')));
  return words.map((word) => folded.indexOf(foldWord(word))).find((index) => index !== -1);
}
