import type { NoticeCode } from './notice.js';

/** Who hears of something; each is told once, in the language they chose. */
export type Audience =
  /** Members of the community that sent a submission. */
  | 'senders'
  /** Reviewers of other communities. */
  | 'reviewers'
  /** Members of the community whose text it is; for the statement of a State its respondents. */
  | 'speakers'
  /** Moderators who are not of that side, nor have decided on it. */
  | 'moderators'
  | 'publishers'
  | 'administrators'
  /** The holder of a key. */
  | 'holders'
  /** Readers who follow something by mail. */
  | 'followers'
  /** Everybody. */
  | 'readers';

export type Way = 'page' | 'feed' | 'mail';

export interface Telling {
  /** A notice on a submission, or something else that happens. */
  readonly event: string;
  readonly audience: Audience;
  readonly ways: readonly Way[];
  /** With each release, or so many days after it happened or began to wait; below zero: before it happens. */
  readonly when: 'each release' | number;
}

/**
 * Who hears of what, by which ways, and when. The code reads it, and `docs/notices.md` shows it; of what is not here
 * nobody is told.
 */
export const NOTIFICATION_MATRIX = [
  telling('received', 'senders', ['page', 'feed', 'mail']),
  telling('in_review', 'senders', ['page', 'feed', 'mail']),
  telling('returned', 'senders', ['page', 'feed', 'mail']),
  telling('corrected', 'senders', ['page', 'feed', 'mail']),
  telling('accepted', 'senders', ['page', 'feed', 'mail']),
  telling('accepted', 'readers', ['page', 'feed']),
  telling('rejected', 'senders', ['page', 'feed', 'mail']),
  telling('withdrawn', 'senders', ['page', 'feed', 'mail']),
  telling('reverted', 'senders', ['page', 'feed', 'mail']),
  telling('reverted', 'readers', ['page', 'feed']),
  telling('failed', 'senders', ['page', 'feed', 'mail']),
  telling('reviewers_reminded', 'reviewers', ['page', 'feed', 'mail'], 7),
  telling('administrators_told', 'administrators', ['page', 'feed', 'mail'], 14),
  telling('key_expires', 'holders', ['page', 'mail'], -14),
  telling('statement_waits', 'moderators', ['page', 'mail']),
  telling('statement_overdue', 'administrators', ['page', 'mail'], 7),
  telling('statement_published', 'speakers', ['page', 'mail']),
  telling('statement_published', 'readers', ['page', 'feed']),
  telling('statement_published', 'followers', ['mail'], 'each release'),
  telling('statement_declined', 'speakers', ['page', 'mail']),
  telling('text_held', 'speakers', ['page', 'mail']),
  telling('text_waits', 'moderators', ['page', 'mail']),
  telling('text_shown', 'speakers', ['page', 'mail']),
  telling('text_declined', 'speakers', ['page', 'mail']),
  telling('text_taken_down', 'speakers', ['page', 'mail']),
  telling('appeal_sent', 'moderators', ['page', 'mail']),
  telling('appeal_upheld', 'speakers', ['page', 'mail']),
  telling('appeal_overturned', 'speakers', ['page', 'mail']),
  telling('claim_sent', 'administrators', ['page', 'mail']),
  telling('consent_withdrawn', 'readers', ['page']),
  telling('release_prepared', 'publishers', ['page']),
  telling('release_published', 'readers', ['page', 'feed']),
  telling('release_published', 'followers', ['mail'], 'each release'),
] as const;

export type ToldEvent = (typeof NOTIFICATION_MATRIX)[number]['event'];

/** Whom a notice on a submission is mailed to; it is shown to all who may see the submission. */
export function audienceOf(code: NoticeCode): Extract<Audience, 'senders' | 'reviewers' | 'administrators'> {
  const { audience } = mailed(code);
  if (audience === 'senders' || audience === 'reviewers' || audience === 'administrators') return audience;
  throw new RangeError(`${code} is no notice on a submission`);
}

/** How many days something waits before somebody is mailed of it. */
export function daysUntil(event: ToldEvent): number {
  const { when } = mailed(event);
  return when === 'each release' ? 0 : Math.abs(when);
}

/** Who is mailed of something at once or after days. @throws RangeError when nobody is */
export function mailed(event: ToldEvent): Telling {
  const row = NOTIFICATION_MATRIX.find((one: Telling) => one.event === event && one.ways.includes('mail'));
  if (row === undefined) throw new RangeError(`Nobody is mailed of ${event}`);
  return row;
}

function telling<const Event extends string>(
  event: Event,
  audience: Audience,
  ways: readonly Way[],
  when: Telling['when'] = 0,
): Telling & { readonly event: Event } {
  return { event, audience, ways, when };
}
