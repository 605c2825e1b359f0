import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { DecisionRequest } from '../submissions/decision.js';
import type { SubmissionState } from '../submissions/review.js';
import { ReviewService } from '../submissions/review.service.js';
import type { AcceptanceCounts } from './acceptance.repository.js';
import { AcceptanceService } from './acceptance.service.js';

/** What a decision led to. */
export interface Decided {
  readonly receipt: string;
  readonly state: SubmissionState;
  /** When it was accepted: the data revision that holds it, and what it changed. */
  readonly revision?: number;
  readonly counts?: AcceptanceCounts;
}

/** One way in for all decisions of reviewers. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly acceptance: AcceptanceService,
    private readonly reviews: ReviewService,
  ) {}

  /**
   * Accepts, returns or rejects a submission.
   * @throws Problem submission_not_found (404), four_eyes or not_a_reviewer (403), already_decided (409),
   *   reason_required or decision_too_long (422)
   */
  async decide(
    actor: Actor,
    receipt: string,
    request: DecisionRequest,
    requestId?: string,
  ): Promise<Decided> {
    if (request.decision === 'accept') return this.acceptance.accept(actor, receipt, request, requestId);
    const { state } = await this.reviews.returnOrReject(actor, receipt, request, requestId);
    return { receipt, state };
  }
}
