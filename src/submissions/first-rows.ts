import type { GoodRow } from './staged-row.js';

type Key = Pick<GoodRow, 'row' | 'area' | 'indicator' | 'year' | 'source' | 'edition'>;

/** Remembers which figure stood in which row of a file first. A figure is an area, indicator, year, source and edition. */
export class FirstRows {
  /** By indicator, to keep each map small; the inner key is one whole number. */
  private readonly rows = new Map<string, Map<number, number>>();
  private readonly areas = new Map<string, number>();
  private readonly editions = new Map<string, number>();

  /** The row that holds the same figure already; otherwise takes note of this one and returns `undefined`. */
  take({ row, area, indicator, year, source, edition }: Key): number | undefined {
    const rows = this.rows.get(indicator) ?? new Map<number, number>();
    if (rows.size === 0) this.rows.set(indicator, rows);
    const editionNumber = numberOf(this.editions, source === edition ? source : `${source}\u0000${edition}`);
    const key = (editionNumber * 100_000 + numberOf(this.areas, area)) * 10_000 + year;
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    return first;
  }
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const next = numbers.size;
  numbers.set(word, next);
  return next;
}
