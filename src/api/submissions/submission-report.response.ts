import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import { Problem } from '../../platform/problem.js';
import { noteWords, questionWords, repairWords } from '../../submissions/checking/problem-words.js';
import type { Question } from '../../submissions/reading/question.js';
import type { Repair } from '../../submissions/reading/repair.js';
import type { SubmissionReport } from '../../submissions/receiving/report.js';
import type { ReportNote, RowCounts } from '../../submissions/submission.js';
import { problemPart } from '../edge/problem-document.js';
import { ColumnResponse, ProblemPartResponse, ProblemResponse } from '../edge/problem.response.js';
import { WarningResponse, warningResponse } from './warning.response.js';

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

/** One cell, or the whole file where no column is named. */
export class RepairExampleResponse {
  @ApiProperty({ type: Number, description: 'Row of the spreadsheet, 1 = header', example: 8 })
  readonly row!: number;

  @ApiProperty({ type: ColumnResponse, nullable: true, description: 'Column of the spreadsheet' })
  readonly column!: ColumnResponse | null;

  @ApiProperty({ type: String, description: 'As it was sent', example: '36,289' })
  readonly before!: string;

  @ApiProperty({ type: String, description: 'As it was read', example: '36.289' })
  readonly after!: string;
}

/** Something read otherwise than it was sent. */
export class RepairResponse {
  @ApiProperty({ type: String, description: 'Stable code', example: 'decimal_comma' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'What was done, a whole sentence' })
  readonly sentence!: string;

  @ApiProperty({ type: Number, description: 'How many cells, rows or columns' })
  readonly count!: number;

  @ApiProperty({ type: ColumnResponse, nullable: true, description: 'null: the whole file' })
  readonly column!: ColumnResponse | null;

  @ApiProperty({ type: RepairExampleResponse, nullable: true, description: 'The first of them' })
  readonly example!: RepairExampleResponse | null;
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

  @ApiProperty({ type: [WarningResponse], description: 'Of good rows: the first two hundred of each code' })
  readonly warnings!: readonly WarningResponse[];

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'How often each warning was given',
    example: { sudden_change: 1 },
  })
  readonly warningsByCode!: Readonly<Record<string, number>>;

  @ApiProperty({ type: Number, description: 'Good rows whose value your own figures have already' })
  readonly unchanged!: number;

  @ApiProperty({ type: [NoteResponse] })
  readonly notes!: readonly NoteResponse[];

  @ApiProperty({ type: [RepairResponse], description: 'What was read otherwise than it was sent' })
  readonly repairs!: readonly RepairResponse[];
}

export function submissionReportResponse(
  report: SubmissionReport,
  language: Language,
): SubmissionReportResponse {
  const { receipt, state, repeated, counts } = report;
  const outcome = outcomeOf(report);
  return {
    receipt: receipt ?? null,
    state,
    repeated,
    summary: translate(language, `submission.outcome.${outcome}`, {
      good: counts.good,
      rows: outcome === 'whole' ? counts.good : counts.rows,
    }),
    counts: countsResponse(counts),
    problemsByCode: report.problemsByCode,
    problems: report.problems.map((problem) => problemPart(problem, language)),
    warnings: report.warnings.map((warning) => warningResponse(warning, language)),
    warningsByCode: report.warningsByCode,
    unchanged: report.unchanged,
    notes: report.notes.map((note) => noteResponse(note, language)),
    repairs: report.repairs.map((repair) => repairResponse(repair, language)),
  };
}

/** What is told of it in a sentence. Whole is what has no bad rows; those passed over on purpose are told in the notes. */
function outcomeOf({ repeated, state, counts }: SubmissionReport): string {
  if (repeated) return 'repeated';
  if (state === 'checked' || state === 'checking') return state;
  return counts.bad > 0 ? 'partly' : 'whole';
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

  @ApiProperty({ type: [RepairResponse], description: 'What was read otherwise than it was sent' })
  readonly repairs!: readonly RepairResponse[];
}

/** What a file cannot tell itself. */
export class QuestionResponse {
  @ApiProperty({ type: String, description: 'Stable code', example: 'decimal_or_thousands' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'The question, a whole sentence' })
  readonly question!: string;

  @ApiProperty({ type: String, description: 'Query parameter that answers it', example: 'decimal' })
  readonly parameter!: string;

  @ApiProperty({ type: [String], description: 'Values it may have', example: ['.', ','] })
  readonly choices!: readonly string[];

  @ApiProperty({ type: ColumnResponse, nullable: true, description: 'null: the whole file' })
  readonly column!: ColumnResponse | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Row of a cell that shows it' })
  readonly row!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'That cell', example: '1,234' })
  readonly value!: string | null;

  @ApiProperty({ type: [String], description: 'How it reads by each choice', example: ['1234', '1.234'] })
  readonly readings!: readonly string[];
}

export class RefusedSubmissionResponse extends ProblemResponse {
  @ApiPropertyOptional({ type: RefusedReportResponse })
  readonly report?: RefusedReportResponse;

  @ApiPropertyOptional({
    type: [QuestionResponse],
    description: 'Of `needs_answer`: what to answer when sending it again',
  })
  readonly questions?: readonly QuestionResponse[];
}

/** A refusal with its report or questions in the words and fields of this interface; any other error as it is. */
export function refusalOf(error: unknown, language: Language): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, status, params, parts, extensions } = error;
  const questions = extensions['questions'] as readonly Question[] | undefined;
  if (questions !== undefined) {
    const asked = questions.map((question) => questionResponse(question, language));
    return new Problem(code, status, params, parts, { questions: asked });
  }
  if (extensions['report'] === undefined) return error;
  const { counts, problemsByCode, notes, repairs } = extensions['report'] as SubmissionReport;
  const report: RefusedReportResponse = {
    counts: countsResponse(counts),
    problemsByCode,
    notes: notes.map((note) => noteResponse(note, language)),
    repairs: repairs.map((repair) => repairResponse(repair, language)),
  };
  return new Problem(code, status, params, parts, { report });
}

export function questionResponse(question: Question, language: Language): QuestionResponse {
  const { code, choices, column, example } = question;
  const { text, option } = questionWords(language, question);
  return {
    code,
    question: text,
    parameter: option,
    choices,
    column: column ?? null,
    row: example?.row ?? null,
    value: example?.value ?? null,
    readings: example?.readings ?? [],
  };
}

export function repairResponse(repair: Repair, language: Language): RepairResponse {
  const { code, count, example } = repair;
  const column = example?.column ?? null;
  return {
    code,
    sentence: repairWords(language, repair),
    count,
    column,
    example:
      example === undefined
        ? null
        : { row: example.row, column, before: example.before, after: example.after },
  };
}

export function countsResponse({ rows, good, bad, skipped, problems }: RowCounts): RowCountsResponse {
  return { rows, good, bad, skipped, problems };
}

export function noteResponse(note: ReportNote, language: Language): NoteResponse {
  return { code: note.code, text: noteWords(language, note) };
}
