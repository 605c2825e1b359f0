export const SUBMISSION_STATES = [
  'draft',
  'checking',
  'received',
  'failed',
  'in_review',
  'accepted',
  'returned',
  'rejected',
  'withdrawn',
  'reverted',
] as const;

export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const VERDICTS = ['accept', 'return', 'reject'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a decision on record may say: a verdict on what waited, or that what had been accepted is reverted. */
export type RecordedVerdict = Verdict | 'revert';

/** From each state the states one step away. The database guards the same steps (`guard_submission_state`). */
export const STEPS: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  draft: ['checking'],
  checking: ['draft', 'received', 'failed'],
  received: ['in_review', 'withdrawn'],
  failed: [],
  in_review: ['accepted', 'returned', 'rejected', 'withdrawn'],
  accepted: ['reverted'],
  returned: ['checking', 'withdrawn'],
  rejected: [],
  withdrawn: [],
  reverted: [],
};

/** The state a verdict leads to. */
export const OUTCOME = {
  accept: 'accepted',
  return: 'returned',
  reject: 'rejected',
  revert: 'reverted',
} as const satisfies Readonly<Record<RecordedVerdict, SubmissionState>>;

/** Waiting for a decision: deciding on a received submission claims it in the same step. */
export function isOpen(state: SubmissionState): boolean {
  return state === 'received' || state === 'in_review';
}

/** Accepted once, so that everybody may follow its figures back to it. */
export function isPublic(state: SubmissionState): boolean {
  return state === 'accepted' || state === 'reverted';
}
