import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from './config.js';
import type { MailAccount } from './mail-account.js';
import { MailFailure } from './mail-failure.js';

/** A mail in plain text, and as a page where it is one, too. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Says the same. */
  readonly html?: string;
  /** The same for each try of the same mail, so that one that arrives twice can be told. */
  readonly messageId: string;
  /** BCP 47 code of the language it is in. */
  readonly language: string;
  /** Where a mail program may POST to end such mails. Source: RFC 8058. */
  readonly unsubscribeUrl: string;
}

/** Longest wait for a server that says nothing, ms. */
const PATIENCE_MS = 20_000;

/** Hands mails to the mail server of the settings. */
@Injectable()
export class MailerService implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(CONFIG) { mail }: Pick<Config, 'mail'>) {
    this.transport = mail === undefined ? undefined : transportOf(mail);
  }

  /** Whether there is a mail server at all. */
  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** @throws MailFailure when the server did not take it */
  async send(mail: Mail): Promise<void> {
    if (this.transport === undefined) throw new TypeError('No mail server is set up');
    const { to, subject, text, html, messageId, language, unsubscribeUrl } = mail;
    try {
      await this.transport.sendMail({
        to,
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language,
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    } catch (error) {
      throw MailFailure.of(error);
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

/** A password goes to another machine only over TLS. */
function transportOf({ url, from }: MailAccount): Transporter {
  const { username, hostname } = new URL(url);
  return createTransport(
    {
      url,
      requireTLS: username !== '' && !isLoopback(hostname),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
