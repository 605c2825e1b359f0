import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { isMailAddress } from '../platform/mail-address.js';
import { Problem, type ProblemPart } from '../platform/problem.js';
import { isPrintable } from './checked-texts.js';
import { isAdministrator, traceOf, type CommunityActor } from './community-actor.js';
import { CommunityRepository } from './community.repository.js';
import type { Claim, NewClaim } from './claim.js';
import { ClaimRepository } from './claim.repository.js';

/** So many claims may wait at once: the door is open to everybody. */
const MOST_WAITING = 500;
const LONGEST_NAME = 200;
const LONGEST_LINK = 500;

/** Somebody asks to act for a community; an administrator decides, and who asked is forgotten. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly communities: CommunityRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * @returns its number
   * @throws Problem claim_faults (422), too_many_claims (503)
   */
  async send(claim: NewClaim, { requestId }: Circumstances = {}): Promise<number> {
    const faults = faultsOf(claim);
    const community =
      claim.community === undefined ? undefined : await this.communities.byCode(claim.community);
    if (claim.community !== undefined && (community === undefined || community.hidden)) {
      faults.push({ code: 'claim_community', pointer: '/community', value: claim.community });
    }
    if (faults.length > 0) throw new Problem('claim_faults', 422, {}, faults);
    return this.claims.whileAlone(async (manager) => {
      if ((await this.claims.waiting(manager)).length >= MOST_WAITING)
        throw new Problem('too_many_claims', 503);
      const id = await this.claims.add(manager, claim);
      await this.audit.append(manager, {
        action: 'claim.sent',
        subject: `claim:${String(id)}`,
        detail: claim.community === undefined ? {} : { community: claim.community },
        ...(requestId === undefined ? {} : { requestId }),
      });
      return id;
    });
  }

  /** For administrators and auditors. @throws Problem not_an_auditor (403) */
  async waiting(by: CommunityActor): Promise<readonly Claim[]> {
    if (!isAdministrator(by) && !by.globalRoles.includes('auditor')) throw new Problem('not_an_auditor', 403);
    return this.claims.waiting();
  }

  /**
   * Confirms that somebody acts for a community that is shown.
   * @returns the claim, for the last time with who sent it
   * @throws Problem not_an_administrator (403), claim_not_found (404), unknown_community (404),
   *   community_not_confirmed (409)
   */
  async confirm(
    by: CommunityActor,
    id: number,
    code: string,
    { requestId }: Circumstances = {},
  ): Promise<Claim> {
    const community = await this.communities.byCode(code);
    if (community === undefined || community.kind === 'system') {
      throw new Problem('unknown_community', 404, { community: code });
    }
    if (community.hidden) throw new Problem('community_not_confirmed', 409, { community: code });
    return this.decide(by, id, requestId, 'confirmed', code);
  }

  /** @throws Problem not_an_administrator (403), claim_not_found (404) */
  async decline(by: CommunityActor, id: number, { requestId }: Circumstances = {}): Promise<void> {
    await this.decide(by, id, requestId, 'declined');
  }

  private async decide(
    by: CommunityActor,
    id: number,
    requestId: string | undefined,
    state: 'confirmed' | 'declined',
    community?: string,
  ): Promise<Claim> {
    if (!isAdministrator(by)) throw new Problem('not_an_administrator', 403);
    return this.claims.whileAlone(async (manager: EntityManager) => {
      const claim = (await this.claims.waiting(manager)).find((one) => one.id === id);
      if (claim === undefined) throw new Problem('claim_not_found', 404);
      await this.audit.append(manager, {
        ...traceOf(by, 'administrator', requestId),
        action: state === 'confirmed' ? 'claim.confirmed' : 'claim.declined',
        subject: `claim:${String(id)}`,
        detail: community === undefined ? {} : { community },
      });
      await this.claims.decide(manager, id, { state, community, decidedBy: by.contributorId });
      return claim;
    });
  }
}

function faultsOf({ initiative, person, address, evidence }: NewClaim): ProblemPart[] {
  const isName = (text: string): boolean =>
    text.trim() !== '' && text.length <= LONGEST_NAME && isPrintable(text);
  const isEvidence =
    evidence.length <= LONGEST_LINK &&
    !/\s/.test(evidence) &&
    URL.canParse(evidence) &&
    /^https?:$/.test(new URL(evidence).protocol);
  return [
    ...(isName(initiative) ? [] : [{ code: 'claim_initiative', pointer: '/initiative' }]),
    ...(isName(person) ? [] : [{ code: 'claim_person', pointer: '/person' }]),
    ...(isMailAddress(address) ? [] : [{ code: 'claim_address', pointer: '/address' }]),
    ...(isEvidence ? [] : [{ code: 'claim_evidence', pointer: '/evidence' }]),
  ];
}
