import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** By which key a session began, and whose it is. */
export interface Begun {
  readonly contributorId: number;
  readonly apiKeyId: number;
}

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /**
   * Begins a session of whoever holds a key, and forgets the sessions that are over.
   * @returns `undefined` when no key in force has this hash
   */
  async begin(manager: EntityManager, tokenHash: string, keyHash: string): Promise<Begun | undefined> {
    await manager.query(`DELETE FROM web_session w WHERE NOT (${ALIVE})`);
    const rows: Begun[] = await manager.query(
      `WITH shown AS (SELECT k.id, k.contributor_id FROM api_key k WHERE k.key_hash = $2 AND ${IN_FORCE}),
         begun AS (INSERT INTO web_session (token_hash, api_key_id) SELECT $1, id FROM shown)
       SELECT contributor_id AS "contributorId", id AS "apiKeyId" FROM shown`,
      [tokenHash, keyHash],
    );
    return rows[0];
  }

  /** Hash of the key that a session stands for, and notes that it was seen; `undefined` when it is over. */
  async keyHashOf(tokenHash: string): Promise<string | undefined> {
    const rows: { key_hash: string; is_old: boolean }[] = await this.dataSource.query(
      `SELECT k.key_hash, w.seen_at < now() - interval '1 minute' AS is_old
       FROM web_session w JOIN api_key k ON k.id = w.api_key_id
       WHERE w.token_hash = $1 AND ${ALIVE} AND ${IN_FORCE}`,
      [tokenHash],
    );
    const [row] = rows;
    if (row?.is_old === true) {
      await this.dataSource.query('UPDATE web_session SET seen_at = now() WHERE token_hash = $1', [
        tokenHash,
      ]);
    }
    return row?.key_hash;
  }

  async end(tokenHash: string): Promise<void> {
    await this.dataSource.query('DELETE FROM web_session WHERE token_hash = $1', [tokenHash]);
  }
}

/** Of `web_session w`: twelve hours at most, half an hour without a request. */
const ALIVE = `(w.begun_at > now() - interval '12 hours' AND w.seen_at > now() - interval '30 minutes')`;

/** Of `api_key k`. */
const IN_FORCE = '(k.revoked_at IS NULL AND k.expires_at > now())';
