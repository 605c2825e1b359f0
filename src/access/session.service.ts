import { Injectable } from '@nestjs/common';
import type { NewAuditEntry } from '../platform/audit-entry.js';
import { AuditRepository } from '../platform/audit.repository.js';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { keyHash } from './key.js';
import { SessionRepository, type Begun } from './session.repository.js';
import { isSessionToken, newSessionToken, sessionTokenHash } from './session-token.js';

/** Lets people show their key once and go on without it. */
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
    const token = newSessionToken();
    const isKey = key !== '' && key.length <= 256;
    return this.repository.inTransaction(async (manager) => {
      const begun = isKey
        ? await this.repository.begin(manager, sessionTokenHash(token), keyHash(key))
        : undefined;
      await this.audit.append(manager, {
        ...(begun === undefined ? REFUSED : entryOf(begun)),
        ...(requestId === undefined ? {} : { requestId }),
      });
      return begun && token;
    });
  }

  /** Whoever is signed in by this token; `undefined` when its session is over or its key is no longer in force. */
  async actorOf(token: string | undefined): Promise<Actor | undefined> {
    if (token === undefined || !isSessionToken(token)) return undefined;
    const hash = await this.repository.keyHashOf(sessionTokenHash(token));
    return hash === undefined ? undefined : this.access.actorOfHash(hash);
  }

  async end(token: string): Promise<void> {
    await this.repository.end(sessionTokenHash(token));
  }
}

const REFUSED: NewAuditEntry = { action: 'session.refused', subject: 'session', detail: {} };

function entryOf({ contributorId, apiKeyId }: Begun): NewAuditEntry {
  const subject = `contributor:${String(contributorId)}`;
  return { contributorId, action: 'session.begun', subject, detail: { key: apiKeyId } };
}
