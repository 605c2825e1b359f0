import { isMailAddress } from './mail-address.js';
import { Refusal } from './refusal.js';

/** How mails go out. */
export interface MailAccount {
  /** Address of the mail server, with user and password where it asks for them. */
  readonly url: string;
  /** Address the mails come from. */
  readonly from: string;
}

/**
 * @returns `undefined` when mail is not set up
 * @throws Refusal naming what is wrong or missing; the server's address may hold a password and is not repeated
 */
export function readMailAccount(
  url: string | undefined,
  from: string | undefined,
  publicUrl: string | undefined,
): MailAccount | undefined {
  if (url === undefined) return undefined;
  const server = URL.canParse(url) ? new URL(url) : undefined;
  if (server === undefined || !/^smtps?:$/.test(server.protocol) || server.hostname === '') {
    throw new Refusal('SMTP_URL must look like smtps://user:password@mail.example.org:465.');
  }
  if (from === undefined || !isMailAddress(from)) {
    throw new Refusal(
      'SMTP_URL is set: IWW_MAIL_FROM must be the address mails come from, such as progress@example.org.',
    );
  }
  if (publicUrl === undefined) {
    throw new Refusal(
      'SMTP_URL is set: IWW_PUBLIC_URL must be the address readers use, so that mails can link to it.',
    );
  }
  return { url, from };
}
