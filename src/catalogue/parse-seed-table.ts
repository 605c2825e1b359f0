import Papa from 'papaparse';
import type { SeedFault } from './seed-fault.js';
import type { SeedRecord } from './seed-record.js';

export interface ParsedSeeds {
  readonly fields: readonly string[];
  readonly records: readonly SeedRecord[];
  readonly faults: readonly SeedFault[];
}

/**
 * Reads one comma-separated seed file with a header row. Empty rows are passed over. Cells with line breaks inside
 * quotes are allowed: each record carries the line on which it begins.
 */
export function parseSeedTable(file: string, text: string): ParsedSeeds {
  const faults: SeedFault[] = [];
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  const [header, ...body] = parsed.data;
  const fields = (header ?? []).map((name) => name.trim());
  if (fields.join('') === '') {
    faults.push({ file, line: 1, sentence: 'The file is empty.', hint: 'The first line names the columns.' });
    return { fields: [], records: [], faults };
  }
  if (fields.length === 1 && /[;\t]/.test(fields.join())) {
    faults.push({
      file,
      line: 1,
      value: fields.join(),
      sentence: 'The columns are not separated by commas.',
      hint: 'Save the file as "CSV UTF-8 (comma delimited)".',
    });
    return { fields, records: [], faults };
  }
  for (const name of new Set(fields.filter((field, index) => fields.indexOf(field) !== index))) {
    faults.push({
      file,
      line: 1,
      field: name,
      sentence: 'The column occurs twice.',
      hint: 'Keep one of them.',
    });
  }

  const records: SeedRecord[] = [];
  const firstLines = linesOf(parsed.data);
  body.forEach((row, index) => {
    const line = firstLines[index + 1] ?? 0;
    if (row.every((cell) => cell.trim() === '')) return;
    if (row.length !== fields.length) {
      faults.push({
        file,
        line,
        sentence: `The row has ${String(row.length)} cells, the header ${String(fields.length)}.`,
        hint: 'A cell with a comma in it stands in double quotes; an empty cell still needs its comma.',
      });
    }
    const cells = Object.fromEntries(fields.map((field, column) => [field, (row[column] ?? '').trim()]));
    records.push({ file, line, cells });
  });
  for (const error of parsed.errors) {
    if (error.type !== 'Quotes') continue;
    faults.push({
      file,
      line: firstLines[error.row ?? 0] ?? 1,
      sentence: 'A double quote opens or closes in the wrong place.',
      hint: 'Put the whole cell in double quotes and double each quote inside: "the ""free"" tier".',
    });
  }
  return { fields, records, faults };
}

/** The line on which each parsed row begins: rows whose cells hold line breaks take up several lines. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let next = 1;
  return rows.map((row) => {
    const line = next;
    next +=
      1 + row.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
    return line;
  });
}
