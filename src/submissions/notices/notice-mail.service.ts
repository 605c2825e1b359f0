import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditRepository } from '../../platform/audit/audit.repository.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { MailerService } from '../../platform/mailer.service.js';
import { sendQueued } from '../../platform/send-queued.js';
import { NoticeMailRepository } from './notice-mail.repository.js';
import { writeMail, type OutgoingMail } from './notice-mail.js';

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
  async sendDue(now: Date, isStopped?: () => boolean): Promise<number> {
    const { publicUrl } = this.config;
    if (!this.mailer.isSetUp || publicUrl === undefined) return 0;
    const work = {
      queue: this.outbox,
      mailer: this.mailer,
      claim: (at: Date) => this.outbox.claim(at),
      write: (mail: OutgoingMail) => mail.recipient && writeMail(mail, mail.recipient, publicUrl),
      tell: (manager: EntityManager, mail: OutgoingMail, failure: string) =>
        this.tell(manager, mail, failure),
    };
    return sendQueued(work, now, isStopped);
  }

  private async tell(
    manager: EntityManager,
    { contributorId, attempts, notice, news, expiringKey }: OutgoingMail,
    failure: string,
  ): Promise<void> {
    const about = notice?.code ?? news?.event ?? (expiringKey === undefined ? 'confirmation' : 'key');
    await this.audit.append(manager, {
      action: 'mail.given_up',
      subject: `contributor:${String(contributorId)}`,
      detail: { about, receipt: notice?.receipt, attempts, failure },
    });
  }
}
