import { cellPlace } from './cell-place.js';

/** Cells of one column that were merged downwards: what stands in the first of them is meant for all. */
export interface MergedDown {
  readonly first: number;
  readonly last: number;
}

/** Runs of merged cells by column, each in the order of its rows. */
export type MergedCells = ReadonlyMap<number, readonly MergedDown[]>;

const MOST = 200_000;
/** Columns of labels in a table are few. */
const MOST_COLUMNS = 100;

/** Reads a sheet to its end for the cells that were merged over several rows; they stand behind all cells. */
export async function mergedCells(chunks: AsyncIterable<Buffer>): Promise<MergedCells> {
  const byColumn = new Map<number, MergedDown[]>();
  let held = '';
  let found = 0;
  const gather = (text: string): void => {
    for (const [, from = '', to = ''] of text.matchAll(
      /mergeCell\s[^<>]{0,200}?ref="([A-Z]+\d+):([A-Z]+\d+)"/g,
    )) {
      const [first, last] = [cellPlace(from), cellPlace(to)];
      if (first === undefined || last === undefined || last.row <= first.row || ++found > MOST) continue;
      if (!byColumn.has(first.column) && byColumn.size === MOST_COLUMNS) continue;
      const runs = byColumn.get(first.column) ?? [];
      runs.push({ first: first.row, last: last.row });
      byColumn.set(first.column, runs);
    }
  };
  for await (const chunk of chunks) {
    const text = held + chunk.toString('latin1');
    const end = text.lastIndexOf('<');
    gather(text.slice(0, Math.max(0, end)));
    held = text.slice(Math.max(end, text.length - 1_000));
  }
  gather(held);
  for (const runs of byColumn.values()) runs.sort((a, b) => a.first - b.first);
  return byColumn;
}
