import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { ourReports } from './brief-template.js';
import { TypstCompiler, type TypstJob } from './typst-compiler.js';
import { TypstThread } from './typst-thread.js';

/** What threads run; not there in a run from sources, where documents are made in the calling thread. */
const PROGRAM = new URL('./typst.worker.js', import.meta.url);

/** Makes PDF documents in a thread of their own, one after the other, so that the web server goes on answering. */
@Injectable()
export class TypstService implements OnModuleDestroy {
  private readonly directories: readonly [string, ...string[]];
  private thread: TypstThread | undefined;
  private inThisThread: TypstCompiler | undefined;

  constructor(@Inject(CONFIG) { reportsDirectory }: Pick<Config, 'reportsDirectory'>) {
    this.directories = [ourReports, ...(reportsDirectory === undefined ? [] : [reportsDirectory])];
  }

  /** @throws Error with what the compiler says, when a template is at fault */
  async pdf(job: TypstJob, program = PROGRAM): Promise<Buffer> {
    if (!existsSync(fileURLToPath(program))) {
      return (this.inThisThread ??= new TypstCompiler(this.directories)).pdf(job);
    }
    if (this.thread === undefined || this.thread.isSpent) {
      this.thread = new TypstThread(program, this.directories);
    }
    return this.thread.pdf(job);
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread?.stop();
  }
}
