import { EntitySchema } from 'typeorm';

export interface RevisionLogRow {
  readonly revision: number;
  readonly submissionId: number;
  readonly movedAt: Date;
}

export const RevisionLogTable = new EntitySchema<RevisionLogRow>({
  name: 'revision_log',
  columns: {
    revision: {
      type: 'integer',
      primary: true,
      comment: 'The revision reached',
    },
    submissionId: { type: 'integer', comment: 'The batch that moved it' },
    movedAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  foreignKeys: [
    {
      target: 'submission',
      columnNames: ['submissionId'],
      referencedColumnNames: ['id'],
    },
  ],
});
