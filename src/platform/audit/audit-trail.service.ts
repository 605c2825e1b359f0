import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditFilter, AuditPage, ChainedEntry } from './audit-trail.js';
import { AuditHeadsService } from './audit-heads.service.js';
import { AuditTrailRepository } from './audit-trail.repository.js';
import type { ChainReport } from './chain-fault.js';
import { isSigned, type NotedHead } from './signed-head.js';
import { verifyChain, type ChainHead } from './verify-chain.js';

/** Shows the audit trail, and proves that it is as it was written. */
@Injectable()
export class AuditTrailService {
  constructor(
    private readonly repository: AuditTrailRepository,
    private readonly heads: AuditHeadsService,
  ) {}

  /** Entries that fit, from the last one back unless asked otherwise. What is linked meanwhile moves none of them. */
  async page(filter: AuditFilter, page: AuditPage): Promise<readonly ChainedEntry[]> {
    return this.repository.page(filter, page);
  }

  /**
   * Looks for the first place where the trail is not as it was written. It is compared with the heads that this
   * installation noted in its data directory, and with further ones that somebody kept elsewhere; of those the signed ones
   * must be of this installation.
   * @param publicKey PEM, where the one of this installation is not at hand or not to be trusted
   * @throws Refusal when the file of heads cannot be read
   */
  async verify(further: readonly NotedHead[] = [], publicKey = this.heads.publicKey()): Promise<ChainReport> {
    const { heads, unsigned } = await this.heads.noted(publicKey);
    const report = await this.repository.asOfNow((manager) =>
      this.verifyWithin(manager, [...heads, ...further]),
    );
    const signed = further.filter(({ signature }) => signature !== undefined);
    const forged = unsigned ?? signed.find((head) => !isSigned(head, publicKey));
    if (forged === undefined || report.fault !== undefined) return report;
    return { ...report, fault: { code: 'head_not_signed', number: forged.number } };
  }

  /** As `verify`, as a transaction sees the trail. */
  async verifyWithin(manager: EntityManager, heads: readonly ChainHead[]): Promise<ChainReport> {
    const report = await verifyChain(this.repository.links(manager), heads);
    const entryId = report.fault === undefined ? await this.repository.unlinked(manager) : undefined;
    if (entryId === undefined) return report;
    return { ...report, fault: { code: 'entry_unlinked', number: report.links + 1, entryId } };
  }
}
