import { printTookPart } from '../../catalogue/took-part.js';
import type { ProblemPart } from '../../platform/problem.js';
import type { FoundCell } from '../checking/cells.js';
import { checkRow, type RowRules } from '../checking/check-row.js';
import { COLUMNS, type ColumnName } from '../checking/columns.js';
import type { Change, CorrectedCell } from './correction.js';
import { CellSurvey, PLAIN_FORMATS, type CellFormats } from '../reading/cell-formats.js';
import type { LongRow } from '../reading/layouts/layout.js';
import { RepairLog } from '../reading/repair.js';
import type { RowVocabulary } from '../checking/row-vocabulary.js';
import type { GoodRow } from '../checking/staged-row.js';
import type { KeptRow } from '../checking/staging.repository.js';

/** Where a cell stands, and what its senders write there now. */
export type WrittenCell = FoundCell & Pick<CorrectedCell, 'value'>;

export interface CorrectedRows {
  readonly rows: readonly KeptRow[];
  readonly changes: readonly Omit<Change, 'round'>[];
  /** What is still wrong: then nothing is corrected. */
  readonly problems: readonly ProblemPart[];
}

/**
 * Received rows with some of their cells written anew, read and judged like rows that are sent. What is not written anew
 * is read as it was understood before.
 * @param cells each of one of the rows; a problem points to its place in this list
 * @param decimal the decimal sign of the new texts, when their sender says it
 */
export function correctRows(
  rows: readonly KeptRow[],
  cells: readonly WrittenCell[],
  vocabulary: RowVocabulary,
  decimal?: '.' | ',',
): CorrectedRows {
  const texts = cells.map(({ value }) => (value === null ? '' : String(value).trim()));
  const formats = formatsOf(rows, cells, texts, vocabulary, decimal);
  const corrected: KeptRow[] = [];
  const changes: Omit<Change, 'round'>[] = [];
  const problems: ProblemPart[] = [];
  for (const row of rows) {
    const written = new Map<ColumnName, number>();
    for (const [index, { ordinal, column }] of cells.entries()) {
      if (ordinal === row.ordinal) written.set(column, index);
    }
    const before = cellsOf(row);
    const isNumber = typeof cells[written.get('value') ?? -1]?.value !== 'string';
    const now = COLUMNS.map((column, index) => texts[written.get(column) ?? -1] ?? before[index] ?? '');
    const verdict = checkRow(
      { row: row.row, cells: now, places: [] },
      {
        vocabulary,
        formats: {
          numbers: isNumber ? PLAIN_FORMATS.numbers : formats.numbers,
          years: written.has('year') ? formats.years : PLAIN_FORMATS.years,
          areas: PLAIN_FORMATS.areas,
        },
        readArea: (cell) => vocabulary.areas.read(cell),
        locate: pointerTo(written),
        repairs: new RepairLog(),
      },
    );
    if ('good' in verdict) {
      const after = cellsOf(verdict.good);
      corrected.push({ ...verdict.good, ordinal: row.ordinal });
      for (const [index, column] of COLUMNS.entries()) {
        const change = { before: before[index] ?? '', after: after[index] ?? '' };
        if (!written.has(column) && change.before === change.after) continue;
        changes.push({ row: row.row, ordinal: row.ordinal, column, ...change });
      }
    } else problems.push(...problemsOf(verdict, row, written));
  }
  return { rows: corrected, changes, problems };
}

/** The cells by which a good row is read as the same row again. */
export function cellsOf({ area, indicator, status, source, edition, ...row }: GoodRow): readonly string[] {
  const texts: Readonly<Record<ColumnName, string>> = {
    country: area,
    indicator,
    year: String(row.year),
    value: String(row.value),
    source,
    note: row.note ?? '',
    edition: edition === source ? '' : edition,
    status: status === 'normal' ? '' : status,
    evidence: row.evidence ?? '',
    groups: row.tookPart === undefined ? '' : printTookPart(row.tookPart),
    confidence: row.confidence ?? '',
  };
  return COLUMNS.map((column) => texts[column]);
}

/** How the new texts write numbers and years, from themselves and from the limits of their indicators. */
function formatsOf(
  rows: readonly KeptRow[],
  cells: readonly WrittenCell[],
  texts: readonly string[],
  vocabulary: RowVocabulary,
  answer: '.' | ',' | undefined,
): CellFormats {
  const survey = new CellSurvey();
  for (const [index, { ordinal, row, column, value }] of cells.entries()) {
    const text = texts[index] ?? '';
    const indicator = vocabulary.indicator(rows.find((one) => one.ordinal === ordinal)?.indicator ?? '');
    const isValue = column === 'value' && typeof value === 'string';
    survey.see('', column === 'year' ? text : '', isValue ? text : '', row, indicator);
  }
  return survey.decide(vocabulary.areas, answer === undefined ? {} : { answer }).formats;
}

function pointerTo(written: ReadonlyMap<ColumnName, number>): RowRules['locate'] {
  return ({ row }: LongRow, index) => {
    const place = written.get(COLUMNS[index] ?? 'value');
    return place === undefined ? { row } : { row, pointer: `/cells/${String(place)}/value` };
  };
}

/** A row that would be passed over when a file is read cannot come out of a correction. */
function problemsOf(
  verdict: Exclude<ReturnType<typeof checkRow>, { readonly good: GoodRow }>,
  { row }: KeptRow,
  written: ReadonlyMap<ColumnName, number>,
): readonly ProblemPart[] {
  if ('problems' in verdict) return verdict.problems;
  const [column, code, value] =
    'missing' in verdict
      ? (['value', 'no_figure_left', verdict.missing] as const)
      : (['country', 'not_one_country', verdict.skipped.alias] as const);
  const place = written.get(column);
  return [{ code, row, value, ...(place === undefined ? {} : { pointer: `/cells/${String(place)}/value` }) }];
}
