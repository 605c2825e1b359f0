/**
 * One row of a seed table, or one JSON file with its leaves under dotted paths (`pace.deadBand`, `ladder.0.name`).
 * All values are text as it stands in the file, without space around it; an empty text means nothing is there.
 */
export interface SeedRecord {
  readonly file: string;
  /** Where the record begins; 1 = first line of the file. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Lines of single fields, where they differ from that of the record. */
  readonly lines?: Readonly<Record<string, number>>;
}

/** A seed file that has been read: its fields (the header of a table) and its records. */
export interface SeedTable {
  readonly file: string;
  readonly fields: readonly string[];
  readonly records: readonly SeedRecord[];
  /** SHA-256 of the bytes of the file, hexadecimal. */
  readonly sha256: string;
}
