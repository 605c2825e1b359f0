import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Progress } from './progress.js';
import { ProgressRepository } from './progress.repository.js';
import { StoppingService } from '../../platform/stopping.service.js';

const EVERY_MS = 500;

/** Tells how far checks are. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly stopping: StoppingService,
  ) {}

  /**
   * A step about twice a second until the check has come to rest or the process stops; nothing when there is no such
   * submission.
   */
  async *follow(submissionId: number): AsyncGenerator<Progress> {
    for (;;) {
      const progress = await this.progress.read(submissionId);
      if (progress === undefined) return;
      yield progress;
      const { signal } = this.stopping;
      if (progress.state !== 'checking' || signal.aborted) return;
      await pause(EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }
}
