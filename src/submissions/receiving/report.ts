import type { CheckFindings } from '../checking/check-rows.js';
import type { FailedRow } from '../checking/failed-rows.js';
import type { Repair } from '../reading/repair.js';
import type { RowProblem } from '../checking/row-problem.js';
import type { SubmissionState } from '../reviewing/review.js';
import type { ReportNote, RowCounts, Submission } from '../submission.js';
import { NOTHING_SEEN, type Inspection, type RowWarning } from '../checking/warning.js';

/** What came of sending, or of checking before sending. */
export interface SubmissionReport {
  /** Absent when nothing was kept. */
  readonly receipt?: string;
  /** `checked`: looked at and not kept; `refused`: not taken, for the problems told. */
  readonly state: SubmissionState | 'checked' | 'refused';
  /** The same file was sent before, and this is what became of it. */
  readonly repeated: boolean;
  readonly counts: RowCounts;
  /** The first thousand, in the order of the file. */
  readonly problems: readonly RowProblem[];
  /** All of them, by code. */
  readonly problemsByCode: Readonly<Record<string, number>>;
  /** What is worth a second look in good rows: the first two hundred of each code. */
  readonly warnings: readonly RowWarning[];
  readonly warningsByCode: Readonly<Record<string, number>>;
  /** Good rows that say what the community's own figures say already. */
  readonly unchanged: number;
  readonly notes: readonly ReportNote[];
  /** What was read otherwise than it was sent. */
  readonly repairs: readonly Repair[];
  /** Rows that were not taken, as they were sent, the header first. */
  readonly failedRows: readonly FailedRow[];
}

export function reportOf(
  findings: CheckFindings,
  standing: Pick<SubmissionReport, 'receipt' | 'state'>,
  inspection: Inspection = NOTHING_SEEN,
): SubmissionReport {
  const { counts, log, notes, repairs } = findings;
  return {
    ...standing,
    repeated: false,
    counts,
    problems: log.kept,
    problemsByCode: log.byCode,
    ...inspection,
    notes,
    repairs: repairs.repairs,
    failedRows: findings.failedRows.all,
  };
}

export function repeatedReport(
  submission: Submission,
  problems: readonly RowProblem[],
  warnings: readonly RowWarning[],
  failedRows: readonly FailedRow[],
): SubmissionReport {
  const { receipt, state, counts, problemsByCode, warningsByCode, unchanged, notes, repairs } = submission;
  const findings = { counts, problems, problemsByCode, warnings, warningsByCode, unchanged, notes, repairs };
  return { receipt, state, repeated: true, ...findings, failedRows };
}
