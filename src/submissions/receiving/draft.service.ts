import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { constraintOf } from '../../platform/database-faults.js';
import { Problem } from '../../platform/problem.js';
import { mergedAnswers, NO_ANSWERS, readingKey, type Answers } from '../checking/answers.js';
import { CheckingService, type Batch } from './checking.service.js';
import { CheckingJobRepository } from './checking-job.repository.js';
import { CheckingJobService } from './checking-job.service.js';
import { mayRead } from '../reviewing/deciding.js';
import { DraftRepository } from './draft.repository.js';
import { ReceiveService, type Sending } from './receive.service.js';
import { senderCommunity } from './sender.js';
import { SENT_ROW_LIMITS } from './sent-limits.js';
import { SpoolService } from './spool.service.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** How a draft is to be sent. */
export interface DraftSending {
  readonly partial?: boolean | undefined;
  readonly requestId?: string | undefined;
}

/**
 * Files that people look at before they send them. Small ones are checked at once, big ones by and by; their bytes are
 * kept until they are sent, let go or forgotten. Only who made a draft sees it.
 */
@Injectable()
export class DraftService {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobBytes'>,
    private readonly submissions: SubmissionRepository,
    private readonly drafts: DraftRepository,
    private readonly receiver: ReceiveService,
    private readonly checking: CheckingService,
    private readonly jobs: CheckingJobRepository,
    private readonly work: CheckingJobService,
    private readonly spool: SpoolService,
  ) {}

  /**
   * Begins a draft of a file, or gives what became of the same file: open or accepted, or a draft of one's own.
   * @returns in state `draft`; or `checking` when it is big; with its questions when the file leaves something open
   * @throws Problem not_a_submitter, community_needed; what makes a file unreadable; too_many_rows (413)
   */
  async begin(sending: Sending): Promise<Submission> {
    const { actor, content, answers = NO_ANSWERS } = sending;
    if (!('file' in content)) throw new TypeError('A draft is made of a file');
    const { file } = content;
    const community = senderCommunity(actor, sending.community);
    const key = readingKey(answers, actor.areas);
    const before = await this.submissions.sameFile(community.id, file.sha256, key);
    if (before !== undefined) return before;
    const own = await this.drafts.sameFile(actor.contributorId, community.id, file.sha256, key);
    if (own !== undefined) return this.read(own);
    let receipt = '';
    try {
      await this.submissions.inTransaction(async (manager) => {
        const batch = await this.receiver.begin(manager, sending, community, true);
        if (batch === undefined) throw new TypeError('A draft is never a repetition');
        ({ receipt } = batch);
        await this.spool.keep(file, receipt);
        await this.look(manager, batch);
      });
    } catch (error) {
      if (receipt !== '') await this.spool.forget(receipt);
      throw error;
    }
    this.work.wake();
    return this.read(receipt);
  }

  /**
   * Reads a draft again by further answers.
   * @throws Problem submission_not_found (404), not_a_draft, still_checking or file_gone (409); as `begin`
   */
  async answer(actor: Actor, receipt: string, answers: Answers): Promise<Submission> {
    await this.withKept(actor, receipt, async (manager, batch) => {
      const merged = mergedAnswers(batch.answers, answers);
      await this.drafts.answer(manager, batch.id, merged, batch.areas);
      await this.submissions.setState(manager, batch.id, 'checking');
      await this.look(manager, { ...batch, answers: merged });
    });
    this.work.wake();
    return this.read(receipt);
  }

  /**
   * Sends a draft. A draft that is sent already stays as it is; one of a file that was sent meanwhile goes, and what
   * became of that file is given.
   * @returns in state `received`; or `checking` when it is big
   * @throws Problem as `answer`; needs_answer, no_usable_rows or file_has_problems (422): it stays a draft then
   */
  async send(
    actor: Actor,
    receipt: string,
    { partial = true, requestId }: DraftSending = {},
  ): Promise<Submission> {
    const sent = await this.submissions.byReceipt(receipt);
    if (sent?.contributorId === actor.contributorId && !sent.isDraft) return sent;
    try {
      await this.withKept(actor, receipt, async (manager, batch) => {
        await this.drafts.send(manager, batch.id, readingKey(batch.answers, batch.areas));
        const sending = { ...batch, partial, requestId };
        if (this.isBig(batch)) {
          await this.addJob(manager, sending);
          await this.checking.noteSent(manager, sending);
        } else await this.checking.receive(manager, sending);
      });
      const submission = await this.read(receipt);
      if (submission.state !== 'checking') await this.spool.forget(receipt);
      else this.work.wake();
      return submission;
    } catch (error) {
      if (constraintOf(error) !== 'submission_same_file_idx') throw error;
      return this.sentMeanwhile(actor, receipt);
    }
  }

  /** @throws Problem submission_not_found (404), not_a_draft or still_checking (409) */
  async discard(actor: Actor, receipt: string): Promise<void> {
    await this.submissions.inTransaction(async (manager) => {
      const { id } = await this.hold(manager, actor, receipt, ['draft', 'failed']);
      await this.drafts.remove(manager, id);
    });
    await this.spool.forget(receipt);
  }

  private async sentMeanwhile(actor: Actor, receipt: string): Promise<Submission> {
    const draft = await this.read(receipt);
    const answers = await this.drafts.answers(this.submissions.manager, draft.id);
    const key = readingKey(answers, actor.areas);
    const before = await this.submissions.sameFile(draft.communityId, draft.sha256, key);
    if (before === undefined) throw new Problem('try_again', 409);
    await this.discard(actor, receipt);
    return before;
  }

  private async look(manager: EntityManager, batch: Batch): Promise<void> {
    if (this.isBig(batch)) await this.addJob(manager, batch);
    else await this.checking.look(manager, batch);
  }

  private isBig({ byteSize }: Batch): boolean {
    return byteSize > this.config.jobBytes;
  }

  private async addJob(manager: EntityManager, batch: Batch): Promise<void> {
    const { id: submissionId, areas, partial, limits, requestId } = batch;
    await this.jobs.add(manager, { submissionId, areas, partial, mostRows: limits.rows, requestId });
  }

  /** Does something with a draft and its file, in one transaction. */
  private async withKept(
    actor: Actor,
    receipt: string,
    work: (manager: EntityManager, batch: Batch) => Promise<void>,
  ): Promise<Submission> {
    const file = await this.spool.kept(receipt);
    try {
      return await this.submissions.inTransaction(async (manager) => {
        const draft = await this.hold(manager, actor, receipt, ['draft']);
        if (file === undefined) throw new Problem('file_gone', 409);
        const answers = await this.drafts.answers(manager, draft.id);
        const { areas = [] } = actor;
        const limits = SENT_ROW_LIMITS;
        await work(manager, { ...draft, areas, content: { file }, answers, limits, partial: true });
        return draft;
      });
    } finally {
      await file?.remove();
    }
  }

  private async hold(
    manager: EntityManager,
    actor: Actor,
    receipt: string,
    states: readonly Submission['state'][],
  ): Promise<Submission> {
    const found = await this.submissions.byReceipt(receipt);
    if (found === undefined || !mayRead(actor, found)) throw new Problem('submission_not_found', 404);
    if (found.isDraft && found.state === 'checking') throw new Problem('still_checking', 409);
    const held = await this.submissions.hold(manager, receipt);
    if (held === undefined) throw new Problem('submission_not_found', 404);
    if (!held.isDraft || !states.includes(held.state))
      throw new Problem('not_a_draft', 409, { state: held.state });
    return held;
  }

  private async read(receipt: string): Promise<Submission> {
    const submission = await this.submissions.byReceipt(receipt);
    if (submission === undefined) throw new Problem('submission_not_found', 404);
    return submission;
  }
}
