import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import type { CheckOrder, CheckOutcome } from './checking-thread.js';
import type { Config } from './platform/config.js';
import { urlOf } from './platform/postgres/connections.repository.js';
import { Problem } from './platform/problem.js';
import type { RunCheck } from './submissions/receiving/checking-job.service.js';
import type { CheckAside } from './submissions/receiving/receive-later.service.js';

/** Checks made at once for those who wait for them; the others take turns. */
const MOST_AT_ONCE = 2;

/** Makes checks in threads of their own, so that the web server goes on answering. */
export class CheckingThreads {
  private readonly turns: Promise<unknown>[] = Array.from({ length: MOST_AT_ONCE }, () => Promise.resolve());

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /** Broken off, a thread ends at once, and with its connections what it had not ended. */
  readonly run: RunCheck = async (receipt, signal) => {
    const thread = this.start({ receipt });
    const stop = (): void => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await once(thread, 'exit');
      signal.throwIfAborted();
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };

  /** The file stays open here for as long as the thread reads it. */
  readonly check: CheckAside = async ({ content: { file }, ...sending }) => {
    const { descriptor, byteSize, sha256 } = file;
    const before = this.turns.shift();
    const checked = (async () => {
      await before;
      return this.outcomeOf({ sending, file: { descriptor, byteSize, sha256 } });
    })();
    this.turns.push(checked.catch(() => undefined));
    const outcome = await checked;
    if ('report' in outcome) return outcome.report;
    const { code, status, params, parts, extensions } = outcome.problem;
    throw new Problem(code, status, params, parts, extensions);
  };

  private async outcomeOf(task: CheckOrder['task']): Promise<CheckOutcome> {
    const thread = this.start(task);
    const told: CheckOutcome[] = [];
    thread.on('message', (outcome: CheckOutcome) => told.push(outcome));
    await once(thread, 'exit');
    const [outcome] = told;
    if (outcome === undefined) throw new Error('A check ended without a word');
    return outcome;
  }

  private start(task: CheckOrder['task']): Worker {
    const workerData: CheckOrder = { task, config: this.config, url: urlOf(this.dataSource) };
    return new Worker(new URL('./checking-thread.js', import.meta.url), { workerData });
  }
}
