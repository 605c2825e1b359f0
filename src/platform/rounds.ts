import { setTimeout as after } from 'node:timers/promises';
import { isDatabaseUnavailable } from './database-faults.js';

/** What is under way may take longer than a process has to end; what is cut off is done again. */
const LONGEST_END_MS = 3_000;

/** What a running server does now and again. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  /** @param log told what went wrong */
  constructor(private readonly log: (error: unknown) => void) {}

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Does something now and again and again, one at a time. */
  every(milliseconds: number, work: () => Promise<void>): void {
    let current: Promise<void> | undefined;
    const go = (): void => {
      if (current !== undefined || this.stopped) return;
      const round = work()
        .catch((error: unknown) => {
          // A database that is away is heard of elsewhere, and the next round tries again.
          if (!isDatabaseUnavailable(error)) this.log(error);
        })
        .finally(() => {
          current = undefined;
          this.running.delete(round);
        });
      current = round;
      this.running.add(round);
    };
    this.timers.push(setInterval(go, milliseconds).unref());
    go();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.race([Promise.all(this.running), after(LONGEST_END_MS, undefined, { ref: false })]);
  }
}
