import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out. */
@Injectable()
export class StoppingService {
  private readonly controller = new AbortController();

  /** Aborted once the process has been told to stop. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get hasBegun(): boolean {
    return this.controller.signal.aborted;
  }

  begin(): void {
    this.controller.abort();
  }
}
