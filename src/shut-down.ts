import { Logger } from '@nestjs/common';

/** Within ten seconds of the word the process is gone, whatever still runs, ms. */
const LONGEST_END_MS = 9_500;

/** The end of the process: what was opened is closed, the last thing first. */
export class ShutDown {
  private readonly steps: (() => Promise<void>)[] = [];
  private readonly logger = new Logger('Process');
  private running: Promise<void> | undefined;

  /** @param say told in one line what a reader would not expect */
  constructor(private readonly say: (line: string) => void) {}

  /** What else there is to do at the end, before all that was named until now. */
  first(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  /**
   * Ends the process when it is told to: the first time in order and with 0, the second time at once and with 1. After a
   * mistake of ours that nobody caught nothing can be relied on: it is logged, and the process ends with 1, to be started
   * again by whoever watches over it.
   */
  onSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (this.running !== undefined) process.exit(1);
        this.end(0);
      });
    }
    for (const mistake of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(mistake, (error: unknown) => {
        this.logger.fatal(mistake, error instanceof Error ? error.stack : String(error));
        if (this.running === undefined) this.end(1);
      });
    }
  }

  /** Does all there is to do; to be waited for, and done once. */
  run(): Promise<void> {
    this.running ??= this.runSteps();
    return this.running;
  }

  private end(code: number): void {
    setTimeout(() => {
      this.say('It took too long to end in order: the rest is cut.');
      process.exit(code);
    }, LONGEST_END_MS);
    this.run().then(
      () => process.exit(code),
      (error: unknown) => {
        this.logger.fatal('The process could not end in order', error instanceof Error ? error.stack : '');
        process.exit(1);
      },
    );
  }

  private async runSteps(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) await step();
  }
}
