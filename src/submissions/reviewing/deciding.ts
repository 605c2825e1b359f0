import {
  belongsTo,
  hasGlobalRole,
  isMember,
  isReviewer,
  type Actor,
  type ActorCommunity,
} from '../../access/actor.js';
import type { Role } from '../../access/role.js';
import { Problem } from '../../platform/problem.js';
import type { DecisionRequest } from './decision.js';
import { isPublic, type RecordedVerdict } from './review.js';
import type { Submission } from '../submission.js';

/** A draft who made it; before acceptance its own community, reviewers, administrators and auditors; then everybody. */
export function mayRead(
  actor: Actor | undefined,
  submission: Pick<Submission, 'state' | 'communityId' | 'isDraft' | 'contributorId'>,
): boolean {
  if (submission.isDraft) return actor?.contributorId === submission.contributorId;
  return isPublic(submission.state) || mayFollow(actor, submission.communityId);
}

/** Who sees what a community sent before it is accepted. */
export function mayFollow(actor: Actor | undefined, communityId: number): boolean {
  if (actor === undefined) return false;
  return (
    isMember(actor, communityId) ||
    isReviewer(actor) ||
    hasGlobalRole(actor, 'administrator') ||
    hasGlobalRole(actor, 'auditor')
  );
}

/**
 * Four eyes: a reviewer decides, and neither on what they sent nor on anything of a community they belong to.
 * @returns why somebody may not decide; `undefined` when they may
 */
export function mayDecideOn(
  actor: Actor,
  { communityId, contributorId }: Pick<Submission, 'communityId' | 'contributorId'>,
): 'four_eyes' | 'not_a_reviewer' | undefined {
  if (contributorId === actor.contributorId || belongsTo(actor, communityId)) return 'four_eyes';
  return isReviewer(actor) ? undefined : 'not_a_reviewer';
}

/**
 * Who may revert an accepted submission: whoever might have decided on it, and administrators; both under four eyes. It
 * may be the one who accepted it: a mistake is best taken back by who sees it first, and what comes back was accepted
 * before. Bundled figures are nobody's contribution: administrators alone revert them.
 * @returns why somebody may not revert; `undefined` when they may
 */
export function mayRevert(
  actor: Actor,
  submission: Pick<Submission, 'communityId' | 'contributorId' | 'channel'>,
): 'four_eyes' | 'not_a_reviewer' | 'administrator_needed' | undefined {
  const objection = mayDecideOn(actor, submission);
  if (objection === 'four_eyes' || hasGlobalRole(actor, 'administrator')) {
    return objection === 'four_eyes' ? objection : undefined;
  }
  return submission.channel === 'installation' ? 'administrator_needed' : objection;
}

/** In which role somebody decides or reverts who may. */
export function decidingRole(actor: Actor): Role {
  return isReviewer(actor) ? 'reviewer' : 'administrator';
}

/**
 * The community for which somebody decides: of those they review for, the first by its code.
 * @returns `undefined` for who reviews for none and reverts as administrator
 */
export function decidingCommunity({ communities }: Actor): ActorCommunity | undefined {
  const reviewing = communities.filter(({ roles }) => roles.includes('reviewer'));
  return reviewing.toSorted((one, other) => (one.code < other.code ? -1 : 1))[0];
}

/**
 * Values beyond the limits of their indicator are accepted with a reason.
 * @throws Problem reason_required
 */
export function refuseUnexplained(
  { warningsByCode }: Pick<Submission, 'warningsByCode'>,
  { decision, text = '' }: DecisionRequest,
): void {
  const hasOutliers = (warningsByCode['outside_limits_doubtful'] ?? 0) > 0;
  if (decision === 'accept' && hasOutliers && text.trim() === '') {
    throw new Problem('reason_required', 422, { decision });
  }
}

const LONGEST_TEXT = 5_000;
const LONGEST_CODE = 100;
const MOST_CELLS = 1_000;

/**
 * A decision with its texts trimmed.
 * @throws Problem reason_required for all but an acceptance without a text, decision_too_long
 */
export function checkDecision<Kind extends RecordedVerdict>(
  request: DecisionRequest<Kind>,
): DecisionRequest<Kind> {
  const { decision, cells = [] } = request;
  const text = request.text?.trim() ?? '';
  const reasonCode = request.reasonCode?.trim() ?? '';
  if (decision !== 'accept' && text === '') throw new Problem('reason_required', 422, { decision });
  if (text.length > LONGEST_TEXT || reasonCode.length > LONGEST_CODE || cells.length > MOST_CELLS) {
    throw new Problem('decision_too_long', 422, { characters: LONGEST_TEXT, cells: MOST_CELLS });
  }
  return {
    decision,
    ...(reasonCode === '' ? {} : { reasonCode }),
    ...(text === '' ? {} : { text }),
    ...(cells.length === 0 ? {} : { cells }),
  };
}
