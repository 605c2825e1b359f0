import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../platform/database-faults.js';
import { AssessmentDraftRepository } from '../assessing/assessment-draft.repository.js';
import { CheckingJobRepository } from './checking-job.repository.js';
import { CheckingRunService } from './checking-run.service.js';
import { DraftRepository } from './draft.repository.js';
import { SpoolService } from './spool.service.js';
import { SubmissionRepository } from '../submission.repository.js';

/** Makes the check of the file kept under a receipt, unless somebody else does. */
export type RunCheck = (receipt: string, signal: AbortSignal) => Promise<void>;

const LOOK_EVERY_MS = 5_000;
const CLEAR_EVERY_MS = 3_600_000;
/** Checks made at once. */
const MOST_AT_ONCE = 2;
/** A look that takes so long has got stuck. */
const STUCK_MS = 60_000;
/** A check of which the file is not found is given up after this time. */
const GIVE_UP_MS = 3_600_000;
const DRAFT_LIVES_MS = 7 * 86_400_000;
/** A round of assessments is filled in together with others, which takes longer. */
const ROUND_LIVES_MS = 30 * 86_400_000;
/** A file is kept before its submission is known. */
const KEPT_AT_LEAST_MS = 600_000;

/** Sees to it that checks asked for are made, one after another, also those that another process left behind. */
@Injectable()
export class CheckingJobService implements OnModuleDestroy {
  private readonly logger = new Logger('Checks');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private run: RunCheck | undefined;
  private looking: Promise<void> | undefined;
  private lookedAt = 0;

  constructor(
    private readonly jobs: CheckingJobRepository,
    private readonly checks: CheckingRunService,
    private readonly drafts: DraftRepository,
    private readonly rounds: AssessmentDraftRepository,
    private readonly submissions: SubmissionRepository,
    private readonly spool: SpoolService,
  ) {}

  /**
   * Begins the rounds, which end with the application.
   * @param run where checks are made; by default here
   */
  start(run: RunCheck = (receipt, signal) => this.checks.run(receipt, signal)): void {
    this.run = run;
    this.timers.push(setInterval(() => this.wake(), LOOK_EVERY_MS).unref());
    this.timers.push(setInterval(() => void this.clear(new Date()), CLEAR_EVERY_MS).unref());
    this.wake();
    void this.clear(new Date());
  }

  /** There may be something to do. */
  wake(): void {
    if (this.run === undefined || this.looking !== undefined || this.stopping.signal.aborted) return;
    this.lookedAt = Date.now();
    this.looking = this.look(this.run)
      .catch((error: unknown) => this.complain(error))
      .finally(() => {
        this.looking = undefined;
      });
  }

  /** Whether what is asked for is being taken up. */
  isAlive(): boolean {
    return this.run !== undefined && !this.stopping.signal.aborted && Date.now() - this.lookedAt < STUCK_MS;
  }

  /** Breaks off what runs: nothing is kept of it, and the next start takes it up again. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.running.values());
  }

  /** Removes drafts nobody sent for seven days, rounds nobody changed for thirty, and files that nothing waits for any more. */
  async clear(now: Date): Promise<void> {
    try {
      await this.rounds.forgetUnchangedSince(new Date(now.getTime() - ROUND_LIVES_MS));
      for (const { id, receipt } of await this.drafts.madeBefore(new Date(now.getTime() - DRAFT_LIVES_MS))) {
        await this.submissions.inTransaction((manager) => this.drafts.remove(manager, id));
        await this.spool.forget(receipt);
      }
      const kept = await this.spool.receiptsKeptBefore(new Date(now.getTime() - KEPT_AT_LEAST_MS));
      for (const receipt of await this.jobs.needless(kept)) await this.spool.forget(receipt);
    } catch (error) {
      this.complain(error);
    }
  }

  private async look(run: RunCheck): Promise<void> {
    for (const { receipt, begunAt } of await this.jobs.waiting()) {
      if (this.running.has(receipt)) continue;
      const file = await this.spool.kept(receipt);
      await file?.remove();
      if (file === undefined) {
        if (Date.now() - begunAt.getTime() > GIVE_UP_MS) await this.checks.giveUp(receipt);
      } else if (this.running.size < MOST_AT_ONCE && !this.stopping.signal.aborted) this.begin(run, receipt);
    }
  }

  private begin(run: RunCheck, receipt: string): void {
    const check = run(receipt, this.stopping.signal)
      .catch(async (error: unknown) => {
        if (this.stopping.signal.aborted) await this.jobs.giveBack(receipt);
        else this.complain(error);
      })
      .catch((error: unknown) => this.complain(error))
      .finally(() => {
        this.running.delete(receipt);
        this.wake();
      });
    this.running.set(receipt, check);
  }

  /** A database that is away is heard of elsewhere, and the next round tries again. */
  private complain(error: unknown): void {
    if (!isDatabaseUnavailable(error)) this.logger.error(error);
  }
}
