import { hasGlobalRole, isMember, maySubmitFor, type Actor } from '../access/actor.js';
import { mayDecideOn, mayRevert } from '../submissions/reviewing/deciding.js';
import { isOpen, STEPS } from '../submissions/reviewing/review.js';
import type { Submission } from '../submissions/submission.js';

/** Whether somebody sees all that is known of a submission, as its community and whoever watches over it do. */
export function seesAllOf(actor: Actor | undefined, { communityId }: Submission): boolean {
  return (
    actor !== undefined &&
    (isMember(actor, communityId) || hasGlobalRole(actor, 'administrator') || hasGlobalRole(actor, 'auditor'))
  );
}

/** What somebody may do with a submission now, on its page. */
export interface SenderSteps {
  readonly maySend: boolean;
  readonly mayDiscard: boolean;
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
  readonly mayCorrect: boolean;
}

export function senderSteps(
  actor: Actor,
  { state, isDraft, contributorId, communityId, counts, questions }: Submission,
): SenderSteps {
  const isOwnDraft = isDraft && contributorId === actor.contributorId;
  const sends = maySubmitFor(actor, communityId);
  return {
    maySend: isOwnDraft && state === 'draft' && questions.length === 0 && counts.good > 0,
    mayDiscard: isOwnDraft && state !== 'checking',
    mayAnswer: isOwnDraft && state === 'draft' && questions.length > 0,
    mayWithdraw: sends && !isDraft && STEPS[state].includes('withdrawn'),
    mayCorrect: sends && state === 'returned',
  };
}

/** What somebody may do with a submission at the review desk, and why not. */
export interface ReviewerSteps {
  readonly mayDecide: boolean;
  readonly mayRevert: boolean;
  readonly objection: 'four_eyes' | 'not_a_reviewer' | 'administrator_needed' | undefined;
}

export function reviewerSteps(actor: Actor, submission: Submission): ReviewerSteps {
  const waits = isOpen(submission.state);
  const isAccepted = submission.state === 'accepted';
  const objection = isAccepted
    ? mayRevert(actor, submission)
    : waits
      ? mayDecideOn(actor, submission)
      : undefined;
  return {
    mayDecide: waits && objection === undefined,
    mayRevert: isAccepted && objection === undefined,
    objection,
  };
}
