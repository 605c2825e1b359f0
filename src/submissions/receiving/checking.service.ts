import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { Problem } from '../../platform/problem.js';
import type { Answers } from '../checking/answers.js';
import { CheckFindings, checkRows, type RowLimits } from '../checking/check-rows.js';
import { ColumnMappingRepository } from '../checking/column-mapping.repository.js';
import { NoticeRepository } from '../notices/notice.repository.js';
import type { ByteSource } from '../reading/byte-source.js';
import { reportOf } from './report.js';
import { fileRows, listedRows, type ListedRow } from '../checking/row-source.js';
import { SenderVocabularyService } from '../checking/sender-vocabulary.service.js';
import type { SpooledFile } from './spool.service.js';
import type { GoodRow } from '../checking/staged-row.js';
import { StagingRepository } from '../checking/staging.repository.js';
import { SubmissionRepository } from '../submission.repository.js';
import { NOTHING_SEEN, type Inspection, type StagedBatch } from '../checking/warning.js';
import { NoteInspectionService } from '../checking/note-inspection.service.js';
import { WarningRepository } from '../checking/warning.repository.js';
import { questionsOf } from '../checking/questions-of.js';

/** A file, spooled; or a list of rows. */
export type SentContent = { readonly file: SpooledFile } | { readonly rows: readonly ListedRow[] };

/** What is to be checked, of a submission in state `checking`. */
export interface Batch {
  readonly id: number;
  readonly receipt: string;
  readonly communityId: number;
  readonly communityCode: string;
  readonly contributorId: number;
  /** Codes of areas and groups that the sender's key is for; none: no limit of its own. */
  readonly areas: readonly string[];
  readonly sha256: string;
  readonly byteSize: number;
  readonly content: { readonly file: ByteSource } | { readonly rows: readonly ListedRow[] };
  readonly answers: Answers;
  readonly limits: RowLimits;
  /** `false` refuses everything when anything is wrong; otherwise the good rows are taken. */
  readonly partial: boolean;
  readonly requestId?: string | undefined;
}

/**
 * Compares staged rows with each other and with what is stored, inside the transaction that staged them.
 * @throws Problem needs_answer (422) when the values of an indicator seem to be written in another scale
 */
export type Inspect = (manager: EntityManager, batch: StagedBatch) => Promise<Inspection>;

/** Reads, checks and stages what was sent, inside the transaction of its caller. */
@Injectable()
export class CheckingService {
  private ask: Inspect = () => Promise.resolve(NOTHING_SEEN);

  constructor(
    private readonly catalogues: CatalogueService,
    private readonly vocabularies: SenderVocabularyService,
    private readonly submissions: SubmissionRepository,
    private readonly staging: StagingRepository,
    private readonly warnings: WarningRepository,
    private readonly notesOfRows: NoteInspectionService,
    private readonly mappings: ColumnMappingRepository,
    private readonly notices: NoticeRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** What compares rows with what is stored: a room above says so when it starts. */
  inspectBy(ask: Inspect): void {
    this.ask = ask;
  }

  /**
   * Stages the good rows, keeps the problems of the others, and ends the check as `received`.
   * @param findings filled as the rows are read
   * @throws Problem no_usable_rows or file_has_problems (422) with the report; needs_answer (422) with the questions;
   *   what makes a file unreadable; too_many_rows (413)
   */
  async receive(manager: EntityManager, batch: Batch, findings = new CheckFindings()): Promise<Inspection> {
    const { id } = batch;
    const inspection = await this.stage(manager, batch, findings);
    refuseUseless(findings, batch.partial);
    await this.keep(manager, id, findings, inspection);
    await this.rememberMapping(manager, batch, findings);
    await this.submissions.finishCheck(manager, id, findings);
    await this.notices.add(manager, id, 'received', { ...findings.counts });
    const isHeaderRemembered = batch.answers.given.mapping !== undefined;
    await this.note(manager, batch, 'submission.received', {
      counts: findings.counts,
      ...(isHeaderRemembered ? { isHeaderRemembered } : {}),
    });
    return inspection;
  }

  /** Leaves the trace of a file that was sent and is checked by and by. */
  async noteSent(manager: EntityManager, batch: Batch): Promise<void> {
    await this.note(manager, batch, 'submission.sent');
  }

  /**
   * Finds out what would become of the rows of a draft, stages none, and ends the check as `draft`. What the file leaves
   * open is kept as its questions.
   * @throws Problem what makes a file unreadable; too_many_rows (413)
   */
  async look(manager: EntityManager, batch: Batch, findings = new CheckFindings()): Promise<void> {
    const { questions, inspection } = await this.tried(manager, batch, findings);
    await this.keep(manager, batch.id, findings, inspection);
    await this.submissions.finishCheck(manager, batch.id, findings, { state: 'draft', questions });
  }

  /** Stages what is good and compares it, as `receive` does, and keeps nothing else. */
  async stage(manager: EntityManager, batch: Batch, findings: CheckFindings): Promise<Inspection> {
    const { id, communityId } = batch;
    await this.staging.stage(manager, id, await this.goodRows(manager, batch, findings), this.catalogues);
    if (findings.good === 0) return NOTHING_SEEN;
    return this.inspect(manager, { submissionId: id, communityId, isScaleSaid: findings.isScaleSaid });
  }

  /** Compares staged rows once more, after some of them were corrected, and keeps what that brings to light. */
  async compareAgain(manager: EntityManager, batch: StagedBatch): Promise<void> {
    await this.warnings.keep(manager, batch.submissionId, await this.inspect(manager, batch));
  }

  private async inspect(manager: EntityManager, batch: StagedBatch): Promise<Inspection> {
    return this.notesOfRows.add(manager, batch, await this.ask(manager, batch));
  }

  /** Keeps what was found, in the place of what was found before. */
  async keep(
    manager: EntityManager,
    id: number,
    findings: CheckFindings,
    inspection: Inspection = NOTHING_SEEN,
  ): Promise<void> {
    await this.staging.forgetProblems(manager, id);
    await this.staging.keepProblems(manager, id, findings.log.kept);
    await this.staging.keepFailedRows(manager, id, findings.failedRows);
    await this.warnings.keep(manager, id, inspection);
  }

  private async note(
    manager: EntityManager,
    { id, receipt, contributorId, communityCode, sha256, byteSize, requestId }: Batch,
    action: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.audit.append(manager, {
      contributorId,
      role: 'submitter',
      action,
      subject: `submission:${String(id)}`,
      detail: { receipt, community: communityCode, byteSize, sha256, ...detail },
      ...(requestId === undefined ? {} : { requestId }),
    });
  }

  /** What the sender said of the columns of a file that was received holds for the next one with the same header. */
  private async rememberMapping(
    manager: EntityManager,
    { communityId, answers }: Batch,
    { failedRows }: CheckFindings,
  ): Promise<void> {
    const { mapping } = answers.given;
    if (mapping === undefined) return;
    const [, ...header] = failedRows.header;
    await this.mappings.remember(manager, communityId, header, mapping);
  }

  private async tried(manager: EntityManager, batch: Batch, findings: CheckFindings) {
    try {
      const inspection = await this.submissions.undone(
        (within) => this.stage(within, batch, findings),
        manager,
      );
      return { inspection, questions: [] };
    } catch (error) {
      const questions = questionsOf(error);
      if (questions.length === 0) throw error;
      return { inspection: NOTHING_SEEN, questions };
    }
  }

  private async goodRows(
    manager: EntityManager,
    { content, answers, limits, communityId, areas }: Batch,
    findings: CheckFindings,
  ): Promise<AsyncGenerator<readonly GoodRow[]>> {
    const vocabulary = await this.vocabularies.of(manager, communityId, areas);
    const source =
      'file' in content
        ? await fileRows(content.file, vocabulary, answers, await this.mappings.recall(manager, communityId))
        : listedRows(content.rows, vocabulary, answers);
    return checkRows(source, vocabulary, limits, findings);
  }
}

/** @throws Problem no_usable_rows; file_has_problems when the good part alone is not wanted */
export function refuseUseless(findings: CheckFindings, partial: boolean): void {
  const { good, rows, problems } = findings.counts;
  const code = good === 0 ? 'no_usable_rows' : partial || problems === 0 ? undefined : 'file_has_problems';
  if (code === undefined) return;
  const report = reportOf(findings, { state: 'refused' });
  throw new Problem(code, 422, { rows, good, problems }, report.problems, { report });
}
