import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import type { Circumstances } from '../../platform/circumstances.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { networkOf } from '../../platform/http/trusted-proxy.js';
import { MailerService } from '../../platform/mailer.service.js';
import { Problem } from '../../platform/problem.js';
import { checkContact } from '../../submissions/notices/contact.js';
import { DigestRepository } from './digest.repository.js';
import { followedIn, type Followed } from './followed.js';
import type { FollowerState, FollowRequest } from './follower.js';
import { FollowerRepository } from './follower.repository.js';

const DAY_MS = 86_400_000;
/** So long somebody has time to confirm; then what was asked for is forgotten. */
const UNCONFIRMED_MS = 3 * DAY_MS;
const MOST_QUESTIONS_A_DAY = 3;
const MOST_FOLLOWED = 50;
/** Of one network address: no machine fills the letter boxes of others with our questions. */
const MOST_ASKED_AN_HOUR = 60;
const TOKEN = /^[\w-]{22}$/;

/** Readers without an account follow what they like by mail, and end it when they like. */
@Injectable()
export class FollowingService {
  private readonly asked = new RateLimit(3_600);

  constructor(
    private readonly followers: FollowerRepository,
    private readonly digests: DigestRepository,
    private readonly catalogues: CatalogueService,
    private readonly mailer: MailerService,
    private readonly audit: AuditRepository,
  ) {}

  /** Whether mails can be sent from here at all. */
  get isMailSetUp(): boolean {
    return this.mailer.isSetUp;
  }

  /**
   * Keeps an address and asks its owner by mail whether they want this. What comes of it is the same whoever the address
   * belongs to, and whether it is known already or was asked too often today: nobody learns who follows what.
   * @param from network address of who asks
   * @throws Problem mail_not_set_up (409); not_a_mail_address, unspoken_language, nothing_followed, unknown_followed,
   *   too_much_followed (422); too_many_requests (429)
   */
  async ask(request: FollowRequest, from: string, { requestId }: Circumstances = {}): Promise<void> {
    if (!this.mailer.isSetUp) throw new Problem('mail_not_set_up', 409);
    const { address, language } = checkContact(request);
    const follows = this.checked(request.follows);
    const left = this.asked.count(networkOf(from), MOST_ASKED_AN_HOUR);
    if (left.requests < 0) throw new Problem('too_many_requests', 429, { seconds: left.seconds });
    await this.followers.inTransaction(async (manager) => {
      const token = randomBytes(16).toString('base64url');
      const id = await this.followers.put(manager, address.toLowerCase(), language, token);
      await this.followers.follow(manager, id, follows);
      const since = new Date(Date.now() - DAY_MS);
      if ((await this.digests.questionsSince(manager, id, since)) >= MOST_QUESTIONS_A_DAY) return;
      await this.digests.addQuestion(manager, id);
      await this.note(manager, 'follower.asked', id, { follows }, requestId);
    });
  }

  /** What stands behind the link of a mail. @throws Problem follower_not_found (404) */
  async byToken(token: string): Promise<FollowerState> {
    const { language, follows } = await this.found(token);
    return { language, follows };
  }

  /** The owner of the address confirms all that was asked for. @throws Problem follower_not_found (404) */
  async confirm(token: string, { requestId }: Circumstances = {}): Promise<void> {
    const { id, follows } = await this.found(token);
    const confirmed = follows.filter((one) => !one.isConfirmed).map(({ followed }) => followed);
    if (confirmed.length === 0) return;
    await this.followers.inTransaction(async (manager) => {
      await this.followers.confirm(manager, id);
      await this.note(manager, 'follower.confirmed', id, { follows: confirmed }, requestId);
    });
  }

  /**
   * The owner of the address wants no more mails about a thing, or none at all: then the address is erased at once. A
   * token that nobody has is fine, too.
   */
  async stop(token: string, followed?: string, { requestId }: Circumstances = {}): Promise<void> {
    const follower = TOKEN.test(token) ? await this.followers.byToken(token) : undefined;
    if (follower === undefined) return;
    if (followed !== undefined && !follower.follows.some((one) => one.followed === followed)) return;
    await this.followers.inTransaction(async (manager) => {
      await this.followers.stop(manager, follower.id, followed);
      const detail = followed === undefined ? {} : { followed };
      await this.note(manager, 'follower.stopped', follower.id, detail, requestId);
    });
  }

  /** Erases what nobody confirmed in time. */
  async forget(now: Date): Promise<void> {
    await this.followers.forgetUnconfirmed(new Date(now.getTime() - UNCONFIRMED_MS));
  }

  private checked(follows: readonly string[]): readonly Followed[] {
    if (follows.length === 0) throw new Problem('nothing_followed', 422);
    if (follows.length > MOST_FOLLOWED) throw new Problem('too_much_followed', 422, { most: MOST_FOLLOWED });
    const lookUp = this.catalogues.current();
    const known = follows.map((one) => {
      const followed = followedIn(lookUp, one);
      if (followed === undefined) throw new Problem('unknown_followed', 422, { followed: one.slice(0, 100) });
      return followed;
    });
    return [...new Set(known)];
  }

  private async found(token: string): Promise<FollowerState & { readonly id: number }> {
    const follower = TOKEN.test(token) ? await this.followers.byToken(token) : undefined;
    if (follower === undefined) throw new Problem('follower_not_found', 404);
    return follower;
  }

  private async note(
    manager: EntityManager,
    action: string,
    id: number,
    detail: Readonly<Record<string, unknown>>,
    requestId: string | undefined,
  ): Promise<void> {
    await this.audit.append(manager, {
      action,
      subject: `follower:${String(id)}`,
      detail,
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}
