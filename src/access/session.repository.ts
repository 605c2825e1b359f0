import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OpenSession } from './open-session.js';

/** By which key a session began, and whose it is. */
export interface Begun {
  readonly contributorId: number;
  readonly apiKeyId: number;
  /** The identity that was shown for the key. */
  readonly identityId: number | null;
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
  begin(manager: EntityManager, tokenHash: string, keyHash: string): Promise<Begun | undefined> {
    return beginOf(manager, tokenHash, SHOWN_KEY, keyHash);
  }

  /** As `begin`, of whoever linked an identity with a key that is in force. */
  beginByIdentity(
    manager: EntityManager,
    tokenHash: string,
    identityHash: string,
  ): Promise<Begun | undefined> {
    return beginOf(manager, tokenHash, SHOWN_IDENTITY, identityHash);
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

  /** Of somebody, the latest first. */
  listOf(contributorId: number, tokenHash: string | undefined): Promise<readonly OpenSession[]> {
    return this.dataSource.query(
      `SELECT w.id, w.begun_at AS "begunAt", w.seen_at AS "seenAt", w.openid_identity_id IS NOT NULL AS "isByIdentity",
         w.token_hash = $2 IS TRUE AS "isThis"
       FROM web_session w JOIN api_key k ON k.id = w.api_key_id
       WHERE k.contributor_id = $1 AND ${ALIVE} AND ${IN_FORCE} ORDER BY w.seen_at DESC, w.id DESC`,
      [contributorId, tokenHash ?? ''],
    );
  }

  async end(tokenHash: string): Promise<void> {
    await this.dataSource.query('DELETE FROM web_session WHERE token_hash = $1', [tokenHash]);
  }

  /** @returns how many there were */
  async endAll(manager: EntityManager, contributorId: number): Promise<number> {
    const [, count]: [unknown, number] = await manager.query(
      `DELETE FROM web_session WHERE api_key_id IN (SELECT id FROM api_key WHERE contributor_id = $1)`,
      [contributorId],
    );
    return count;
  }
}

async function beginOf(
  manager: EntityManager,
  tokenHash: string,
  shown: string,
  hash: string,
): Promise<Begun | undefined> {
  await manager.query(`DELETE FROM web_session w WHERE NOT ${ALIVE}`);
  const rows: Begun[] = await manager.query(
    `WITH shown AS (${shown}),
       begun AS (
         INSERT INTO web_session (token_hash, api_key_id, openid_identity_id) SELECT $1, key_id, identity_id FROM shown)
     SELECT contributor_id AS "contributorId", key_id AS "apiKeyId", identity_id AS "identityId" FROM shown`,
    [tokenHash, hash],
  );
  return rows[0];
}

/** Of `web_session w`: twelve hours at most, half an hour without a request. */
const ALIVE = `(w.begun_at > now() - interval '12 hours' AND w.seen_at > now() - interval '30 minutes')`;

/** Of `api_key k`. */
const IN_FORCE = '(k.revoked_at IS NULL AND k.expires_at > now())';

const SHOWN_KEY = `
  SELECT k.id AS key_id, k.contributor_id, NULL::integer AS identity_id FROM api_key k
  WHERE k.key_hash = $2 AND ${IN_FORCE}`;

const SHOWN_IDENTITY = `
  SELECT k.id AS key_id, k.contributor_id, i.id AS identity_id
  FROM openid_identity i JOIN api_key k ON k.id = i.api_key_id
  WHERE i.identity_hash = $2 AND ${IN_FORCE}`;
