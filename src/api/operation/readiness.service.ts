import { Injectable } from '@nestjs/common';
import { DatabaseWatchService } from '../../platform/postgres/database-watch.service.js';
import { StoppingService } from '../../platform/stopping.service.js';
import { ReportSourcesService } from '../../reports/report-sources.service.js';
import { CheckingJobService } from '../../submissions/receiving/checking-job.service.js';

/** What has to be in order for this process to serve, each with its state. */
export interface ReadinessChecks {
  readonly database: 'ok' | 'away';
  readonly migrations: 'ok' | 'other_version' | 'unknown';
  readonly jobs: 'ok' | 'stuck';
  readonly scores: 'ok' | 'building';
  readonly server: 'ok' | 'stopping';
}

/** A score board that is not at hand is waited for this long, ms. */
const BOARD_WAIT_MS = 5_000;

/** Tells whether this process can serve, from what is known already: it may be asked every second. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: DatabaseWatchService,
    private readonly jobs: CheckingJobService,
    private readonly sources: ReportSourcesService,
    private readonly stopping: StoppingService,
  ) {}

  async checks(): Promise<ReadinessChecks> {
    const { state } = this.database;
    return {
      database: state === 'away' ? 'away' : 'ok',
      migrations: state === 'away' ? 'unknown' : state,
      jobs: this.jobs.isAlive() ? 'ok' : 'stuck',
      scores: state === 'ok' && (await this.hasBoard()) ? 'ok' : 'building',
      server: this.stopping.hasBegun ? 'stopping' : 'ok',
    };
  }

  private async hasBoard(): Promise<boolean> {
    if (this.sources.known() !== undefined) return true;
    const board = this.sources.current().then(
      () => true,
      () => false,
    );
    const tooLate = new Promise<boolean>((done) => {
      setTimeout(() => {
        done(false);
      }, BOARD_WAIT_MS).unref();
    });
    return Promise.race([board, tooLate]);
  }
}
