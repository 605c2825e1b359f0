import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NewAuditEntry } from '../platform/audit/audit-entry.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { keyHash } from './key.js';
import type { OpenSession } from './open-session.js';
import { identityHash, type OpenIdIdentity } from './openid-identity.js';
import { SessionRepository, type Begun } from './session.repository.js';
import type { Trace } from './trace.js';
import { isSessionToken, newSessionToken, sessionTokenHash } from './session-token.js';

/** Lets people show their key, or an identity linked with it, once and go on without it. */
@Injectable()
export class SessionService {
  constructor(
    private readonly repository: SessionRepository,
    private readonly access: AccessService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Every try is audited, without anything of the key.
   * @returns the token of a new session, or `undefined` for a key that is unknown, expired or revoked
   */
  async begin(key: string, requestId?: string): Promise<string | undefined> {
    const isKey = key !== '' && key.length <= 256;
    return this.audited(requestId, (manager, tokenHash) =>
      isKey ? this.repository.begin(manager, tokenHash, keyHash(key)) : Promise.resolve(undefined),
    );
  }

  /**
   * As `begin`, by an identity that the provider vouches for.
   * @returns `undefined` when nobody linked it, or the key it was linked with is no longer in force
   */
  async beginByIdentity(identity: OpenIdIdentity, requestId?: string): Promise<string | undefined> {
    return this.audited(requestId, (manager, tokenHash) =>
      this.repository.beginByIdentity(manager, tokenHash, identityHash(identity)),
    );
  }

  /** Whoever is signed in by this token; `undefined` when its session is over or its key is no longer in force. */
  async actorOf(token: string | undefined): Promise<Actor | undefined> {
    const hash = await this.keyHashOf(token);
    return hash === undefined ? undefined : this.access.actorOfHash(hash);
  }

  /** Hash of the key that a session stands for; `undefined` as of `actorOf`. */
  async keyHashOf(token: string | undefined): Promise<string | undefined> {
    if (token === undefined || !isSessionToken(token)) return undefined;
    return this.repository.keyHashOf(sessionTokenHash(token));
  }

  /**
   * The sessions of somebody that go on, the latest first.
   * @param token of the one that asks
   */
  async listOf(contributorId: number, token?: string): Promise<readonly OpenSession[]> {
    return this.repository.listOf(contributorId, token && sessionTokenHash(token));
  }

  async end(token: string): Promise<void> {
    await this.repository.end(sessionTokenHash(token));
  }

  /**
   * Ends every session of somebody, that of whoever asks included.
   * @param trace who asks for it; none: the operator on the host
   * @returns how many there were
   */
  async endAll(contributorId: number, trace: Trace = {}): Promise<number> {
    return this.repository.inTransaction(async (manager) => {
      const count = await this.repository.endAll(manager, contributorId);
      await this.audit.append(manager, {
        ...trace,
        action: 'session.ended',
        subject: `contributor:${String(contributorId)}`,
        detail: { count },
      });
      return count;
    });
  }

  private async audited(
    requestId: string | undefined,
    begin: (manager: EntityManager, tokenHash: string) => Promise<Begun | undefined>,
  ): Promise<string | undefined> {
    const token = newSessionToken();
    return this.repository.inTransaction(async (manager) => {
      const begun = await begin(manager, sessionTokenHash(token));
      await this.audit.append(manager, {
        ...(begun === undefined ? REFUSED : entryOf(begun)),
        ...(requestId === undefined ? {} : { requestId }),
      });
      return begun && token;
    });
  }
}

const REFUSED: NewAuditEntry = { action: 'session.refused', subject: 'session', detail: {} };

function entryOf({ contributorId, apiKeyId, identityId }: Begun): NewAuditEntry {
  const subject = `contributor:${String(contributorId)}`;
  const detail = { key: apiKeyId, ...(identityId === null ? {} : { identity: identityId }) };
  return { contributorId, action: 'session.begun', subject, detail };
}
