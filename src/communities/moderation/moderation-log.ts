import type { DeclineReason } from '../decline-reason.js';
import { workingDaysBetween } from '../statement-states.js';
import { WORKING_DAYS_HELD, type ModeratedKind } from './moderation-case.js';

/** What became of a text; lapsed: nobody decided in time, and it was shown. */
export const LOGGED_DECISIONS = ['shown', 'declined', 'taken_down', 'lapsed'] as const;
export type LoggedDecision = (typeof LOGGED_DECISIONS)[number];

export type AppealOutcome = 'waiting' | 'upheld' | 'overturned';

/** A line of the public log: neither texts nor persons. */
export interface LogEntry {
  /** When it was decided, RFC 3339, UTC. */
  readonly at: string;
  readonly kind: ModeratedKind;
  /** Country that a statement is about, ISO 3166-1 alpha-3. */
  readonly area?: string;
  readonly areaName?: string;
  /** Whose text it was; absent for the reason of an administrator. */
  readonly community?: string;
  readonly communityName?: string;
  readonly decision: LoggedDecision;
  readonly reasonCode?: DeclineReason;
  /** Working days that the text waited; absent where it did not wait. */
  readonly workingDays?: number;
  readonly appeal?: AppealOutcome;
  /** When the appeal was decided on, RFC 3339, UTC. */
  readonly appealDecidedAt?: string;
}

/** What was decided in a quarter of a year. */
export interface LogQuarter extends Readonly<Record<LoggedDecision, number>> {
  /** As `2026-Q4`. */
  readonly quarter: string;
  readonly appeals: number;
  readonly overturned: number;
}

/** A line as a query gives it. */
export interface LogRow {
  readonly at: Date;
  readonly since: Date | null;
  readonly kind: ModeratedKind;
  readonly area: string | null;
  readonly area_name: string | null;
  readonly community: string | null;
  readonly community_name: string | null;
  readonly decision: LoggedDecision;
  readonly reason_code: DeclineReason | null;
  readonly appeal: AppealOutcome | null;
  readonly appeal_decided_at: Date | null;
}

export function logEntry(row: LogRow): LogEntry {
  const { at, since, area, area_name: areaName, community, community_name: communityName } = row;
  const { reason_code: reasonCode, appeal, appeal_decided_at: appealDecidedAt } = row;
  const workingDays =
    since === null
      ? undefined
      : row.decision === 'lapsed'
        ? WORKING_DAYS_HELD
        : workingDaysBetween(since, at);
  return {
    at: at.toISOString(),
    kind: row.kind,
    ...(area === null ? {} : { area }),
    ...(areaName === null ? {} : { areaName }),
    ...(community === null ? {} : { community }),
    ...(communityName === null ? {} : { communityName }),
    decision: row.decision,
    ...(reasonCode === null ? {} : { reasonCode }),
    ...(workingDays === undefined ? {} : { workingDays }),
    ...(appeal === null ? {} : { appeal }),
    ...(appealDecidedAt === null ? {} : { appealDecidedAt: appealDecidedAt.toISOString() }),
  };
}

/** Counts by quarter of the decision, UTC, the latest first; quarters without any are left out. */
export function logQuarters(entries: readonly LogEntry[]): readonly LogQuarter[] {
  const quarters = [...new Set(entries.map(({ at }) => quarterOf(at)))];
  return quarters
    .toSorted((one, other) => (one < other ? 1 : -1))
    .map((quarter) => {
      const decided = entries.filter(({ at }) => quarterOf(at) === quarter);
      const count = (of: LoggedDecision): number => decided.filter(({ decision }) => decision === of).length;
      return {
        quarter,
        shown: count('shown'),
        declined: count('declined'),
        taken_down: count('taken_down'),
        lapsed: count('lapsed'),
        appeals: decided.filter(({ appeal }) => appeal !== undefined).length,
        overturned: decided.filter(({ appeal }) => appeal === 'overturned').length,
      };
    });
}

function quarterOf(at: string): string {
  return `${at.slice(0, 4)}-Q${String(Math.ceil(Number(at.slice(5, 7)) / 3))}`;
}
