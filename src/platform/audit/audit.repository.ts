import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditEntry, NewAuditEntry } from './audit-entry.js';
import { AuditEntryTable, type AuditEntryRow } from './audit-entry.table.js';

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes an entry in the transaction of what it is about: both stand or neither does. */
  async append(manager: EntityManager, entry: NewAuditEntry): Promise<void> {
    await this.appendAll(manager, [entry]);
  }

  /** As `append`, several at once, in their order. */
  async appendAll(manager: EntityManager, entries: readonly NewAuditEntry[]): Promise<void> {
    if (entries.length > 0) await manager.query(APPEND, [JSON.stringify(entries)]);
  }

  /** All that happened to one subject, e.g. `submission:12`, oldest first. */
  async ofSubject(subject: string): Promise<readonly AuditEntry[]> {
    const rows = await this.dataSource.manager.find(AuditEntryTable, {
      where: { subject },
      order: { id: 'ASC' },
    });
    return rows.map(toAuditEntry);
  }
}

const APPEND = `
  INSERT INTO audit_entry (contributor_id, role, action, subject, detail, request_id)
  SELECT "contributorId", role, action, subject, detail, "requestId"
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("contributorId" integer, role text, action text, subject text,
    detail jsonb, "requestId" text)) WITH ORDINALITY
  ORDER BY ordinality`;

function toAuditEntry({
  contributorId,
  role,
  requestId,
  transaction: _,
  ...entry
}: AuditEntryRow): AuditEntry {
  return {
    ...entry,
    ...(contributorId === null ? {} : { contributorId }),
    ...(role === null ? {} : { role }),
    ...(requestId === null ? {} : { requestId }),
  };
}
