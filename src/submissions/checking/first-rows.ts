import { FIRST_YEAR } from './check-cell.js';
import type { GoodRow } from './staged-row.js';

type Key = Pick<GoodRow, 'row' | 'area' | 'indicator' | 'year' | 'source' | 'edition'>;

/** Years that share a block; a power of two. */
const SPAN = 8;
/** More than there are areas, indicators, and blocks of years from the first year to the last. */
const MOST = 4096;
const MOST_SPANS = 64;
const BLOCKS_A_PAGE = 8192;

/**
 * Remembers which figure stood in which row of a file first. A figure is an area, indicator, year, source and edition.
 * Series come as runs of years, so rows are kept in blocks of eight years in typed arrays, found by an open hash: some
 * ten bytes a row, exact.
 */
export class FirstRows {
  private readonly areas = new Map<string, number>();
  private readonly indicators = new Map<string, number>();
  private readonly editions = new Map<string, number>();
  private readonly pages: Int32Array[] = [];
  private keys = new Float64Array(1024).fill(-1);
  private blocks = new Int32Array(1024);
  private count = 0;
  private lastKey = -1;
  private lastBlock = 0;

  /** The row that holds the same figure already; otherwise takes note of this one and returns `undefined`. */
  take({ row, area, indicator, year, source, edition }: Key): number | undefined {
    const editionNumber = numberOf(this.editions, source === edition ? source : `${source}\u0000${edition}`);
    const series =
      (editionNumber * MOST + numberOf(this.indicators, indicator)) * MOST + numberOf(this.areas, area);
    const passed = year - FIRST_YEAR;
    const key = series * MOST_SPANS + Math.floor(passed / SPAN);
    const block = key === this.lastKey ? this.lastBlock : this.blockOf(key);
    const page = this.pages[Math.floor(block / BLOCKS_A_PAGE)];
    if (page === undefined) throw new RangeError('A block has no page');
    const at = (block % BLOCKS_A_PAGE) * SPAN + (passed % SPAN);
    const first = page[at] ?? 0;
    if (first !== 0) return first;
    page[at] = row;
    return undefined;
  }

  private blockOf(key: number): number {
    if (this.count * 2 > this.keys.length) this.grow();
    const at = this.placeOf(key);
    if (this.keys[at] !== key) {
      if (this.count % BLOCKS_A_PAGE === 0) this.pages.push(new Int32Array(BLOCKS_A_PAGE * SPAN));
      this.keys[at] = key;
      this.blocks[at] = this.count++;
    }
    this.lastKey = key;
    this.lastBlock = this.blocks[at] ?? 0;
    return this.lastBlock;
  }

  /** Where a key stands, or the free place where it would. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    const high = Math.imul(Math.floor(key / 4_294_967_296), 0x9e3779b1);
    const mixed = Math.imul((key ^ high) | 0, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (this.keys[at] !== key && this.keys[at] !== -1) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, blocks } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.blocks = new Int32Array(keys.length * 2);
    for (const [from, key] of keys.entries()) {
      if (key === -1) continue;
      const at = this.placeOf(key);
      this.keys[at] = key;
      this.blocks[at] = blocks[from] ?? 0;
    }
  }
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const next = numbers.size;
  numbers.set(word, next);
  return next;
}
