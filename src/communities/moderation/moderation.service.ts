import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { Problem } from '../../platform/problem.js';
import { communitiesOf, isModerator, requireModerator, traceOf, WRITING_ROLES } from '../community-actor.js';
import type { CommunityActor } from '../community-actor.js';
import { CommunityRepository } from '../community.repository.js';
import { CommunityWatchService } from '../community-watch.service.js';
import { foundIn } from './found-in.js';
import { endOfHold, type ModerationCase, type ModerationStep, type WrittenText } from './moderation-case.js';
import {
  checkedStep,
  maySee,
  type AskedCase,
  type AskedStep,
  type CheckedStep,
} from './moderation-request.js';
import { ModerationRepository, type StoredCase, type TextKey } from './moderation.repository.js';

/** So many cases are told at once; the oldest are decided first. */
const MOST_TOLD = 200;

/** A text that is being saved. */
interface SavedText {
  readonly text: TextKey;
  readonly communityId: number | undefined;
  readonly texts: readonly WrittenText[];
  /** In which role it is written. */
  readonly role: string;
}

/**
 * Texts that may target somebody are shown once a moderator has looked, or after five working days; what is declined or
 * taken down can be appealed about once, and another moderator decides. The audit trail tells what was done, never what
 * a text said.
 */
@Injectable()
export class ModerationService {
  constructor(
    private readonly cases: ModerationRepository,
    private readonly communities: CommunityRepository,
    private readonly watch: CommunityWatchService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Holds a text in the transaction that saves it, when something in it speaks for a look; so is what replaces a text
   * that was declined or taken down.
   */
  async hold(
    manager: EntityManager,
    by: CommunityActor,
    { text, communityId, texts, role }: SavedText,
    { requestId }: Circumstances = {},
  ): Promise<void> {
    const community =
      communityId === undefined ? undefined : await this.communities.byId(communityId, manager);
    const wasDeclined =
      'profileStepId' in text &&
      communityId !== undefined &&
      (await this.cases.wasDeclined(manager, communityId, text.kind));
    const found = [...foundIn(text.kind, texts, community), ...(wasDeclined ? ['declined_before'] : [])];
    if (found.length === 0) return;
    const { contributorId } = by;
    const key = await this.cases.open(manager, {
      reference: newReference(),
      ...{ text, communityId, contributorId, found },
      heldUntil: endOfHold(await this.cases.now(manager)),
    });
    await this.audit.append(manager, {
      ...traceOf(by, role, requestId),
      action: 'moderation.held',
      subject: `moderation:${String(key)}`,
      detail: { kind: text.kind, ...(community && { community: community.code }), found },
    });
  }

  /** What waits for a moderator, the oldest first. @throws Problem not_a_moderator (403) */
  async waiting(by: CommunityActor): Promise<readonly ModerationCase[]> {
    requireModerator(by);
    return this.cases.cases({ waiting: true, limit: MOST_TOLD });
  }

  /** Cases about texts of somebody's communities, the latest first. */
  async own(by: CommunityActor): Promise<readonly ModerationCase[]> {
    const communities = communitiesOf(by, [...WRITING_ROLES, 'respondent']);
    const cases = await this.cases.cases({ own: { communities, contributorId: by.contributorId } });
    return cases
      .filter((one) => maySee(by, one))
      .toReversed()
      .slice(0, MOST_TOLD);
  }

  /** @throws Problem moderation_case_not_found (404), also for those who may not know of it */
  async get(by: CommunityActor, id: string): Promise<ModerationCase> {
    return this.seen(by, await this.cases.cases({ reference: id }), id);
  }

  /**
   * Decides on a text, takes it down, appeals, or decides on the appeal.
   * @param at which moment it is
   * @throws Problem moderation_case_not_found (404), and as `checkedStep`
   */
  async take(
    by: CommunityActor,
    id: string,
    asked: AskedStep,
    { requestId }: Circumstances = {},
    at = new Date(),
  ): Promise<ModerationCase> {
    return this.changing(async (manager) => {
      const one = this.seen(by, await this.cases.cases({ reference: id }, manager), id);
      return this.step(manager, by, one, checkedStep(by, one, asked, at), requestId);
    });
  }

  /**
   * Takes down a text that is shown, or appeals against the declining of a statement.
   * @throws Problem moderated_text_not_found (404), and as `checkedStep`
   */
  async open(
    by: CommunityActor,
    { kind, of, ...asked }: AskedCase,
    { requestId }: Circumstances = {},
    at = new Date(),
  ): Promise<ModerationCase> {
    const step = asked.step === 'appeal' ? 'appealed' : 'taken_down';
    return this.changing(async (manager) => {
      const found = await this.cases.textAt(manager, { kind, of, step });
      if (found === undefined) throw new Problem('moderated_text_not_found', 404, { text: of });
      const key =
        found.key ?? (await this.cases.open(manager, { reference: newReference(), ...found, found: [] }));
      const [one] = await this.cases.cases({ key }, manager);
      if (one === undefined || !maySee(by, one))
        throw new Problem('moderated_text_not_found', 404, { text: of });
      return this.step(manager, by, one, checkedStep(by, one, asked, at), requestId);
    });
  }

  private async changing(work: (manager: EntityManager) => Promise<ModerationCase>): Promise<ModerationCase> {
    const changed = await this.cases.whileAlone(work);
    this.watch.changed();
    return changed;
  }

  private async step(
    manager: EntityManager,
    by: CommunityActor,
    { key, id, kind, community }: StoredCase,
    step: CheckedStep,
    requestId: string | undefined,
  ): Promise<ModerationCase> {
    await this.audit.append(manager, {
      ...traceOf(by, roleFor(by, step, community?.code), requestId),
      action: ACTIONS[step.step],
      subject: `moderation:${String(key)}`,
      detail: {
        kind,
        ...(community && { community: community.code }),
        ...(step.reasonCode && { reasonCode: step.reasonCode }),
      },
    });
    await this.cases.takeStep(manager, key, { ...step, contributorId: by.contributorId });
    return this.seen(by, await this.cases.cases({ key }, manager), id);
  }

  private seen(by: CommunityActor, [one]: readonly StoredCase[], id: string): StoredCase {
    if (one === undefined || !maySee(by, one))
      throw new Problem('moderation_case_not_found', 404, { case: id });
    return one;
  }
}

const ACTIONS: Readonly<Record<ModerationStep, string>> = {
  shown: 'moderation.shown',
  declined: 'moderation.declined',
  taken_down: 'moderation.taken_down',
  appealed: 'moderation.appealed',
  upheld: 'moderation.upheld',
  overturned: 'moderation.overturned',
};

function roleFor(by: CommunityActor, { step }: CheckedStep, community: string | undefined): string {
  if (step === 'appealed')
    return by.communities.find(({ code }) => code === community)?.roles[0] ?? 'administrator';
  return isModerator(by) && by.globalRoles.includes('moderator') ? 'moderator' : 'administrator';
}

function newReference(): string {
  return randomBytes(8).toString('hex');
}
