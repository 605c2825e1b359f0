import { Injectable } from '@nestjs/common';
import { ANNOUNCED_DAYS } from '../../access/api-key.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { NoticeMailRepository } from './notice-mail.repository.js';

/** Tells people by mail that their key expires soon. */
@Injectable()
export class KeyExpiryService {
  constructor(
    private readonly outbox: NoticeMailRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Tells whoever left an address, once of each key, also when several processes do so.
   * @returns of how many keys
   */
  async announce(now: Date): Promise<number> {
    return this.outbox.inTransaction(async (manager) => {
      const announced = await this.outbox.addKeyExpiries(manager, now, ANNOUNCED_DAYS);
      const entries = announced.map(({ id, contributorId }) => ({
        action: 'key.announced',
        subject: `key:${String(id)}`,
        detail: { contributor: contributorId, days: ANNOUNCED_DAYS },
      }));
      await this.audit.appendAll(manager, entries);
      return announced.length;
    });
  }
}
