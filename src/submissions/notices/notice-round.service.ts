import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Rounds } from '../../platform/rounds.js';
import { ContactRepository } from './contact.repository.js';
import { KeyExpiryService } from './key-expiry.service.js';
import { NewsRepository } from './news.repository.js';
import { NoticeMailRepository } from './notice-mail.repository.js';
import { NoticeMailService } from './notice-mail.service.js';
import { NoticeReminderService } from './notice-reminder.service.js';

const MAIL_EVERY_MS = 10_000;
const NEWS_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/** The rounds of a running server: mails every ten seconds; every minute what happened elsewhere; every hour a look at what waits, and at what to forget. */
@Injectable()
export class NoticeRoundService implements OnModuleDestroy {
  private readonly logger = new Logger('Notices');
  private readonly rounds = new Rounds((error) => {
    this.logger.error(error);
  });

  constructor(
    private readonly mail: NoticeMailService,
    private readonly news: NewsRepository,
    private readonly reminders: NoticeReminderService,
    private readonly expiries: KeyExpiryService,
    private readonly outbox: NoticeMailRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** To be called once the server serves; the rounds end with the application. */
  start(): void {
    this.rounds.every(MAIL_EVERY_MS, async () => {
      await this.mail.sendDue(new Date(), () => this.rounds.isStopped);
    });
    this.rounds.every(NEWS_EVERY_MS, () => this.news.gather(new Date()));
    this.rounds.every(LOOK_EVERY_MS, () => this.look(new Date()));
  }

  /** Reminds of what waits too long and of keys that expire soon, and forgets what is over for a month. */
  async look(now: Date): Promise<void> {
    await this.reminders.remind(now);
    await this.expiries.announce(now);
    const before = new Date(now.getTime() - KEPT_MS);
    await this.outbox.forget(before);
    await this.contacts.forget(before);
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }
}
