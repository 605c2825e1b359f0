import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { Problem } from '../platform/problem.js';
import { AccessRepository } from './access.repository.js';
import { requireAdministrator, traceOf, type Administering } from './administering.js';
import type { ContributorAccount } from './contributor.js';
import { ContributorRepository, type ContributorFilter } from './contributor.repository.js';
import { communityRolesOf, rolesOf } from './key-request.js';
import { KeyRepository, type ListPart } from './key.repository.js';
import { GLOBAL_ROLES, isGlobalRole } from './role.js';
import { SessionService } from './session.service.js';

const ALL: ListPart = { after: 0, limit: 1_000 };

/** Says who contributes, and changes what they may do. Every change is one transaction, and nobody makes two at once. */
@Injectable()
export class ContributorService {
  constructor(
    private readonly access: AccessRepository,
    private readonly contributors: ContributorRepository,
    private readonly keys: KeyRepository,
    private readonly sessions: SessionService,
    private readonly audit: AuditRepository,
  ) {}

  /** By id, the oldest first. */
  async list(filter: ContributorFilter = {}, part: ListPart = ALL): Promise<readonly ContributorAccount[]> {
    return this.contributors.list(filter, part);
  }

  /** @throws Problem contributor_not_found (404) */
  async get(id: number): Promise<ContributorAccount> {
    const account = await this.contributors.byId(id);
    if (account === undefined) throw new Problem('contributor_not_found', 404, { contributor: id });
    return account;
  }

  /**
   * Somebody belongs to a further community from now on, or again to one they left.
   * @throws Problem as `setRoles`; already_a_member, community_not_confirmed, key_of_system (409)
   */
  async join(
    by: Administering,
    id: number,
    community: string,
    roles: readonly string[],
    circumstances: Circumstances = {},
  ): Promise<ContributorAccount> {
    const held = communityRolesOf(roles);
    return this.change(by, id, circumstances, async (manager, account) => {
      const communityId = await this.access.communityOfPersons(manager, community);
      if (rolesHeld(account, community).length > 0) {
        throw new Problem('already_a_member', 409, { community });
      }
      await this.contributors.putMembership(manager, id, communityId, held);
      return { action: 'membership.added', detail: { community, before: [], after: held } };
    });
  }

  /**
   * Somebody has these roles in a community, and no others there.
   * @throws Problem not_an_administrator (403); contributor_not_found, membership_not_found (404); not_a_person (409);
   *   changed_meanwhile (412); unknown_role (422)
   */
  async setRoles(
    by: Administering,
    id: number,
    community: string,
    roles: readonly string[],
    circumstances: Circumstances = {},
  ): Promise<ContributorAccount> {
    const after = communityRolesOf(roles);
    return this.change(by, id, circumstances, async (manager, account) => {
      const communityId = memberIn(account, community);
      const before = rolesHeld(account, community);
      await this.contributors.putMembership(manager, id, communityId, after);
      return { action: 'membership.changed', detail: { community, before, after } };
    });
  }

  /**
   * Somebody no longer acts for a community; that they belonged to it stays known, so that four eyes hold.
   * @throws Problem as `setRoles`
   */
  async leave(
    by: Administering,
    id: number,
    community: string,
    circumstances: Circumstances = {},
  ): Promise<ContributorAccount> {
    return this.change(by, id, circumstances, async (manager, account) => {
      const communityId = memberIn(account, community);
      const before = rolesHeld(account, community);
      await this.contributors.leave(manager, id, communityId);
      return { action: 'membership.ended', detail: { community, before, after: [] } };
    });
  }

  /**
   * Somebody has these roles in the whole installation, and no others; none is fine.
   * @throws Problem as `setRoles`; last_administrator (409)
   */
  async setGlobalRoles(
    by: Administering,
    id: number,
    roles: readonly string[],
    circumstances: Circumstances = {},
  ): Promise<ContributorAccount> {
    const after = roles.length === 0 ? [] : rolesOf(roles, isGlobalRole, GLOBAL_ROLES);
    return this.change(by, id, circumstances, async (manager, { globalRoles: before }) => {
      await this.access.keepingAdministered(manager, () =>
        this.contributors.setGlobalRoles(manager, id, after),
      );
      return { action: 'contributor.changed', detail: { before, after } };
    });
  }

  /**
   * Ends every session of somebody, and tells how many there were; their keys stay in force.
   * @throws Problem not_an_administrator (403), contributor_not_found (404)
   */
  async endSessions(by: Administering, id: number, { requestId }: Circumstances = {}): Promise<number> {
    requireAdministrator(by);
    await this.get(id);
    return this.sessions.endAll(id, traceOf(by, requestId));
  }

  /**
   * Erases who somebody is: name, address, names of their keys, identities. Their keys and sessions end. What they sent
   * and decided stays under their number, and so does where they belonged. Who was erased already stays so.
   * @throws Problem not_an_administrator (403), contributor_not_found (404); not_a_person, last_administrator (409)
   */
  async erase(
    by: Administering,
    id: number,
    { requestId, ifVersion }: Circumstances = {},
  ): Promise<ContributorAccount> {
    requireAdministrator(by);
    if ((await this.get(id)).erasedAt !== undefined) return this.get(id);
    return this.change(by, id, { requestId, ifVersion }, async (manager, { globalRoles, memberships }) => {
      const keys = await this.keys.ofContributor(manager, id);
      await this.access.keepingAdministered(manager, async () => {
        await this.contributors.leave(manager, id);
        await this.contributors.erase(manager, id);
      });
      const trace = traceOf(by, requestId);
      const ended = keys.map((key) => ({
        ...trace,
        action: key.isRevoked ? 'key.changed' : 'key.revoked',
        subject: `key:${String(key.id)}`,
        detail: { contributor: id, erased: true },
      }));
      await this.audit.appendAll(manager, ended);
      const before = {
        globalRoles,
        memberships: memberships.map(({ communityCode: community, roles }) => ({ community, roles })),
      };
      return { action: 'contributor.erased', detail: { before } };
    });
  }

  /** Changes somebody who is as whoever asks saw them, and leaves a trace. */
  private async change(
    by: Administering,
    id: number,
    { requestId, ifVersion }: Circumstances,
    make: (manager: EntityManager, account: ContributorAccount) => Promise<Change>,
  ): Promise<ContributorAccount> {
    requireAdministrator(by);
    return this.access.whileAlone(async (manager) => {
      const account = await this.contributors.personById(manager, id);
      if (ifVersion?.includes(account.version) === false) throw new Problem('changed_meanwhile', 412);
      const { action, detail } = await make(manager, account);
      const subject = `contributor:${String(id)}`;
      await this.audit.append(manager, { ...traceOf(by, requestId), action, subject, detail });
      return (await this.contributors.byId(id, manager)) ?? account;
    });
  }
}

interface Change {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

function rolesHeld({ memberships }: ContributorAccount, community: string): readonly string[] {
  return memberships.find(({ communityCode }) => communityCode === community)?.roles ?? [];
}

/**
 * Id of the community.
 * @throws Problem membership_not_found (404), also for who has left
 */
function memberIn({ id, memberships }: ContributorAccount, community: string): number {
  const membership = memberships.find((one) => one.communityCode === community && !one.hasLeft);
  if (membership === undefined)
    throw new Problem('membership_not_found', 404, { contributor: id, community });
  return membership.communityId;
}
