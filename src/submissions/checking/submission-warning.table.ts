import { EntitySchema } from 'typeorm';

/** A warning about one row (`RowWarning`) as stored. */
export interface SubmissionWarningRow {
  readonly submissionId: number;
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const SubmissionWarningTable = new EntitySchema<SubmissionWarningRow>({
  name: 'submission_warning',
  columns: {
    submissionId: { type: 'integer', primary: true, comment: 'Batch' },
    ordinal: { type: 'integer', primary: true, comment: 'Counts up within the batch, from 1' },
    rowNumber: { type: 'integer', comment: 'Row of the spreadsheet, 1 = header' },
    code: { type: 'text', comment: 'Stable code; its words are in the message files' },
    params: { type: 'jsonb', default: {}, comment: 'What fills those words' },
  },
  foreignKeys: [{ target: 'submission', columnNames: ['submissionId'], referencedColumnNames: ['id'] }],
});
