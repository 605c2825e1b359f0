import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { CheckFindings } from '../checking/check-rows.js';
import { CheckingService, type SentContent } from './checking.service.js';
import { CheckingJobRepository } from './checking-job.repository.js';
import { CheckingJobService } from './checking-job.service.js';
import { ReceiveService, type Sending } from './receive.service.js';
import { reportOf, type SubmissionReport } from './report.js';
import { senderCommunity } from './sender.js';
import { SpoolService, type SpooledFile } from './spool.service.js';
import { SubmissionRepository } from '../submission.repository.js';

export interface FileSending extends Sending {
  readonly content: { readonly file: SpooledFile };
}

/** As `ReceiveService.check`, where it keeps nobody else waiting. */
export type CheckAside = (sending: FileSending) => Promise<SubmissionReport>;

/** Takes in what people send: at once, or by and by when it is a big file. */
@Injectable()
export class ReceiveLaterService {
  private aside: CheckAside | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobBytes'>,
    private readonly receiver: ReceiveService,
    private readonly submissions: SubmissionRepository,
    private readonly checking: CheckingService,
    private readonly jobs: CheckingJobRepository,
    private readonly work: CheckingJobService,
    private readonly spool: SpoolService,
  ) {}

  /** Says where big files are checked that somebody waits for; without a word, here. */
  checkBy(aside: CheckAside): void {
    this.aside = aside;
  }

  /** As `ReceiveService.check`. */
  async check(sending: Sending): Promise<SubmissionReport> {
    const { content } = sending;
    if (this.aside === undefined || !this.isBig(content)) return this.receiver.check(sending);
    return this.aside({ ...sending, content });
  }

  /**
   * As `ReceiveService.receive`. A big file is safe on disk and its submission is in state `checking` when this returns;
   * what it throws for a small one, the submission of a big one tells as its failure.
   */
  async receive(sending: Sending): Promise<SubmissionReport> {
    const { content, partial = true, limits, requestId } = sending;
    if (!this.isBig(content)) return this.receiver.receive(sending);
    const community = senderCommunity(sending.actor, sending.community);
    let kept: string | undefined;
    try {
      const begun = await this.submissions.inTransaction(async (manager) => {
        const batch = await this.receiver.begin(manager, sending, community, false);
        if (batch === undefined) return false;
        kept = batch.receipt;
        await this.spool.keep(content.file, kept);
        const { id: submissionId, areas } = batch;
        await this.jobs.add(manager, { submissionId, areas, partial, mostRows: limits.rows, requestId });
        await this.checking.noteSent(manager, batch);
        return true;
      });
      if (!begun || kept === undefined) return await this.receiver.reportBefore(sending, community);
    } catch (error) {
      if (kept !== undefined) await this.spool.forget(kept);
      throw error;
    }
    this.work.wake();
    return reportOf(new CheckFindings(), { receipt: kept, state: 'checking' });
  }

  private isBig(content: SentContent): content is FileSending['content'] {
    return 'file' in content && content.file.byteSize > this.config.jobBytes;
  }
}
