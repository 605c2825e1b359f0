import type { ChainedEntry } from '../platform/audit/audit-trail.js';
import type { CsvTable } from './csv-table.js';

const COLUMNS = [
  'number',
  'at',
  'contributor',
  'role',
  'action',
  'subject',
  'detail',
  'request_id',
  'hash',
] as const;

/** Entries of the audit trail, a row each: what the chain holds, detail as JSON. */
export function auditTable(entries: readonly ChainedEntry[]): CsvTable {
  return {
    columns: COLUMNS,
    rows: entries.map(({ number, at, contributorId, role, action, subject, detail, requestId, hash }) => ({
      number,
      at: at.toISOString(),
      contributor: contributorId,
      role,
      action,
      subject,
      detail: JSON.stringify(detail),
      request_id: requestId,
      hash,
    })),
  };
}
