import type { ColumnName } from '../checking/columns.js';

/** Our column for a column of the file, by its header or its letter; `none` passes it over. */
export type ColumnMapping = Readonly<Record<string, ColumnName | 'none'>>;

/** A mapping that was said of the same header before. */
export interface RememberedMapping {
  readonly mapping: ColumnMapping;
  /** Year-month-day. */
  readonly mappedOn: string;
}

/** What was said before of a header with these cells. */
export type RecallMapping = (header: readonly string[]) => RememberedMapping | undefined;

/** What is given, with what was said before of a header among the first rows when no mapping is given now. */
export function withRemembered(
  given: Given,
  head: readonly { readonly cells: readonly string[] }[],
  recall: RecallMapping | undefined,
): Given {
  if (given.mapping !== undefined || recall === undefined) return given;
  for (const { cells } of head) {
    const remembered = recall(cells);
    if (remembered !== undefined) return { ...given, ...remembered };
  }
  return given;
}

/** What the sender says about a file that the file does not say itself. */
export interface Given {
  /**
   * The same for every row, where the file has no such column or an empty cell: `?indicator=`, the source, the country
   * of a national file. An indicator that the file itself names must be the same.
   */
  readonly constants?: Readonly<Partial<Record<ColumnName, string>>>;
  /** Our column for a column of the file, by its header or its letter; `none` passes it over. */
  readonly mapping?: ColumnMapping;
  /** Present when the mapping was said of the same header before: when. */
  readonly mappedOn?: string;
  /** Which part of a breakdown or which unit is meant, by header: `{ sex: 'F' }`. */
  readonly picks?: Readonly<Record<string, string>>;
  /** What the values are multiplied by, a power of ten; 1 when they stand as they are whatever the table speaks of. */
  readonly scale?: number;
  /** Said to be the source when nothing else says one, e.g. the name of the file. */
  readonly fallbackSource?: string;
  /** Columns of the sheet before those of the table: they count in the letters. */
  readonly columnsBefore?: number;
}
