import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import type { DecisionRequest } from '../submissions/reviewing/decision.js';
import { ReviewService } from '../submissions/reviewing/review.service.js';
import type { Submission } from '../submissions/submission.js';
import { AcceptanceRepository, type AcceptanceCounts } from './acceptance.repository.js';
import { factsChanged } from './facts-changed.js';
import { RevisionWatchService } from './revision-watch.service.js';

/** What acceptance did. */
export interface Acceptance {
  readonly receipt: string;
  readonly state: 'accepted';
  /** The data revision that holds the batch. */
  readonly revision: number;
  readonly counts: AcceptanceCounts;
}

/** The only way in for facts: a reviewer's decision, and in the same transaction the figures it makes true. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly repository: AcceptanceRepository,
    private readonly reviews: ReviewService,
    private readonly audit: AuditRepository,
    private readonly revisions: RevisionWatchService,
  ) {}

  /**
   * Accepts a submission.
   * @throws Problem submission_not_found (404), stale_version (412), four_eyes or not_a_reviewer (403),
   *   already_decided (409)
   */
  async accept(
    actor: Actor,
    receipt: string,
    request: Omit<DecisionRequest, 'decision'> = {},
    circumstances: Circumstances = {},
  ): Promise<Acceptance> {
    const acceptance = await this.repository.inTransaction(async (manager) => {
      const decision = { ...request, decision: 'accept' } as const;
      const submission = await this.reviews.decideWithin(manager, actor, receipt, decision, circumstances);
      return this.absorb(manager, actor, submission, circumstances.requestId);
    });
    this.revisions.reached(acceptance.revision);
    return acceptance;
  }

  /**
   * Turns the rows of a submission that was just accepted into facts, inside the transaction of the decision.
   * @throws TypeError when a row points to an area or indicator that does not exist: nothing is accepted then
   */
  async absorb(
    manager: EntityManager,
    actor: Actor,
    { id, receipt }: Pick<Submission, 'id' | 'receipt'>,
    requestId?: string,
  ): Promise<Acceptance> {
    const stray = await this.repository.strayRows(manager, id);
    if (stray > 0) throw new TypeError(`${String(stray)} rows of ${receipt} have no area or indicator`);
    const revision = await this.repository.nextRevision(manager, id);
    const counts = await this.repository.absorb(manager, id, revision);
    await this.audit.append(manager, factsChanged(actor, { id, receipt }, revision, counts, requestId));
    return { receipt, state: 'accepted', revision, counts };
  }
}
