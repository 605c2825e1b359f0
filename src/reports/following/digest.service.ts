import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { letterHtml, letterText } from '../../language/letter.js';
import { MailerService, type Mail } from '../../platform/mailer.service.js';
import { Problem } from '../../platform/problem.js';
import { sendQueued } from '../../platform/send-queued.js';
import { finishInTurns } from '../../scoring/board/steps.js';
import type { Release } from '../../scoring/releases/release.js';
import { ReleaseService } from '../releases/release.service.js';
import { digestLetter, questionLetter } from './digest-letter.js';
import { DigestRepository, type OutgoingDigest } from './digest.repository.js';
import type { Followed } from './followed.js';
import { FollowerRepository } from './follower.repository.js';
import { changesOf, releaseChanges, type ReleaseChanges } from './release-changes.js';

/** What the mails about a release would be; no addresses. */
export interface DigestPlan {
  readonly release: string;
  /** The one before it; absent for the first. */
  readonly from?: string;
  readonly mails: number;
  readonly followed: readonly FollowedPlan[];
}

export interface FollowedPlan {
  readonly followed: Followed;
  readonly followers: number;
  readonly scores: number;
  readonly statuses: number;
  readonly statements: number;
}

/** Tells followers of each release what changed of what they follow: one mail, and none where nothing did. */
@Injectable()
export class DigestService {
  private readonly log = new Logger('Following');
  private kept: { readonly id: string; readonly changes: Promise<ReleaseChanges | undefined> } | undefined;

  constructor(
    private readonly digests: DigestRepository,
    private readonly followers: FollowerRepository,
    private readonly releases: ReleaseService,
    private readonly catalogues: CatalogueService,
    private readonly mailer: MailerService,
    private readonly audit: AuditRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Puts the mails about releases that were published into the outbox, once of each, whoever does so and dies at it. */
  async prepareDue(): Promise<void> {
    for (const id of await this.digests.releasesToTell()) {
      const { followed } = await this.plan(id);
      const changed = followed.filter(hasChanged).map((one) => one.followed);
      await this.digests.inTransaction(async (manager) => {
        const mails = await this.digests.prepare(manager, id, changed);
        if (mails === undefined) return;
        await this.audit.append(manager, {
          action: 'digest.prepared',
          subject: `release:${id}`,
          detail: { mails },
        });
      });
    }
  }

  /** What would be sent about a published release. @throws Problem release_not_found (404) */
  async plan(id: string): Promise<DigestPlan> {
    const release = await this.releases.get(id);
    const counts = await this.followers.counts(release.publishedAt ?? new Date());
    const changes = counts.length === 0 ? undefined : await this.changes(release);
    const followed = counts.map((count) => ({ ...count, ...sizesOf(count.followed, changes) }));
    const changed = followed.filter(hasChanged).map((one) => one.followed);
    const from = (await this.before(release))?.id;
    const mails = changed.length === 0 ? 0 : await this.digests.mailsFor(id, changed);
    return { release: id, ...(from === undefined ? {} : { from }), mails, followed };
  }

  /**
   * Sends what is due, and stops at once when told to.
   * @returns how many mails the mail server took
   */
  async sendDue(now: Date, isStopped?: () => boolean): Promise<number> {
    const { publicUrl } = this.config;
    if (!this.mailer.isSetUp || publicUrl === undefined) return 0;
    const work = {
      queue: this.digests,
      mailer: this.mailer,
      claim: (at: Date) => this.digests.claim(at),
      write: (digest: OutgoingDigest) => this.write(digest, publicUrl),
      tell: (manager: EntityManager, { followerId, attempts }: OutgoingDigest, failure: string) =>
        this.audit.append(manager, {
          action: 'mail.given_up',
          subject: `follower:${String(followerId)}`,
          detail: { attempts, failure },
        }),
    };
    return sendQueued(work, now, isStopped);
  }

  private async write(digest: OutgoingDigest, publicUrl: string): Promise<Mail | undefined> {
    const { id, createdAt, address, language, token } = digest;
    const letter = await this.letter(digest, {
      publicUrl,
      manageUrl: `${publicUrl}/${language}/follow/${token}`,
    });
    return (
      letter && {
        to: address,
        subject: letter.title,
        text: letterText(letter),
        html: letterHtml(letter),
        language,
        messageId: `<digest.${String(id)}.${String(createdAt.getTime())}@${new URL(publicUrl).hostname}>`,
        unsubscribeUrl: `${publicUrl}/api/v1/followers/${token}/removal`,
      }
    );
  }

  private async letter(
    { language, follows, releaseId }: OutgoingDigest,
    addresses: Parameters<typeof digestLetter>[3],
  ): Promise<ReturnType<typeof digestLetter> | undefined> {
    if (releaseId === undefined) {
      return questionLetter(language, follows, this.catalogues.current(), addresses.manageUrl);
    }
    const changes = await this.changes(await this.releases.get(releaseId));
    const told = changes && follows.flatMap((one) => changesOf(one, changes) ?? []);
    if (changes === undefined || told === undefined || told.length === 0) return undefined;
    return digestLetter(language, changes, told, addresses);
  }

  /** Of a release against the one before it; `undefined` for the first, and where one of them cannot be read back. */
  private changes(release: Release): Promise<ReleaseChanges | undefined> {
    if (this.kept?.id !== release.id) {
      this.kept = { id: release.id, changes: this.compare(release) };
      this.kept.changes.catch(() => (this.kept = undefined));
    }
    return this.kept.changes;
  }

  private async compare(release: Release): Promise<ReleaseChanges | undefined> {
    const before = await this.before(release);
    if (before === undefined) return undefined;
    try {
      const [from, to] = [
        await this.releases.sourcesOf(before.id),
        await this.releases.sourcesOf(release.id),
      ];
      return await finishInTurns(releaseChanges(from, to));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'release_not_reproducible') throw error;
      this.log.error(`Nobody can be told what release ${release.id} changed: it cannot be compared`);
      return undefined;
    }
  }

  /** The release that was published last before this one. */
  private async before({ id, publishedAt }: Release): Promise<Release | undefined> {
    const earlier = (await this.releases.list()).filter(
      (one) => one.id !== id && timeOf(one.publishedAt) <= timeOf(publishedAt),
    );
    return earlier.toSorted((one, other) => timeOf(other.publishedAt) - timeOf(one.publishedAt))[0];
  }
}

function timeOf(moment: Date | undefined): number {
  return moment?.getTime() ?? Infinity;
}

function sizesOf(
  followed: Followed,
  changes: ReleaseChanges | undefined,
): Pick<FollowedPlan, 'scores' | 'statuses' | 'statements'> {
  const found = changes && changesOf(followed, changes);
  return {
    scores: found?.scores.length ?? 0,
    statuses: found?.statuses.length ?? 0,
    statements: found?.statements.length ?? 0,
  };
}

function hasChanged({ scores, statuses, statements }: FollowedPlan): boolean {
  return scores + statuses + statements > 0;
}
