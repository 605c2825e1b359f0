import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AcceptanceChannel } from '../platform/code-of-conduct.js';
import { Problem } from '../platform/problem.js';
import type { AcceptedConduct } from './actor.js';
import type { Contributor, ContributorKind } from './contributor.js';
import type { Membership } from './membership.js';
import type { CommunityRole, GlobalRole, Role } from './role.js';

/** A valid key with whom it stands for. */
export interface KeyHolder {
  readonly contributor: Contributor;
  readonly memberships: readonly Membership[];
  readonly keyId: number;
  readonly keyRoles: readonly Role[];
  readonly keyAreas: readonly string[];
  readonly conduct?: AcceptedConduct;
}

interface HolderRow {
  readonly id: number;
  readonly name: string;
  readonly kind: ContributorKind;
  readonly global_roles: readonly GlobalRole[];
  readonly key_id: number;
  readonly key_roles: readonly Role[];
  readonly key_areas: readonly string[];
  readonly is_first_today: boolean;
  readonly memberships: readonly Membership[];
  readonly conduct_version: string | null;
  readonly conduct_accepted_at: Date | null;
}

@Injectable()
export class AccessRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The holder of the key with this hash, and notes the day of its use; `undefined` when there is none, or it is expired
   * or revoked.
   */
  async holderOf(keyHash: string): Promise<KeyHolder | undefined> {
    const [row]: HolderRow[] = await this.dataSource.query(HOLDER, [keyHash]);
    if (row === undefined) return undefined;
    if (row.is_first_today) await this.dataSource.query(USED_TODAY, [row.key_id]);
    const { id, name, kind, global_roles: globalRoles, memberships } = row;
    return {
      contributor: { id, name, kind, globalRoles },
      memberships,
      keyId: row.key_id,
      keyRoles: row.key_roles,
      keyAreas: row.key_areas,
      ...(row.conduct_version === null || row.conduct_accepted_at === null
        ? {}
        : { conduct: { version: row.conduct_version, acceptedAt: row.conduct_accepted_at } }),
    };
  }

  /** Runs work that adds or changes contributors, their roles or keys, while nobody else does. */
  whileAlone<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
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
    return (await this.community(manager, code)).id;
  }

  /**
   * As `communityId`, of a community that persons may belong to.
   * @throws Problem key_of_system (409) for the installation itself
   */
  async communityOfPersons(manager: EntityManager, code: string): Promise<number> {
    const { id, kind } = await this.community(manager, code);
    if (kind === 'system') throw new Problem('key_of_system', 409, { community: code });
    return id;
  }

  private async community(manager: EntityManager, code: string): Promise<{ id: number; kind: string }> {
    const rows: { id: number; kind: string; hidden: boolean }[] = await manager.query(
      'SELECT id, kind, hidden FROM community WHERE code = $1',
      [code],
    );
    const [community] = rows;
    if (community === undefined) throw new Problem('unknown_community', 404, { community: code });
    if (community.hidden) throw new Problem('community_not_confirmed', 409, { community: code });
    return community;
  }

  /**
   * Runs work after which somebody must still be able to act as administrator: hold the role, and a key in force that
   * lets it through. Where nobody can beforehand, none is missed.
   * @throws Problem last_administrator (409)
   */
  async keepingAdministered<Result>(manager: EntityManager, work: () => Promise<Result>): Promise<Result> {
    const isAdministered = async (): Promise<boolean> => {
      const rows: unknown[] = await manager.query(ADMINISTRATOR_WITH_KEY);
      return rows.length > 0;
    };
    const before = await isAdministered();
    const result = await work();
    if (before && !(await isAdministered())) throw new Problem('last_administrator', 409);
    return result;
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
    { name, kind, globalRoles }: Omit<Required<Contributor>, 'id'>,
  ): Promise<number> {
    const rows: { id: number }[] = await manager.query(
      'INSERT INTO contributor (name, kind, global_roles) VALUES ($1, $2, $3) RETURNING id',
      [name, kind, globalRoles],
    );
    return idOf(rows);
  }

  /** @returns whether it is new: somebody who accepted this version before did so then */
  async addAcceptance(
    manager: EntityManager,
    contributorId: number,
    version: string,
    channel: AcceptanceChannel,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO conduct_acceptance (contributor_id, version, channel) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING contributor_id`,
      [contributorId, version, channel],
    );
    return rows.length > 0;
  }

  /** When somebody accepted a version of the Code of Conduct. */
  async acceptance(manager: EntityManager, contributorId: number, version: string): Promise<AcceptedConduct> {
    const rows: { accepted_at: Date }[] = await manager.query(
      'SELECT accepted_at FROM conduct_acceptance WHERE contributor_id = $1 AND version = $2',
      [contributorId, version],
    );
    const [row] = rows;
    if (row === undefined) throw new RangeError('The acceptance is not kept');
    return { version, acceptedAt: row.accepted_at };
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
}

const HOLDER = `
  SELECT c.id, c.name, c.kind, c.global_roles, k.id AS key_id, k.roles AS key_roles, k.areas AS key_areas,
    k.last_used_on IS DISTINCT FROM (now() AT TIME ZONE 'UTC')::date AS is_first_today,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('communityId', m.community_id, 'communityCode', b.code, 'roles', m.roles,
        'hasLeft', m.left_at IS NOT NULL) ORDER BY m.community_id)
      FROM membership m JOIN community b ON b.id = m.community_id WHERE m.contributor_id = c.id), '[]') AS memberships,
    a.version AS conduct_version, a.accepted_at AS conduct_accepted_at
  FROM api_key k JOIN contributor c ON c.id = k.contributor_id
  LEFT JOIN LATERAL (SELECT version, accepted_at FROM conduct_acceptance
    WHERE contributor_id = c.id ORDER BY accepted_at DESC LIMIT 1) a ON true
  WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND k.expires_at > now()`;

const USED_TODAY = `
  UPDATE api_key SET last_used_on = (now() AT TIME ZONE 'UTC')::date
  WHERE id = $1 AND last_used_on IS DISTINCT FROM (now() AT TIME ZONE 'UTC')::date`;

const ADMINISTRATOR_WITH_KEY = `
  SELECT FROM contributor c JOIN api_key k ON k.contributor_id = c.id
  WHERE 'administrator' = ANY (c.global_roles) AND 'administrator' = ANY (k.roles)
    AND k.revoked_at IS NULL AND k.expires_at > now() LIMIT 1`;

function idOf(rows: readonly { readonly id: number }[]): number {
  const [row] = rows;
  if (row === undefined) throw new TypeError('The contributor was not stored');
  return row.id;
}
