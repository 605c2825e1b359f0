import { BootstrapService } from './access/bootstrap.service.js';
import { CheckingThreads } from './checking-threads.js';
import { createApp } from './create-app.js';
import { listen } from './listen.js';
import { openInstallation } from './open-installation.js';
import { loadConfig, type Config } from './platform/config.js';
import { ReportSourcesService } from './reports/report-sources.service.js';
import { ScoreIntervalsService } from './scoring/uncertainty/score-intervals.service.js';
import { CheckingJobService } from './submissions/receiving/checking-job.service.js';
import { ReceiveLaterService } from './submissions/receiving/receive-later.service.js';
import { NoticeRoundService } from './submissions/notices/notice-round.service.js';
import { takeInSeeds } from './take-in-seeds.js';

/**
 * Starts the installation and serves until it is told to stop; then answers what it has begun, ends its database
 * sessions and leaves with 0.
 * @param root directory of the installation
 * @throws Refusal when it cannot start, in a sentence; nothing is left running
 */
export async function runServer(root: string): Promise<void> {
  const config = loadConfig(root);
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void closeAll().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  try {
    const installation = await openInstallation(config, say);
    closers.push(() => installation.close());
    const app = await createApp(config, installation.dataSource);
    closers.push(() => app.close());
    await takeInSeeds(app, config.seedsDirectory);
    await app.get(ReportSourcesService).current();
    const port = await listen(app, config.host, config.port);
    await app.get(ScoreIntervalsService).start();
    const threads = new CheckingThreads(config, installation.dataSource);
    app.get(CheckingJobService).start(threads.run);
    app.get(ReceiveLaterService).checkBy(threads.check);
    app.get(NoticeRoundService).start();
    const key = await app.get(BootstrapService).firstAdministratorKey();
    if (key !== undefined) say(`First administrator key, shown only this once: ${key}`);
    say(`IWW Progress is at ${addressOf(config, port)}`);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function addressOf({ publicUrl, host }: Config, port: number): string {
  if (publicUrl !== undefined) return `${publicUrl}/`;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}/`;
}

function say(line: string): void {
  console.log(line);
}
