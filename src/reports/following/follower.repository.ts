import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Language } from '../../language/language.js';
import type { Followed } from './followed.js';
import type { FollowerState, Following } from './follower.js';

/** The addresses of readers who follow something, and what they follow. */
@Injectable()
export class FollowerRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /**
   * Keeps an address. Whoever confirmed something keeps their language until they end it: a stranger cannot change it.
   * @param token for its mails, unless it has one
   * @returns its id
   */
  async put(manager: EntityManager, address: string, language: Language, token: string): Promise<number> {
    const rows: { id: number }[] = await manager.query(PUT, [address, language, token]);
    const [row] = rows;
    if (row === undefined) throw new TypeError('The follower was not stored');
    return row.id;
  }

  /** Adds what is not followed yet, to be confirmed. */
  async follow(manager: EntityManager, id: number, follows: readonly Followed[]): Promise<void> {
    await manager.query(
      `INSERT INTO following AS old (follower_id, subject) SELECT $1, unnest($2::text[])
       ON CONFLICT (follower_id, subject) DO UPDATE SET asked_at = now() WHERE old.confirmed_at IS NULL`,
      [id, follows],
    );
  }

  async byToken(token: string): Promise<(FollowerState & { readonly id: number }) | undefined> {
    const rows: { id: number; language: Language; follows: readonly Following[] }[] =
      await this.dataSource.query(BY_TOKEN, [token]);
    return rows[0];
  }

  /** Confirms all that was asked for. */
  async confirm(manager: EntityManager, id: number): Promise<void> {
    await manager.query(
      'UPDATE following SET confirmed_at = now() WHERE follower_id = $1 AND confirmed_at IS NULL',
      [id],
    );
  }

  /** @param followed one thing; absent: all, and the address with it */
  async stop(manager: EntityManager, id: number, followed?: string): Promise<void> {
    await manager.query(
      'DELETE FROM following WHERE follower_id = $1 AND ($2::text IS NULL OR subject = $2)',
      [...[id, followed ?? null]],
    );
    await manager.query(
      'DELETE FROM follower f WHERE id = $1 AND NOT EXISTS (SELECT FROM following WHERE follower_id = f.id)',
      [id],
    );
  }

  /** Erases what was asked for before a moment and never confirmed, and addresses that follow nothing. */
  async forgetUnconfirmed(before: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM following WHERE confirmed_at IS NULL AND asked_at < $1', [
      before,
    ]);
    await this.dataSource.query(
      'DELETE FROM follower f WHERE NOT EXISTS (SELECT FROM following WHERE follower_id = f.id)',
    );
  }

  /** How many confirmed each thing, before a moment. */
  async counts(
    before: Date,
  ): Promise<readonly { readonly followed: Followed; readonly followers: number }[]> {
    return this.dataSource.query(
      `SELECT subject AS followed, count(*)::integer AS followers FROM following
       WHERE confirmed_at < $1 GROUP BY subject ORDER BY subject`,
      [before],
    );
  }
}

const PUT = `
  INSERT INTO follower AS old (address, language, token) VALUES ($1, $2, $3)
  ON CONFLICT (address) DO UPDATE SET language = CASE
    WHEN EXISTS (SELECT FROM following WHERE follower_id = old.id AND confirmed_at IS NOT NULL) THEN old.language
    ELSE excluded.language END
  RETURNING id`;

const BY_TOKEN = `
  SELECT f.id, f.language, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('followed', g.subject, 'isConfirmed', g.confirmed_at IS NOT NULL)
      ORDER BY g.asked_at, g.subject), '[]')
    FROM following g WHERE g.follower_id = f.id) AS follows
  FROM follower f WHERE f.token = $1`;
