import Papa from 'papaparse';
import type { SheetRow } from '../../../../src/submissions/checking/sheet-row.js';
import type { Given } from '../../../../src/submissions/reading/given.js';
import type { LayoutProblem, LongRow } from '../../../../src/submissions/reading/layouts/layout.js';
import { recogniseLayout } from '../../../../src/submissions/reading/recognise-layout.js';
import type { Repair } from '../../../../src/submissions/reading/repair.js';
import { smallVocabulary } from '../small-vocabulary.js';

export interface ReadTable {
  readonly layout?: string;
  readonly rows: readonly LongRow[];
  /** country, indicator, year, value of each row, as one text. */
  readonly figures: readonly string[];
  readonly problems: readonly LayoutProblem[];
  readonly repairs: readonly Repair[];
}

/** Reads a table of comma separated text, or of tabs when it has any. */
export function readTable(text: string, given: Given = {}): ReadTable {
  return readSheet(sheetOf(text), given);
}

export function sheetOf(text: string): readonly SheetRow[] {
  const { data } = Papa.parse<string[]>(text, { delimiter: text.includes('\t') ? '\t' : ',' });
  const rows = data.map((cells, index) => ({ row: index + 1, cells }));
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

export function readSheet(sheet: readonly SheetRow[], given: Given = {}): ReadTable {
  const nothing = { rows: [], figures: [], repairs: [] };
  const recognition = recogniseLayout(sheet.slice(0, 200), smallVocabulary(), given);
  if ('problems' in recognition) return { ...nothing, problems: recognition.problems };
  const { draft } = recognition;
  for (const row of sheet) draft.see(row);
  const settled = draft.settle();
  const layout = draft.plan.name;
  if ('problems' in settled) return { ...nothing, layout, problems: settled.problems };
  const unrolled = sheet.map((row) => settled.layout.unroll(row));
  const rows = unrolled.flatMap((each) => each.rows);
  return {
    layout,
    rows,
    figures: rows.map(({ cells }) => cells.slice(0, 4).join(' ')),
    problems: unrolled.flatMap((each) => each.problems),
    repairs: settled.layout.repairs.repairs,
  };
}
