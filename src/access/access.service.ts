import { Injectable } from '@nestjs/common';
import { AuditRepository } from '../platform/audit.repository.js';
import { AccessRepository, type KeyHolder } from './access.repository.js';
import type { Actor } from './actor.js';
import type { FreshKey } from './api-key.js';
import { keyHash, newKey } from './key.js';
import { checkKeyRequest, type KeyRequest } from './key-request.js';

/** Says who is acting, and makes keys. */
@Injectable()
export class AccessService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** Whoever a key stands for; `undefined` for a key that is unknown, expired or revoked, or for no key. */
  async actorOf(key: string | undefined): Promise<Actor | undefined> {
    if (key === undefined || key === '' || key.length > 256) return undefined;
    return this.actorOfHash(keyHash(key));
  }

  /** As `actorOf`, of a key of which only the hash is at hand. */
  async actorOfHash(hash: string): Promise<Actor | undefined> {
    const holder = await this.repository.holderOf(hash);
    return holder === undefined ? undefined : actorOfHolder(holder);
  }

  /**
   * Makes a contributor and a key for it, either of a community or of the whole installation.
   * @param by who asks; absent: the operator on the host
   * @throws Problem unknown_community, community_not_confirmed, unknown_role, missing_key_name, key_lifetime
   */
  async createKey(request: KeyRequest, by?: Actor): Promise<FreshKey> {
    const { name, communityRoles, globalRoles, days } = checkKeyRequest(request);
    const key = newKey();
    return this.repository.whileAloneAdding(async (manager) => {
      const contributorId = await this.repository.addContributor(manager, {
        name,
        kind: 'person',
        globalRoles,
      });
      if ('community' in request) {
        const communityId = await this.repository.communityId(manager, request.community);
        await this.repository.addMembership(manager, contributorId, communityId, communityRoles);
      }
      const roles = [...communityRoles, ...globalRoles];
      const fresh = { contributorId, label: name, roles, hash: keyHash(key), days };
      const { id, expiresAt } = await this.repository.addKey(manager, fresh);
      await this.audit.append(manager, {
        ...(by === undefined ? {} : { contributorId: by.contributorId }),
        action: 'key.created',
        subject: `contributor:${String(contributorId)}`,
        detail: {
          key: id,
          label: name,
          roles,
          expiresAt: expiresAt.toISOString(),
          ...('community' in request ? { community: request.community } : {}),
        },
      });
      return { id, contributorId, label: name, roles, expiresAt, key };
    });
  }

  /** This installation as an actor: it sends and accepts the bundled figures, and nothing else. */
  async installation(): Promise<Actor> {
    const contributorId = await this.repository.whileAloneAdding(
      async (manager) =>
        (await this.repository.installationId(manager)) ??
        this.repository.addContributor(manager, {
          name: 'This installation',
          kind: 'installation',
          globalRoles: [],
        }),
    );
    return { contributorId, kind: 'installation', communities: [], globalRoles: [] };
  }

  /**
   * The system that sends for a community when the operator on the host loads a file; made when first needed.
   * @throws Problem unknown_community, community_not_confirmed
   */
  async systemOf(community: string): Promise<Actor> {
    return this.repository.whileAloneAdding(async (manager) => {
      const communityId = await this.repository.communityId(manager, community);
      let contributorId = await this.repository.systemOf(manager, communityId);
      if (contributorId === undefined) {
        const name = `System of ${community}`;
        contributorId = await this.repository.addContributor(manager, {
          name,
          kind: 'system',
          globalRoles: [],
        });
        await this.repository.addMembership(manager, contributorId, communityId, ['submitter']);
        const subject = `contributor:${String(contributorId)}`;
        await this.audit.append(manager, { action: 'contributor.added', subject, detail: { community } });
      }
      const communities = [{ id: communityId, code: community, roles: ['submitter'] as const }];
      return { contributorId, kind: 'system', communities, globalRoles: [] };
    });
  }
}

/** Roles of the contributor as far as the key lets them through. */
function actorOfHolder({ contributor, memberships, keyRoles }: KeyHolder): Actor {
  return {
    contributorId: contributor.id,
    kind: contributor.kind,
    communities: memberships.map(({ communityId, communityCode, roles }) => ({
      id: communityId,
      code: communityCode,
      roles: roles.filter((role) => keyRoles.includes(role)),
    })),
    globalRoles: contributor.globalRoles.filter((role) => keyRoles.includes(role)),
  };
}
