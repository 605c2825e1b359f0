import { Injectable } from '@nestjs/common';
import { hasGlobalRole, isReviewer, type Actor } from '../access/actor.js';
import { Problem } from '../platform/problem.js';
import { mayRead } from './deciding.js';
import type { Decision } from './decision.js';
import type { FailedRow } from './failed-rows.js';
import { isReceipt } from './receipt.js';
import type { RowProblem } from './row-problem.js';
import { StagingRepository } from './staging.repository.js';
import type { GoodRow } from './staged-row.js';
import type { Submission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';

export interface SubmissionDetail {
  readonly submission: Submission;
  /** The first thousand; `submission.counts.problems` says how many there are. */
  readonly problems: readonly RowProblem[];
  readonly decisions: readonly Decision[];
}

export interface StagedRowPage {
  readonly rows: readonly GoodRow[];
  /** Read on after this ordinal; absent on the last page. */
  readonly next?: number;
}

const MOST_LISTED = 200;

/** Follows submissions: for senders, for reviewers, and for everybody once they are accepted. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
  ) {}

  /** @throws Problem submission_not_found (404), also for those who may not know of it */
  async read(actor: Actor | undefined, receipt: string): Promise<SubmissionDetail> {
    const submission = await this.find(actor, receipt);
    const problems = await this.staging.problems(this.submissions.manager, submission.id);
    const decisions = await this.submissions.decisions(submission.id);
    return { submission, problems, decisions };
  }

  /**
   * Good rows in the order of the file.
   * @param after 0 to begin with, then the `next` of the page before
   * @throws Problem submission_not_found (404)
   */
  async rows(
    actor: Actor | undefined,
    receipt: string,
    after: number,
    limit: number,
  ): Promise<StagedRowPage> {
    const { id } = await this.find(actor, receipt);
    const rows = await this.staging.rows(this.submissions.manager, id, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, ...(rows.length > limit && last !== undefined ? { next: last.ordinal } : {}) };
  }

  /**
   * Rows that were not taken, as they were sent, the header first.
   * @throws Problem submission_not_found (404)
   */
  async failedRows(actor: Actor | undefined, receipt: string): Promise<readonly FailedRow[]> {
    const { id } = await this.find(actor, receipt);
    return this.staging.failedRows(this.submissions.manager, id);
  }

  /**
   * What waits for a decision, oldest first. A reviewer sees what is theirs to decide; administrators and auditors all.
   * @throws Problem not_a_reviewer (403)
   */
  async openForReview(actor: Actor): Promise<readonly Submission[]> {
    const seesAll = hasGlobalRole(actor, 'administrator') || hasGlobalRole(actor, 'auditor');
    if (!seesAll && !isReviewer(actor)) throw new Problem('not_a_reviewer', 403);
    const own = seesAll ? [] : actor.communities.map(({ id }) => id);
    return this.submissions.open(own, MOST_LISTED);
  }

  /** What the communities somebody belongs to have sent, newest first. */
  async ofOwnCommunities(actor: Actor): Promise<readonly Submission[]> {
    return this.submissions.ofCommunities(
      actor.communities.map(({ id }) => id),
      MOST_LISTED,
    );
  }

  private async find(actor: Actor | undefined, receipt: string): Promise<Submission> {
    const submission = isReceipt(receipt) ? await this.submissions.byReceipt(receipt) : undefined;
    if (submission === undefined || !mayRead(actor, submission)) {
      throw new Problem('submission_not_found', 404);
    }
    return submission;
  }
}
