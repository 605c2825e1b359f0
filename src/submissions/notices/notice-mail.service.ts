import { Inject, Injectable } from '@nestjs/common';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { MailFailure } from '../../platform/mail-failure.js';
import { MailerService } from '../../platform/mailer.service.js';
import { NoticeMailRepository } from './notice-mail.repository.js';
import { WAITS_MINUTES, writeMail, type OutgoingMail } from './notice-mail.js';

/** Why a mail is not even tried. */
const UNREACHABLE = 'no_address';

/** Empties the outbox: each mail at least once, and after the last try given up. */
@Injectable()
export class NoticeMailService {
  constructor(
    private readonly outbox: NoticeMailRepository,
    private readonly mailer: MailerService,
    private readonly audit: AuditRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * Sends what is due, and stops at once when told to.
   * @returns how many mails the mail server took
   */
  async sendDue(now: Date, isStopped: () => boolean = () => false): Promise<number> {
    const { publicUrl } = this.config;
    if (!this.mailer.isSetUp || publicUrl === undefined) return 0;
    let sent = 0;
    while (!isStopped()) {
      const mail = await this.outbox.claim(now);
      if (mail === undefined) break;
      if (await this.send(mail, publicUrl, now)) sent++;
    }
    return sent;
  }

  private async send(mail: OutgoingMail, publicUrl: string, now: Date): Promise<boolean> {
    const { recipient } = mail;
    if (recipient === undefined) {
      await this.giveUp(mail, UNREACHABLE, now);
      return false;
    }
    try {
      await this.mailer.send(writeMail(mail, recipient, publicUrl));
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      if (error.isFinal || mail.attempts > WAITS_MINUTES.length) await this.giveUp(mail, error.code, now);
      else await this.outbox.markFailed(mail.id, error.code);
      return false;
    }
    await this.outbox.markSent(mail.id, now);
    return true;
  }

  private async giveUp(
    { id, contributorId, attempts, notice, expiringKey }: OutgoingMail,
    failure: string,
    now: Date,
  ): Promise<void> {
    const about = notice?.code ?? (expiringKey === undefined ? 'confirmation' : 'key');
    await this.outbox.inTransaction(async (manager) => {
      await this.outbox.giveUp(manager, id, now, failure);
      await this.audit.append(manager, {
        action: 'mail.given_up',
        subject: `contributor:${String(contributorId)}`,
        detail: { about, receipt: notice?.receipt, attempts, failure },
      });
    });
  }
}
