import { Injectable } from '@nestjs/common';
import { maySubmitFor, type Actor } from '../access/actor.js';
import { AuditRepository } from '../platform/audit.repository.js';
import { Problem } from '../platform/problem.js';
import { mayRead } from './deciding.js';
import { STEPS } from './review.js';
import type { Submission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';

/** Lets senders take back what nobody accepted yet. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Withdraws a submission of a community the actor may send for. Its history stays.
   * @throws Problem submission_not_found (404), not_a_submitter (403), already_decided (409)
   */
  async withdraw(actor: Actor, receipt: string, requestId?: string): Promise<Submission> {
    return this.submissions.inTransaction(async (manager) => {
      const submission = await this.submissions.hold(manager, receipt);
      if (submission === undefined || !mayRead(actor, submission))
        throw new Problem('submission_not_found', 404);
      const { id, state, communityId, communityCode } = submission;
      if (!maySubmitFor(actor, communityId))
        throw new Problem('not_a_submitter', 403, { community: communityCode });
      if (!STEPS[state].includes('withdrawn')) throw new Problem('already_decided', 409, { state });
      await this.submissions.setState(manager, id, 'withdrawn');
      await this.audit.append(manager, {
        contributorId: actor.contributorId,
        action: 'submission.withdrawn',
        subject: `submission:${String(id)}`,
        detail: { receipt, before: state, after: 'withdrawn' },
        ...(requestId === undefined ? {} : { requestId }),
      });
      return { ...submission, state: 'withdrawn' };
    });
  }
}
