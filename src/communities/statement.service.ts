import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { AuditRepository } from '../platform/audit/audit.repository.js';
import type { Circumstances } from '../platform/circumstances.js';
import { Problem } from '../platform/problem.js';
import {
  communitiesOf,
  requireModerator,
  traceOf,
  WRITING_ROLES,
  type CommunityActor,
} from './community-actor.js';
import type { Community } from './community.js';
import { CommunityRepository } from './community.repository.js';
import { CommunityWatchService } from './community-watch.service.js';
import { isPrintable, type SentTexts } from './checked-texts.js';
import { requireConduct } from './conduct/require-conduct.js';
import type { Texts } from './nri-card.js';
import { checkedSubject, checkedTexts, speakerOn, type SentStatement } from './statement-request.js';
import type { DeclineReason } from './decline-reason.js';
import { declineReasonsFor, isOnOwnSide, stateOf, type StatementFile } from './statement-states.js';
import { StatementRepository } from './statement.repository.js';

/** The roles in which somebody speaks; for a State only a respondent does. */
const SPEAKING_ROLES = [...WRITING_ROLES, 'respondent'] as const;
const LONGEST_REASON = 1_000;

/** What a moderator decides on the last version of a statement. */
export interface StatementDecision {
  readonly decision: string;
  readonly reasonCode?: string | undefined;
  readonly text?: string | undefined;
  /** Number of the version that was read; another one since: nothing is decided. */
  readonly version?: number | undefined;
}

type StoredFile = StatementFile & { readonly key: number };

/** States and communities reply to figures about them; a moderator of neither side publishes or declines. */
@Injectable()
export class StatementService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly communities: CommunityRepository,
    private readonly watch: CommunityWatchService,
    private readonly catalogues: CatalogueService,
    private readonly audit: AuditRepository,
  ) {}

  /** Codes of communities that somebody may speak for about an area. */
  async speakersFor(by: CommunityActor | undefined, area: string): Promise<readonly Community[]> {
    if (by === undefined) return [];
    const codes = communitiesOf(by, SPEAKING_ROLES);
    const communities = codes.length === 0 ? [] : await this.communities.visible();
    return communities.filter((one) => codes.includes(one.code) && maySpeak(by, one, area));
  }

  /** What the communities of somebody sent, whatever became of it. */
  async own(by: CommunityActor): Promise<readonly StatementFile[]> {
    const communities = communitiesOf(by, SPEAKING_ROLES);
    return communities.length === 0 ? [] : this.statements.files({ communities });
  }

  /** What waits for a decision, the longest waiting first. @throws Problem not_a_moderator (403) */
  async waiting(by: CommunityActor): Promise<readonly StatementFile[]> {
    requireModerator(by);
    return (await this.statements.files({ waiting: true })).toReversed();
  }

  /**
   * One of them, with all versions, for its own side and moderators.
   * @throws Problem statement_not_found (404)
   */
  async get(by: CommunityActor, id: string): Promise<StatementFile> {
    const file = found((await this.statements.files({ reference: id }))[0], id);
    const isOwn = communitiesOf(by, SPEAKING_ROLES).includes(file.by.community);
    if (!isOwn && !by.globalRoles.some((role) => ['moderator', 'administrator', 'auditor'].includes(role))) {
      throw notFound(id);
    }
    return file;
  }

  /**
   * Sends a statement; it is shown once a moderator has published it.
   * @throws Problem conduct_not_accepted, not_a_respondent (403), statement_faults (422)
   */
  async send(
    by: CommunityActor,
    sent: SentStatement,
    { requestId }: Circumstances = {},
  ): Promise<StatementFile> {
    requireConduct(by);
    const subject = checkedSubject(sent, this.catalogues.current());
    const texts = checkedTexts(sent.texts);
    const { area, release: releaseId } = sent;
    const speaker = (await this.speakersFor(by, area)).find(
      ({ code }) => sent.community === undefined || code === sent.community,
    );
    const speaksFor = speaker && speakerOn(area, speaker);
    if (speaksFor === undefined) throw new Problem('not_a_respondent', 403, { area });
    if (releaseId !== undefined && !(await this.statements.isPublishedRelease(releaseId))) {
      const part = { code: 'statement_release', pointer: '/release', value: releaseId };
      throw new Problem('statement_faults', 422, {}, [part]);
    }
    const reference = randomBytes(8).toString('hex');
    const { code: community } = speaker as Community;
    return this.statements.whileAlone(async (manager) => {
      const key = await this.statements.add(manager, {
        ...{ reference, area, subject, releaseId, community, speaksFor },
      });
      await this.addVersion(manager, by, { key, texts, community, requestId });
      return found((await this.statements.files({ reference }, manager))[0], reference);
    });
  }

  /**
   * Sends another version; until a moderator decides on it, what was published before stays.
   * @throws Problem statement_not_found (404), conduct_not_accepted, not_a_respondent (403), statement_withdrawn (409),
   *   statement_faults (422)
   */
  async revise(
    by: CommunityActor,
    id: string,
    sent: SentTexts,
    { requestId }: Circumstances = {},
  ): Promise<StatementFile> {
    requireConduct(by);
    const texts = checkedTexts(sent);
    return this.change(id, async (manager, file) => {
      await this.requireOwnSide(by, file);
      const { community } = file.by;
      await this.addVersion(manager, by, { key: file.key, texts, community, requestId });
    });
  }

  /**
   * Takes a statement back for good: where it stood, a place-holder says so.
   * @throws Problem statement_not_found (404), not_a_respondent (403), statement_withdrawn (409)
   */
  async withdraw(by: CommunityActor, id: string, { requestId }: Circumstances = {}): Promise<StatementFile> {
    return this.change(id, async (manager, file) => {
      await this.requireOwnSide(by, file);
      const { community } = file.by;
      await this.step(manager, by, file, { step: 'withdrawn', role: roleIn(by, community), requestId });
    });
  }

  /**
   * A moderator publishes or declines the last version. That a State names its own government is no reason to decline.
   * @throws Problem not_a_moderator (403), statement_not_found (404), statement_decided, statement_withdrawn,
   *   statement_four_eyes (409), changed_meanwhile (412), statement_decision_faults (422)
   */
  async decide(
    by: CommunityActor,
    id: string,
    decision: StatementDecision,
    { requestId }: Circumstances = {},
  ): Promise<StatementFile> {
    requireModerator(by);
    return this.change(id, async (manager, file) => {
      if (isOnOwnSide(by, file)) throw new Problem('statement_four_eyes', 409);
      if (decision.version !== undefined && decision.version !== file.versions[0]?.number) {
        throw new Problem('changed_meanwhile', 412);
      }
      if (stateOf(file) !== 'sent') throw new Problem('statement_decided', 409, { statement: id });
      const step = checkedDecision(decision, file);
      const role = by.globalRoles.includes('moderator') ? 'moderator' : 'administrator';
      await this.step(manager, by, file, { ...step, role, requestId });
    });
  }

  private async change(
    id: string,
    work: (manager: EntityManager, file: StoredFile) => Promise<void>,
  ): Promise<StatementFile> {
    const changed = await this.statements.whileAlone(async (manager) => {
      const file = found((await this.statements.files({ reference: id }, manager))[0], id);
      if (stateOf(file) === 'withdrawn') throw new Problem('statement_withdrawn', 409, { statement: id });
      await work(manager, file);
      return found((await this.statements.files({ reference: id }, manager))[0], id);
    });
    this.watch.changed();
    return changed;
  }

  private async addVersion(
    manager: EntityManager,
    by: CommunityActor,
    { key, texts, community, requestId }: Version,
  ): Promise<void> {
    const sha256 = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
    const { contributorId } = by;
    await this.audit.append(manager, {
      ...traceOf(by, roleIn(by, community), requestId),
      action: 'statement.sent',
      subject: `statement:${String(key)}`,
      detail: { community, sha256 },
    });
    await this.statements.addVersion(manager, key, { texts, sha256, contributorId });
  }

  private async step(
    manager: EntityManager,
    by: CommunityActor,
    { key, by: { community } }: StoredFile,
    { step, reasonCode, reason, role, requestId }: Step,
  ): Promise<void> {
    await this.audit.append(manager, {
      ...traceOf(by, role, requestId),
      action: ACTIONS[step],
      subject: `statement:${String(key)}`,
      detail: { community, ...(reasonCode === undefined ? {} : { reasonCode }) },
    });
    const { contributorId } = by;
    await this.statements.takeStep(manager, key, { step, contributorId, reasonCode, reason });
  }

  /** @throws Problem not_a_respondent (403), statement_not_found (404) for who may not know of it */
  private async requireOwnSide(
    by: CommunityActor,
    { id, area, by: { community } }: StoredFile,
  ): Promise<void> {
    const speakers = await this.speakersFor(by, area);
    if (speakers.some(({ code }) => code === community)) return;
    await this.get(by, id);
    throw new Problem('not_a_respondent', 403, { area });
  }
}

const ACTIONS = {
  published: 'statement.published',
  declined: 'statement.declined',
  withdrawn: 'statement.withdrawn',
} as const;

interface Version {
  readonly key: number;
  readonly texts: Texts;
  readonly community: string;
  readonly requestId: string | undefined;
}

interface Step {
  readonly step: 'published' | 'declined' | 'withdrawn';
  readonly reasonCode?: DeclineReason | undefined;
  readonly reason?: string | undefined;
  readonly role: string;
  readonly requestId: string | undefined;
}

function maySpeak(by: CommunityActor, community: Community, area: string): boolean {
  const speaksFor = speakerOn(area, community);
  if (speaksFor === 'community') return true;
  return speaksFor === 'state' && communitiesOf(by, ['respondent']).includes(community.code);
}

/** @throws Problem statement_decision_faults (422) */
function checkedDecision(
  { decision, reasonCode, text }: StatementDecision,
  file: StatementFile,
): Pick<Step, 'step' | 'reasonCode' | 'reason'> {
  const refuse = (code: string, pointer: string, params: Readonly<Record<string, string | number>> = {}) =>
    new Problem('statement_decision_faults', 422, {}, [{ code, pointer, params }]);
  if (decision === 'publish') return { step: 'published' };
  if (decision !== 'decline') throw refuse('statement_decision', '/decision');
  const reasons = declineReasonsFor(file);
  const reason = text?.trim() ?? '';
  const known = reasons.find((one) => one === reasonCode);
  if (known === undefined) throw refuse('decline_reason', '/reasonCode', { allowed: reasons.join(', ') });
  if (reason === '' || reason.length > LONGEST_REASON || !isPrintable(reason)) {
    throw refuse('decline_text', '/text', { most: LONGEST_REASON });
  }
  return { step: 'declined', reasonCode: known, reason };
}

function roleIn(by: CommunityActor, community: string): string {
  const roles = by.communities.find(({ code }) => code === community)?.roles ?? [];
  return roles.includes('respondent') ? 'respondent' : (roles[0] ?? '');
}

function found(file: StoredFile | undefined, id: string): StoredFile {
  if (file === undefined) throw notFound(id);
  return file;
}

function notFound(id: string): Problem {
  return new Problem('statement_not_found', 404, { statement: id });
}
