import type { ColumnName } from '../columns.js';

/** What the sender says about a file that the file does not say itself. */
export interface Given {
  /**
   * The same for every row, where the file has no such column or an empty cell: `?indicator=`, the source, the country
   * of a national file. An indicator that the file itself names must be the same.
   */
  readonly constants?: Readonly<Partial<Record<ColumnName, string>>>;
  /** Our column for a column of the file, by its header or its letter; `none` passes it over. */
  readonly mapping?: Readonly<Record<string, ColumnName | 'none'>>;
  /** Which part of a breakdown or which unit is meant, by header: `{ sex: 'F' }`. */
  readonly picks?: Readonly<Record<string, string>>;
  /** What the values of a table are multiplied by that speaks of thousands or millions; 1 when it does not mean it. */
  readonly scale?: 1 | 1_000 | 1_000_000 | 1_000_000_000;
  /** Said to be the source when nothing else says one, e.g. the name of the file. */
  readonly fallbackSource?: string;
}
