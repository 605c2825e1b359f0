import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { Problem } from '../platform/problem.js';
import type { Actor } from './actor.js';
import { keyHash } from './key.js';
import { identityHash, type LinkedIdentity, type OpenIdIdentity } from './openid-identity.js';
import { OpenIdIdentityRepository } from './openid-identity.repository.js';

/**
 * Links identities of a provider with keys. An identity stands for the key it was linked with: for its roles and areas,
 * and no longer than it is in force, so that nobody gains by linking and revoking a key shuts every way in that it opened.
 */
@Injectable()
export class OpenIdIdentityService {
  constructor(
    private readonly repository: OpenIdIdentityRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Links with the key somebody signed in with.
   * @throws Problem identity_taken (409)
   */
  async linkBySession(identity: OpenIdIdentity, apiKeyId: number, requestId?: string): Promise<void> {
    await this.repository.inTransaction((manager) => this.link(manager, identity, apiKeyId, requestId));
  }

  /**
   * Links with a key that is shown; one that is not in force is audited as refused.
   * @returns whether the key is in force
   * @throws Problem identity_taken (409)
   */
  async linkByKey(identity: OpenIdIdentity, key: string, requestId?: string): Promise<boolean> {
    if (key === '' || key.length > 256) return false;
    return this.repository.inTransaction(async (manager) => {
      const found = await this.repository.keyOfHash(manager, keyHash(key));
      if (found === undefined) {
        const refused = { action: 'session.refused', subject: 'session', detail: {} };
        await this.audit.append(manager, { ...refused, ...(requestId === undefined ? {} : { requestId }) });
        return false;
      }
      await this.link(manager, identity, found, requestId);
      return true;
    });
  }

  async linkedBy(contributorId: number): Promise<readonly LinkedIdentity[]> {
    return this.repository.linkedBy(contributorId);
  }

  /** Unlinks one of the actor's own; the sessions begun with it end. One that is not there is no fault. */
  async unlink({ contributorId }: Actor, id: number, requestId?: string): Promise<void> {
    await this.repository.inTransaction(async (manager) => {
      if (!(await this.repository.unlink(manager, contributorId, id))) return;
      await this.audit.append(manager, {
        contributorId,
        action: 'identity.unlinked',
        subject: `contributor:${String(contributorId)}`,
        detail: { identity: id },
        ...(requestId === undefined ? {} : { requestId }),
      });
    });
  }

  private async link(
    manager: EntityManager,
    identity: OpenIdIdentity,
    key: number,
    requestId: string | undefined,
  ): Promise<void> {
    const linked = await this.repository.link(manager, identityHash(identity), identity.issuer, key);
    if (linked === undefined) throw new Problem('identity_taken', 409);
    const { id, contributorId, apiKeyId } = linked;
    await this.audit.append(manager, {
      contributorId,
      action: 'identity.linked',
      subject: `contributor:${String(contributorId)}`,
      detail: { identity: id, key: apiKeyId, issuer: identity.issuer },
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}
