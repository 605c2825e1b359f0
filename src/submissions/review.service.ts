import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditRepository } from '../platform/audit.repository.js';
import { constraintOf } from '../platform/database-faults.js';
import { Problem } from '../platform/problem.js';
import { checkDecision, mayDecideOn, mayRead } from './deciding.js';
import type { DecisionRequest } from './decision.js';
import { OUTCOME, isOpen } from './review.js';
import type { Submission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';

/** Records what reviewers decide. Accepting goes on in the room of observations, in the same transaction. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Sends a submission back or rejects it, with a reason.
   * @throws Problem as `decideWithin`
   */
  async returnOrReject(
    actor: Actor,
    receipt: string,
    request: DecisionRequest,
    requestId?: string,
  ): Promise<Submission> {
    if (request.decision === 'accept') throw new TypeError('Accepting goes through acceptance');
    return this.submissions.inTransaction((manager) =>
      this.decideWithin(manager, actor, receipt, request, requestId),
    );
  }

  /**
   * Records a decision and takes its steps, inside a transaction. Of two decisions at once the first wins.
   * @returns the submission as decided
   * @throws Problem submission_not_found (404), four_eyes or not_a_reviewer (403), already_decided (409),
   *   reason_required or decision_too_long (422)
   */
  async decideWithin(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    request: DecisionRequest,
    requestId?: string,
  ): Promise<Submission> {
    const submission = await this.submissions.hold(manager, receipt);
    if (submission === undefined || !mayRead(actor, submission)) {
      throw new Problem('submission_not_found', 404);
    }
    const objection = mayDecideOn(actor, submission);
    if (objection !== undefined) throw new Problem(objection, 403);
    if (!isOpen(submission.state)) throw alreadyDecided(submission);
    const checked = checkDecision(request);
    try {
      await this.submissions.addDecision(manager, submission.id, actor.contributorId, checked);
    } catch (error) {
      throw problemOfGuard(error, submission);
    }
    const state = OUTCOME[checked.decision];
    if (submission.state === 'received') await this.submissions.setState(manager, submission.id, 'in_review');
    await this.submissions.setState(manager, submission.id, state);
    await this.audit.append(manager, {
      contributorId: actor.contributorId,
      action: `submission.${state}`,
      subject: `submission:${String(submission.id)}`,
      detail: { receipt, before: submission.state, after: state, ...checked },
      ...(requestId === undefined ? {} : { requestId }),
    });
    return { ...submission, state };
  }
}

function alreadyDecided({ state }: Submission): Problem {
  return new Problem('already_decided', 409, { state });
}

/** The database keeps the same rules; who lost a role or a race in between is told the same. */
function problemOfGuard(error: unknown, submission: Submission): unknown {
  const guard = constraintOf(error);
  if (guard === 'decision_four_eyes') return new Problem('four_eyes', 403);
  return guard === 'decision_open' ? alreadyDecided(submission) : error;
}
