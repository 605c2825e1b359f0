import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { HashedEntry } from './audit-hash.js';
import type { AuditFilter, AuditPage, ChainedEntry } from './audit-trail.js';
import type { ChainHead, StoredLink } from './verify-chain.js';

/** Links read at once: so many are in memory, however long the trail is. */
const AT_ONCE = 2_000;
const BEFORE_ALL = -2_147_483_648;

/** Reads the audit trail as it is linked. */
@Injectable()
export class AuditTrailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Does some work that sees the trail as of one moment. */
  asOfNow<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction('REPEATABLE READ', work);
  }

  /** All links in the order of their numbers. */
  async *links(manager: EntityManager): AsyncGenerator<StoredLink> {
    for (let after = BEFORE_ALL; ;) {
      const rows: StoredRow[] = await manager.query(STORED_LINKS, [after, AT_ONCE]);
      for (const row of rows) yield linkOf(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < AT_ONCE) return;
      after = last.number;
    }
  }

  /** The first entry that has no link. */
  async unlinked(manager: EntityManager): Promise<number | undefined> {
    const rows: { id: number }[] = await manager.query(
      `SELECT id FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_entry_id = e.id) ORDER BY id LIMIT 1`,
    );
    return rows[0]?.id;
  }

  /** The last link; `undefined` before the first entry. */
  async head(manager: EntityManager): Promise<ChainHead | undefined> {
    const rows: ChainHead[] = await manager.query(
      'SELECT number, hash FROM audit_link ORDER BY number DESC LIMIT 1',
    );
    return rows[0];
  }

  /** Until the end of the transaction only one process may note heads. @returns whether it is this one */
  async mayNote(manager: EntityManager): Promise<boolean> {
    const rows: { alone: boolean }[] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS alone', [
      NOTING,
    ]);
    return rows[0]?.alone === true;
  }

  async page(filter: AuditFilter, { after, limit, isOldestFirst }: AuditPage): Promise<ChainedEntry[]> {
    const { subject, action, contributorId, from, to, requestId } = filter;
    const asked = { subject, action, contributorId, from, to, requestId, after };
    const conditions = isOldestFirst === true ? { ...CONDITIONS, after: 'l.number >' } : CONDITIONS;
    const given = Object.entries(asked).filter(([, value]) => value !== undefined);
    const where = given.map(
      ([name], place) => `${conditions[name as keyof typeof CONDITIONS]} $${String(place + 2)}`,
    );
    const rows: ChainedRow[] = await this.dataSource.query(
      `SELECT l.number, l.hash, e.id, e.at, e.contributor_id, e.role, e.action, e.subject, e.detail, e.request_id
       FROM audit_link l JOIN audit_entry e ON e.id = l.audit_entry_id
       ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
       ORDER BY l.number ${isOldestFirst === true ? 'ASC' : 'DESC'} LIMIT $1`,
      [limit, ...given.map(([, value]) => value)],
    );
    return rows.map(entryOf);
  }
}

/** Advisory lock of the one who notes heads. */
const NOTING = 4_991_807;

const CONDITIONS = {
  subject: 'e.subject =',
  action: 'e.action =',
  contributorId: 'e.contributor_id =',
  from: 'e.at >=',
  to: 'e.at <',
  requestId: 'e.request_id =',
  after: 'l.number <',
};

const STORED_LINKS = `
  SELECT l.number, l.hash, e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
    e.contributor_id AS "contributorId", e.role, e.action, e.subject, e.detail::text AS detail, e.request_id AS "requestId"
  FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.audit_entry_id
  WHERE l.number > $1 ORDER BY l.number LIMIT $2`;

interface StoredRow extends Omit<HashedEntry, 'id'> {
  readonly number: number;
  readonly hash: string;
  readonly id: number | null;
}

interface ChainedRow {
  readonly number: number;
  readonly hash: string;
  readonly id: number;
  readonly at: Date;
  readonly contributor_id: number | null;
  readonly role: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly request_id: string | null;
}

function linkOf({ number, hash, id, ...entry }: StoredRow): StoredLink {
  return { number, hash, entry: id === null ? undefined : { id, ...entry } };
}

function entryOf({
  contributor_id: contributorId,
  role,
  request_id: requestId,
  ...row
}: ChainedRow): ChainedEntry {
  return {
    ...row,
    ...(contributorId === null ? {} : { contributorId }),
    ...(role === null ? {} : { role }),
    ...(requestId === null ? {} : { requestId }),
  };
}
