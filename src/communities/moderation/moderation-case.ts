import type { CommunityActor } from '../community-actor.js';
import { DECLINE_REASONS, type DeclineReason } from '../decline-reason.js';
import { workingDaysBetween } from '../statement-states.js';

/** Texts that are moderated: parts of a profile, reasons of reviewers, statements. */
export const MODERATED_KINDS = ['description', 'engagement', 'review_reason', 'statement'] as const;
export type ModeratedKind = (typeof MODERATED_KINDS)[number];

/** What can be done about a text; each at most once. The database guards the same steps (`guard_moderation_step`). */
export const MODERATION_STEPS = [
  'shown',
  'declined',
  'taken_down',
  'appealed',
  'upheld',
  'overturned',
] as const;
export type ModerationStep = (typeof MODERATION_STEPS)[number];

/** Where a case stands: as its last step, or before the first one held, held no longer, or as its statement; or gone. */
export type CaseState = ModerationStep | 'held' | 'lapsed' | 'gone';

/** From each state the steps one can take. */
export const NEXT_STEPS: Readonly<Record<CaseState, readonly ModerationStep[]>> = {
  held: ['shown', 'declined'],
  lapsed: ['shown', 'declined'],
  shown: ['taken_down'],
  declined: ['appealed'],
  taken_down: ['appealed'],
  appealed: ['upheld', 'overturned'],
  upheld: [],
  overturned: [],
  gone: [],
};

export interface TakenStep {
  readonly step: ModerationStep;
  readonly reasonCode?: DeclineReason;
  readonly words?: string;
  readonly takenAt: Date;
  readonly contributorId: number;
}

/** A text of a community in one language; without one where nobody said which it is. */
export interface WrittenText {
  readonly language?: string;
  readonly text: string;
}

/** A text that a moderator looks at, or looked at. */
export interface ModerationCase {
  /** What it is called in addresses. */
  readonly id: string;
  readonly kind: ModeratedKind;
  /** Where the text stands: code of the community, receipt of the submission, id of the statement. */
  readonly of: string;
  /** Whose text it is; absent for the reason of an administrator. */
  readonly community?: { readonly code: string; readonly name: string; readonly areas: readonly string[] };
  /** Whether its community speaks for a State, which may name its own government. */
  readonly isOfState: boolean;
  /** As it stands; empty once it is gone. */
  readonly texts: readonly WrittenText[];
  /** Kinds of hints for which it is held, or declined_before. */
  readonly found: readonly string[];
  readonly openedAt: Date;
  /** Held until then at most; absent: it never was. */
  readonly heldUntil?: Date;
  readonly isGone: boolean;
  /** What was decided on the statement, and by whom. */
  readonly statement?: { readonly decision: 'published' | 'declined'; readonly contributorId: number };
  /** Who wrote it; for four eyes only. */
  readonly authors: readonly number[];
  /** The first one first. */
  readonly steps: readonly TakenStep[];
}

/** A hold ends by itself after so many working days. */
export const WORKING_DAYS_HELD = 5;

/** When a hold that begins at a moment ends: at the same time of the fifth working day (Monday to Friday, UTC). */
export function endOfHold(from: Date): Date {
  const days = [5, 6, 7].map((count) => new Date(from.getTime() + count * 86_400_000));
  const end = days.find((day) => workingDaysBetween(from, day) >= WORKING_DAYS_HELD);
  if (end === undefined) throw new RangeError('Seven days have five working days');
  return end;
}

export function stateOfCase({ steps, isGone, heldUntil, statement }: ModerationCase, at: Date): CaseState {
  if (isGone) return 'gone';
  const last = steps.at(-1);
  if (last !== undefined) return last.step;
  if (heldUntil !== undefined) return at < heldUntil ? 'held' : 'lapsed';
  return statement?.decision === 'declined' ? 'declined' : 'shown';
}

/** Since when it waits: for a first decision since it was opened, on an appeal since that came. */
export function waitingSince({ openedAt, steps }: ModerationCase): Date {
  return steps.find(({ step }) => step === 'appealed')?.takenAt ?? openedAt;
}

/** Whether they wrote it, or belong to its community, or ever did. */
export function isOfOwnSide(by: CommunityActor, { authors, community }: ModerationCase): boolean {
  return authors.includes(by.contributorId) || by.communities.some(({ code }) => code === community?.code);
}

/** Whether they declined it or took it down: somebody else decides on the appeal. */
export function hasDecided(by: CommunityActor, { steps, statement }: ModerationCase): boolean {
  return (
    steps.some(({ contributorId }) => contributorId === by.contributorId) ||
    (statement?.decision === 'declined' && statement.contributorId === by.contributorId)
  );
}

/** Reasons that hold against a text: that a State names its own government is none. */
export function reasonsAgainst({ isOfState }: Pick<ModerationCase, 'isOfState'>): readonly DeclineReason[] {
  return DECLINE_REASONS.filter((reason) => !isOfState || reason !== 'names_government');
}

/** Needs words for the other side. */
export function needsWords(step: ModerationStep): boolean {
  return ['declined', 'taken_down', 'appealed', 'upheld'].includes(step);
}

/** Needs a reason code. */
export function needsReason(step: ModerationStep): boolean {
  return step === 'declined' || step === 'taken_down';
}
