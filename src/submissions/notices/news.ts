import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';
import type { Mail } from '../../platform/mailer.service.js';

/** What people are mailed of beside their submissions and keys. */
export const NEWS_EVENTS = [
  'statement_waits',
  'statement_overdue',
  'statement_published',
  'statement_declined',
  'text_held',
  'text_waits',
  'text_shown',
  'text_declined',
  'text_taken_down',
  'appeal_sent',
  'appeal_upheld',
  'appeal_overturned',
  'claim_sent',
] as const;

export type NewsEvent = (typeof NEWS_EVENTS)[number];

/** Nothing about persons. */
export interface NewsParams {
  /** Path of the page about it below the language. */
  readonly page: string;
  /** Name of the community or initiative. */
  readonly community: string;
  /** ISO 3166-1 alpha-3 of the country a statement is about, with its English name. */
  readonly area?: string | null;
  readonly areaName?: string | null;
  /** In words, of what was declined. */
  readonly reason?: string | null;
}

export interface News {
  readonly event: NewsEvent;
  readonly params: NewsParams;
}

/** A mail about something that happened. @param contactUrl where its reader ends such mails */
export function newsWords(
  language: Language,
  { event, params }: News,
  publicUrl: string,
  contactUrl: string,
): Pick<Mail, 'subject' | 'text'> {
  const { page, community, area, areaName: name, reason } = params;
  const country = typeof area === 'string' ? areaName(language, { code: area, name: name ?? area }) : '';
  const filled = { community, country, reason: reason ?? '' };
  return {
    subject: translate(language, `following.news.${event}.subject`, filled),
    text: translate(language, 'following.news.text', {
      text: translate(language, `following.news.${event}.text`, filled),
      url: `${publicUrl}/${language}/${page}`,
      contactUrl,
    }),
  };
}
