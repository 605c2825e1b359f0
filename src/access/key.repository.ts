import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ApiKey, KnownKey } from './api-key.js';
import type { Role } from './role.js';

/** Which keys are meant; what is absent does not count. */
export interface KeyFilter {
  readonly contributorId?: number | undefined;
  /** Code of a community that their holders belong to. */
  readonly community?: string | undefined;
  readonly state?: KeyState | undefined;
}

export const KEY_STATES = ['in-force', 'expired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** A part of a list: what comes after an id, and how much of it. */
export interface ListPart {
  /** 0 to begin with. */
  readonly after: number;
  readonly limit: number;
}

export type NewKey = Omit<ApiKey, 'id' | 'expiresAt' | 'label'> & {
  readonly label: string;
  readonly hash: string;
  /** From now until it expires. */
  readonly days: number;
};

interface KeyRow {
  readonly id: number;
  readonly contributor_id: number;
  readonly label: string | null;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_on: string | null;
}

/** Keys as those who administer see them, and what they do with them. */
@Injectable()
export class KeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By id, the oldest first. */
  async list(
    { contributorId, community, state }: KeyFilter,
    { after, limit }: ListPart,
  ): Promise<KnownKey[]> {
    const rows: KeyRow[] = await this.dataSource.query(LIST, [
      contributorId ?? null,
      community ?? null,
      state ?? null,
      after,
      limit,
    ]);
    return rows.map(keyOf);
  }

  async byId(id: number, manager: EntityManager = this.dataSource.manager): Promise<KnownKey | undefined> {
    const rows: KeyRow[] = await manager.query(`SELECT ${COLUMNS} FROM api_key k WHERE k.id = $1`, [id]);
    return rows.map(keyOf)[0];
  }

  async add(manager: EntityManager, key: NewKey): Promise<ApiKey> {
    const { contributorId, hash, label, roles, areas, days } = key;
    const rows: { id: number; expires_at: Date }[] = await manager.query(
      `INSERT INTO api_key (contributor_id, key_hash, label, roles, areas, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING id, expires_at`,
      [contributorId, hash, label, roles, areas, days],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The key was not stored');
    return { id: row.id, contributorId, label, roles, areas, expiresAt: row.expires_at };
  }

  /** Of each community that somebody sends figures for, the codes of areas it stands for; none: all. */
  async areasOfSender(
    manager: EntityManager,
    contributorId: number,
  ): Promise<readonly (readonly string[])[]> {
    const rows: { areas: readonly string[] }[] = await manager.query(
      `SELECT c.areas FROM membership m JOIN community c ON c.id = m.community_id
       WHERE m.contributor_id = $1 AND 'submitter' = ANY (m.roles)`,
      [contributorId],
    );
    return rows.map(({ areas }) => areas);
  }

  /** Ends a key in force for good, and the sessions begun with it. */
  async revoke(manager: EntityManager, id: number): Promise<void> {
    await manager.query('UPDATE api_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [id]);
    await manager.query('DELETE FROM web_session WHERE api_key_id = $1', [id]);
  }

  /** What else stands for the holder of a key stands for that of another one from now on. */
  async passIdentitiesOn(manager: EntityManager, from: number, to: number): Promise<void> {
    await manager.query('UPDATE openid_identity SET api_key_id = $2 WHERE api_key_id = $1', [from, to]);
  }

  /** All keys of a contributor, and whether each was revoked. */
  async ofContributor(
    manager: EntityManager,
    contributorId: number,
  ): Promise<readonly { readonly id: number; readonly isRevoked: boolean }[]> {
    return manager.query(
      `SELECT id, revoked_at IS NOT NULL AS "isRevoked" FROM api_key WHERE contributor_id = $1 ORDER BY id`,
      [contributorId],
    );
  }
}

function keyOf(row: KeyRow): KnownKey {
  const { id, contributor_id: contributorId, label, roles, areas } = row;
  return {
    id,
    contributorId,
    ...(label === null ? {} : { label }),
    roles,
    areas,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    ...(row.last_used_on === null ? {} : { lastUsedOn: row.last_used_on }),
  };
}

const COLUMNS = `k.id, k.contributor_id, k.label, k.roles, k.areas, k.created_at, k.expires_at, k.revoked_at,
  k.last_used_on::text AS last_used_on`;

const LIST = `
  SELECT ${COLUMNS} FROM api_key k
  WHERE ($1::integer IS NULL OR k.contributor_id = $1)
    AND ($2::text IS NULL OR EXISTS (
      SELECT FROM membership m JOIN community b ON b.id = m.community_id
      WHERE m.contributor_id = k.contributor_id AND m.left_at IS NULL AND b.code = $2))
    AND ($3::text IS NULL OR $3 = CASE
      WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired' ELSE 'in-force' END)
    AND k.id > $4
  ORDER BY k.id LIMIT $5`;
