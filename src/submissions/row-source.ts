import { COLUMNS, type ColumnName } from './columns.js';
import { decodeText } from './decode-text.js';
import { LIST_LAYOUT, readHeader, type HeaderReading } from './layout.js';
import { readRows, type SheetRow } from './read-rows.js';
import { brokenQuotes } from './row-problem.js';

/** Rows of a file or list: first what the header says, then the rows in batches, as fast as they are asked for. */
export interface RowSource {
  readonly header: HeaderReading;
  readonly batches: AsyncIterable<readonly SheetRow[]>;
}

/** A row of a JSON list, shape already checked. Numbers may come as numbers or as text. */
export type ListedRow = Readonly<Partial<Record<ColumnName, string | number | null | undefined>>>;

/**
 * A file of delimited text in the long layout.
 * @throws Problem when it cannot be read as text
 */
export async function fileRows(chunks: AsyncIterable<Uint8Array>): Promise<RowSource> {
  const batches = readRows(decodeText(chunks));
  const first = await batches.next();
  if (first.done === true) return { header: emptyFile(), batches: noRows() };
  const [headerRow, ...rest] = first.value;
  if (headerRow === undefined) return { header: emptyFile(), batches: noRows() };
  const { row, cells, brokenCell } = headerRow;
  const header =
    brokenCell === undefined ? readHeader(cells, row) : { problems: [brokenQuotes(row, cells, brokenCell)] };
  if (header.layout !== undefined) return { header, batches: following(rest, batches) };
  await batches.return(undefined); // lets go of the file: nobody will read on
  return { header, batches: noRows() };
}

/** A list of rows in JSON. */
export function listedRows(rows: readonly ListedRow[]): RowSource {
  return { header: { layout: LIST_LAYOUT, problems: [] }, batches: listBatches(rows) };
}

const BATCH = 1_000;

// eslint-disable-next-line @typescript-eslint/require-await -- one kind of source waits for its bytes, this one does not
async function* listBatches(rows: readonly ListedRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield rows.slice(start, start + BATCH).map((row, index) => ({
      row: start + index + 1,
      cells: COLUMNS.map((column) => textOf(row[column])),
    }));
  }
}

function textOf(cell: string | number | null | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

async function* following(
  first: readonly SheetRow[],
  rest: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[]> {
  if (first.length > 0) yield first;
  yield* rest;
}

function emptyFile(): HeaderReading {
  return { problems: [{ row: 1, code: 'empty_file' }] };
}

// eslint-disable-next-line @typescript-eslint/require-await -- as above
async function* noRows(): AsyncGenerator<readonly SheetRow[]> {
  yield [];
}
