import type { CommunityActor } from './community-actor.js';
import { DECLINE_REASONS, type DeclineReason } from './decline-reason.js';
import type { Texts } from './nri-card.js';
import type { StatementAuthor, StatementSubject } from './statement.js';

/** Where a version stands: waiting, decided on, taken down, taken back, or overtaken by a later one before anybody decided. */
export type VersionState = 'sent' | 'published' | 'declined' | 'taken_down' | 'withdrawn' | 'replaced';

/** A version of a statement with what became of it, as its own side and moderators see it. */
export interface StatementVersion {
  readonly texts: Texts;
  readonly sentAt: Date;
  readonly state: VersionState;
  readonly decidedAt?: Date;
  readonly reasonCode?: DeclineReason;
  readonly reason?: string;
  /** Its case, when it was taken down or appealed about. */
  readonly moderation?: string;
  /** Counts up over all statements. */
  readonly number: number;
}

/** A statement as its own side and moderators see it, its versions with the latest first. */
export interface StatementFile {
  readonly id: string;
  readonly area: string;
  readonly areaName: string;
  readonly subject: StatementSubject;
  readonly releaseId?: string;
  readonly by: StatementAuthor & { readonly community: string };
  /** Who of its side sent versions of it; for four eyes only. */
  readonly authors: readonly number[];
  readonly versions: readonly StatementVersion[];
}

/** A statement waits for a moderator so many working days at most. */
export const WORKING_DAYS_TO_DECIDE = 5;

/** Whole working days (Monday to Friday, UTC) between two moments. */
export function workingDaysBetween(from: Date, to: Date): number {
  const day = 86_400_000;
  const first = Math.floor(from.getTime() / day);
  const last = Math.floor(to.getTime() / day);
  // 1 January 1970 was a Thursday: day 0 is number 4 of its week.
  const isWorking = (number: number): boolean => ![0, 6].includes((number + 4) % 7);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index + 1).filter(isWorking)
    .length;
}

/** Where a statement stands: as its last version does. */
export function stateOf({ versions }: StatementFile): VersionState {
  const [last] = versions;
  if (last === undefined) throw new RangeError('A statement has a version');
  return last.state;
}

/** Whether they sent a version of it, or belong to its community, or ever did. */
export function isOnOwnSide(by: CommunityActor, { authors, by: { community } }: StatementFile): boolean {
  return authors.includes(by.contributorId) || by.communities.some(({ code }) => code === community);
}

/** Reasons that hold against a statement: that a State names its own government is none. */
export function declineReasonsFor({ by: { kind } }: Pick<StatementFile, 'by'>): readonly DeclineReason[] {
  return DECLINE_REASONS.filter((reason) => kind !== 'state' || reason !== 'names_government');
}
