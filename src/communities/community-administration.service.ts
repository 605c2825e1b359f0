import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { NewAuditEntry } from '../platform/audit/audit-entry.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { Problem } from '../platform/problem.js';
import type { RegisteredCommunity, SettledField } from './community.js';
import {
  changedCommunity,
  checkCommunityCode,
  type CommunityChange,
  type NewCommunity,
} from './community-request.js';
import { CommunityRepository } from './community.repository.js';
import { CommunityWatchService } from './community-watch.service.js';

/** Who changes what is told of communities: an administrator by their key, or the operator on the host. */
export type CommunityAdministrator =
  { readonly contributorId: number; readonly globalRoles: readonly string[] } | 'operator';

/** Adds communities, changes what is told of them, and says which ones are shown. The seeds do not undo any of it. */
@Injectable()
export class CommunityAdministrationService {
  constructor(
    private readonly communities: CommunityRepository,
    private readonly watch: CommunityWatchService,
    private readonly catalogues: CatalogueService,
    private readonly audit: AuditRepository,
  ) {}

  /** All of them, hidden ones too, by code. */
  async list(): Promise<readonly RegisteredCommunity[]> {
    return this.communities.registered();
  }

  /** @throws Problem unknown_community (404) */
  async get(code: string): Promise<RegisteredCommunity> {
    return found(await this.communities.registration(code), code);
  }

  /**
   * Adds a community; it is shown, and can take part, once it is confirmed.
   * @throws Problem not_an_administrator (403), community_exists (409), community_faults (422)
   */
  async add(
    by: CommunityAdministrator,
    { code, ...told }: NewCommunity,
    { requestId }: Circumstances = {},
  ): Promise<RegisteredCommunity> {
    requireAdministrator(by);
    const { fields } = changedCommunity(undefined, told, this.catalogues.current());
    return this.done(code, async (manager) => {
      const known = await this.communities.registration(checkCommunityCode(code), manager);
      if (known !== undefined) throw new Problem('community_exists', 409, { community: code });
      await this.communities.add(manager, code, fields);
      return { ...traceOf(by, requestId), action: 'community.added', detail: { after: fields } };
    });
  }

  /**
   * Changes what is told of a community. What the change names is settled: the seeds leave it alone from then on.
   * @throws Problem not_an_administrator (403), unknown_community (404), community_of_system (409),
   *   changed_meanwhile (412), community_faults (422)
   */
  async change(
    by: CommunityAdministrator,
    code: string,
    change: CommunityChange,
    circumstances: Circumstances = {},
  ): Promise<RegisteredCommunity> {
    return this.step(by, code, circumstances, async (manager, { id: _id, ...community }) => {
      const { version: _version, settled, hidden: _hidden, code: _code, ...before } = community;
      const { fields: after, settles } = changedCommunity(before, change, this.catalogues.current());
      await this.communities.change(manager, code, after, [...new Set([...settled, ...settles])].sort());
      return { action: 'community.changed', detail: { before, after } };
    });
  }

  /**
   * A hidden community is shown from now on, and can take part.
   * @throws Problem as `change`
   */
  async confirm(
    by: CommunityAdministrator,
    code: string,
    circumstances: Circumstances = {},
  ): Promise<RegisteredCommunity> {
    return this.step(by, code, circumstances, async (manager, community) => {
      await this.communities.setHidden(manager, code, false, withHidden(community));
      return {
        action: 'community.confirmed',
        detail: { before: { hidden: community.hidden }, after: { hidden: false } },
      };
    });
  }

  /**
   * A community is shown no more, and cannot take part.
   * @throws Problem as `change`; community_has_sent (409) when something it sent is published, or waits to be
   */
  async hide(
    by: CommunityAdministrator,
    code: string,
    circumstances: Circumstances = {},
  ): Promise<RegisteredCommunity> {
    return this.step(by, code, circumstances, async (manager, community) => {
      if (await this.communities.hasSent(manager, community.id)) {
        throw new Problem('community_has_sent', 409, { community: code });
      }
      await this.communities.setHidden(manager, code, true, withHidden(community));
      return {
        action: 'community.hidden',
        detail: { before: { hidden: community.hidden }, after: { hidden: true } },
      };
    });
  }

  /** Takes a step with a community that is as whoever asks saw it. */
  private async step(
    by: CommunityAdministrator,
    code: string,
    { requestId, ifVersion }: Circumstances,
    take: (manager: EntityManager, community: RegisteredCommunity) => Promise<Step>,
  ): Promise<RegisteredCommunity> {
    requireAdministrator(by);
    return this.done(code, async (manager) => {
      const community = found(await this.communities.registration(code, manager, true), code);
      if (community.kind === 'system') throw new Problem('community_of_system', 409, { community: code });
      if (ifVersion?.includes(community.version) === false) throw new Problem('changed_meanwhile', 412);
      return { ...traceOf(by, requestId), ...(await take(manager, community)) };
    });
  }

  /** Does something with a community, leaves its trace, and lets readers see it. */
  private async done(
    code: string,
    work: (manager: EntityManager) => Promise<Omit<NewAuditEntry, 'subject'>>,
  ): Promise<RegisteredCommunity> {
    const community = await this.communities.whileAlone(async (manager) => {
      await this.audit.append(manager, { ...(await work(manager)), subject: `community:${code}` });
      return found(await this.communities.registration(code, manager), code);
    });
    this.watch.changed();
    return community;
  }
}

type Step = Pick<NewAuditEntry, 'action' | 'detail'>;

function withHidden({ settled }: RegisteredCommunity): readonly SettledField[] {
  return [...new Set<SettledField>([...settled, 'hidden'])].sort();
}

/** @throws Problem not_an_administrator (403) */
function requireAdministrator(by: CommunityAdministrator): void {
  if (by !== 'operator' && !by.globalRoles.includes('administrator')) {
    throw new Problem('not_an_administrator', 403);
  }
}

function traceOf(by: CommunityAdministrator, requestId: string | undefined) {
  return {
    ...(by === 'operator' ? {} : { contributorId: by.contributorId, role: 'administrator' }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function found(community: RegisteredCommunity | undefined, code: string): RegisteredCommunity {
  if (community === undefined) throw new Problem('unknown_community', 404, { community: code });
  return community;
}
