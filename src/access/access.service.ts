import { Injectable } from '@nestjs/common';
import { AccessRepository, type KeyHolder } from './access.repository.js';
import type { Actor } from './actor.js';
import { keyHash } from './key.js';
import { KeyAdministrationService } from './key-administration.service.js';
import type { FreshKey } from './api-key.js';
import type { KeyRequest } from './key-request.js';
import { NewContributorService } from './new-contributor.service.js';

/** Says who is acting. */
@Injectable()
export class AccessService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly newcomers: NewContributorService,
    private readonly keys: KeyAdministrationService,
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

  /** Makes a key as the operator on the host does; see `KeyAdministrationService.create`. */
  async createKey(request: KeyRequest): Promise<FreshKey> {
    return this.keys.create('operator', request);
  }

  /** This installation as an actor: it sends and accepts the bundled figures, and nothing else. */
  async installation(): Promise<Actor> {
    const contributorId = await this.repository.whileAlone(
      async (manager) =>
        (await this.repository.installationId(manager)) ??
        this.newcomers.add(
          manager,
          { name: 'This installation', kind: 'installation', globalRoles: [] },
          undefined,
          {},
        ),
    );
    return { contributorId, kind: 'installation', communities: [], globalRoles: [] };
  }

  /**
   * The system that sends for a community when the operator on the host loads a file; made when first needed.
   * @throws Problem unknown_community, community_not_confirmed
   */
  async systemOf(community: string): Promise<Actor> {
    return this.repository.whileAlone(async (manager) => {
      const communityId = await this.repository.communityId(manager, community);
      const roles = ['submitter'] as const;
      const contributorId =
        (await this.repository.systemOf(manager, communityId)) ??
        (await this.newcomers.add(
          manager,
          { name: `System of ${community}`, kind: 'system', globalRoles: [] },
          { communityId, community, roles },
          {},
        ));
      const communities = [{ id: communityId, code: community, roles }];
      return { contributorId, kind: 'system', communities, globalRoles: [] };
    });
  }
}

/** Roles of the contributor as far as the key lets them through. */
function actorOfHolder({ contributor, memberships, keyId, keyRoles, keyAreas, conduct }: KeyHolder): Actor {
  return {
    contributorId: contributor.id,
    kind: contributor.kind,
    communities: memberships.map(({ communityId, communityCode, roles, hasLeft }) => ({
      id: communityId,
      code: communityCode,
      roles: roles.filter((role) => keyRoles.includes(role)),
      ...(hasLeft ? { hasLeft } : {}),
    })),
    globalRoles: contributor.globalRoles.filter((role) => keyRoles.includes(role)),
    keyId,
    ...(keyAreas.length === 0 ? {} : { areas: keyAreas }),
    ...(conduct === undefined ? {} : { conduct }),
  };
}
