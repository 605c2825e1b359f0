import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LinkedIdentity } from './openid-identity.js';

/** A link that was just made, and whose it is. */
export interface Linked {
  readonly id: number;
  readonly contributorId: number;
  readonly apiKeyId: number;
}

@Injectable()
export class OpenIdIdentityRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /** A key that is in force. */
  async keyOfHash(manager: EntityManager, keyHash: string): Promise<number | undefined> {
    const rows: { id: number }[] = await manager.query(
      'SELECT id FROM api_key WHERE key_hash = $1 AND revoked_at IS NULL AND expires_at > now()',
      [keyHash],
    );
    return rows[0]?.id;
  }

  /**
   * Links an identity with a key; one that the same person linked with another key of theirs moves to this one.
   * @returns `undefined` when somebody else linked it
   */
  async link(
    manager: EntityManager,
    identityHash: string,
    issuer: string,
    apiKeyId: number,
  ): Promise<Linked | undefined> {
    const rows: Linked[] = await manager.query(LINK, [identityHash, issuer, apiKeyId]);
    return rows[0];
  }

  /** Those of somebody, the latest last. */
  async linkedBy(contributorId: number): Promise<readonly LinkedIdentity[]> {
    return this.dataSource.query(
      `SELECT i.id, i.issuer, i.linked_at AS "linkedAt" FROM openid_identity i JOIN api_key k ON k.id = i.api_key_id
       WHERE k.contributor_id = $1 ORDER BY i.id`,
      [contributorId],
    );
  }

  /**
   * Unlinks one identity of somebody; the sessions begun with it end.
   * @returns whether it was there
   */
  async unlink(manager: EntityManager, contributorId: number, id: number): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `DELETE FROM openid_identity i USING api_key k WHERE k.id = i.api_key_id AND k.contributor_id = $1 AND i.id = $2`,
      [contributorId, id],
    );
    return count > 0;
  }
}

const LINK = `
  WITH linked AS (
    INSERT INTO openid_identity AS i (identity_hash, issuer, api_key_id) VALUES ($1, $2, $3)
    ON CONFLICT (identity_hash) DO UPDATE SET api_key_id = excluded.api_key_id, linked_at = now()
      WHERE (SELECT contributor_id FROM api_key WHERE id = i.api_key_id)
        = (SELECT contributor_id FROM api_key WHERE id = excluded.api_key_id)
    RETURNING i.id, i.api_key_id)
  SELECT l.id, k.contributor_id AS "contributorId", k.id AS "apiKeyId" FROM linked l JOIN api_key k ON k.id = l.api_key_id`;
