import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditRepository } from '../platform/audit.repository.js';
import { constraintOf } from '../platform/database-faults.js';
import { Problem } from '../platform/problem.js';
import { checkDecision, mayDecideOn, mayRead, mayRevert } from './deciding.js';
import type { DecisionRequest } from './decision.js';
import { OUTCOME, isOpen, type RecordedVerdict } from './review.js';
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
    const submission = await this.hold(manager, actor, receipt);
    const objection = mayDecideOn(actor, submission);
    if (objection !== undefined) throw new Problem(objection, 403);
    if (!isOpen(submission.state)) throw alreadyDecided(submission);
    return this.record(manager, actor, submission, request, requestId);
  }

  /**
   * Records that an accepted submission is reverted and takes that step, inside a transaction. What it made true is for
   * the room of observations to take back, in the same transaction. Of two reverts at once the first wins.
   * @throws Problem submission_not_found (404); four_eyes, not_a_reviewer or administrator_needed (403);
   *   not_accepted (409); reason_required or decision_too_long (422)
   */
  async revertWithin(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    request: Omit<DecisionRequest<'revert'>, 'decision' | 'cells'>,
    requestId?: string,
  ): Promise<Submission> {
    const submission = await this.hold(manager, actor, receipt);
    const objection = mayRevert(actor, submission);
    if (objection !== undefined) throw new Problem(objection, 403);
    if (submission.state !== 'accepted') throw notAccepted(submission);
    return this.record(manager, actor, submission, { ...request, decision: 'revert' }, requestId);
  }

  /** The submission, held until the end of the transaction, as far as the actor may know of it. */
  private async hold(manager: EntityManager, actor: Actor, receipt: string): Promise<Submission> {
    const submission = await this.submissions.hold(manager, receipt);
    if (submission === undefined || !mayRead(actor, submission)) {
      throw new Problem('submission_not_found', 404);
    }
    return submission;
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    submission: Submission,
    request: DecisionRequest<RecordedVerdict>,
    requestId: string | undefined,
  ): Promise<Submission> {
    const { id, receipt, state: before } = submission;
    const checked = checkDecision(request);
    try {
      await this.submissions.addDecision(manager, id, actor.contributorId, checked);
    } catch (error) {
      throw problemOfGuard(error, submission);
    }
    const state = OUTCOME[checked.decision];
    if (before === 'received') await this.submissions.setState(manager, id, 'in_review');
    await this.submissions.setState(manager, id, state);
    await this.audit.append(manager, {
      contributorId: actor.contributorId,
      action: `submission.${state}`,
      subject: `submission:${String(id)}`,
      detail: { receipt, before, after: state, ...checked },
      ...(requestId === undefined ? {} : { requestId }),
    });
    return { ...submission, state };
  }
}

function alreadyDecided({ state }: Submission): Problem {
  return new Problem('already_decided', 409, { state });
}

function notAccepted({ state }: Submission): Problem {
  return new Problem('not_accepted', 409, { state });
}

/** The database keeps the same rules; who lost a role or a race in between is told the same. */
function problemOfGuard(error: unknown, submission: Submission): unknown {
  const guard = constraintOf(error);
  if (guard === 'decision_four_eyes') return new Problem('four_eyes', 403);
  return guard === 'decision_open' ? alreadyDecided(submission) : error;
}
