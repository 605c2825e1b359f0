import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../language/language.js';
import { translate } from '../language/translate.js';
import { Problem } from '../platform/problem.js';
import { noteWords } from '../submissions/problem-words.js';
import type { SubmissionReport } from '../submissions/report.js';
import type { ReportNote, RowCounts } from '../submissions/submission.js';
import { problemPart } from './problem-document.js';
import { ProblemPartResponse, ProblemResponse } from './problem.response.js';

export class RowCountsResponse {
  @ApiProperty({ type: Number, description: 'Data rows: good + bad + skipped' })
  readonly rows!: number;

  @ApiProperty({ type: Number })
  readonly good!: number;

  @ApiProperty({ type: Number })
  readonly bad!: number;

  @ApiProperty({ type: Number, description: 'Passed over on purpose, e.g. aggregates of publishers' })
  readonly skipped!: number;

  @ApiProperty({ type: Number, description: 'One bad row may have several' })
  readonly problems!: number;
}

export class NoteResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly text!: string;
}

/** What came of sending or checking. */
export class SubmissionReportResponse {
  @ApiProperty({ type: String, nullable: true, description: 'null when nothing was kept' })
  readonly receipt!: string | null;

  @ApiProperty({ type: String, example: 'received' })
  readonly state!: string;

  @ApiProperty({ type: Boolean, description: 'The same file was sent before; this is what became of it' })
  readonly repeated!: boolean;

  @ApiProperty({ type: String, description: 'What happened, in a sentence' })
  readonly summary!: string;

  @ApiProperty({ type: RowCountsResponse })
  readonly counts!: RowCountsResponse;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'How often each problem was found',
    example: { not_a_number: 2 },
  })
  readonly problemsByCode!: Readonly<Record<string, number>>;

  @ApiProperty({ type: [ProblemPartResponse], description: 'The first thousand' })
  readonly problems!: readonly ProblemPartResponse[];

  @ApiProperty({ type: [NoteResponse] })
  readonly notes!: readonly NoteResponse[];
}

export function submissionReportResponse(
  report: SubmissionReport,
  language: Language,
): SubmissionReportResponse {
  const { receipt, state, repeated, counts } = report;
  const outcome = repeated
    ? 'repeated'
    : state === 'checked'
      ? 'checked'
      : counts.bad > 0
        ? 'partly'
        : 'whole';
  return {
    receipt: receipt ?? null,
    state,
    repeated,
    summary: translate(language, `submission.outcome.${outcome}`, { good: counts.good, rows: counts.rows }),
    counts: countsResponse(counts),
    problemsByCode: report.problemsByCode,
    problems: report.problems.map((problem) => problemPart(problem, language)),
    notes: report.notes.map((note) => noteResponse(note, language)),
  };
}

/** What was found in something that was refused as a whole. */
export class RefusedReportResponse {
  @ApiProperty({ type: RowCountsResponse })
  readonly counts!: RowCountsResponse;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'How often each problem was found',
  })
  readonly problemsByCode!: Readonly<Record<string, number>>;

  @ApiProperty({ type: [NoteResponse] })
  readonly notes!: readonly NoteResponse[];
}

export class RefusedSubmissionResponse extends ProblemResponse {
  @ApiProperty({ type: RefusedReportResponse })
  readonly report!: RefusedReportResponse;
}

/** A refusal with its report in the words and fields of this interface; any other error as it is. */
export function refusalOf(error: unknown, language: Language): unknown {
  if (!(error instanceof Problem) || error.extensions['report'] === undefined) return error;
  const { counts, problemsByCode, notes } = error.extensions['report'] as SubmissionReport;
  const report: RefusedReportResponse = {
    counts: countsResponse(counts),
    problemsByCode,
    notes: notes.map((note) => noteResponse(note, language)),
  };
  return new Problem(error.code, error.status, error.params, error.parts, { report });
}

export function countsResponse({ rows, good, bad, skipped, problems }: RowCounts): RowCountsResponse {
  return { rows, good, bad, skipped, problems };
}

export function noteResponse(note: ReportNote, language: Language): NoteResponse {
  return { code: note.code, text: noteWords(language, note) };
}
