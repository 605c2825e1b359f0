import { BootstrapService } from './access/bootstrap.service.js';
import { openMetricsDoor } from './api/operation/metrics-door.js';
import { OperationMetricsService } from './api/operation/operation-metrics.service.js';
import { CheckingThreads } from './checking-threads.js';
import { createApp } from './create-app.js';
import { listen, refusalOfPort } from './listen.js';
import { openServingInstallation } from './open-installation.js';
import { loadConfig, type Config } from './platform/config.js';
import { AuditHeadsService } from './platform/audit/audit-heads.service.js';
import { OpenRequestsService } from './platform/http/open-requests.service.js';
import { FollowingRoundService } from './reports/following/following-round.service.js';
import { ReportSourcesService } from './reports/report-sources.service.js';
import { ScoreIntervalsService } from './scoring/uncertainty/score-intervals.service.js';
import { ShutDown } from './shut-down.js';
import { CheckingJobService } from './submissions/receiving/checking-job.service.js';
import { ReceiveLaterService } from './submissions/receiving/receive-later.service.js';
import { NoticeRoundService } from './submissions/notices/notice-round.service.js';
import { takeInSeeds } from './take-in-seeds.js';

/**
 * Starts the installation and serves until it is told to stop; then answers what it has accepted, ends its database
 * sessions and leaves with 0.
 * @param root directory of the installation
 * @throws Refusal when it cannot start, in a sentence; nothing is left running
 */
export async function runServer(root: string): Promise<void> {
  const config = loadConfig(root);
  const shutDown = new ShutDown(say);
  shutDown.onSignals();
  try {
    const installation = await openServingInstallation(config, say);
    shutDown.first(() => installation.close());
    const app = await createApp(config, installation.dataSource);
    shutDown.first(() => app.close());
    await takeInSeeds(app, config.seedsDirectory);
    await app.get(ReportSourcesService).current();
    const port = await listen(app, config.host, config.port);
    shutDown.first(async () => {
      const cut = await app.get(OpenRequestsService).finish();
      if (cut > 0) say(`${String(cut)} requests took too long and were cut.`);
    });
    await showMetrics(config, app.get(OperationMetricsService), shutDown);
    await app.get(ScoreIntervalsService).start();
    const threads = new CheckingThreads(config, installation.dataSource);
    app.get(CheckingJobService).start(threads.run);
    app.get(ReceiveLaterService).checkBy(threads.check);
    app.get(NoticeRoundService).start();
    app.get(FollowingRoundService).start();
    await app.get(AuditHeadsService).start();
    const key = await app.get(BootstrapService).firstAdministratorKey();
    if (key !== undefined) say(`First administrator key, shown only this once: ${key}`);
    say(`IWW Progress is at ${addressOf(config, port)}`);
  } catch (error) {
    await shutDown.run();
    throw error;
  }
}

async function showMetrics(
  { metricsPort }: Config,
  metrics: OperationMetricsService,
  shutDown: ShutDown,
): Promise<void> {
  if (metricsPort === undefined) return;
  const door = await openMetricsDoor(metrics, metricsPort).catch((error: unknown) => {
    throw refusalOfPort(error, 'METRICS_PORT', '127.0.0.1', metricsPort);
  });
  shutDown.first(() => {
    door.close();
    door.closeAllConnections();
    return Promise.resolve();
  });
}

function addressOf({ publicUrl, host }: Config, port: number): string {
  if (publicUrl !== undefined) return `${publicUrl}/`;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}/`;
}

function say(line: string): void {
  console.log(line);
}
