import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WAITS_MINUTES, type OutgoingMail } from './notice-mail.js';
import type { NoticeCode, NoticeParams } from './notice.js';

/** The outbox. Several processes may empty it at once: each mail is tried by one at a time. */
@Injectable()
export class NoticeMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /** Puts the question whether an address is right into the outbox, in place of one that was not sent yet. */
  async addConfirmation(manager: EntityManager, contributorId: number): Promise<void> {
    await manager.query(
      `UPDATE mail SET given_up_at = now(), failure = 'asked_anew'
       WHERE contributor_id = $1 AND notice_id IS NULL AND api_key_id IS NULL AND sent_at IS NULL AND given_up_at IS NULL`,
      [contributorId],
    );
    await manager.query('INSERT INTO mail (contributor_id) VALUES ($1)', [contributorId]);
  }

  async confirmationsSince(manager: EntityManager, contributorId: number, since: Date): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count FROM mail
       WHERE contributor_id = $1 AND notice_id IS NULL AND api_key_id IS NULL AND created_at > $2`,
      [contributorId, since],
    );
    return row?.count ?? 0;
  }

  /**
   * Puts a mail into the outbox for each key in force that expires within so many days, lives longer than that, and was
   * not announced yet, of those who left an address and confirmed it.
   * @returns the keys
   */
  async addKeyExpiries(
    manager: EntityManager,
    now: Date,
    days: number,
  ): Promise<readonly { readonly id: number; readonly contributorId: number }[]> {
    return manager.query(KEY_EXPIRIES, [now, days]);
  }

  /**
   * Takes the mail that has been due longest. It is moved on to its next try before it is handed out: should this process
   * die, or the mail server refuse, it comes up again by itself.
   */
  async claim(now: Date): Promise<OutgoingMail | undefined> {
    const [claimed]: [{ id: number }[], number] = await this.dataSource.query(CLAIM, [now, WAITS_MINUTES]);
    const [mail] = claimed;
    if (mail === undefined) return undefined;
    const rows: MailRow[] = await this.dataSource.query(OUTGOING, [mail.id, now]);
    return rows.map(outgoingOf)[0];
  }

  async markSent(id: number, at: Date): Promise<void> {
    await this.dataSource.query('UPDATE mail SET sent_at = $2, failure = NULL WHERE id = $1', [id, at]);
  }

  async markFailed(id: number, failure: string): Promise<void> {
    await this.dataSource.query('UPDATE mail SET failure = $2 WHERE id = $1', [id, failure]);
  }

  async giveUp(manager: EntityManager, id: number, at: Date, failure: string): Promise<void> {
    await manager.query('UPDATE mail SET given_up_at = $2, failure = $3 WHERE id = $1', [id, at, failure]);
  }

  /** Removes what was sent or given up before a moment. */
  async forget(before: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM mail WHERE coalesce(sent_at, given_up_at) < $1', [before]);
  }
}

interface MailRow {
  readonly id: number;
  readonly contributor_id: number;
  readonly attempts: number;
  readonly created_at: Date;
  readonly address: string | null;
  readonly language: string | null;
  readonly token: string | null;
  readonly key_label: string | null;
  readonly key_expires_at: Date | null;
  readonly notice_id: number | null;
  readonly code: NoticeCode;
  readonly params: NoticeParams;
  readonly told_at: Date;
  readonly receipt: string;
  readonly file_name: string | null;
  readonly community_name: string;
}

function outgoingOf(row: MailRow): OutgoingMail {
  const { id, contributor_id: contributorId, attempts, created_at: createdAt } = row;
  const { address, language, token } = row;
  const isReachable = address !== null && language !== null && token !== null;
  return {
    id,
    contributorId,
    attempts,
    createdAt,
    ...(isReachable ? { recipient: { address, language, token } } : {}),
    ...(row.key_expires_at === null
      ? {}
      : { expiringKey: { label: row.key_label ?? '', expiresAt: row.key_expires_at } }),
    ...(row.notice_id === null
      ? {}
      : {
          notice: {
            id: row.notice_id,
            code: row.code,
            params: row.params,
            createdAt: row.told_at,
            receipt: row.receipt,
            communityName: row.community_name,
            ...(row.file_name === null ? {} : { fileName: row.file_name }),
          },
        }),
  };
}

const CLAIM = `
  UPDATE mail SET attempts = attempts + 1,
    due_at = $1::timestamptz + make_interval(mins => ($2::integer[])[least(attempts + 1, cardinality($2::integer[]))])
  WHERE id = (
    SELECT id FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= $1
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id`;

const KEY_EXPIRIES = `
  WITH told AS (
    UPDATE api_key a SET announced_at = $1
    WHERE a.announced_at IS NULL AND a.revoked_at IS NULL AND a.expires_at > $1
      AND a.expires_at <= $1::timestamptz + make_interval(days => $2)
      AND a.expires_at > a.created_at + make_interval(days => $2)
      AND EXISTS (SELECT FROM contact k WHERE k.contributor_id = a.contributor_id AND k.confirmed_at IS NOT NULL)
    RETURNING a.id, a.contributor_id),
  written AS (INSERT INTO mail (contributor_id, api_key_id) SELECT contributor_id, id FROM told)
  SELECT id, contributor_id AS "contributorId" FROM told ORDER BY id`;

const OUTGOING = `
  SELECT m.id, m.contributor_id, m.attempts, m.created_at, k.address, k.language, k.token, m.notice_id, n.code, n.params,
    n.created_at AS told_at, s.receipt, s.file_name, c.name AS community_name, e.label AS key_label,
    e.expires_at AS key_expires_at
  FROM mail m
  LEFT JOIN notice n ON n.id = m.notice_id
  LEFT JOIN submission s ON s.id = n.submission_id
  LEFT JOIN community c ON c.id = s.community_id
  LEFT JOIN api_key e ON e.id = m.api_key_id
  LEFT JOIN contact k ON k.contributor_id = m.contributor_id AND (k.confirmed_at IS NOT NULL OR m.notice_id IS NULL AND m.api_key_id IS NULL)
    AND EXISTS (
      SELECT FROM api_key a WHERE a.contributor_id = k.contributor_id AND a.revoked_at IS NULL AND a.expires_at > $2)
  WHERE m.id = $1`;
