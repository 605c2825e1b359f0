import { EntitySchema } from 'typeorm';

export interface SubmissionProgressRow {
  readonly submissionId: number;
  readonly bytesRead: number;
  readonly rows: number;
  readonly good: number;
  readonly problems: number;
  readonly toldAt: Date;
}

export const SubmissionProgressTable = new EntitySchema<SubmissionProgressRow>({
  name: 'submission_progress',
  columns: {
    submissionId: { type: 'integer', primary: true, comment: 'Batch' },
    bytesRead: { type: 'integer', comment: 'So many of its bytes are read, over all readings' },
    rows: { type: 'integer', comment: 'Rows judged' },
    good: { type: 'integer', comment: 'Of these without error' },
    problems: { type: 'integer', comment: 'Problems found' },
    toldAt: { type: 'timestamptz', default: () => 'now()', comment: 'As of when, UTC' },
  },
});
