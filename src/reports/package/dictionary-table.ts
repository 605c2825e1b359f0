import {
  referencesOf,
  REQUIRED,
  text,
  yesNo,
  type PackageTable,
  type TableDescription,
} from './package-table.js';

/** What every column of every table means: the Table Schemas of the package as one table. */
export function dictionaryTable(tables: readonly TableDescription[]): PackageTable {
  return {
    name: 'data-dictionary',
    title: 'Data dictionary',
    description: 'What every column of every table means.',
    fields: [
      text('table', 'Name of the table', REQUIRED),
      text('column', 'Name of the column', REQUIRED),
      text('type', 'What its cells hold', REQUIRED),
      text('unit', 'Unit of its numbers'),
      text('description', 'What it means', REQUIRED),
      yesNo('required', 'Whether it is never empty', REQUIRED),
      yesNo('part_of_key', 'Whether it belongs to what tells rows apart', REQUIRED),
      text('values', 'The values it may take, with spaces between them'),
      text('refers_to', 'Table and columns of the rows it names'),
    ],
    primaryKey: ['table', 'column'],
    rows: tables.flatMap((table) =>
      table.fields.map(({ name, type, unit, description, required, enum: values }) => ({
        table: table.name,
        column: name,
        type,
        unit,
        description,
        required: required === true,
        part_of_key: table.primaryKey.includes(name),
        values: values?.join(' '),
        refers_to: referencesOf(table)
          .filter(({ fields }) => fields.includes(name))
          .map(({ table: other, columns }) => `${other}(${columns.join(' ')})`)
          .join(' '),
      })),
    ),
  };
}
