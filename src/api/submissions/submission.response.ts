import { ApiProperty } from '@nestjs/swagger';
import { printTookPart } from '../../catalogue/took-part.js';
import type { Language } from '../../language/language.js';
import type { Decision } from '../../submissions/reviewing/decision.js';
import type { SubmissionDetail } from '../../submissions/receipt.service.js';
import type { KeptRow } from '../../submissions/checking/staging.repository.js';
import type { Submission } from '../../submissions/submission.js';
import { FailureResponse, failureResponse } from './failure.response.js';
import { NoticeResponse, noticeResponse } from '../notices/notice.response.js';
import { ChangeResponse, changeResponse } from '../scores/change.response.js';
import { problemPart } from '../edge/problem-document.js';
import { ProblemPartResponse } from '../edge/problem.response.js';
import {
  countsResponse,
  NoteResponse,
  QuestionResponse,
  questionResponse,
  noteResponse,
  RepairResponse,
  repairResponse,
  RowCountsResponse,
} from './submission-report.response.js';
import { StandingResponse, standingResponse } from '../reports/standing.response.js';
import { WarningResponse, warningResponse } from './warning.response.js';
import { PageResponse } from '../edge/page.response.js';

export class SubmissionResponse {
  @ApiProperty({ type: String })
  readonly receipt!: string;

  @ApiProperty({ type: String, example: 'received' })
  readonly state!: string;

  @ApiProperty({ type: String })
  readonly community!: string;

  @ApiProperty({ type: String })
  readonly communityName!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly fileName!: string | null;

  @ApiProperty({ type: String })
  readonly mediaType!: string;

  @ApiProperty({ type: Number, description: 'Bytes' })
  readonly byteSize!: number;

  @ApiProperty({ type: String })
  readonly sha256!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly receivedAt!: string;

  @ApiProperty({ type: RowCountsResponse })
  readonly counts!: RowCountsResponse;
}

export function submissionResponse(submission: Submission): SubmissionResponse {
  return {
    receipt: submission.receipt,
    state: submission.state,
    community: submission.communityCode,
    communityName: submission.communityName,
    fileName: submission.fileName ?? null,
    mediaType: submission.mediaType,
    byteSize: submission.byteSize,
    sha256: submission.sha256,
    receivedAt: submission.receivedAt.toISOString(),
    counts: countsResponse(submission.counts),
  };
}

export class SubmissionListResponse extends PageResponse {
  @ApiProperty({ type: [SubmissionResponse] })
  readonly items!: readonly SubmissionResponse[];
}

export class CellResponse {
  @ApiProperty({ type: Number })
  readonly row!: number;

  @ApiProperty({ type: String })
  readonly column!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Place among the good rows' })
  readonly ordinal!: number | null;
}

/** What a reviewer decided. Who it was is told by community, never by person. */
export class DecisionResponse {
  @ApiProperty({ enum: ['accept', 'return', 'reject', 'revert'] })
  readonly decision!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly reasonCode!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly text!: string | null;

  @ApiProperty({
    type: StandingResponse,
    nullable: true,
    description: 'Why not everybody reads the text now; null: everybody may',
  })
  readonly moderated!: StandingResponse | null;

  @ApiProperty({ type: [CellResponse] })
  readonly cells!: readonly CellResponse[];

  @ApiProperty({ type: String, format: 'date-time' })
  readonly decidedAt!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the community its reviewer decided for; none: an administrator, or it is not known',
    example: 'arab-igf',
  })
  readonly community!: string | null;
}

function decisionResponse(decision: Decision): DecisionResponse {
  return {
    decision: decision.verdict,
    reasonCode: decision.reasonCode ?? null,
    text: decision.reason ?? null,
    moderated: decision.standing === undefined ? null : standingResponse(decision.standing),
    cells: decision.cells.map(({ row, column, ordinal }) => ({ row, column, ordinal: ordinal ?? null })),
    decidedAt: decision.decidedAt.toISOString(),
    community: decision.community ?? null,
  };
}

export class SubmissionDetailResponse extends SubmissionResponse {
  @ApiProperty({ type: FailureResponse, nullable: true, description: 'Why it failed' })
  readonly failure!: FailureResponse | null;

  @ApiProperty({ type: [QuestionResponse], description: 'What the file leaves open' })
  readonly questions!: readonly QuestionResponse[];

  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } })
  readonly problemsByCode!: Readonly<Record<string, number>>;

  @ApiProperty({ type: [ProblemPartResponse], description: 'The first thousand' })
  readonly problems!: readonly ProblemPartResponse[];

  @ApiProperty({ type: [WarningResponse], description: 'Of good rows: the first two hundred of each code' })
  readonly warnings!: readonly WarningResponse[];

  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } })
  readonly warningsByCode!: Readonly<Record<string, number>>;

  @ApiProperty({
    type: Number,
    description: 'Good rows whose value the figures of its community had already',
  })
  readonly unchanged!: number;

  @ApiProperty({ type: [NoteResponse] })
  readonly notes!: readonly NoteResponse[];

  @ApiProperty({ type: [RepairResponse], description: 'What was read otherwise than it was sent' })
  readonly repairs!: readonly RepairResponse[];

  @ApiProperty({ type: [DecisionResponse], description: 'Oldest first' })
  readonly decisions!: readonly DecisionResponse[];

  @ApiProperty({
    type: [ChangeResponse],
    description: 'What was corrected when it was returned, oldest first',
  })
  readonly changes!: readonly ChangeResponse[];

  @ApiProperty({ type: [NoticeResponse], description: 'What its people were told, oldest first' })
  readonly notices!: readonly NoticeResponse[];
}

export function submissionDetailResponse(
  detail: SubmissionDetail,
  language: Language,
): SubmissionDetailResponse {
  const { submission, problems, warnings, decisions, changes, notices } = detail;
  return {
    ...submissionResponse(submission),
    failure: submission.failure === undefined ? null : failureResponse(submission.failure, language),
    questions: submission.questions.map((question) => questionResponse(question, language)),
    problemsByCode: submission.problemsByCode,
    problems: problems.map((problem) => problemPart(problem, language)),
    warnings: warnings.map((warning) => warningResponse(warning, language)),
    warningsByCode: submission.warningsByCode,
    unchanged: submission.unchanged,
    notes: submission.notes.map((note) => noteResponse(note, language)),
    repairs: submission.repairs.map((repair) => repairResponse(repair, language)),
    decisions: decisions.map(decisionResponse),
    changes: changes.map(changeResponse),
    notices: notices.map((notice) => noticeResponse(notice, language)),
  };
}

/** A good row as read, waiting for a decision or kept as what was accepted. */
export class GoodRowResponse {
  @ApiProperty({ type: Number, description: 'Row of the spreadsheet, 1 = header' })
  readonly row!: number;

  @ApiProperty({ type: Number, description: 'Place among the good rows, in the order of the file' })
  readonly ordinal!: number;

  @ApiProperty({ type: String })
  readonly country!: string;

  @ApiProperty({ type: String })
  readonly indicator!: string;

  @ApiProperty({ type: Number })
  readonly year!: number;

  @ApiProperty({ type: Number })
  readonly value!: number;

  @ApiProperty({ type: String })
  readonly status!: string;

  @ApiProperty({ type: String })
  readonly source!: string;

  @ApiProperty({ type: String })
  readonly edition!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly note!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly evidence!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'government (<5); civil_society (15)' })
  readonly groups!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'high' })
  readonly confidence!: string | null;
}

export function goodRowResponse(row: KeptRow): GoodRowResponse {
  return {
    row: row.row,
    ordinal: row.ordinal,
    country: row.area,
    indicator: row.indicator,
    year: row.year,
    value: row.value,
    status: row.status,
    source: row.source,
    edition: row.edition,
    note: row.note ?? null,
    evidence: row.evidence ?? null,
    groups: row.tookPart === undefined ? null : printTookPart(row.tookPart),
    confidence: row.confidence ?? null,
  };
}

export class SubmissionRowsResponse extends PageResponse {
  @ApiProperty({ type: [GoodRowResponse] })
  readonly items!: readonly GoodRowResponse[];
}
