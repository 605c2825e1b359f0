import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { Problem } from '../platform/problem.js';
import { AccessRepository } from './access.repository.js';
import { requireAdministrator, traceOf, type Administering } from './administering.js';
import type { FreshKey, KnownKey } from './api-key.js';
import { ConductService } from './conduct.service.js';
import type { ContributorAccount } from './contributor.js';
import { ContributorRepository } from './contributor.repository.js';
import { keyHash, newKey } from './key.js';
import {
  checkKeyRequest,
  refuseAreasOutside,
  type CheckedKeyRequest,
  type KeyRequest,
} from './key-request.js';
import { KeyRepository, type KeyFilter, type ListPart } from './key.repository.js';
import { NewContributorService } from './new-contributor.service.js';
import type { Trace } from './trace.js';

const ALL: ListPart = { after: 0, limit: 1_000 };
const DAY_MS = 86_400_000;

/** What an administrator may say of an act: why, and the request that asked for it. */
export interface Act {
  readonly reason?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Makes keys, lists them, and ends them. */
@Injectable()
export class KeyAdministrationService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly keys: KeyRepository,
    private readonly contributors: ContributorRepository,
    private readonly newcomers: NewContributorService,
    private readonly conduct: ConductService,
    private readonly catalogues: CatalogueService,
    private readonly audit: AuditRepository,
  ) {}

  /** By id, the oldest first; without anything of the keys themselves. */
  async list(filter: KeyFilter = {}, part: ListPart = ALL): Promise<readonly KnownKey[]> {
    return this.keys.list(filter, part);
  }

  /** @throws Problem key_not_found (404) */
  async get(id: number): Promise<KnownKey> {
    return found(await this.keys.byId(id), id);
  }

  /**
   * Makes a key: of somebody new, who belongs to a community or has roles in the whole installation; or a further one of
   * somebody who is known, within the roles they hold.
   * @throws Problem not_an_administrator (403); unknown_community, contributor_not_found (404); community_not_confirmed,
   *   key_of_system, not_a_person (409); unknown_role, missing_key_name, key_lifetime, unknown_key_area,
   *   key_areas_outside, role_not_held (422)
   */
  async create(by: Administering, request: KeyRequest, { requestId }: Act = {}): Promise<FreshKey> {
    requireAdministrator(by);
    const lookUp = this.catalogues.current();
    const { areas: known, groups } = lookUp.catalogue;
    const areas = new Set([...known, ...groups].map(({ code }) => code));
    const checked = checkKeyRequest(request, (code) => areas.has(code));
    const { name: label, communityRoles, globalRoles, areas: scope, days } = checked;
    const trace = traceOf(by, requestId);
    const key = newKey();
    return this.repository.whileAlone(async (manager) => {
      const contributorId = await this.holderFor(manager, request, checked, trace);
      if (request.acceptsConduct !== undefined) {
        await this.conduct.record(manager, contributorId, request.acceptsConduct, trace);
      }
      const own = await this.keys.areasOfSender(manager, contributorId);
      refuseAreasOutside(scope, own, (code) => lookUp.group(code)?.members ?? [code]);
      const roles = [...communityRoles, ...globalRoles];
      const fresh = { contributorId, label, roles, areas: scope, hash: keyHash(key), days };
      return { ...(await this.newcomers.addKey(manager, fresh, trace)), key };
    });
  }

  /**
   * Ends a key for good, and the sessions begun with it. One that was revoked already stays as it is.
   * @throws Problem not_an_administrator (403), key_not_found (404), last_administrator (409)
   */
  async revoke(by: Administering, id: number, { reason, requestId }: Act = {}): Promise<KnownKey> {
    requireAdministrator(by);
    return this.repository.whileAlone(async (manager) => {
      const key = found(await this.keys.byId(id, manager), id);
      if (key.revokedAt !== undefined) return key;
      await this.repository.keepingAdministered(manager, () => this.keys.revoke(manager, id));
      await this.audit.append(manager, {
        ...traceOf(by, requestId),
        action: 'key.revoked',
        subject: `key:${String(id)}`,
        detail: { contributor: key.contributorId, ...(reason === undefined ? {} : { reason }) },
      });
      return found(await this.keys.byId(id, manager), id);
    });
  }

  /**
   * Makes a new key in place of one that was lost: of the same holder and scope, and for as long as that one was made
   * for. The old one ends.
   * @throws Problem not_an_administrator (403), key_not_found (404); key_revoked (409): who lost their key asks before
   *   somebody revokes it
   */
  async reissue(by: Administering, id: number, { requestId }: Act = {}): Promise<FreshKey> {
    requireAdministrator(by);
    const trace = traceOf(by, requestId);
    const key = newKey();
    return this.repository.whileAlone(async (manager) => {
      const old = found(await this.keys.byId(id, manager), id);
      if (old.revokedAt !== undefined || old.label === undefined) {
        throw new Problem('key_revoked', 409, { key: id });
      }
      const { contributorId, label, roles, areas, createdAt, expiresAt } = old;
      const days = Math.max(1, Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY_MS));
      const fresh = { contributorId, label, roles, areas, hash: keyHash(key), days };
      const made = await this.newcomers.addKey(manager, fresh, trace, { inPlaceOf: id });
      await this.keys.passIdentitiesOn(manager, id, made.id);
      await this.keys.revoke(manager, id);
      await this.audit.append(manager, {
        ...trace,
        action: 'key.reissued',
        subject: `key:${String(id)}`,
        detail: { contributor: contributorId, as: made.id },
      });
      return { ...made, key };
    });
  }

  private async holderFor(
    manager: EntityManager,
    request: KeyRequest,
    { name, communityRoles, globalRoles }: CheckedKeyRequest,
    trace: Trace,
  ): Promise<number> {
    if ('contributorId' in request) {
      const holder = await this.contributors.personById(manager, request.contributorId);
      refuseUnheld([...communityRoles, ...globalRoles], holder);
      return holder.id;
    }
    const membership =
      'community' in request
        ? {
            communityId: await this.repository.communityOfPersons(manager, request.community),
            community: request.community,
            roles: communityRoles,
          }
        : undefined;
    return this.newcomers.add(manager, { name, kind: 'person', globalRoles }, membership, trace);
  }
}

/** @throws Problem role_not_held (422) */
function refuseUnheld(roles: readonly string[], { globalRoles, memberships }: ContributorAccount): void {
  const held: readonly string[] = [...globalRoles, ...memberships.flatMap((one) => one.roles)];
  const unheld = roles.find((role) => !held.includes(role));
  if (unheld !== undefined) {
    throw new Problem('role_not_held', 422, { role: unheld, held: [...new Set(held)].join(', ') });
  }
}

function found(key: KnownKey | undefined, id: number): KnownKey {
  if (key === undefined) throw new Problem('key_not_found', 404, { key: id });
  return key;
}
