import { setTimeout as after } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../platform/database-faults.js';
import { ContactRepository } from './contact.repository.js';
import { KeyExpiryService } from './key-expiry.service.js';
import { NoticeMailRepository } from './notice-mail.repository.js';
import { NoticeMailService } from './notice-mail.service.js';
import { NoticeReminderService } from './notice-reminder.service.js';

const MAIL_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;
/** A mail server may be silent for longer than a process has to end; a mail that is cut off is sent again. */
const LONGEST_END_MS = 3_000;

/** The rounds of a running server: mails every ten seconds; every hour a look at what waits, and at what to forget. */
@Injectable()
export class NoticeRoundService implements OnModuleDestroy {
  private readonly logger = new Logger('Notices');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private isStopped = false;

  constructor(
    private readonly mail: NoticeMailService,
    private readonly reminders: NoticeReminderService,
    private readonly expiries: KeyExpiryService,
    private readonly outbox: NoticeMailRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** To be called once the server serves; the rounds end with the application. */
  start(): void {
    this.every(MAIL_EVERY_MS, async () => {
      await this.mail.sendDue(new Date(), () => this.isStopped);
    });
    this.every(LOOK_EVERY_MS, () => this.look(new Date()));
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
    this.isStopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.race([Promise.all(this.running), after(LONGEST_END_MS, undefined, { ref: false })]);
  }

  /** Does something now and again and again, one at a time. */
  private every(milliseconds: number, work: () => Promise<void>): void {
    let current: Promise<void> | undefined;
    const go = (): void => {
      if (current !== undefined || this.isStopped) return;
      const round = work()
        .catch((error: unknown) => this.complain(error))
        .finally(() => {
          current = undefined;
          this.running.delete(round);
        });
      current = round;
      this.running.add(round);
    };
    this.timers.push(setInterval(go, milliseconds).unref());
    go();
  }

  /** A database that is away is heard of elsewhere, and the next round tries again. */
  private complain(error: unknown): void {
    if (!isDatabaseUnavailable(error)) this.logger.error(error);
  }
}
