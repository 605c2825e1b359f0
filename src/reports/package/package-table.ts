import type { CsvCell } from '../csv-table.js';

/** A column of a table of the package: what the data dictionary and the Table Schema say of it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly description: string;
  readonly unit?: string;
  readonly required?: boolean;
  /** The values it may take. */
  readonly enum?: readonly string[];
  /** The table and column it refers to, e.g. `areas.code`. */
  readonly refers?: string;
}

/** Several columns that together name a row of another table. */
export interface Reference {
  readonly fields: readonly string[];
  readonly table: string;
  readonly columns: readonly string[];
}

/** What is told of a table of the package, `data/<name>.csv`. */
export interface TableDescription {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  /** Columns that tell its rows apart. */
  readonly primaryKey: readonly string[];
  readonly references?: readonly Reference[];
}

export interface PackageTable extends TableDescription {
  readonly rows: readonly TableRow[];
}

export type TableRow = Readonly<Record<string, CsvCell>>;

type Rest = Omit<Field, 'name' | 'type' | 'description'>;

export function text(name: string, description: string, rest: Rest = {}): Field {
  return { name, type: 'string', description, ...rest };
}

export function number(name: string, description: string, rest: Rest = {}): Field {
  return { name, type: 'number', description, ...rest };
}

export function integer(name: string, description: string, rest: Rest = {}): Field {
  return { name, type: 'integer', description, ...rest };
}

export function yesNo(name: string, description: string, rest: Rest = {}): Field {
  return { name, type: 'boolean', description, ...rest };
}

export const REQUIRED = { required: true } as const;

/** A required code of a row of another table. */
export function key(name: string, refers: string, description: string): Field {
  return text(name, description, { required: true, refers });
}

/** All references of a table, those of single columns included. */
export function referencesOf({ fields, references = [] }: TableDescription): readonly Reference[] {
  const single = fields.flatMap(({ name, refers }): Reference[] => {
    const [table, column] = refers?.split('.') ?? [];
    return table === undefined || column === undefined ? [] : [{ fields: [name], table, columns: [column] }];
  });
  return [...single, ...references];
}
