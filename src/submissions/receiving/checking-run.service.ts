import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { isDatabaseUnavailable } from '../../platform/database-faults.js';
import { Problem } from '../../platform/problem.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { CheckFindings } from '../checking/check-rows.js';
import { CheckingService } from './checking.service.js';
import { CheckingJobRepository, type JobBatch } from './checking-job.repository.js';
import { NoticeRepository } from '../notices/notice.repository.js';
import { ProgressRepository } from './progress.repository.js';
import { questionsOf } from '../checking/questions-of.js';
import type { ByteSource } from '../reading/byte-source.js';
import { SpoolService } from './spool.service.js';
import type { Failure } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

const MOST_TRIES = 3;
const TELL_EVERY_MS = 500;
/** A file is read for its encoding, for its layout, and for its figures. */
const READINGS = 3;

/** Makes one check that was asked for: all of it in one transaction, so that it is made whole or not at all. */
@Injectable()
export class CheckingRunService {
  private readonly logger = new Logger('Checks');

  constructor(
    private readonly jobs: CheckingJobRepository,
    private readonly checking: CheckingService,
    private readonly submissions: SubmissionRepository,
    private readonly spool: SpoolService,
    private readonly progress: ProgressRepository,
    private readonly notices: NoticeRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Checks the file kept under a receipt, unless somebody else does. What is wrong with the file ends the check as
   * `failed`; what is wrong with the installation leaves it to be tried again, three times in all.
   * @param signal breaks it off: nothing is kept of it
   */
  async run(receipt: string, signal: AbortSignal): Promise<void> {
    await this.jobs.whileClaimed(receipt, async (runner, batch) => {
      const file = await this.spool.kept(receipt);
      if (file === undefined) return;
      try {
        if (batch.tries > MOST_TRIES)
          await this.fail(runner, batch, { code: 'check_broken_off', params: {} });
        else await this.make(runner, batch, file, signal);
        if (!batch.isDraft) await this.spool.forget(receipt);
      } finally {
        await file.remove();
      }
    });
  }

  /** Ends a check of which the file is gone. */
  async giveUp(receipt: string): Promise<void> {
    await this.jobs.whileClaimed(receipt, (runner, batch) =>
      this.fail(runner, batch, { code: 'check_interrupted', params: {} }),
    );
  }

  private async make(
    runner: QueryRunner,
    batch: JobBatch,
    file: ByteSource,
    signal: AbortSignal,
  ): Promise<void> {
    const findings = new CheckFindings();
    const watched = watch(file, signal);
    const telling = setInterval(() => {
      const bytesRead = Math.min(batch.byteSize, Math.floor(watched.bytesRead / READINGS));
      void this.progress
        .tell(batch.id, { bytesRead, rows: findings.rows, good: findings.good, problems: findings.log.total })
        .catch((error: unknown) => this.complain(error));
    }, TELL_EVERY_MS);
    try {
      await inTransaction(runner, async (manager) => {
        const whole = { ...batch, content: { file: watched.file } };
        await this.jobs.end(manager, batch.id);
        if (batch.isDraft) await this.checking.look(manager, whole, findings);
        else await this.checking.receive(manager, whole, findings);
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Problem)) throw error;
      await this.fail(runner, batch, error, findings);
    } finally {
      clearInterval(telling);
    }
  }

  private async fail(
    runner: QueryRunner,
    batch: JobBatch,
    reason: Failure | Problem,
    findings = new CheckFindings(),
  ): Promise<void> {
    const { id, receipt, contributorId, requestId, isDraft } = batch;
    const failure = { code: reason.code, params: reason.params };
    await inTransaction(runner, async (manager) => {
      await this.jobs.end(manager, id);
      await this.checking.keep(manager, id, findings);
      const questions = questionsOf(reason);
      await this.submissions.finishCheck(manager, id, findings, { state: 'failed', failure, questions });
      if (isDraft) return;
      await this.notices.add(manager, id, 'failed', {});
      await this.audit.append(manager, {
        contributorId,
        action: 'submission.failed',
        subject: `submission:${String(id)}`,
        detail: { receipt, ...failure },
        ...(requestId === undefined ? {} : { requestId }),
      });
    });
  }

  private complain(error: unknown): void {
    if (!isDatabaseUnavailable(error)) this.logger.error(error);
  }
}

async function inTransaction(
  runner: QueryRunner,
  work: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  await runner.manager.transaction(work);
}

/** The file, counting the bytes that are read of it, until the signal breaks it off. */
function watch(file: ByteSource, signal: AbortSignal) {
  const watched = { bytesRead: 0, file: { byteSize: file.byteSize, open } };
  async function* open(from?: number) {
    for await (const chunk of file.open(from)) {
      signal.throwIfAborted();
      watched.bytesRead += chunk.length;
      yield chunk;
    }
  }
  return watched;
}
