/** What people are told about a submission: each step, and that somebody was reminded of it. */
export const NOTICE_CODES = [
  'received',
  'in_review',
  'returned',
  'corrected',
  'accepted',
  'rejected',
  'withdrawn',
  'reverted',
  'failed',
  'reviewers_reminded',
  'administrators_told',
] as const;

export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Its words are in the message files: `notice.<code>.title` and `notice.<code>.text`. */
export interface Notice {
  readonly id: number;
  readonly code: NoticeCode;
  readonly params: NoticeParams;
  readonly createdAt: Date;
}

/** A notice with the submission it is about, for readers who are not looking at that one already. */
export interface NoticeOnSubmission extends Notice {
  readonly receipt: string;
  readonly communityName: string;
  readonly fileName?: string;
}

/** Nothing about persons. Each code has its own; what a code does not need may stay away. */
export type NoticeParams = Readonly<Record<string, string | number>>;
