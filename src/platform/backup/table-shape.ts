/** A table with its columns in their order. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Where TypeORM notes what has been migrated; it is no table of ours. */
const MIGRATIONS = 'migrations';

/** The tables of the database as `TableShape`, by name; columns that are computed hold nothing of their own. */
export const TABLES = `
  SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '${MIGRATIONS}'
  GROUP BY c.relname ORDER BY c.relname`;

/** `COPY` of all columns, in the one format in which values come back as they were. */
export function copyStatement({ name, columns }: TableShape, direction: 'TO STDOUT' | 'FROM STDIN'): string {
  return `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) ${direction} (FORMAT text, ENCODING 'UTF8')`;
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
