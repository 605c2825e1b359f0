import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { AccessRepository } from './access.repository.js';
import type { ApiKey } from './api-key.js';
import type { Contributor } from './contributor.js';
import { KeyRepository, type NewKey } from './key.repository.js';
import type { CommunityRole } from './role.js';
import type { Trace } from './trace.js';

/** A community somebody new belongs to. */
export interface FirstMembership {
  readonly communityId: number;
  readonly community: string;
  readonly roles: readonly CommunityRole[];
}

/** Adds contributors and keys inside the transaction of its caller: each leaves its trace. */
@Injectable()
export class NewContributorService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly keys: KeyRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @returns the id of the new contributor */
  async add(
    manager: EntityManager,
    contributor: Omit<Required<Contributor>, 'id'>,
    membership: FirstMembership | undefined,
    trace: Trace,
  ): Promise<number> {
    const id = await this.repository.addContributor(manager, contributor);
    const memberships = [];
    if (membership !== undefined) {
      const { communityId, community, roles } = membership;
      await this.repository.addMembership(manager, id, communityId, roles);
      memberships.push({ community, roles });
    }
    await this.audit.append(manager, {
      ...trace,
      action: 'contributor.added',
      subject: `contributor:${String(id)}`,
      detail: { kind: contributor.kind, globalRoles: contributor.globalRoles, memberships },
    });
    return id;
  }

  /** @param detail what the trace tells besides the scope of the key */
  async addKey(
    manager: EntityManager,
    key: NewKey,
    trace: Trace,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<ApiKey> {
    const added = await this.keys.add(manager, key);
    const { id, contributorId, roles, areas, expiresAt } = added;
    await this.audit.append(manager, {
      ...trace,
      action: 'key.created',
      subject: `key:${String(id)}`,
      detail: { contributor: contributorId, roles, areas, expiresAt: expiresAt.toISOString(), ...detail },
    });
    return added;
  }
}
