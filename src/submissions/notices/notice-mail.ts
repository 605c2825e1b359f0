import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { Mail } from '../../platform/mailer.service.js';
import { newsWords, type News } from './news.js';
import { noticeWords } from './notice-words.js';
import type { NoticeOnSubmission } from './notice.js';

/** A mail to be sent, with what it needs of the person it goes to. */
export interface OutgoingMail {
  readonly id: number;
  readonly contributorId: number;
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly createdAt: Date;
  /** Absent when its reader has no address any more, has not confirmed it, or has no key in force. */
  readonly recipient?: Recipient;
  /** What happened to a submission, if it is about that. */
  readonly notice?: NoticeOnSubmission;
  /** Something else that happened, if it is about that. */
  readonly news?: News;
  /** The key that expires soon, if it is about that; about none of these, it asks to confirm the address. */
  readonly expiringKey?: { readonly label: string; readonly expiresAt: Date };
}

export interface Recipient {
  readonly address: string;
  readonly language: Language;
  readonly token: string;
}

/**
 * A mail in its reader's language, in plain text.
 * @param publicUrl where readers reach this installation, without a slash at the end
 */
export function writeMail(mail: OutgoingMail, recipient: Recipient, publicUrl: string): Mail {
  const { id, createdAt } = mail;
  const { address, language, token } = recipient;
  const contactUrl = `${publicUrl}/${language}/contact/${token}`;
  const words = wordsOf(mail, language, publicUrl, contactUrl);
  return {
    ...words,
    to: address,
    language,
    messageId: `<${String(id)}.${String(createdAt.getTime())}@${new URL(publicUrl).hostname}>`,
    unsubscribeUrl: `${publicUrl}/api/v1/contacts/${token}/removal`,
  };
}

function wordsOf(
  { notice, news, expiringKey }: OutgoingMail,
  language: Language,
  publicUrl: string,
  contactUrl: string,
): Pick<Mail, 'subject' | 'text'> {
  if (notice !== undefined) {
    const url = `${publicUrl}/${language}/submissions/${notice.receipt}`;
    return noticeMailWords(language, notice, url, contactUrl);
  }
  if (news !== undefined) return newsWords(language, news, publicUrl, contactUrl);
  if (expiringKey === undefined) {
    return {
      subject: translate(language, 'mail.confirm.subject'),
      text: translate(language, 'mail.confirm.text', { contactUrl }),
    };
  }
  const { label, expiresAt } = expiringKey;
  const date = expiresAt.toISOString().slice(0, 10);
  return {
    subject: translate(language, 'mail.key.subject', { date }),
    text: translate(language, 'mail.key.text', { label, date, contactUrl }),
  };
}

function noticeMailWords(
  language: Language,
  notice: NoticeOnSubmission,
  url: string,
  contactUrl: string,
): Pick<Mail, 'subject' | 'text'> {
  const { title, text } = noticeWords(language, notice);
  const { communityName: community, fileName = notice.receipt } = notice;
  return {
    subject: translate(language, 'mail.notice.subject', { title, file: fileName }),
    text: translate(language, 'mail.notice.text', { text, file: fileName, community, url, contactUrl }),
  };
}
