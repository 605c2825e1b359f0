import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { MailerService } from '../../platform/mailer.service.js';
import { Rounds } from '../../platform/rounds.js';
import { DigestRepository } from './digest.repository.js';
import { DigestService } from './digest.service.js';
import { FollowingService } from './following.service.js';

const MAIL_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/** The rounds of a running server: mails to followers every ten seconds; every hour what is to be forgotten. */
@Injectable()
export class FollowingRoundService implements OnModuleDestroy {
  private readonly logger = new Logger('Following');
  private readonly rounds = new Rounds((error) => {
    this.logger.error(error);
  });

  constructor(
    private readonly digests: DigestService,
    private readonly outbox: DigestRepository,
    private readonly following: FollowingService,
    private readonly mailer: MailerService,
  ) {}

  /** To be called once the server serves; the rounds end with the application. */
  start(): void {
    this.rounds.every(LOOK_EVERY_MS, async () => {
      await this.following.forget(new Date());
      await this.outbox.forget(new Date(Date.now() - KEPT_MS));
    });
    if (!this.mailer.isSetUp) return;
    this.rounds.every(MAIL_EVERY_MS, async () => {
      await this.digests.prepareDue();
      await this.digests.sendDue(new Date(), () => this.rounds.isStopped);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }
}
