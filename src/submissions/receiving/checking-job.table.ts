import { EntitySchema } from 'typeorm';

export interface CheckingJobRow {
  readonly submissionId: number;
  readonly takesPart: boolean;
  readonly mostRows: number;
  readonly requestId: string | null;
  readonly tries: number;
  readonly begunAt: Date;
  readonly areas: readonly string[];
}

export const CheckingJobTable = new EntitySchema<CheckingJobRow>({
  name: 'checking_job',
  columns: {
    submissionId: { type: 'integer', primary: true, comment: 'Batch' },
    takesPart: {
      type: 'boolean',
      comment: 'Whether the good rows are taken when others have problems',
    },
    mostRows: { type: 'integer', comment: 'Most rows it may have' },
    requestId: { type: 'text', nullable: true, comment: 'Request that brought it, for the trace' },
    tries: { type: 'integer', default: 0, comment: 'How often it was begun' },
    begunAt: { type: 'timestamptz', default: () => 'now()', comment: 'When it was asked for, UTC' },
    areas: {
      type: 'text',
      array: true,
      default: '{}',
      comment: 'Areas of the key that asked for it, as in api_key.areas',
    },
  },
  foreignKeys: [
    {
      target: 'submission',
      columnNames: ['submissionId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
