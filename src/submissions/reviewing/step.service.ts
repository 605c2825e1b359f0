import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import type { Role } from '../../access/role.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { Problem } from '../../platform/problem.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { mayRead } from './deciding.js';
import type { NoticeCode, NoticeParams } from '../notices/notice.js';
import { NoticeRepository } from '../notices/notice.repository.js';
import type { SubmissionState } from './review.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** A step that somebody takes with a submission. */
export interface Step {
  readonly actor: Actor;
  /** In which of their roles. */
  readonly role: Role;
  /** As it was held. */
  readonly submission: Submission;
  /** States it passes through, the last one is where it comes to rest. */
  readonly through: readonly [...SubmissionState[], SubmissionState];
  /** What people are told. */
  readonly notice: { readonly code: NoticeCode; readonly params?: NoticeParams };
  /** What the trace tells besides the states. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Takes steps from state to state: each is told to those it concerns and leaves a trace, in one transaction. */
@Injectable()
export class StepService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly notices: NoticeRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * The submission, held until the end of the transaction, as far as the actor may know of it.
   * @throws Problem submission_not_found (404); stale_version (412) when it is not as the actor saw it
   */
  async hold(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    { ifVersion }: Circumstances,
  ): Promise<Submission> {
    const submission = await this.submissions.hold(manager, receipt);
    if (submission === undefined || !mayRead(actor, submission)) {
      throw new Problem('submission_not_found', 404);
    }
    const { state, version } = submission;
    if (ifVersion?.includes(version) === false) throw new Problem('stale_version', 412, { state });
    return submission;
  }

  /** @returns the submission after the step */
  async take(manager: EntityManager, step: Step, { requestId }: Circumstances): Promise<Submission> {
    const { actor, role, submission, through, notice, detail } = step;
    const { id, receipt, state: before } = submission;
    let { state, version } = submission;
    for (state of through) version = await this.submissions.setState(manager, id, state);
    await this.notices.add(manager, id, notice.code, notice.params);
    await this.audit.append(manager, {
      contributorId: actor.contributorId,
      role,
      action: `submission.${notice.code}`,
      subject: `submission:${String(id)}`,
      detail: { receipt, before, after: state, ...detail },
      ...(requestId === undefined ? {} : { requestId }),
    });
    return { ...submission, state, version };
  }
}
