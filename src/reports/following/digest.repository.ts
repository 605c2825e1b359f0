import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Language } from '../../language/language.js';
import { MailQueueRepository } from '../../platform/mail-queue.repository.js';
import type { QueuedMail } from '../../platform/send-queued.js';
import type { Followed } from './followed.js';

/** A mail to a follower that is to be sent, with what it needs of its reader. */
export interface OutgoingDigest extends QueuedMail {
  readonly followerId: number;
  readonly createdAt: Date;
  readonly address: string;
  readonly language: Language;
  readonly token: string;
  /** About which release; absent: it asks to confirm what is to be followed. */
  readonly releaseId?: string;
  /** What it is about: what was confirmed before the release was published, or is to be confirmed. */
  readonly follows: readonly Followed[];
}

/** The outbox of mails to followers. */
@Injectable()
export class DigestRepository extends MailQueueRepository {
  constructor(dataSource: DataSource) {
    super(dataSource, 'digest');
  }

  /** Puts the question whether somebody wants to follow something into the outbox, in place of one not sent yet. */
  async addQuestion(manager: EntityManager, followerId: number): Promise<void> {
    await manager.query(
      'DELETE FROM digest WHERE follower_id = $1 AND release_id IS NULL AND attempts = 0 AND sent_at IS NULL',
      [followerId],
    );
    await manager.query('INSERT INTO digest (follower_id) VALUES ($1)', [followerId]);
  }

  /** How many such questions were tried since a moment. */
  async questionsSince(manager: EntityManager, followerId: number, since: Date): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `SELECT count(*)::integer AS count FROM digest
       WHERE follower_id = $1 AND release_id IS NULL AND attempts > 0 AND created_at > $2`,
      [followerId, since],
    );
    return row?.count ?? 0;
  }

  /** Releases whose mails nobody has prepared yet, in the order they were published. */
  async releasesToTell(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM release WHERE state = 'published' AND NOT EXISTS (
         SELECT FROM digest_round WHERE release_id = release.id) ORDER BY published_at, id`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Puts a mail into the outbox for each who follows one of these things since before the release; once for each release.
   * @returns how many; `undefined` when somebody else did it
   */
  async prepare(
    manager: EntityManager,
    releaseId: string,
    changed: readonly Followed[],
  ): Promise<number | undefined> {
    const rows: { mails: number }[] = await manager.query(PREPARE, [releaseId, changed]);
    if (rows.length === 0) return undefined;
    await manager.query(WRITE, [releaseId, changed]);
    return rows[0]?.mails;
  }

  /** How many mails that would be. */
  async mailsFor(releaseId: string, changed: readonly Followed[]): Promise<number> {
    const [row]: { mails: number }[] = await this.dataSource.query(
      `SELECT count(DISTINCT g.follower_id)::integer AS mails ${READERS}`,
      [releaseId, changed],
    );
    return row?.mails ?? 0;
  }

  async claim(now: Date): Promise<OutgoingDigest | undefined> {
    const id = await this.take(now);
    if (id === undefined) return undefined;
    const [row]: (Omit<OutgoingDigest, 'releaseId'> & { readonly release_id: string | null })[] =
      await this.dataSource.query(OUTGOING, [id]);
    if (row === undefined) return undefined;
    const { release_id: releaseId, ...digest } = row;
    return { ...digest, ...(releaseId === null ? {} : { releaseId }) };
  }
}

const READERS = `
  FROM following g JOIN release r ON r.id = $1
  WHERE g.confirmed_at < r.published_at AND g.subject = ANY ($2::text[])`;

const PREPARE = `
  INSERT INTO digest_round (release_id, mails) SELECT $1, count(DISTINCT g.follower_id) ${READERS}
  ON CONFLICT (release_id) DO NOTHING RETURNING mails`;

const WRITE = `
  INSERT INTO digest (follower_id, release_id) SELECT DISTINCT g.follower_id, r.id ${READERS}
  ON CONFLICT (follower_id, release_id) DO NOTHING`;

const OUTGOING = `
  SELECT d.id, d.attempts, d.follower_id AS "followerId", d.created_at AS "createdAt", d.release_id, f.address, f.language,
    f.token, (
      SELECT coalesce(array_agg(g.subject ORDER BY g.asked_at, g.subject), '{}') FROM following g
      WHERE g.follower_id = d.follower_id
        AND CASE WHEN d.release_id IS NULL THEN g.confirmed_at IS NULL ELSE g.confirmed_at < r.published_at END) AS follows
  FROM digest d JOIN follower f ON f.id = d.follower_id LEFT JOIN release r ON r.id = d.release_id
  WHERE d.id = $1`;
