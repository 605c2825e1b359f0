import { EntitySchema } from 'typeorm';

/** A row as TypeORM reads it: what is not there is `null`. */
export interface AuditEntryRow {
  readonly id: number;
  readonly at: Date;
  readonly contributorId: number | null;
  readonly role: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
  readonly requestId: string | null;
  /** As text: it outgrows what a number holds. */
  readonly transaction: string;
}

export const AuditEntryTable = new EntitySchema<AuditEntryRow>({
  name: 'audit_entry',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', comment: 'Counts up' },
    at: { type: 'timestamptz', default: () => 'now()', comment: 'When, UTC' },
    contributorId: { type: 'integer', nullable: true, comment: 'By whom; empty: the operator on the host' },
    role: {
      type: 'text',
      nullable: true,
      comment: 'In which role; empty: the operator on the host, or somebody about themselves',
    },
    action: { type: 'text', comment: 'What, e.g. submission.received' },
    subject: { type: 'text', comment: 'On what, e.g. submission:12' },
    detail: { type: 'jsonb', default: {}, comment: 'Before, after, reason' },
    requestId: { type: 'text', nullable: true, comment: 'Links to the log' },
    transaction: {
      type: 'bigint',
      default: () => 'present_transaction()',
      comment:
        'In which transaction of this server: other writes of the same one need it; not part of the chain',
    },
  },
  indices: [{ columns: ['subject'] }, { columns: ['transaction'] }],
});
