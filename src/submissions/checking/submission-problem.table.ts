import { EntitySchema } from 'typeorm';

/** A problem of one row (`RowProblem`) as stored: `null` where nothing is there. */
export interface SubmissionProblemRow {
  readonly submissionId: number;
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly columnLetter: string | null;
  readonly columnName: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const SubmissionProblemTable = new EntitySchema<SubmissionProblemRow>({
  name: 'submission_problem',
  columns: {
    submissionId: {
      type: 'integer',
      primary: true,
      comment: 'Batch',
    },
    ordinal: {
      type: 'integer',
      primary: true,
      comment: 'Counts up within the batch, from 1',
    },
    rowNumber: { type: 'integer', comment: 'Row of the spreadsheet, 1 = header' },
    columnLetter: {
      type: 'text',
      nullable: true,
      comment: 'Column as spreadsheets name it',
    },
    columnName: { type: 'text', nullable: true, comment: 'Header as sent' },
    value: { type: 'text', nullable: true, comment: 'The value as sent' },
    code: { type: 'text', comment: 'Stable code; its words are in the message files' },
    params: { type: 'jsonb', default: {}, comment: 'What fills those words' },
  },
  foreignKeys: [
    {
      target: 'submission',
      columnNames: ['submissionId'],
      referencedColumnNames: ['id'],
    },
  ],
});
