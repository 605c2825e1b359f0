import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { CODE_OF_CONDUCT, type AcceptanceChannel } from '../platform/code-of-conduct.js';
import { Problem } from '../platform/problem.js';
import { AccessRepository } from './access.repository.js';
import type { AcceptedConduct, Actor } from './actor.js';
import type { Trace } from './trace.js';

/** Contributors accept the Code of Conduct; each acceptance is kept with its version and moment, and audited. */
@Injectable()
export class ConductService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Somebody accepts the Code as it stands; once is enough.
   * @throws Problem conduct_version (422) for another version than the present one
   */
  async accept(
    { contributorId }: Pick<Actor, 'contributorId'>,
    version: string,
    channel: AcceptanceChannel,
    { requestId }: Circumstances = {},
  ): Promise<AcceptedConduct> {
    if (version !== CODE_OF_CONDUCT.version) {
      throw new Problem('conduct_version', 422, { version, present: CODE_OF_CONDUCT.version });
    }
    const trace = { contributorId, ...(requestId === undefined ? {} : { requestId }) };
    return this.repository.whileAlone(async (manager) => {
      await this.record(manager, contributorId, channel, trace);
      return this.repository.acceptance(manager, contributorId, version);
    });
  }

  /** As `accept` of the present version, inside the transaction of its caller. */
  async record(
    manager: EntityManager,
    contributorId: number,
    channel: AcceptanceChannel,
    trace: Trace,
  ): Promise<void> {
    const { version } = CODE_OF_CONDUCT;
    if (!(await this.repository.addAcceptance(manager, contributorId, version, channel))) return;
    await this.audit.append(manager, {
      ...trace,
      action: 'conduct.accepted',
      subject: `contributor:${String(contributorId)}`,
      detail: { version, channel },
    });
  }
}
