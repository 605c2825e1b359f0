import { Problem } from '../../platform/problem.js';
import { isPrintable, lengthOf } from '../checked-texts.js';
import type { CommunityActor } from '../community-actor.js';
import { isModerator, WRITING_ROLES } from '../community-actor.js';
import { requireConduct } from '../conduct/require-conduct.js';
import type { DeclineReason } from '../decline-reason.js';
import {
  hasDecided,
  isOfOwnSide,
  needsReason,
  needsWords,
  NEXT_STEPS,
  reasonsAgainst,
  stateOfCase,
  type ModeratedKind,
  type ModerationCase,
  type ModerationStep,
} from './moderation-case.js';

export const LONGEST_WORDS = 1_000;

/** A step that somebody asks for. */
export interface AskedStep {
  readonly step: string;
  readonly reasonCode?: string | undefined;
  readonly text?: string | undefined;
  /** Version of the case that was read; another one since: nothing is done. */
  readonly version?: number | undefined;
}

/** A step about a text that has no case yet. */
export interface AskedCase extends AskedStep {
  readonly kind: ModeratedKind;
  /** Code of the community, id of the statement, or receipt and number of the decision as RECEIPT.1. */
  readonly of: string;
}

export interface CheckedStep {
  readonly step: ModerationStep;
  readonly reasonCode?: DeclineReason;
  readonly words?: string;
}

/** Counts up with each step. */
export function versionOfCase({ steps }: ModerationCase): number {
  return steps.length + 1;
}

/** Whether they speak for the side of the text, and may appeal. */
export function mayAppeal(
  by: CommunityActor,
  { community, authors, kind, isOfState }: ModerationCase,
): boolean {
  if (community === undefined) return authors.includes(by.contributorId);
  const roles: readonly string[] =
    kind === 'statement' && isOfState ? ['respondent'] : [...WRITING_ROLES, 'respondent'];
  return by.communities.some(
    ({ code, hasLeft, roles: held }) =>
      code === community.code && hasLeft !== true && held.some((role) => roles.includes(role)),
  );
}

/** Who may know of a case: its own side, moderators, administrators and auditors. */
export function maySee(by: CommunityActor, one: ModerationCase): boolean {
  return mayAppeal(by, one) || isModerator(by) || by.globalRoles.includes('auditor');
}

/**
 * Steps that somebody may take now.
 * @param at which moment it is
 */
export function stepsOpenTo(by: CommunityActor, one: ModerationCase, at: Date): readonly ModerationStep[] {
  return NEXT_STEPS[stateOfCase(one, at)].filter((step) => objectionTo(by, one, step) === undefined);
}

/**
 * @throws Problem moderation_faults (422), not_a_moderator, not_your_text or conduct_not_accepted (403), changed_meanwhile (412),
 *   moderation_four_eyes, moderation_second_moderator, moderation_step_taken (409)
 */
export function checkedStep(
  by: CommunityActor,
  one: ModerationCase,
  asked: AskedStep,
  at: Date,
): CheckedStep {
  const step = STEP_OF[asked.step];
  if (step === undefined)
    throw faults('moderation_step', '/step', { allowed: Object.keys(STEP_OF).join(', ') });
  const objection = objectionTo(by, one, step);
  if (objection !== undefined) throw objection;
  if (step === 'appealed') requireConduct(by);
  if (asked.version !== undefined && asked.version !== versionOfCase(one))
    throw new Problem('changed_meanwhile', 412);
  const state = stateOfCase(one, at);
  if (!NEXT_STEPS[state].includes(step)) throw new Problem('moderation_step_taken', 409, { state });
  return { step, ...checkedReason(step, one, asked), ...checkedWords(step, asked) };
}

function checkedReason(
  step: ModerationStep,
  one: ModerationCase,
  asked: AskedStep,
): Pick<CheckedStep, 'reasonCode'> {
  if (!needsReason(step)) return {};
  const reasons = reasonsAgainst(one);
  const reasonCode = reasons.find((reason) => reason === asked.reasonCode);
  if (reasonCode === undefined)
    throw faults('decline_reason', '/reasonCode', { allowed: reasons.join(', ') });
  return { reasonCode };
}

function checkedWords(step: ModerationStep, { text }: AskedStep): Pick<CheckedStep, 'words'> {
  if (!needsWords(step)) return {};
  const words = text?.trim() ?? '';
  if (words === '' || lengthOf(words) > LONGEST_WORDS || !isPrintable(words)) {
    throw faults('moderation_words', '/text', { most: LONGEST_WORDS });
  }
  return { words };
}

/** What each step is called when somebody asks for it. */
export const STEP_OF: Readonly<Record<string, ModerationStep>> = {
  show: 'shown',
  decline: 'declined',
  take_down: 'taken_down',
  appeal: 'appealed',
  uphold: 'upheld',
  overturn: 'overturned',
};

function objectionTo(by: CommunityActor, one: ModerationCase, step: ModerationStep): Problem | undefined {
  if (step === 'appealed') return mayAppeal(by, one) ? undefined : new Problem('not_your_text', 403);
  if (!isModerator(by)) return new Problem('not_a_moderator', 403);
  if (isOfOwnSide(by, one)) return new Problem('moderation_four_eyes', 409);
  const isFinal = step === 'upheld' || step === 'overturned';
  return isFinal && hasDecided(by, one) ? new Problem('moderation_second_moderator', 409) : undefined;
}

function faults(code: string, pointer: string, params: Readonly<Record<string, string | number>>): Problem {
  return new Problem('moderation_faults', 422, {}, [{ code, pointer, params }]);
}
