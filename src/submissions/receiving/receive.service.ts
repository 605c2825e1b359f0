import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problem.js';
import type { Actor, ActorCommunity } from '../../access/actor.js';
import { NO_ANSWERS, readingKey, type Answers } from '../checking/answers.js';
import { CheckFindings, type RowLimits } from '../checking/check-rows.js';
import { CheckingService, refuseUseless, type Batch, type SentContent } from './checking.service.js';
import { newReceipt } from '../receipt.js';
import { repeatedReport, reportOf, type SubmissionReport } from './report.js';
import { senderCommunity } from './sender.js';
import { StagingRepository } from '../checking/staging.repository.js';
import type { Channel } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';
import { WarningRepository } from '../checking/warning.repository.js';

export interface Sending {
  readonly actor: Actor;
  /** Code of the community it is sent for; may be left out by who sends for one only. */
  readonly community?: string | undefined;
  readonly channel: Channel;
  readonly content: SentContent;
  readonly fileName?: string | undefined;
  readonly mediaType: string;
  readonly limits: RowLimits;
  /** What the sender says about the file that it does not say itself. */
  readonly answers?: Answers | undefined;
  /** `false` refuses everything when anything is wrong; otherwise the good rows are taken. */
  readonly partial?: boolean | undefined;
  readonly requestId?: string | undefined;
}

/** Checks what people send, and takes it in. */
@Injectable()
export class ReceiveService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
    private readonly warnings: WarningRepository,
    private readonly checking: CheckingService,
  ) {}

  /**
   * Says what would become of rows when they were sent, and writes nothing.
   * @throws Problem as `receive`
   */
  async check(sending: Sending): Promise<SubmissionReport> {
    const community = senderCommunity(sending.actor, sending.community);
    const findings = new CheckFindings();
    return this.submissions.undone(async (manager) => {
      const batch = await this.begin(manager, sending, community, true);
      if (batch === undefined) throw new TypeError('A draft is never a repetition');
      const inspection = await this.checking.stage(manager, batch, findings);
      refuseUseless(findings, true);
      return reportOf(findings, { state: 'checked' }, inspection);
    });
  }

  /**
   * Takes in the good rows, keeps the problems of the others, and gives a receipt; all of it in one transaction. The
   * same file of the same community gets the same receipt while it is open or accepted; with other answers, or by a key
   * for other areas, it is read anew and is another submission.
   * @throws Problem not_a_submitter, community_needed; no_usable_rows or file_has_problems (422) with the report,
   *   nothing kept; needs_answer (422) with the questions; what makes a file unreadable; too_many_rows (413)
   */
  async receive(sending: Sending): Promise<SubmissionReport> {
    const community = senderCommunity(sending.actor, sending.community);
    const findings = new CheckFindings();
    const received = await this.submissions.inTransaction(async (manager) => {
      const batch = await this.begin(manager, sending, community, false);
      if (batch === undefined) return undefined;
      const inspection = await this.checking.receive(manager, batch, findings);
      return reportOf(findings, { receipt: batch.receipt, state: 'received' }, inspection);
    });
    return received ?? this.reportBefore(sending, community);
  }

  /**
   * Begins a submission, or a draft of one, in state `checking`.
   * @returns `undefined` when the community's same file is open or accepted already
   */
  async begin(
    manager: EntityManager,
    sending: Sending,
    community: ActorCommunity,
    isDraft: boolean,
  ): Promise<Batch | undefined> {
    const { actor, channel, fileName, mediaType, content, limits, requestId } = sending;
    const { answers = NO_ANSWERS, partial = true } = sending;
    const [receipt, communityId] = [newReceipt(), community.id];
    const { contributorId, areas = [] } = actor;
    const begun = { receipt, communityId, contributorId, ...identityOf(content) };
    const rest = { channel, fileName, mediaType, answers, readingKey: readingKey(answers, areas), isDraft };
    const id = await this.submissions.begin(manager, { ...begun, ...rest });
    if (id === undefined) return undefined;
    const communityCode = community.code;
    return { ...begun, id, communityCode, areas, content, answers, limits, partial, requestId };
  }

  /** What became of the same file, sent before. */
  async reportBefore(
    { actor, content, answers = NO_ANSWERS }: Sending,
    community: ActorCommunity,
  ): Promise<SubmissionReport> {
    const { sha256 } = identityOf(content);
    const key = readingKey(answers, actor.areas);
    const before = await this.submissions.sameFile(community.id, sha256, key);
    if (before === undefined) throw new Problem('try_again', 409);
    const { manager } = this.submissions;
    const problems = await this.staging.problems(manager, before.id);
    const failedRows = await this.staging.failedRows(manager, before.id);
    return repeatedReport(before, problems, await this.warnings.of(manager, before.id), failedRows);
  }
}

interface ContentIdentity {
  readonly byteSize: number;
  readonly sha256: string;
}

/** What tells whether the same was sent before: of a file its bytes, of a list its rows as compact JSON. */
export function identityOf(content: SentContent): ContentIdentity {
  if ('file' in content) return { byteSize: content.file.byteSize, sha256: content.file.sha256 };
  const json = Buffer.from(JSON.stringify(content.rows));
  return { byteSize: json.length, sha256: createHash('sha256').update(json).digest('hex') };
}
