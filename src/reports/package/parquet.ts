import { setImmediate } from 'node:timers/promises';
import { ByteWriter, parquetWrite, type BasicType } from 'hyparquet-writer';
import type { CsvCell } from '../csv-table.js';
import type { Field, PackageTable } from './package-table.js';

const TYPES: Readonly<Record<Field['type'], BasicType>> = {
  string: 'STRING',
  number: 'DOUBLE',
  integer: 'INT32',
  boolean: 'BOOLEAN',
};

const ROWS_AT_ONCE = 4_000;

/** A table as Apache Parquet, its columns as in the CSV; what is empty there is null here. */
export async function parquetFile({ fields, rows }: PackageTable): Promise<Buffer> {
  const bytes = new ByteWriter();
  await parquetWrite({
    // Asked for after each group of rows: other work is let in.
    writer: Object.assign(bytes, { flush: () => setImmediate() }),
    columnData: fields.map(({ name, type, required }) => ({
      name,
      type: TYPES[type],
      nullable: required !== true,
      data: rows.map((row) => cellOf(row[name])),
    })),
    rowGroupSize: ROWS_AT_ONCE,
    createdBy: 'iww-progress',
  });
  return Buffer.from(bytes.getBuffer());
}

/** CSV cannot tell an empty text from none, so here too both are nothing. */
function cellOf(cell: CsvCell): string | number | boolean | null {
  return cell === undefined || cell === '' ? null : cell;
}
