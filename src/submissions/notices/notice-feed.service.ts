import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, ActorCommunity } from '../../access/actor.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { Problem } from '../../platform/problem.js';
import { mayFollow, mayRead } from '../reviewing/deciding.js';
import { FeedAddressRepository } from './feed-address.repository.js';
import { NoticeRepository } from './notice.repository.js';
import type { NoticeOnSubmission } from './notice.js';
import { isReceipt } from '../receipt.js';
import type { Submission } from '../submission.js';
import { SubmissionRepository } from '../submission.repository.js';

/** Who reads a feed. Feed readers send no key: the secret in their address stands for their community. */
export interface FeedReader {
  readonly actor: Actor | undefined;
  readonly secret: string | undefined;
}

const MOST_NOTICES = 100;

/** What feeds show, and the secret addresses under which communities read theirs before anything is public. */
@Injectable()
export class NoticeFeedService {
  constructor(
    private readonly addresses: FeedAddressRepository,
    private readonly notices: NoticeRepository,
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * What happened to the submissions of a community, newest first: to those once accepted for everybody, to all for its
   * own members and reviewers.
   * @throws Problem feed_not_found (404) for a secret that is not that of this community
   */
  async ofCommunity(reader: FeedReader, communityId: number): Promise<readonly NoticeOnSubmission[]> {
    const followed = await this.communityOf(reader.secret);
    if (followed !== undefined && followed !== communityId) throw new Problem('feed_not_found', 404);
    const isPublicOnly = followed === undefined && !mayFollow(reader.actor, communityId);
    return this.notices.latest({ communityId, isPublicOnly }, MOST_NOTICES);
  }

  /**
   * What happened to one submission, newest first.
   * @throws Problem submission_not_found (404), also for those who may not know of it; feed_not_found (404)
   */
  async ofSubmission(
    reader: FeedReader,
    receipt: string,
  ): Promise<{ readonly submission: Submission; readonly notices: readonly NoticeOnSubmission[] }> {
    const submission = isReceipt(receipt) ? await this.submissions.byReceipt(receipt) : undefined;
    const followed = await this.communityOf(reader.secret);
    if (submission === undefined) throw new Problem('submission_not_found', 404);
    const isOwn = followed === submission.communityId && !submission.isDraft;
    if (!isOwn && !mayRead(reader.actor, submission)) throw new Problem('submission_not_found', 404);
    const { id: submissionId, communityId } = submission;
    const notices = await this.notices.latest(
      { communityId, submissionId, isPublicOnly: false },
      MOST_NOTICES,
    );
    return { submission, notices };
  }

  /**
   * A new secret for the feed address of a community, in place of the one before. It is told this once.
   * @throws Problem not_a_member (403)
   */
  async newSecret(actor: Actor, community: string, requestId?: string): Promise<string> {
    const { id, code } = ownCommunity(actor, community);
    const secret = randomBytes(32).toString('base64url');
    await this.addresses.inTransaction(async (manager) => {
      await this.addresses.put(manager, id, hashOf(secret));
      await this.note(manager, actor, 'feed.opened', code, requestId);
    });
    return secret;
  }

  /** Ends the secret address of a community's feed. @throws Problem not_a_member (403) */
  async revokeSecret(actor: Actor, community: string, requestId?: string): Promise<void> {
    const { id, code } = ownCommunity(actor, community);
    await this.addresses.inTransaction(async (manager) => {
      await this.addresses.remove(manager, id);
      await this.note(manager, actor, 'feed.closed', code, requestId);
    });
  }

  private async communityOf(secret: string | undefined): Promise<number | undefined> {
    if (secret === undefined) return undefined;
    const communityId = await this.addresses.communityOf(hashOf(secret));
    if (communityId === undefined) throw new Problem('feed_not_found', 404);
    return communityId;
  }

  private async note(
    manager: EntityManager,
    { contributorId }: Actor,
    action: string,
    community: string,
    requestId: string | undefined,
  ): Promise<void> {
    await this.audit.append(manager, {
      contributorId,
      action,
      subject: `community:${community}`,
      detail: {},
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function ownCommunity(actor: Actor, code: string): ActorCommunity {
  const community = actor.communities.find((one) => one.code === code && one.roles.length > 0);
  if (community === undefined) throw new Problem('not_a_member', 403, { community: code });
  return community;
}
