import type { AreaAlias } from '../catalogue/catalogue.js';
import { Problem } from '../platform/problem.js';
import { checkRow } from './check-row.js';
import { FirstRows } from './first-rows.js';
import { ProblemLog } from './problem-log.js';
import { brokenQuotes, shownValue } from './row-problem.js';
import type { RowSource } from './row-source.js';
import type { RowVocabulary } from './row-vocabulary.js';
import type { GoodRow } from './staged-row.js';
import type { ReportNote, RowCounts } from './submission.js';

/** What a check found so far; whole once the rows are read to their end. */
export class CheckFindings {
  readonly log = new ProblemLog();
  rows = 0;
  good = 0;
  skipped = 0;
  readonly skippedAreas = new Map<AreaAlias, number>();
  headerNotes: readonly ReportNote[] = [];

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
    const skipped = [...this.skippedAreas].map(([{ alias, reason }, rows]) => ({
      code: 'area_skipped',
      params: { area: alias, rows, reason },
    }));
    return [...this.headerNotes, ...skipped];
  }
}

export interface RowLimits {
  readonly rows: number;
}

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
  const { layout, problems, notes = [] } = source.header;
  for (const problem of problems) findings.log.add(problem);
  findings.headerNotes = notes;
  if (layout === undefined) return;
  const firstRows = new FirstRows();
  for await (const batch of source.batches) {
    const good: GoodRow[] = [];
    for (const { row, cells, brokenCell } of batch) {
      if (++findings.rows > limits.rows) throw new Problem('too_many_rows', 413, { most: limits.rows });
      if (brokenCell !== undefined) {
        findings.log.add({ ...brokenQuotes(row, cells, brokenCell), ...layout.locate(row, brokenCell) });
        continue;
      }
      const verdict = checkRow(cells, row, layout, vocabulary);
      if ('problems' in verdict) {
        for (const problem of verdict.problems) findings.log.add(problem);
      } else if ('skipped' in verdict) {
        findings.skipped++;
        const before = findings.skippedAreas.get(verdict.skipped) ?? 0;
        findings.skippedAreas.set(verdict.skipped, before + 1);
      } else {
        const firstRow = firstRows.take(verdict.good);
        if (firstRow === undefined) good.push(verdict.good);
        else findings.log.add(duplicate(verdict.good, firstRow));
      }
    }
    findings.good += good.length;
    if (good.length > 0) yield good;
  }
  if (findings.rows === 0) findings.log.add({ row: 1, code: 'no_rows' });
}

function duplicate({ row, area, indicator, year, edition }: GoodRow, firstRow: number) {
  const params = { firstRow, area, indicator, year, edition: shownValue(edition) };
  return { row, code: 'duplicate_in_file', params } as const;
}
