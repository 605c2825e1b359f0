import { EntitySchema } from 'typeorm';
import type { NoticeParams } from './notice.js';

export interface NoticeRow {
  readonly id: number;
  readonly submissionId: number;
  readonly code: string;
  readonly params: NoticeParams;
  readonly createdAt: Date;
}

export const NoticeTable = new EntitySchema<NoticeRow>({
  name: 'notice',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    submissionId: { type: 'integer', comment: 'To which batch' },
    code: { type: 'text', comment: 'What happened; its words are in the message files' },
    params: { type: 'jsonb', default: {}, comment: 'What fills those words; nothing about persons' },
    createdAt: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
  },
  indices: [{ columns: ['submissionId'] }],
  foreignKeys: [{ target: 'submission', columnNames: ['submissionId'], referencedColumnNames: ['id'] }],
});
