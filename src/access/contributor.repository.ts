import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import type { ContributorAccount, ContributorKind } from './contributor.js';
import type { ListPart } from './key.repository.js';
import type { Membership } from './membership.js';
import type { CommunityRole, GlobalRole, Role } from './role.js';

/** Which contributors are meant; what is absent does not count. */
export interface ContributorFilter {
  /** Code of a community they belong to now. */
  readonly community?: string | undefined;
  /** One they hold: in that community when one is named, else anywhere. */
  readonly role?: Role | undefined;
}

interface ContributorRow {
  readonly id: number;
  readonly name: string | null;
  readonly kind: ContributorKind;
  readonly global_roles: readonly GlobalRole[];
  readonly memberships: readonly Membership[];
  readonly keys_in_force: number;
  readonly created_at: Date;
  readonly erased_at: Date | null;
  readonly version: number;
}

/** Contributors as those who administer see them, and what they change of them. */
@Injectable()
export class ContributorRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By id, the oldest first. */
  async list(
    { community, role }: ContributorFilter,
    { after, limit }: ListPart,
  ): Promise<ContributorAccount[]> {
    const filter = [community ?? null, role ?? null, after, limit];
    const rows: ContributorRow[] = await this.dataSource.query(LIST, filter);
    return rows.map(accountOf);
  }

  async byId(
    id: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ContributorAccount | undefined> {
    const rows: ContributorRow[] = await manager.query(`${ACCOUNT} WHERE c.id = $1`, [id]);
    return rows.map(accountOf)[0];
  }

  /**
   * Somebody whose roles can be changed.
   * @throws Problem contributor_not_found (404); not_a_person (409) for systems, and for who was erased
   */
  async personById(manager: EntityManager, id: number): Promise<ContributorAccount> {
    const account = await this.byId(id, manager);
    if (account === undefined) throw new Problem('contributor_not_found', 404, { contributor: id });
    if (account.kind !== 'person' || account.erasedAt !== undefined) {
      throw new Problem('not_a_person', 409, { contributor: id });
    }
    return account;
  }

  /** Somebody belongs to a community, again if they left it, in these roles. */
  async putMembership(
    manager: EntityManager,
    id: number,
    communityId: number,
    roles: readonly CommunityRole[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO membership (contributor_id, community_id, roles) VALUES ($1, $2, $3)
       ON CONFLICT (contributor_id, community_id) DO UPDATE SET roles = excluded.roles, left_at = NULL`,
      [id, communityId, roles],
    );
    await this.countChange(manager, id);
  }

  /** Ends the membership in a community, or in all; that they belonged stays known. */
  async leave(manager: EntityManager, id: number, communityId?: number): Promise<void> {
    await manager.query(
      `UPDATE membership SET roles = '{}', left_at = now()
       WHERE contributor_id = $1 AND left_at IS NULL AND ($2::integer IS NULL OR community_id = $2)`,
      [id, communityId ?? null],
    );
    await this.countChange(manager, id);
  }

  async setGlobalRoles(manager: EntityManager, id: number, roles: readonly GlobalRole[]): Promise<void> {
    await manager.query('UPDATE contributor SET global_roles = $2 WHERE id = $1', [id, roles]);
    await this.countChange(manager, id);
  }

  /** Takes away all that names somebody; what they did stays, under their number. */
  async erase(manager: EntityManager, id: number): Promise<void> {
    for (const statement of ERASURE) await manager.query(statement, [id]);
    await manager.query(
      `UPDATE contributor SET name = NULL, global_roles = '{}', erased_at = now() WHERE id = $1`,
      [id],
    );
  }

  private async countChange(manager: EntityManager, id: number): Promise<void> {
    await manager.query('UPDATE contributor SET version = version + 1 WHERE id = $1', [id]);
  }
}

function accountOf(row: ContributorRow): ContributorAccount {
  const { id, name, kind, global_roles: globalRoles, memberships, version } = row;
  return {
    id,
    ...(name === null ? {} : { name }),
    kind,
    globalRoles,
    memberships,
    keysInForce: row.keys_in_force,
    createdAt: row.created_at,
    ...(row.erased_at === null ? {} : { erasedAt: row.erased_at }),
    version,
  };
}

const ACCOUNT = `
  SELECT c.id, c.name, c.kind, c.global_roles, c.created_at, c.erased_at, c.version,
    (SELECT count(*)::integer FROM api_key k
     WHERE k.contributor_id = c.id AND k.revoked_at IS NULL AND k.expires_at > now()) AS keys_in_force,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('communityId', m.community_id, 'communityCode', b.code, 'roles', m.roles,
        'hasLeft', m.left_at IS NOT NULL) ORDER BY b.code)
      FROM membership m JOIN community b ON b.id = m.community_id WHERE m.contributor_id = c.id), '[]') AS memberships
  FROM contributor c`;

const LIST = `${ACCOUNT}
  WHERE ($1::text IS NULL OR EXISTS (
      SELECT FROM membership m JOIN community b ON b.id = m.community_id
      WHERE m.contributor_id = c.id AND m.left_at IS NULL AND b.code = $1 AND ($2::text IS NULL OR $2 = ANY (m.roles))))
    AND ($1::text IS NOT NULL OR $2::text IS NULL OR $2 = ANY (c.global_roles) OR EXISTS (
      SELECT FROM membership m WHERE m.contributor_id = c.id AND $2 = ANY (m.roles)))
    AND c.id > $3
  ORDER BY c.id LIMIT $4`;

/** Of somebody: where they are reached, by what else they are known, what they did not send, what their keys are called and were answered. */
const ERASURE = [
  'DELETE FROM mail WHERE contributor_id = $1',
  'DELETE FROM contact WHERE contributor_id = $1',
  'DELETE FROM assessment_draft WHERE contributor_id = $1',
  'DELETE FROM openid_identity WHERE api_key_id IN (SELECT id FROM api_key WHERE contributor_id = $1)',
  'DELETE FROM web_session WHERE api_key_id IN (SELECT id FROM api_key WHERE contributor_id = $1)',
  'DELETE FROM idempotency_key WHERE api_key_id IN (SELECT id FROM api_key WHERE contributor_id = $1)',
  `UPDATE api_key SET label = NULL, revoked_at = coalesce(revoked_at, now()) WHERE contributor_id = $1`,
];
