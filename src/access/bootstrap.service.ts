import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { AccessRepository } from './access.repository.js';
import { keyHash, newKey } from './key.js';
import { NewContributorService } from './new-contributor.service.js';

const NAME = 'First administrator';
const DAYS = 90;

/** Gives a new installation its first administrator. */
@Injectable()
export class BootstrapService {
  constructor(
    private readonly repository: AccessRepository,
    private readonly newcomers: NewContributorService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'bootstrapKey'>,
  ) {}

  /**
   * Makes the first administrator's key when nobody is administrator yet.
   * @returns the key, to be shown once; `undefined` when there is an administrator already, or when the operator
   *   chose the key (`IWW_BOOTSTRAP_KEY`) and so knows it
   */
  async firstAdministratorKey(): Promise<string | undefined> {
    return this.repository.whileAlone(async (manager) => {
      if (await this.repository.hasAdministrator(manager)) return undefined;
      const key = this.config.bootstrapKey ?? newKey();
      const roles = ['administrator'] as const;
      const person = { name: NAME, kind: 'person' as const, globalRoles: roles };
      const contributorId = await this.newcomers.add(manager, person, undefined, {});
      const fresh = { contributorId, label: NAME, roles, areas: [], hash: keyHash(key), days: DAYS };
      const chosenByOperator = this.config.bootstrapKey !== undefined;
      await this.newcomers.addKey(manager, fresh, {}, { chosenByOperator });
      return this.config.bootstrapKey === undefined ? key : undefined;
    });
  }
}
