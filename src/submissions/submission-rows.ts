import { standingIn, type StandingColumns } from '../communities/moderation/standing.js';
import type { DecidedCell, Decision } from './reviewing/decision.js';
import type { Question } from './reading/question.js';
import type { Repair } from './reading/repair.js';
import type { RecordedVerdict, SubmissionState } from './reviewing/review.js';
import type { Channel, Failure, ReportNote, Submission } from './submission.js';

/** Of `submission s JOIN community c`. */
export const SUBMISSION_COLUMNS = `
  s.id, s.receipt, s.community_id, c.code AS community_code, c.name AS community_name, s.contributor_id, s.state, s.version,
  s.channel, s.file_name, s.media_type, s.byte_size, s.sha256, s.rows_total, s.rows_good, s.rows_skipped,
  s.problems_total, s.problem_counts, s.warning_counts, s.rows_unchanged, s.notes, s.repairs, s.is_draft, s.questions, s.failure, s.received_at`;

/** As a query gives it. */
export interface ReadSubmission {
  readonly id: number;
  readonly receipt: string;
  readonly community_id: number;
  readonly community_code: string;
  readonly community_name: string;
  readonly contributor_id: number;
  readonly state: SubmissionState;
  readonly version: number;
  readonly channel: Channel;
  readonly file_name: string | null;
  readonly media_type: string;
  readonly byte_size: number;
  readonly sha256: string;
  readonly rows_total: number;
  readonly rows_good: number;
  readonly rows_skipped: number;
  readonly problems_total: number;
  readonly problem_counts: Readonly<Record<string, number>>;
  readonly warning_counts: Readonly<Record<string, number>>;
  readonly rows_unchanged: number;
  readonly notes: readonly ReportNote[];
  readonly repairs: readonly Repair[];
  readonly is_draft: boolean;
  readonly questions: readonly Question[];
  readonly failure: Failure | null;
  readonly received_at: Date;
}

export interface DecidedRow extends StandingColumns {
  readonly verdict: RecordedVerdict;
  readonly reason_code: string | null;
  readonly reason: string | null;
  readonly cells: readonly DecidedCell[];
  readonly decided_at: Date;
  readonly community_code: string | null;
}

export function submissionOf(row: ReadSubmission): Submission {
  return {
    id: row.id,
    receipt: row.receipt,
    communityId: row.community_id,
    communityCode: row.community_code,
    communityName: row.community_name,
    contributorId: row.contributor_id,
    state: row.state,
    version: row.version,
    channel: row.channel,
    ...(row.file_name === null ? {} : { fileName: row.file_name }),
    mediaType: row.media_type,
    byteSize: row.byte_size,
    sha256: row.sha256,
    counts: {
      rows: row.rows_total,
      good: row.rows_good,
      skipped: row.rows_skipped,
      bad: row.rows_total - row.rows_good - row.rows_skipped,
      problems: row.problems_total,
    },
    problemsByCode: row.problem_counts,
    warningsByCode: row.warning_counts,
    unchanged: row.rows_unchanged,
    notes: row.notes,
    repairs: row.repairs,
    isDraft: row.is_draft,
    questions: row.questions,
    ...(row.failure === null ? {} : { failure: row.failure }),
    receivedAt: row.received_at,
  };
}

export function decisionOf(row: DecidedRow): Decision {
  const standing = standingIn(row);
  return {
    verdict: row.verdict,
    ...(row.reason_code === null ? {} : { reasonCode: row.reason_code }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(standing && { standing }),
    cells: row.cells,
    decidedAt: row.decided_at,
    ...(row.community_code === null ? {} : { community: row.community_code }),
  };
}
