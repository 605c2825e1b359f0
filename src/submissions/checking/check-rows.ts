import type { AreaAlias } from '../../catalogue/catalogue.js';
import { Problem } from '../../platform/problem.js';
import { checkRow, type RowRules, type RowVerdict } from './check-row.js';
import { COLUMNS } from './columns.js';
import { FailedRows } from './failed-rows.js';
import { FirstRows } from './first-rows.js';
import { PlainRows } from './plain-rows.js';
import { ProblemLog } from './problem-log.js';
import type { LongRow } from '../reading/layouts/layout.js';
import { RepairLog } from '../reading/repair.js';
import { shownValue, type CellLocator, type RowProblem } from './row-problem.js';
import type { RowSource } from './row-source.js';
import { remembered, type RowVocabulary } from './row-vocabulary.js';
import type { GoodRow } from './staged-row.js';
import type { ReportNote, RowCounts } from '../submission.js';

/** What a check found so far; whole once the rows are read to their end. */
export class CheckFindings {
  readonly log = new ProblemLog();
  rows = 0;
  good = 0;
  skipped = 0;
  repairs = new RepairLog();
  readonly failedRows = new FailedRows();
  /** The sender said what the values are multiplied by. */
  isScaleSaid = false;
  private readonly skippedAreas = new Map<string, { readonly area: AreaAlias; rows: number }>();
  private readonly toldInHeader = new Set<string>();

  /** Of rows that were checked elsewhere, such as the bundled figures. */
  static allGood(rows: number): CheckFindings {
    const findings = new CheckFindings();
    findings.rows = rows;
    findings.good = rows;
    return findings;
  }

  get counts(): RowCounts {
    const { rows, good, skipped } = this;
    return { rows, good, skipped, bad: rows - good - skipped, problems: this.log.total };
  }

  get notes(): readonly ReportNote[] {
    return Array.from(this.skippedAreas.values(), ({ area: { alias, reason }, rows }) => ({
      code: 'area_skipped',
      params: { area: alias, rows, reason },
    }));
  }

  /** @throws Problem too_many_rows */
  countRow(limits: RowLimits): void {
    if (++this.rows > limits.rows) throw new Problem('too_many_rows', 413, { most: limits.rows });
  }

  /** What is wrong with a cell of the header is told once, not in each row. */
  tell({ row }: LongRow, problems: readonly RowProblem[]): void {
    for (const problem of problems) {
      const isInHeader = problem.row !== row;
      const key = `${String(problem.row)} ${problem.column?.letter ?? ''} ${problem.code}`;
      if (isInHeader && this.toldInHeader.has(key)) continue;
      if (isInHeader) this.toldInHeader.add(key);
      this.log.add(problem);
    }
  }

  skipArea(area: AreaAlias): void {
    this.skipped++;
    const before = this.skippedAreas.get(area.alias);
    if (before === undefined) this.skippedAreas.set(area.alias, { area, rows: 1 });
    else before.rows++;
  }

  /** There is no figure in the row, as the cell says. */
  passOver(row: LongRow, cell: string, locate: CellLocator): void {
    this.skipped++;
    const at = locate(row, VALUE);
    const column = at.column === undefined ? {} : { column: at.column };
    this.repairs.add('no_figure', { row: at.row, ...column, before: shownValue(cell), after: '' });
  }
}

const VALUE = COLUMNS.indexOf('value');

export interface RowLimits {
  readonly rows: number;
}

/** Rows that a layout passes over although figures stand in them, by the codes under which it tells so. */
const PASSED_OVER = new Set(['part_row', 'group_row', 'not_annual_row', 'deleted_row', 'row_without_values']);

/**
 * Judges all rows of a source and hands on the good ones in batches; everything else goes into `findings`. Memory
 * grows only with the keys of the rows, which tell duplicates.
 * @throws Problem too_many_rows
 */
export async function* checkRows(
  source: RowSource,
  vocabulary: RowVocabulary,
  limits: RowLimits,
  findings: CheckFindings,
): AsyncGenerator<readonly GoodRow[]> {
  for (const problem of source.problems) findings.log.add(problem);
  if (source.problems.length === 0) yield* judged(source, vocabulary, limits, findings);
  const repairs = source.repairs();
  const passedOver = repairs.repairs.filter(({ code }) => PASSED_OVER.has(code));
  for (const { count } of passedOver) {
    findings.rows += count;
    findings.skipped += count;
  }
  repairs.addAll(findings.repairs.repairs);
  findings.repairs = repairs;
  if (findings.rows === 0 && source.problems.length === 0) findings.log.add({ row: 1, code: 'no_rows' });
}

async function* judged(
  { header, groupsAt, rows, formats, isScaleSaid, locate }: RowSource,
  vocabulary: RowVocabulary,
  limits: RowLimits,
  findings: CheckFindings,
): AsyncGenerator<readonly GoodRow[]> {
  const { repairs } = findings;
  const readArea = remembered((cell) => vocabulary.areas.read(cell, formats.areas));
  const rules: RowRules = {
    vocabulary,
    formats,
    readArea: (cell) => readArea(cell) ?? vocabulary.areas.read(cell, formats.areas),
    locate,
    isScaleSaid,
    repairs,
  };
  findings.isScaleSaid = isScaleSaid;
  const { failedRows } = findings;
  failedRows.header = header;
  failedRows.groupsAt = groupsAt;
  const firstRows = new FirstRows();
  const plainRows = new PlainRows(rules);
  for await (const batch of rows) {
    const good: GoodRow[] = [];
    for (const { rows: figures, problems, sent = [] } of batch) {
      for (const problem of problems) {
        findings.countRow(limits);
        findings.log.add(problem);
        failedRows.keep(problem.row, sent);
      }
      for (const figure of figures) {
        findings.countRow(limits);
        const plain = plainRows.read(figure);
        const verdict: RowVerdict = plain === undefined ? checkRow(figure, rules) : { good: plain };
        if ('problems' in verdict) {
          findings.tell(figure, verdict.problems);
          failedRows.keep(figure.row, sent);
        } else if ('skipped' in verdict) findings.skipArea(verdict.skipped);
        else if ('missing' in verdict) findings.passOver(figure, verdict.missing, locate);
        else {
          const firstRow = firstRows.take(verdict.good);
          if (firstRow === undefined) good.push(verdict.good);
          else {
            findings.log.add(duplicate(verdict.good, firstRow));
            failedRows.keep(figure.row, sent);
          }
        }
      }
    }
    findings.good += good.length;
    if (good.length > 0) yield good;
  }
}

function duplicate({ row, area, indicator, year, edition }: GoodRow, firstRow: number) {
  const params = { firstRow, area, indicator, year, edition: shownValue(edition) };
  return { row, code: 'duplicate_in_file', params } as const;
}
