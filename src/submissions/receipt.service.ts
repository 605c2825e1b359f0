import { Injectable } from '@nestjs/common';
import { hasGlobalRole, isMember, isReviewer, type Actor } from '../access/actor.js';
import { Problem } from '../platform/problem.js';
import { mayFollow, mayRead } from './reviewing/deciding.js';
import type { Decision } from './reviewing/decision.js';
import type { Change } from './reviewing/correction.js';
import { CorrectionRepository } from './reviewing/correction.repository.js';
import type { FailedRow } from './checking/failed-rows.js';
import type { Notice } from './notices/notice.js';
import { NoticeRepository } from './notices/notice.repository.js';
import { isReceipt } from './receipt.js';
import type { RowProblem } from './checking/row-problem.js';
import { StagingRepository, type KeptRow } from './checking/staging.repository.js';
import type { Submission } from './submission.js';
import { SubmissionRepository, type ListPart } from './submission.repository.js';
import type { RowWarning } from './checking/warning.js';
import { WarningRepository } from './checking/warning.repository.js';

export interface SubmissionDetail {
  readonly submission: Submission;
  /** The first thousand; `submission.counts.problems` says how many there are. */
  readonly problems: readonly RowProblem[];
  /** What is worth a second look: the first two hundred of each code; `submission.warningsByCode` counts them. */
  readonly warnings: readonly RowWarning[];
  readonly decisions: readonly Decision[];
  /** What its senders corrected when it was returned, oldest first. */
  readonly changes: readonly Change[];
  /** What its people were told, oldest first. */
  readonly notices: readonly Notice[];
}

export interface StagedRowPage {
  readonly rows: readonly KeptRow[];
  /** On all pages together. */
  readonly total: number;
  /** Read on after this ordinal; absent on the last page. */
  readonly next?: number;
}

const FIRST: ListPart = { limit: 200 };

/** Follows submissions: for senders, for reviewers, and for everybody once they are accepted. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
    private readonly warnings: WarningRepository,
    private readonly corrections: CorrectionRepository,
    private readonly notices: NoticeRepository,
  ) {}

  /** @throws Problem submission_not_found (404), also for those who may not know of it */
  async read(actor: Actor | undefined, receipt: string): Promise<SubmissionDetail> {
    const submission = await this.find(actor, receipt);
    const problems = await this.staging.problems(this.submissions.manager, submission.id);
    const warnings = await this.warnings.of(this.submissions.manager, submission.id);
    const decisions = await this.submissions.decisions(submission.id);
    const notices = await this.notices.ofSubmission(submission.id);
    const changes = await this.corrections.changes(submission.id);
    const detail = { submission, problems, warnings, decisions, changes, notices };
    return mayFollow(actor, submission.communityId) ? detail : forEverybody(detail);
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
    const { id, counts } = await this.find(actor, receipt);
    const rows = await this.staging.rows(this.submissions.manager, id, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page,
      total: counts.good,
      ...(rows.length > limit && last !== undefined ? { next: last.ordinal } : {}),
    };
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
   * Codes of the areas that its good rows are about.
   * @throws Problem submission_not_found (404)
   */
  async areas(actor: Actor | undefined, receipt: string): Promise<readonly string[]> {
    const { id } = await this.find(actor, receipt);
    return this.staging.areas(this.submissions.manager, id);
  }

  /**
   * What waits for a decision, oldest first. A reviewer sees what is theirs to decide; administrators and auditors all.
   * @throws Problem not_a_reviewer (403)
   */
  async openForReview(actor: Actor, part: ListPart = FIRST): Promise<readonly Submission[]> {
    return this.submissions.open(notTheirs(actor), part);
  }

  /** @throws Problem not_a_reviewer (403) */
  async countOpenForReview(actor: Actor): Promise<number> {
    return this.submissions.countOpen(notTheirs(actor));
  }

  /** What the communities somebody belongs to have sent, newest first. */
  async ofOwnCommunities(actor: Actor, part: ListPart = FIRST): Promise<readonly Submission[]> {
    return this.submissions.ofCommunities(ownCommunities(actor), actor.contributorId, part);
  }

  async countOfOwnCommunities(actor: Actor): Promise<number> {
    return this.submissions.countOfCommunities(ownCommunities(actor), actor.contributorId);
  }

  private async find(actor: Actor | undefined, receipt: string): Promise<Submission> {
    const submission = isReceipt(receipt) ? await this.submissions.byReceipt(receipt) : undefined;
    if (submission === undefined || !mayRead(actor, submission)) {
      throw new Problem('submission_not_found', 404);
    }
    return submission;
  }
}

/** Without the reasons that a moderator looks at or took away, in decisions as in what was told about them. */
function forEverybody(detail: SubmissionDetail): SubmissionDetail {
  const hidden = new Set(
    detail.decisions.flatMap(({ reason, standing }) =>
      reason === undefined || standing === undefined ? [] : [reason],
    ),
  );
  return {
    ...detail,
    decisions: detail.decisions.map(({ reason, ...decision }) =>
      reason === undefined || decision.standing !== undefined ? decision : { ...decision, reason },
    ),
    notices: detail.notices.filter(
      ({ params: { reason } }) => typeof reason !== 'string' || !hidden.has(reason),
    ),
  };
}

/** Communities whose submissions somebody does not decide on: none for those who only look on. */
function notTheirs(actor: Actor): readonly number[] {
  const seesAll = hasGlobalRole(actor, 'administrator') || hasGlobalRole(actor, 'auditor');
  if (!seesAll && !isReviewer(actor)) throw new Problem('not_a_reviewer', 403);
  return seesAll ? [] : actor.communities.map(({ id }) => id);
}

function ownCommunities(actor: Actor): readonly number[] {
  return actor.communities.map(({ id }) => id).filter((id) => isMember(actor, id));
}
