import { Injectable } from '@nestjs/common';
import { maySubmitFor, type Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { STEPS } from './review.js';
import { StepService } from './step.service.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** Lets senders take back what nobody accepted yet. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly steps: StepService,
  ) {}

  /**
   * Withdraws a submission of a community the actor may send for. Its history stays.
   * @throws Problem submission_not_found (404), stale_version (412), not_a_submitter (403), already_decided (409)
   */
  async withdraw(actor: Actor, receipt: string, circumstances: Circumstances = {}): Promise<Submission> {
    return this.submissions.inTransaction(async (manager) => {
      const submission = await this.steps.hold(manager, actor, receipt, circumstances);
      const { state, communityId, communityCode } = submission;
      if (!maySubmitFor(actor, communityId)) {
        throw new Problem('not_a_submitter', 403, { community: communityCode });
      }
      if (!STEPS[state].includes('withdrawn')) throw new Problem('already_decided', 409, { state });
      const taken = { actor, role: 'submitter', submission } as const;
      const step = { ...taken, through: ['withdrawn'], notice: { code: 'withdrawn' } } as const;
      return this.steps.take(manager, step, circumstances);
    });
  }
}
