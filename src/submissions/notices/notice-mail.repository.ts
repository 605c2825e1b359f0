import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MailQueueRepository } from '../../platform/mail-queue.repository.js';
import type { NewsEvent, NewsParams } from './news.js';
import type { OutgoingMail } from './notice-mail.js';
import type { NoticeCode, NoticeParams } from './notice.js';

/** The outbox of mails to contributors. */
@Injectable()
export class NoticeMailRepository extends MailQueueRepository {
  constructor(dataSource: DataSource) {
    super(dataSource, 'mail');
  }

  /** Puts the question whether an address is right into the outbox, in place of one that was not sent yet. */
  async addConfirmation(manager: EntityManager, contributorId: number): Promise<void> {
    await manager.query(
      `UPDATE mail SET given_up_at = now(), failure = 'asked_anew'
       WHERE contributor_id = $1 AND num_nonnulls(notice_id, api_key_id, event) = 0 AND sent_at IS NULL AND given_up_at IS NULL`,
      [contributorId],
    );
    await manager.query('INSERT INTO mail (contributor_id) VALUES ($1)', [contributorId]);
  }

  async confirmationsSince(manager: EntityManager, contributorId: number, since: Date): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count FROM mail
       WHERE contributor_id = $1 AND num_nonnulls(notice_id, api_key_id, event) = 0 AND created_at > $2`,
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

  /** Takes the mail that has been due longest, with what it needs of its reader. */
  async claim(now: Date): Promise<OutgoingMail | undefined> {
    const id = await this.take(now);
    if (id === undefined) return undefined;
    const rows: MailRow[] = await this.dataSource.query(OUTGOING, [id, now]);
    return rows.map(outgoingOf)[0];
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
  readonly event: NewsEvent | null;
  readonly news: NewsParams;
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
    ...(row.event === null ? {} : { news: { event: row.event, params: row.news } }),
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
    e.expires_at AS key_expires_at, m.event, m.params AS news
  FROM mail m
  LEFT JOIN notice n ON n.id = m.notice_id
  LEFT JOIN submission s ON s.id = n.submission_id
  LEFT JOIN community c ON c.id = s.community_id
  LEFT JOIN api_key e ON e.id = m.api_key_id
  LEFT JOIN contact k ON k.contributor_id = m.contributor_id AND (k.confirmed_at IS NOT NULL OR num_nonnulls(m.notice_id, m.api_key_id, m.event) = 0)
    AND EXISTS (
      SELECT FROM api_key a WHERE a.contributor_id = k.contributor_id AND a.revoked_at IS NULL AND a.expires_at > $2)
  WHERE m.id = $1`;
