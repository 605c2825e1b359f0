import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditEntry, NewAuditEntry } from './audit-entry.js';
import { AuditEntryTable, type AuditEntryRow } from './audit-entry.table.js';

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes an entry in the transaction of what it is about: both stand or neither does. */
  async append(manager: EntityManager, entry: NewAuditEntry): Promise<void> {
    const { contributorId, action, subject, detail, requestId } = entry;
    await manager.query(
      'INSERT INTO audit_entry (contributor_id, action, subject, detail, request_id) VALUES ($1, $2, $3, $4, $5)',
      [contributorId ?? null, action, subject, JSON.stringify(detail), requestId ?? null],
    );
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

function toAuditEntry({ contributorId, requestId, ...entry }: AuditEntryRow): AuditEntry {
  return {
    ...entry,
    ...(contributorId === null ? {} : { contributorId }),
    ...(requestId === null ? {} : { requestId }),
  };
}
