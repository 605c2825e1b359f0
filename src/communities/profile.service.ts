import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { Problem } from '../platform/problem.js';
import { requireConduct } from './conduct/require-conduct.js';
import {
  isAdministrator,
  mayWriteFor,
  requireMember,
  traceOf,
  type CommunityActor,
} from './community-actor.js';
import type { CommunityProfile } from './community-profile.js';
import { changedFacts, type SentFacts } from './community-facts.js';
import type { Community } from './community.js';
import { CommunityRepository } from './community.repository.js';
import { CommunityWatchService } from './community-watch.service.js';
import { writtenTexts } from './moderation/case-rows.js';
import { ModerationService } from './moderation/moderation.service.js';
import type { ProfileField } from './nri-card.js';
import { checkedPart, type SentProfile } from './profile-request.js';
import { ProfileRepository, type ProfileStep } from './profile.repository.js';

/**
 * Members write what their community tells of itself and consent to its being shown, part by part; what is withdrawn is
 * erased and gone from every answer. The audit trail tells which part, never what it said.
 */
@Injectable()
export class ProfileService {
  constructor(
    private readonly communities: CommunityRepository,
    private readonly profiles: ProfileRepository,
    private readonly watch: CommunityWatchService,
    private readonly moderation: ModerationService,
    private readonly audit: AuditRepository,
  ) {}

  /** As its members see it. @throws Problem community_not_found (404), not_a_member (403) */
  async get(by: CommunityActor, code: string): Promise<CommunityProfile> {
    const { id } = await this.found(code);
    if (!isAdministrator(by)) requireMember(by, code);
    return this.profiles.ofCommunity(id);
  }

  /**
   * Writes a part. It is shown from now on when consent is given with it, or once a moderator has looked at what speaks
   * for a look; otherwise it is kept for the members, and what was shown before in its place is gone.
   * @throws Problem community_not_found (404), not_a_member, conduct_not_accepted (403), changed_meanwhile (412),
   *   profile_faults (422)
   */
  async write<Field extends ProfileField>(
    by: CommunityActor,
    code: string,
    field: Field,
    sent: SentProfile[Field],
    consents: boolean,
    circumstances: Circumstances = {},
  ): Promise<CommunityProfile> {
    const { id } = await this.found(code);
    requireMember(by, code);
    requireConduct(by);
    const content = checkedPart(field, sent);
    return this.step(by, code, id, circumstances, async (manager, step) => {
      const writtenByStep = await step('written', field);
      await this.profiles.write(manager, { communityId: id, field, content, writtenByStep });
      if (!consents) return;
      await step('consented', field);
      const kind: ProfileField = field;
      if (kind === 'contact') return;
      const text = { kind, profileStepId: writtenByStep };
      const texts = writtenTexts(kind, content);
      const role = roleIn(by, code);
      await this.moderation.hold(manager, by, { text, communityId: id, texts, role }, circumstances);
    });
  }

  /**
   * Consent to a part ends: it is erased. Nothing to erase is fine.
   * @throws Problem community_not_found (404), not_a_member (403), changed_meanwhile (412)
   */
  async withdraw(
    by: CommunityActor,
    code: string,
    field: ProfileField,
    circumstances: Circumstances = {},
  ): Promise<CommunityProfile> {
    const { id } = await this.found(code);
    if (!isAdministrator(by)) requireMember(by, code);
    return this.step(by, code, id, circumstances, async (manager, step) => {
      const { parts } = await this.profiles.ofCommunity(id, manager);
      if (parts[field] === undefined) return;
      await this.profiles.erase(manager, id, field);
      await step('withdrawn', field);
    });
  }

  /**
   * Tells in which languages the community works, and where it met.
   * @throws Problem community_not_found (404), not_a_member (403), profile_faults (422)
   */
  async tellFacts(
    by: CommunityActor,
    code: string,
    facts: SentFacts,
    { requestId }: Circumstances = {},
  ): Promise<void> {
    await this.found(code);
    requireMember(by, code);
    const after = changedFacts(facts);
    await this.communities.whileAlone(async (manager) => {
      await this.communities.tellFacts(manager, code, after);
      await this.audit.append(manager, {
        ...traceOf(by, roleIn(by, code), requestId),
        action: 'community.changed',
        subject: `community:${code}`,
        detail: { fields: Object.keys(after) },
      });
    });
    this.watch.changed();
  }

  private async step(
    by: CommunityActor,
    code: string,
    communityId: number,
    { requestId, ifVersion }: Circumstances,
    take: (manager: EntityManager, step: TakeStep) => Promise<void>,
  ): Promise<CommunityProfile> {
    const { contributorId } = by;
    const profile = await this.communities.whileAlone(async (manager) => {
      const { version } = await this.profiles.ofCommunity(communityId, manager);
      if (ifVersion?.includes(version) === false) throw new Problem('changed_meanwhile', 412);
      await take(manager, async (step, field) => {
        await this.audit.append(manager, {
          ...traceOf(by, roleIn(by, code), requestId),
          action: ACTIONS[step],
          subject: `community:${code}`,
          detail: { field },
        });
        return this.profiles.takeStep(manager, { communityId, field, step, contributorId });
      });
      return this.profiles.ofCommunity(communityId, manager);
    });
    this.watch.changed();
    return profile;
  }

  private async found(code: string): Promise<Community> {
    const community = await this.communities.byCode(code);
    if (community === undefined || community.hidden || community.kind === 'system') {
      throw new Problem('community_not_found', 404, { code, suggested: 'no', suggestion: '' });
    }
    return community;
  }
}

const ACTIONS: Readonly<Record<ProfileStep, string>> = {
  written: 'profile.written',
  consented: 'profile.consented',
  withdrawn: 'profile.withdrawn',
};

type TakeStep = (step: ProfileStep, field: ProfileField) => Promise<number>;

function roleIn(by: CommunityActor, code: string): string {
  if (!mayWriteFor(by, code)) return 'administrator';
  return by.communities.find((one) => one.code === code)?.roles[0] ?? '';
}
