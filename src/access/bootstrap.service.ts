import { Inject, Injectable } from '@nestjs/common';
import { AuditRepository } from '../platform/audit.repository.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AccessRepository } from './access.repository.js';
import { keyHash, newKey } from './key.js';

const NAME = 'First administrator';
const DAYS = 90;

/** Gives a new installation its first administrator. */
@Injectable()
export class BootstrapService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly audit: AuditRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'bootstrapKey'>,
  ) {}

  /**
   * Makes the first administrator's key when nobody is administrator yet.
   * @returns the key, to be shown once; `undefined` when there is an administrator already, or when the operator
   *   chose the key (`IWW_BOOTSTRAP_KEY`) and so knows it
   */
  async firstAdministratorKey(): Promise<string | undefined> {
    return this.repository.whileAloneAdding(async (manager) => {
      if (await this.repository.hasAdministrator(manager)) return undefined;
      const key = this.config.bootstrapKey ?? newKey();
      const roles = ['administrator'] as const;
      const contributorId = await this.repository.addContributor(manager, {
        name: NAME,
        kind: 'person',
        globalRoles: roles,
      });
      await this.repository.addKey(manager, {
        contributorId,
        label: NAME,
        roles,
        hash: keyHash(key),
        days: DAYS,
      });
      await this.audit.append(manager, {
        action: 'key.created',
        subject: `contributor:${String(contributorId)}`,
        detail: { label: NAME, roles, chosenByOperator: this.config.bootstrapKey !== undefined },
      });
      return this.config.bootstrapKey === undefined ? key : undefined;
    });
  }
}
