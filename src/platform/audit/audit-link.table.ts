import { EntitySchema } from 'typeorm';

export interface AuditLinkRow {
  readonly number: number;
  readonly auditEntryId: number;
  readonly hash: string;
}

/** The database alone writes it, at the end of a transaction that wrote an entry. */
export const AuditLinkTable = new EntitySchema<AuditLinkRow>({
  name: 'audit_link',
  columns: {
    number: { type: 'integer', primary: true, comment: 'Place in the chain, from 1, without gaps' },
    auditEntryId: { type: 'integer', comment: 'The entry in this place' },
    hash: {
      type: 'text',
      comment:
        'SHA-256, hex, over the hash before (64 zeros before the first), a line feed and the entry; docs/audit.md says how it is written',
    },
  },
  uniques: [{ columns: ['auditEntryId'] }],
  foreignKeys: [{ target: 'audit_entry', columnNames: ['auditEntryId'], referencedColumnNames: ['id'] }],
});
