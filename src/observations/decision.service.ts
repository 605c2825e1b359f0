import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { DecisionRequest } from '../submissions/reviewing/decision.js';
import type { Circumstances } from '../platform/circumstances.js';
import type { SubmissionState } from '../submissions/reviewing/review.js';
import { ReviewService } from '../submissions/reviewing/review.service.js';
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
   * @throws Problem submission_not_found (404), stale_version (412), four_eyes or not_a_reviewer (403),
   *   already_decided (409), reason_required, decision_too_long or cells_not_found (422)
   */
  async decide(
    actor: Actor,
    receipt: string,
    request: DecisionRequest,
    circumstances: Circumstances = {},
  ): Promise<Decided> {
    const { decision } = request;
    if (decision === 'accept') return this.acceptance.accept(actor, receipt, request, circumstances);
    const { state } = await this.reviews.returnOrReject(
      actor,
      receipt,
      { ...request, decision },
      circumstances,
    );
    return { receipt, state };
  }
}
