import { EntitySchema } from 'typeorm';

/** A row that was not taken (`FailedRow`) as stored. */
export interface FailedRowRow {
  readonly submissionId: number;
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export const FailedRowTable = new EntitySchema<FailedRowRow>({
  name: 'failed_row',
  columns: {
    submissionId: { type: 'integer', primary: true, comment: 'Batch' },
    rowNumber: {
      type: 'integer',
      primary: true,
      comment: 'Row of the spreadsheet; 0 holds how the table was read, then its header',
    },
    cells: { type: 'jsonb', comment: 'Its cells as sent' },
  },
  foreignKeys: [{ target: 'submission', columnNames: ['submissionId'], referencedColumnNames: ['id'] }],
});
