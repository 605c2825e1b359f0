import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { ModerationService } from '../../communities/moderation/moderation.service.js';
import { constraintOf } from '../../platform/database-faults.js';
import { Problem } from '../../platform/problem.js';
import { findCells } from '../checking/cells.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { CorrectionRepository } from './correction.repository.js';
import {
  checkDecision,
  decidingCommunity,
  decidingRole,
  mayDecideOn,
  mayRevert,
  refuseUnexplained,
} from './deciding.js';
import type { DecisionRequest } from './decision.js';
import { OUTCOME, isOpen, type RecordedVerdict, type Verdict } from './review.js';
import { StepService } from './step.service.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** Records what reviewers decide. Accepting goes on in the room of observations, in the same transaction. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly corrections: CorrectionRepository,
    private readonly steps: StepService,
    private readonly moderation: ModerationService,
  ) {}

  /**
   * Sends a submission back or rejects it, with a reason.
   * @throws Problem as `decideWithin`
   */
  async returnOrReject(
    actor: Actor,
    receipt: string,
    request: DecisionRequest<Exclude<Verdict, 'accept'>>,
    circumstances: Circumstances = {},
  ): Promise<Submission> {
    return this.submissions.inTransaction((manager) =>
      this.decideWithin(manager, actor, receipt, request, circumstances),
    );
  }

  /**
   * Records a decision and takes its steps, inside a transaction. Of two decisions at once the first wins.
   * @returns the submission as decided
   * @throws Problem submission_not_found (404), stale_version (412), four_eyes or not_a_reviewer (403),
   *   already_decided (409), reason_required, decision_too_long or cells_not_found (422)
   */
  async decideWithin(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    request: DecisionRequest,
    circumstances: Circumstances,
  ): Promise<Submission> {
    const submission = await this.steps.hold(manager, actor, receipt, circumstances);
    const objection = mayDecideOn(actor, submission);
    if (objection !== undefined) throw new Problem(objection, 403);
    if (!isOpen(submission.state)) throw alreadyDecided(submission);
    refuseUnexplained(submission, request);
    return this.record(manager, actor, submission, request, circumstances);
  }

  /**
   * Records that an accepted submission is reverted and takes that step, inside a transaction. What it made true is for
   * the room of observations to take back, in the same transaction. Of two reverts at once the first wins.
   * @throws Problem submission_not_found (404), stale_version (412); four_eyes, not_a_reviewer or administrator_needed
   *   (403); not_accepted (409); reason_required or decision_too_long (422)
   */
  async revertWithin(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    request: Omit<DecisionRequest<'revert'>, 'decision' | 'cells'>,
    circumstances: Circumstances,
  ): Promise<Submission> {
    const submission = await this.steps.hold(manager, actor, receipt, circumstances);
    const objection = mayRevert(actor, submission);
    if (objection !== undefined) throw new Problem(objection, 403);
    if (submission.state !== 'accepted') throw notAccepted(submission);
    return this.record(manager, actor, submission, { ...request, decision: 'revert' }, circumstances);
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    submission: Submission,
    request: DecisionRequest<RecordedVerdict>,
    circumstances: Circumstances,
  ): Promise<Submission> {
    const decision = await this.withPlaces(manager, submission, checkDecision(request));
    const by = { contributorId: actor.contributorId, communityId: decidingCommunity(actor)?.id };
    const decisionId = await this.submissions
      .addDecision(manager, submission.id, by, decision)
      .catch((error: unknown) => {
        throw problemOfGuard(error, submission);
      });
    if (decision.text !== undefined) {
      const text = { kind: 'review_reason', decisionId } as const;
      const { communityId } = by;
      const saved = { text, communityId, texts: [{ text: decision.text }], role: decidingRole(actor) };
      await this.moderation.hold(manager, actor, saved, circumstances);
    }
    const state = OUTCOME[decision.decision];
    const step = {
      actor,
      role: decidingRole(actor),
      submission,
      through: submission.state === 'received' ? (['in_review', state] as const) : ([state] as const),
      notice: {
        code: state,
        params: { reason: decision.text ?? '', cells: decision.cells?.length ?? 0 },
      },
      detail: { ...decision },
    } as const;
    return this.steps.take(manager, step, circumstances);
  }

  /** The decision with the cells it names as they stand in the submission. */
  private async withPlaces<Kind extends RecordedVerdict>(
    manager: EntityManager,
    { id }: Submission,
    decision: DecisionRequest<Kind>,
  ): Promise<DecisionRequest<Kind>> {
    if (decision.cells === undefined) return decision;
    const rows = decision.cells.map(({ row }) => row);
    const cells = findCells(
      decision.cells,
      await this.corrections.figuresOfRows(manager, id, rows),
      'no_such_row',
    );
    return { ...decision, cells };
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
  if (guard === 'decision_community_guard') return new Problem('not_a_reviewer', 403);
  if (guard === 'decision_four_eyes') return new Problem('four_eyes', 403);
  return guard === 'decision_open' ? alreadyDecided(submission) : error;
}
