import type { CheckFindings } from './check-rows.js';
import type { Repair } from './reading/repair.js';
import type { RowProblem } from './row-problem.js';
import type { SubmissionState } from './review.js';
import type { ReportNote, RowCounts, Submission } from './submission.js';

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
  readonly notes: readonly ReportNote[];
  /** What was read otherwise than it was sent. */
  readonly repairs: readonly Repair[];
}

export function reportOf(
  findings: CheckFindings,
  standing: Pick<SubmissionReport, 'receipt' | 'state'>,
): SubmissionReport {
  const { counts, log, notes, repairs } = findings;
  return {
    ...standing,
    repeated: false,
    counts,
    problems: log.kept,
    problemsByCode: log.byCode,
    notes,
    repairs: repairs.repairs,
  };
}

export function repeatedReport(submission: Submission, problems: readonly RowProblem[]): SubmissionReport {
  const { receipt, state, counts, problemsByCode, notes, repairs } = submission;
  return { receipt, state, repeated: true, counts, problems, problemsByCode, notes, repairs };
}
