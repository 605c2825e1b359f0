import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, ActorCommunity } from '../access/actor.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AuditRepository } from '../platform/audit.repository.js';
import { Problem } from '../platform/problem.js';
import { NO_ANSWERS, readingKey, type Answers } from './answers.js';
import { CheckFindings, checkRows, type RowLimits } from './check-rows.js';
import { newReceipt } from './receipt.js';
import { repeatedReport, reportOf, type SubmissionReport } from './report.js';
import { fileRows, listedRows, type ListedRow, type RowSource } from './row-source.js';
import { rowVocabulary } from './row-vocabulary.js';
import { senderCommunity } from './sender.js';
import type { SpooledFile } from './spool.service.js';
import type { GoodRow } from './staged-row.js';
import { StagingRepository } from './staging.repository.js';
import type { Channel } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';

/** A file, spooled; or a list of rows. */
export type SentContent = { readonly file: SpooledFile } | { readonly rows: readonly ListedRow[] };

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
    private readonly catalogues: CatalogueService,
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Says what would become of rows, and writes nothing.
   * @throws Problem no_usable_rows (422) with the report; needs_answer (422) with the questions; what makes a file
   *   unreadable; too_many_rows (413)
   */
  async check(
    content: SentContent,
    limits: RowLimits,
    answers: Answers = NO_ANSWERS,
  ): Promise<SubmissionReport> {
    const findings = new CheckFindings();
    const batches = await this.goodRows(content, limits, answers, findings);
    while ((await batches.next()).done !== true);
    refuseUseless(findings, true);
    return reportOf(findings, { state: 'checked' });
  }

  /**
   * Takes in the good rows, keeps the problems of the others, and gives a receipt; all of it in one transaction. The
   * same file of the same community gets the same receipt while it is open or accepted; with other answers it is read
   * anew and is another submission.
   * @throws Problem not_a_submitter, community_needed; no_usable_rows or file_has_problems (422) with the report,
   *   nothing kept; needs_answer (422) with the questions; what makes a file unreadable; too_many_rows (413)
   */
  async receive(sending: Sending): Promise<SubmissionReport> {
    const community = senderCommunity(sending.actor, sending.community);
    const identity = identityOf(sending.content, sending.answers ?? NO_ANSWERS);
    const received = await this.submissions.inTransaction((manager) =>
      this.receiveWithin(manager, sending, community, identity),
    );
    if (received !== undefined) return received;
    const before = await this.submissions.sameFile(community.id, identity.sha256, identity.readingKey);
    if (before === undefined) throw new Problem('try_again', 409);
    return repeatedReport(before, await this.staging.problems(this.submissions.manager, before.id));
  }

  private async receiveWithin(
    manager: EntityManager,
    sending: Sending,
    community: ActorCommunity,
    identity: ContentIdentity,
  ): Promise<SubmissionReport | undefined> {
    const { actor, channel, fileName, mediaType, requestId } = sending;
    const { answers = NO_ANSWERS } = sending;
    const { contributorId } = actor;
    const receipt = newReceipt();
    const begun = { receipt, communityId: community.id, contributorId, channel, fileName, mediaType };
    const id = await this.submissions.begin(manager, { ...begun, ...identity, answers });
    if (id === undefined) return undefined;
    const findings = new CheckFindings();
    const batches = await this.goodRows(sending.content, sending.limits, answers, findings);
    await this.staging.stage(manager, id, batches, this.catalogues);
    refuseUseless(findings, sending.partial ?? true);
    await this.staging.keepProblems(manager, id, findings.log.kept);
    await this.staging.keepFailedRows(manager, id, findings.failedRows);
    await this.submissions.finishCheck(manager, id, findings);
    await this.audit.append(manager, {
      contributorId,
      action: 'submission.received',
      subject: `submission:${String(id)}`,
      detail: { receipt, community: community.code, ...identity, counts: findings.counts },
      ...(requestId === undefined ? {} : { requestId }),
    });
    return reportOf(findings, { receipt, state: 'received' });
  }

  private async goodRows(
    content: SentContent,
    limits: RowLimits,
    answers: Answers,
    findings: CheckFindings,
  ): Promise<AsyncGenerator<readonly GoodRow[]>> {
    const everKnown = (code: string): boolean => this.catalogues.indicatorId(code) !== undefined;
    const vocabulary = rowVocabulary(this.catalogues.current(), everKnown);
    const source: RowSource =
      'file' in content
        ? await fileRows(content.file, vocabulary, answers)
        : listedRows(content.rows, vocabulary, answers);
    return checkRows(source, vocabulary, limits, findings);
  }
}

interface ContentIdentity {
  readonly byteSize: number;
  readonly sha256: string;
  /** Of the answers. */
  readonly readingKey: string;
}

/** What tells whether the same was sent before: of a file its bytes, of a list its rows as compact JSON. */
function identityOf(content: SentContent, answers: Answers): ContentIdentity {
  const key = { readingKey: readingKey(answers) };
  if ('file' in content) return { ...key, byteSize: content.file.byteSize, sha256: content.file.sha256 };
  const json = Buffer.from(JSON.stringify(content.rows));
  return { ...key, byteSize: json.length, sha256: createHash('sha256').update(json).digest('hex') };
}

/** @throws Problem no_usable_rows; file_has_problems when the good part alone is not wanted */
function refuseUseless(findings: CheckFindings, partial: boolean): void {
  const { good, rows, problems } = findings.counts;
  const code = good === 0 ? 'no_usable_rows' : partial || problems === 0 ? undefined : 'file_has_problems';
  if (code === undefined) return;
  const report = reportOf(findings, { state: 'refused' });
  throw new Problem(code, 422, { rows, good, problems }, report.problems, { report });
}
