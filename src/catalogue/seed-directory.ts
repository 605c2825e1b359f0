import { nearestWord } from '../platform/nearest-word.js';
import { SeedFields } from './seed-fields.js';
import type { SeedFault } from './seed-fault.js';
import type { SeedTable } from './seed-record.js';

/** A directory of seed files as read, before anything is checked beyond that the files can be read. */
export interface SeedDirectory {
  /** By path inside the directory. */
  readonly tables: ReadonlyMap<string, SeedTable>;
  readonly faults: readonly SeedFault[];
}

/** The fields a seed file must have, and those it may leave out. */
export interface SeedFieldNames {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * The records of one seed file, ready to be read field by field, after its columns have been checked against the
 * names they should have. A file that is not there has no records; that is a fault when the file is needed.
 */
export function fieldsOf(
  directory: SeedDirectory,
  file: string,
  names: SeedFieldNames,
  faults: SeedFault[],
  need: 'needed' | 'may be missing' = 'may be missing',
): SeedFields[] {
  const table = directory.tables.get(file);
  if (table === undefined) {
    if (need === 'needed') {
      const hint = `Add it with the columns ${names.required.join(', ')}.`;
      faults.push({ file, sentence: 'The file is missing.', hint });
    }
    return [];
  }
  if (table.fields.length === 0) return [];
  const known = [...names.required, ...(names.optional ?? [])];
  const missing = names.required.filter((name) => !table.fields.includes(name));
  for (const field of missing) {
    faults.push({
      file,
      line: 1,
      field,
      sentence: `"${field}" is missing.`,
      hint: file.endsWith('.json')
        ? 'Add it with its value.'
        : 'Add a column with this name to the first line.',
    });
  }
  for (const field of table.fields.filter((name) => !known.includes(name))) {
    const near = nearestWord(field, known);
    const hint = near === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
    const line = table.records[0]?.lines?.[field] ?? 1;
    faults.push({ file, line, field, sentence: `"${field}" is not known here.`, hint });
  }
  return missing.length > 0 ? [] : table.records.map((record) => new SeedFields(record, faults));
}

/** Notes a fault at each record whose key occurred before. `fields` together are the key. */
export function checkUnique(rows: readonly SeedFields[], fields: readonly [string, ...string[]]): void {
  const firstLine = new Map<string, number>();
  for (const row of rows) {
    const parts = fields.map((field) => row.record.cells[field] ?? '');
    if (parts.join('') === '') continue;
    const key = parts.join('\u0000');
    const before = firstLine.get(key);
    if (before === undefined) firstLine.set(key, row.record.line);
    else {
      const sentence = `"${parts.join(', ')}" stands on line ${String(before)} already.`;
      row.fault(fields[0], sentence, `Each ${fields.join(' + ')} stands once.`);
    }
  }
}
