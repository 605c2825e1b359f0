import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ChainReport } from '../../platform/audit/chain-fault.js';
import { AuditTrailService } from '../../platform/audit/audit-trail.service.js';

/** What came of a look at the whole audit trail; `undefined`: it takes longer than a page can wait. */
export interface ChainCheck {
  readonly report: ChainReport | undefined;
}

/** So long a page waits, milliseconds. */
const PATIENCE_MS = 15_000;

/** Looks at the whole audit trail for a page. Whoever asks while somebody waits for the same waits along. */
@Injectable()
export class ChainCheckService {
  private running: Promise<ChainReport> | undefined;

  constructor(private readonly trail: AuditTrailService) {}

  async check(): Promise<ChainCheck> {
    this.running ??= this.trail.verify().finally(() => {
      this.running = undefined;
    });
    const giveUp = new AbortController();
    try {
      const late = wait(PATIENCE_MS, undefined, { signal: giveUp.signal, ref: false });
      return { report: await Promise.race([this.running, late]) };
    } finally {
      giveUp.abort();
    }
  }
}
