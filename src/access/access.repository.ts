import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import type { ApiKey } from './api-key.js';
import type { Contributor, ContributorKind } from './contributor.js';
import type { Membership } from './membership.js';
import type { CommunityRole, GlobalRole, Role } from './role.js';

/** A valid key with whom it stands for. */
export interface KeyHolder {
  readonly contributor: Contributor;
  readonly memberships: readonly Membership[];
  readonly keyRoles: readonly Role[];
}

interface HolderRow {
  readonly id: number;
  readonly name: string;
  readonly kind: ContributorKind;
  readonly global_roles: readonly GlobalRole[];
  readonly key_roles: readonly Role[];
  readonly memberships: readonly Membership[];
}

@Injectable()
export class AccessRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The holder of the key with this hash; `undefined` when there is none, or it is expired or revoked. */
  async holderOf(keyHash: string): Promise<KeyHolder | undefined> {
    const [row]: HolderRow[] = await this.dataSource.query(HOLDER, [keyHash]);
    if (row === undefined) return undefined;
    const { id, name, kind, global_roles: globalRoles, key_roles: keyRoles, memberships } = row;
    return { contributor: { id, name, kind, globalRoles }, memberships, keyRoles };
  }

  /** Runs work that adds contributors while nobody else does. */
  whileAloneAdding<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE contributor IN SHARE ROW EXCLUSIVE MODE');
      return work(manager);
    });
  }

  /**
   * Key of a community that may take part. A hidden one may not before it is confirmed: what it sends would name it.
   * @throws Problem unknown_community (404), community_not_confirmed (409)
   */
  async communityId(manager: EntityManager, code: string): Promise<number> {
    const rows: { id: number; hidden: boolean }[] = await manager.query(
      'SELECT id, hidden FROM community WHERE code = $1',
      [code],
    );
    const [community] = rows;
    if (community === undefined) throw new Problem('unknown_community', 404, { community: code });
    if (community.hidden) throw new Problem('community_not_confirmed', 409, { community: code });
    return community.id;
  }

  async hasAdministrator(manager: EntityManager): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT FROM contributor WHERE 'administrator' = ANY (global_roles) LIMIT 1`,
    );
    return rows.length > 0;
  }

  async installationId(manager: EntityManager): Promise<number | undefined> {
    const rows: { id: number }[] = await manager.query(
      `SELECT id FROM contributor WHERE kind = 'installation' ORDER BY id LIMIT 1`,
    );
    return rows[0]?.id;
  }

  /** The system that sends for a community without a person. */
  async systemOf(manager: EntityManager, communityId: number): Promise<number | undefined> {
    const rows: { id: number }[] = await manager.query(
      `SELECT c.id FROM contributor c JOIN membership m ON m.contributor_id = c.id
       WHERE c.kind = 'system' AND m.community_id = $1 ORDER BY c.id LIMIT 1`,
      [communityId],
    );
    return rows[0]?.id;
  }

  async addContributor(
    manager: EntityManager,
    { name, kind, globalRoles }: Omit<Contributor, 'id'>,
  ): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      'INSERT INTO contributor (name, kind, global_roles) VALUES ($1, $2, $3) RETURNING id',
      [name, kind, globalRoles],
    );
    return idOf(rows);
  }

  async addMembership(
    manager: EntityManager,
    contributorId: number,
    communityId: number,
    roles: readonly CommunityRole[],
  ): Promise<void> {
    await manager.query('INSERT INTO membership (contributor_id, community_id, roles) VALUES ($1, $2, $3)', [
      contributorId,
      communityId,
      roles,
    ]);
  }

  /** @param days from now until it expires */
  async addKey(
    manager: EntityManager,
    key: Pick<ApiKey, 'contributorId' | 'label' | 'roles'> & { readonly hash: string; readonly days: number },
  ): Promise<{ readonly id: number; readonly expiresAt: Date }> {
    const rows: { id: number; expires_at: Date }[] = await manager.query(
      `INSERT INTO api_key (contributor_id, key_hash, label, roles, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING id, expires_at`,
      [key.contributorId, key.hash, key.label, key.roles, key.days],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The key was not stored');
    return { id: row.id, expiresAt: row.expires_at };
  }
}

const HOLDER = `
  SELECT c.id, c.name, c.kind, c.global_roles, k.roles AS key_roles,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('communityId', m.community_id, 'communityCode', b.code, 'roles', m.roles)
        ORDER BY m.community_id)
      FROM membership m JOIN community b ON b.id = m.community_id WHERE m.contributor_id = c.id), '[]') AS memberships
  FROM api_key k JOIN contributor c ON c.id = k.contributor_id
  WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND k.expires_at > now()`;

function idOf(rows: readonly { readonly id: number }[]): number {
  const [row] = rows;
  if (row === undefined) throw new TypeError('The contributor was not stored');
  return row.id;
}
