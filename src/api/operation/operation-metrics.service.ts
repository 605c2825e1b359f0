import { Injectable } from '@nestjs/common';
import { MetricsService } from '../../platform/http/metrics.service.js';
import {
  OperationCountsRepository,
  type OperationCounts,
} from '../../reports/operation-counts.repository.js';
import { ScoreBoardService } from '../../scoring/score-board.service.js';

/** The figures of the process together with those of the installation. */
@Injectable()
export class OperationMetricsService {
  private counts: OperationCounts | undefined;

  constructor(
    private readonly metrics: MetricsService,
    private readonly repository: OperationCountsRepository,
    boards: ScoreBoardService,
  ) {
    const counts = (): OperationCounts | undefined => this.counts;
    metrics.gauges('submissions', 'Submissions', 'state', () => counts()?.submissionsByState ?? {});
    metrics.gauge('waiting_checks', 'Checks asked for and not made', () => counts()?.waitingChecks);
    metrics.gauge(
      'waiting_checks_oldest_seconds',
      'How long the oldest check has waited',
      () => counts()?.oldestCheckSeconds,
    );
    metrics.gauge('waiting_mails', 'Mails that are to be sent', () => counts()?.waitingMails);
    metrics.gauge(
      'waiting_mails_oldest_seconds',
      'How long the most overdue mail has been due',
      () => counts()?.oldestMailSeconds,
    );
    metrics.gauge('audit_entries', 'Number of the newest audit entry', () => counts()?.auditEntries);
    metrics.gauge('data_revision', 'Data revision of the score board', () => boards.lastBuilt?.revision);
    metrics.gauge(
      'score_board_build_seconds',
      'How long it took to build the score board, or to move it on',
      () => boards.lastBuilt?.seconds,
    );
  }

  /** In the text format of Prometheus. What the database would tell is left out while it is away. */
  async text(): Promise<string> {
    this.counts = await this.repository.read().catch(() => undefined);
    return this.metrics.text();
  }

  get contentType(): string {
    return this.metrics.contentType;
  }
}
