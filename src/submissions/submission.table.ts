import { EntitySchema } from 'typeorm';
import type { Answers } from './checking/answers.js';
import type { Question } from './reading/question.js';
import type { Repair } from './reading/repair.js';
import type { Failure, ReportNote } from './submission.js';

/** As stored: `null` where nothing is there. */
export interface SubmissionRow {
  readonly id: number;
  readonly receipt: string;
  readonly communityId: number;
  readonly contributorId: number;
  readonly state: string;
  readonly channel: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly rowsTotal: number;
  readonly rowsGood: number;
  readonly rowsSkipped: number;
  readonly problemsTotal: number;
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly notes: readonly ReportNote[];
  readonly readingKey: string;
  readonly answers: Answers | Readonly<Record<string, never>>;
  readonly repairs: readonly Repair[];
  readonly warningCounts: Readonly<Record<string, number>>;
  readonly rowsUnchanged: number;
  readonly isDraft: boolean;
  readonly questions: readonly Question[];
  readonly failure: Failure | null;
  readonly receivedAt: Date;
  readonly version: number;
}

export const SubmissionTable = new EntitySchema<SubmissionRow>({
  name: 'submission',
  columns: {
    id: {
      type: 'integer',
      primary: true,
      generated: 'increment',
      comment: 'Key',
    },
    receipt: {
      type: 'text',
      comment: '128 random bits; who knows it of the own community may follow the batch',
    },
    communityId: { type: 'integer', comment: 'Sent for' },
    contributorId: { type: 'integer', comment: 'Sent by' },
    state: { type: 'text', comment: 'Where it stands; guard_submission_state knows the allowed steps' },
    channel: { type: 'text', comment: 'Way in' },
    fileName: { type: 'text', nullable: true, comment: 'Name of the file as sent' },
    mediaType: { type: 'text', comment: 'Media type of what was sent' },
    byteSize: { type: 'integer', comment: 'Size of what was sent, bytes' },
    sha256: {
      type: 'text',
      comment: 'SHA-256 of what was sent, hex: the same file again gets the same receipt',
    },
    rowsTotal: { type: 'integer', default: 0, comment: 'Data rows in it' },
    rowsGood: { type: 'integer', default: 0, comment: 'Rows without error, staged' },
    rowsSkipped: {
      type: 'integer',
      default: 0,
      comment: 'Rows passed over on purpose, e.g. aggregates of publishers; notes say which',
    },
    problemsTotal: {
      type: 'integer',
      default: 0,
      comment: 'Problems found, also those beyond the cap of kept ones',
    },
    problemCounts: {
      type: 'jsonb',
      default: {},
      comment: 'How often each problem code was found',
    },
    notes: { type: 'jsonb', default: [], comment: 'What was passed over: [{code, params}]' },
    readingKey: {
      type: 'text',
      default: '',
      comment:
        'SHA-256 of the answers and of the areas of the key, hex, empty without either: otherwise it is another reading of the file',
    },
    answers: {
      type: 'jsonb',
      default: {},
      comment: 'What the sender said about the file that it does not say itself',
    },
    repairs: {
      type: 'jsonb',
      default: [],
      comment: 'What was read otherwise than it was sent: [{code, count, params, example}]',
    },
    warningCounts: { type: 'jsonb', default: {}, comment: 'How often each warning code was found' },
    rowsUnchanged: {
      type: 'integer',
      default: 0,
      comment: "Good rows that said what this community's figures said already",
    },
    isDraft: { type: 'boolean', default: false, comment: 'Not sent yet: only who made it sees it' },
    questions: {
      type: 'jsonb',
      default: [],
      comment: 'What the file leaves open and its sender is asked: [{code, choices, column, example}]',
    },
    failure: {
      type: 'jsonb',
      nullable: true,
      comment: 'Why it could not be read or taken: {code, params}',
    },
    receivedAt: {
      type: 'timestamptz',
      default: () => 'now()',
      comment: 'When it came in, UTC',
    },
    version: {
      type: 'integer',
      default: 1,
      comment: 'Counts the steps it took: who decides says which version they saw',
    },
  },
  uniques: [{ columns: ['receipt'] }],
  indices: [
    {
      name: 'submission_same_file_idx',
      columns: ['communityId', 'sha256', 'readingKey'],
      unique: true,
      where:
        "channel <> 'installation' AND NOT is_draft AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed')",
    },
    { columns: ['contributorId', 'sha256'], where: 'is_draft' },
    { columns: ['state', 'receivedAt'] },
  ],
  foreignKeys: [
    {
      target: 'community',
      columnNames: ['communityId'],
      referencedColumnNames: ['id'],
    },
    {
      target: 'contributor',
      columnNames: ['contributorId'],
      referencedColumnNames: ['id'],
    },
  ],
  checks: [
    {
      name: 'submission_state_check',
      expression:
        "state IN ('draft', 'checking', 'received', 'failed', 'in_review', 'accepted', 'returned', 'rejected', 'withdrawn', 'reverted')",
    },
    {
      name: 'submission_draft_check',
      expression:
        "CASE WHEN is_draft THEN state IN ('draft', 'checking', 'failed') ELSE state <> 'draft' END",
    },
    {
      name: 'submission_channel_check',
      expression: "channel IN ('api', 'command', 'page', 'installation')",
    },
    {
      name: 'submission_rows_check',
      expression: 'rows_good >= 0 AND rows_skipped >= 0 AND rows_good + rows_skipped <= rows_total',
    },
  ],
});
