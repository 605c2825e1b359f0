import { EntitySchema } from 'typeorm';

export interface CorrectionRow {
  readonly id: number;
  readonly submissionId: number;
  readonly decisionId: number;
  readonly contributorId: number;
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly columnName: string;
  readonly before: string;
  readonly after: string;
  readonly correctedAt: Date;
}

export const CorrectionTable = new EntitySchema<CorrectionRow>({
  name: 'correction',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    submissionId: { type: 'integer', comment: 'Batch' },
    decisionId: { type: 'integer', comment: 'The return that asked for it' },
    contributorId: { type: 'integer', comment: 'By whom' },
    ordinal: { type: 'integer', comment: 'Which of the staged rows' },
    rowNumber: { type: 'integer', comment: 'Row of the spreadsheet, 1 = header' },
    columnName: { type: 'text', comment: 'Which column of ours' },
    before: { type: 'text', comment: 'What was read there; empty: nothing' },
    after: { type: 'text', comment: 'What is read there now; empty: nothing; the same: confirmed' },
    correctedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  indices: [
    {
      name: 'correction_submission_id_decision_id_ordinal_column_name_idx',
      columns: ['submissionId', 'decisionId', 'ordinal', 'columnName'],
      unique: true,
    },
  ],
  foreignKeys: [
    { target: 'submission', columnNames: ['submissionId'], referencedColumnNames: ['id'] },
    { target: 'decision', columnNames: ['decisionId'], referencedColumnNames: ['id'] },
    { target: 'contributor', columnNames: ['contributorId'], referencedColumnNames: ['id'] },
  ],
});
