import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audienceOf } from './notification-matrix.js';
import type { Notice, NoticeCode, NoticeOnSubmission, NoticeParams } from './notice.js';

@Injectable()
export class NoticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Tells what happened to a submission, in the transaction of what happened: shown to all who may see it, and put into
   * the outbox for those of its audience who confirmed an address.
   */
  async add(
    manager: EntityManager,
    submissionId: number,
    code: NoticeCode,
    params: NoticeParams = {},
  ): Promise<void> {
    await manager.query(ADD[audienceOf(code)], [submissionId, code, JSON.stringify(params)]);
  }

  /** Oldest first. */
  async ofSubmission(submissionId: number): Promise<readonly Notice[]> {
    const rows: NoticeRow[] = await this.dataSource.query(
      'SELECT id, code, params, created_at FROM notice WHERE submission_id = $1 ORDER BY id',
      [submissionId],
    );
    return rows.map(noticeOf);
  }

  /** Whether nobody else reminds at this moment; if so, nobody will until the end of the transaction. */
  async isAloneReminding(manager: EntityManager): Promise<boolean> {
    const [row]: { alone: boolean }[] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS alone', [
      REMINDING,
    ]);
    return row?.alone === true;
  }

  /** Submissions that have waited for a decision since before a moment without a notice of this code. */
  async waitingSince(manager: EntityManager, before: Date, without: NoticeCode): Promise<readonly number[]> {
    const rows: { id: number }[] = await manager.query(WAITING, [before, without]);
    return rows.map(({ id }) => id);
  }

  /** Of a community, or of one of its submissions, newest first; drafts are left out. */
  async latest(about: NoticesAsked, limit: number): Promise<readonly NoticeOnSubmission[]> {
    const { communityId, submissionId = null, isPublicOnly } = about;
    const rows: NoticeOnSubmissionRow[] = await this.dataSource.query(LATEST, [
      communityId,
      submissionId,
      isPublicOnly,
      limit,
    ]);
    return rows.map((row) => ({
      ...noticeOf(row),
      receipt: row.receipt,
      communityName: row.community_name,
      ...(row.file_name === null ? {} : { fileName: row.file_name }),
    }));
  }
}

/** Which notices somebody asks for. */
export interface NoticesAsked {
  readonly communityId: number;
  readonly submissionId?: number;
  /** Leaves out what was never accepted. */
  readonly isPublicOnly: boolean;
}

/** Advisory lock of the one who reminds. */
const REMINDING = 4_991_804;

interface NoticeRow {
  readonly id: number;
  readonly code: NoticeCode;
  readonly params: NoticeParams;
  readonly created_at: Date;
}

interface NoticeOnSubmissionRow extends NoticeRow {
  readonly receipt: string;
  readonly community_name: string;
  readonly file_name: string | null;
}

function noticeOf({ id, code, params, created_at: createdAt }: NoticeRow): Notice {
  return { id, code, params, createdAt };
}

type MailedAudience = ReturnType<typeof audienceOf>;

/** Conditions on `contact k` and `submission s`. */
const AUDIENCES: Readonly<Record<MailedAudience, string>> = {
  senders: `
    EXISTS (SELECT FROM membership m WHERE m.contributor_id = k.contributor_id AND m.community_id = s.community_id
      AND m.left_at IS NULL)
    AND (NOT s.is_draft OR k.contributor_id = s.contributor_id)`,
  reviewers: `
    EXISTS (SELECT FROM membership m WHERE m.contributor_id = k.contributor_id AND 'reviewer' = ANY (m.roles))
    AND NOT EXISTS (
      SELECT FROM membership m WHERE m.contributor_id = k.contributor_id AND m.community_id = s.community_id)
    AND k.contributor_id <> s.contributor_id`,
  administrators: `
    EXISTS (SELECT FROM contributor c WHERE c.id = k.contributor_id AND 'administrator' = ANY (c.global_roles))`,
};

const ADD: Readonly<Record<MailedAudience, string>> = {
  senders: addFor('senders'),
  reviewers: addFor('reviewers'),
  administrators: addFor('administrators'),
};

function addFor(audience: MailedAudience): string {
  return `
    WITH told AS (
      INSERT INTO notice (submission_id, code, params) VALUES ($1, $2, $3) RETURNING id, submission_id)
    INSERT INTO mail (contributor_id, notice_id)
    SELECT k.contributor_id, told.id
    FROM told JOIN submission s ON s.id = told.submission_id CROSS JOIN contact k
    WHERE k.confirmed_at IS NOT NULL AND ${AUDIENCES[audience]}`;
}

const WAITING = `
  SELECT s.id FROM submission s
  CROSS JOIN LATERAL (
    SELECT coalesce(max(n.created_at), s.received_at) AS since FROM notice n
    WHERE n.submission_id = s.id AND n.code IN ('received', 'corrected')) waits
  WHERE s.state IN ('received', 'in_review') AND waits.since <= $1
    AND NOT EXISTS (
      SELECT FROM notice n WHERE n.submission_id = s.id AND n.code = $2 AND n.created_at >= waits.since)
  ORDER BY s.id`;

const LATEST = `
  SELECT n.id, n.code, n.params, n.created_at, s.receipt, s.file_name, c.name AS community_name
  FROM notice n JOIN submission s ON s.id = n.submission_id JOIN community c ON c.id = s.community_id
  WHERE s.community_id = $1 AND ($2::integer IS NULL OR s.id = $2) AND NOT s.is_draft
    AND (NOT $3::boolean OR s.state IN ('accepted', 'reverted'))
  ORDER BY n.id DESC LIMIT $4`;
