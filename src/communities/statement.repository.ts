import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Texts } from './nri-card.js';
import { standingOf } from './moderation/standing.js';
import type { DeclineReason } from './decline-reason.js';
import type { StatementFile, VersionState } from './statement-states.js';
import type { Statement, StatementSubject } from './statement.js';

interface PublishedRow {
  readonly reference: string;
  readonly area: string;
  readonly area_name: string;
  readonly subject: StatementSubject;
  readonly release_id: string | null;
  readonly speaks_for: 'state' | 'community';
  readonly community: string;
  readonly name: string;
  readonly texts: Texts;
  readonly published_at: Date;
  readonly withdrawn_at: Date | null;
  readonly taken_down_at: Date | null;
  readonly taken_down_for: DeclineReason | null;
}

interface FileRow extends Omit<PublishedRow, 'texts' | `${string}_at` | 'taken_down_for'> {
  readonly authors: readonly number[];
  readonly versions: readonly {
    readonly number: number;
    readonly texts: Texts;
    readonly sentAt: string;
    readonly state: VersionState;
    readonly decidedAt: string | null;
    readonly reasonCode: DeclineReason | null;
    readonly reason: string | null;
    readonly moderation: string | null;
  }[];
}

/** Which statements; each that is given must fit. */
export interface StatementFilter {
  readonly reference?: string | undefined;
  /** Codes of communities that sent it. */
  readonly communities?: readonly string[] | undefined;
  /** Whose last version waits. */
  readonly waiting?: boolean | undefined;
}

export interface NewStatement {
  readonly reference: string;
  readonly area: string;
  readonly subject: StatementSubject;
  readonly releaseId: string | undefined;
  readonly community: string;
  readonly speaksFor: 'state' | 'community';
}

@Injectable()
export class StatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs work on statements while nobody else does. */
  whileAlone<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [STATEMENTS]);
      return work(manager);
    });
  }

  /** As published, the latest first; of those withdrawn or taken down that they were. */
  async published(): Promise<readonly Statement[]> {
    const rows: PublishedRow[] = await this.dataSource.query(PUBLISHED);
    return rows.map(publishedStatement);
  }

  /** With all versions, the statement sent last first. */
  async files(
    { reference, communities, waiting = false }: StatementFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly (StatementFile & { readonly key: number })[]> {
    const rows: (FileRow & { id: number })[] = await manager.query(FILES, [
      reference ?? null,
      communities ?? null,
      waiting,
    ]);
    return rows.map((row) => ({
      key: row.id,
      id: row.reference,
      area: row.area,
      areaName: row.area_name,
      subject: row.subject,
      ...(row.release_id === null ? {} : { releaseId: row.release_id }),
      by: { kind: row.speaks_for, community: row.community, name: row.name },
      authors: row.authors,
      versions: row.versions.map(({ sentAt, decidedAt, reasonCode, reason, moderation, ...version }) => ({
        ...version,
        sentAt: new Date(sentAt),
        ...(decidedAt === null ? {} : { decidedAt: new Date(decidedAt) }),
        ...(reasonCode === null ? {} : { reasonCode }),
        ...(reason === null ? {} : { reason }),
        ...(moderation === null ? {} : { moderation }),
      })),
    }));
  }

  /** @returns its key */
  async add(
    manager: EntityManager,
    { reference, area, subject, releaseId, community, speaksFor }: NewStatement,
  ): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      `INSERT INTO statement (reference, area, subject, release_id, community_id, speaks_for)
       SELECT $1, $2, $3, $4, id, $6 FROM community WHERE code = $5 RETURNING id`,
      [reference, area, subject, releaseId ?? null, community, speaksFor],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The statement was not stored');
    return row.id;
  }

  async addVersion(
    manager: EntityManager,
    key: number,
    { texts, sha256, contributorId }: { texts: Texts; sha256: string; contributorId: number },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO statement_version (statement_id, texts, sha256, contributor_id) VALUES ($1, $2, $3, $4)',
      [key, JSON.stringify(texts), sha256, contributorId],
    );
  }

  /** A step of the last version. */
  async takeStep(
    manager: EntityManager,
    key: number,
    {
      step,
      contributorId,
      reasonCode,
      reason,
    }: {
      readonly step: 'published' | 'declined' | 'withdrawn';
      readonly contributorId: number;
      readonly reasonCode?: DeclineReason | undefined;
      readonly reason?: string | undefined;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO statement_step (statement_id, version_id, step, contributor_id, reason_code, reason)
       SELECT $1, max(id), $2, $3, $4, $5 FROM statement_version WHERE statement_id = $1`,
      [key, step, contributorId, reasonCode ?? null, reason ?? null],
    );
  }

  async isPublishedRelease(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT FROM release WHERE id = $1 AND state = 'published'`,
      [id],
    );
    return rows.length > 0;
  }
}

function publishedStatement(row: PublishedRow): Statement {
  const { withdrawn_at: withdrawnAt, taken_down_at: takenDownAt, taken_down_for: reasonCode } = row;
  const isTakenDown = withdrawnAt === null && takenDownAt !== null && reasonCode !== null;
  return {
    id: row.reference,
    area: row.area,
    areaName: row.area_name,
    subject: row.subject,
    by: { kind: row.speaks_for, community: row.community, name: row.name },
    texts: withdrawnAt === null && !isTakenDown ? row.texts : {},
    publishedAt: row.published_at.toISOString(),
    ...(withdrawnAt === null ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
    ...(isTakenDown ? { takenDown: { at: takenDownAt.toISOString(), reasonCode } } : {}),
    ...(row.release_id === null ? {} : { releaseId: row.release_id }),
  };
}

/** Advisory lock of whoever writes statements. */
const STATEMENTS = 4_991_821;

/** Versions that a moderator published, and those that were published after an appeal. */
const PUBLICATIONS = `
  SELECT statement_id, version_id, taken_at FROM statement_step WHERE step = 'published'
  UNION ALL SELECT d.statement_id, d.version_id, n.taken_at
  FROM statement_step d JOIN moderation_case m ON m.statement_version_id = d.version_id
  JOIN moderation_step n ON n.case_id = m.id AND n.step = 'overturned' WHERE d.step = 'declined'`;

const PUBLISHED = `
  SELECT s.reference, s.area, a.name AS area_name, s.subject, s.release_id, s.speaks_for, c.code AS community, c.name, v.texts,
    p.taken_at AS published_at, w.taken_at AS withdrawn_at,
    CASE moderated.standing WHEN 'taken_down' THEN moderated.standing_since END AS taken_down_at,
    moderated.standing_reason AS taken_down_for
  FROM statement s JOIN community c ON c.id = s.community_id JOIN area a ON a.code = s.area
  JOIN LATERAL (
    SELECT version_id, taken_at FROM (${PUBLICATIONS}) publications
    WHERE statement_id = s.id ORDER BY version_id DESC LIMIT 1) p ON true
  JOIN statement_version v ON v.id = p.version_id
  LEFT JOIN statement_step w ON w.statement_id = s.id AND w.step = 'withdrawn'
  ${standingOf('statement_version_id', 'v.id', 'now()')}
  WHERE NOT c.hidden
  ORDER BY p.taken_at DESC, s.id DESC`;

/** A version that nobody decided on is taken back with its statement, or replaced by a later one. */
const STATE = `
  CASE WHEN w.id IS NOT NULL AND (v.id = last.id OR d.step = 'published') THEN 'withdrawn'
    WHEN moderated.overturned THEN 'published' WHEN moderated.standing = 'taken_down' THEN 'taken_down'
    ELSE coalesce(d.step, CASE WHEN v.id = last.id THEN 'sent' ELSE 'replaced' END) END`;

const FILES = `
  SELECT s.id, s.reference, s.area, a.name AS area_name, s.subject, s.release_id, s.speaks_for, c.code AS community, c.name,
    (SELECT array_agg(DISTINCT contributor_id) FROM statement_version WHERE statement_id = s.id) AS authors,
    (SELECT jsonb_agg(jsonb_build_object('number', v.id, 'texts', v.texts, 'sentAt', v.sent_at, 'state', ${STATE},
        'decidedAt', coalesce(moderated.standing_since, d.taken_at, w.taken_at),
        'reasonCode', coalesce(moderated.standing_reason, d.reason_code), 'reason', coalesce(moderated.against, d.reason),
        'moderation', moderated.case_reference) ORDER BY v.id DESC)
      FROM statement_version v
      LEFT JOIN statement_step d ON d.version_id = v.id AND d.step IN ('published', 'declined')
      ${standingOf('statement_version_id', 'v.id', 'now()')}
      WHERE v.statement_id = s.id) AS versions
  FROM statement s JOIN community c ON c.id = s.community_id JOIN area a ON a.code = s.area
  JOIN LATERAL (SELECT id FROM statement_version WHERE statement_id = s.id ORDER BY id DESC LIMIT 1) last ON true
  LEFT JOIN statement_step w ON w.statement_id = s.id AND w.step = 'withdrawn'
  WHERE ($1::text IS NULL OR s.reference = $1) AND ($2::text[] IS NULL OR c.code = ANY ($2))
    AND (NOT $3 OR w.id IS NULL AND NOT EXISTS (SELECT FROM statement_step WHERE version_id = last.id))
  ORDER BY last.id DESC`;
