import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import type { DecisionRequest } from '../submissions/reviewing/decision.js';
import { ReviewService } from '../submissions/reviewing/review.service.js';
import { AcceptanceRepository } from './acceptance.repository.js';
import { RevertRepository, type RevertCounts } from './revert.repository.js';
import { factsChanged } from './facts-changed.js';
import { RevisionWatchService } from './revision-watch.service.js';

/** What a revert did. */
export interface Revert {
  readonly receipt: string;
  readonly state: 'reverted';
  /** The data revision from which on the batch no longer holds. */
  readonly revision: number;
  readonly counts: RevertCounts;
}

/** Why a batch is reverted. */
export type RevertRequest = Omit<DecisionRequest<'revert'>, 'decision' | 'cells'>;

/**
 * Takes a whole accepted submission back as one step: the decision, the end of its figures and the return of what they
 * superseded are one transaction. Nothing is deleted: each earlier revision still holds what it held.
 */
@Injectable()
export class RevertService {
  constructor(
    private readonly facts: AcceptanceRepository,
    private readonly repository: RevertRepository,
    private readonly reviews: ReviewService,
    private readonly audit: AuditRepository,
    private readonly revisions: RevisionWatchService,
  ) {}

  /**
   * Reverts an accepted submission. The data revision moves by one, also when later submissions had superseded all of it.
   * @throws Problem submission_not_found (404), stale_version (412); four_eyes, not_a_reviewer or administrator_needed (403);
   *   not_accepted (409); reason_required or decision_too_long (422)
   */
  async revert(
    actor: Actor,
    receipt: string,
    request: RevertRequest,
    circumstances: Circumstances = {},
  ): Promise<Revert> {
    const { requestId } = circumstances;
    const revert = await this.facts.inTransaction(async (manager) => {
      const { id } = await this.reviews.revertWithin(manager, actor, receipt, request, circumstances);
      const revision = await this.facts.nextRevision(manager, id);
      const counts = await this.repository.takeBack(manager, id, revision);
      await this.audit.append(manager, factsChanged(actor, { id, receipt }, revision, counts, requestId));
      return { receipt, state: 'reverted', revision, counts } as const;
    });
    this.revisions.reached(revert.revision);
    return revert;
  }
}
