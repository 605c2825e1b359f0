import type { DeclineReason } from '../decline-reason.js';

/** Why a text is not shown to everybody now. */
export type Standing =
  | { readonly state: 'held'; /** At the latest, RFC 3339, UTC. */ readonly until: string }
  | { readonly state: 'declined' | 'taken_down'; readonly reasonCode: DeclineReason; readonly since: string };

/** As a query gives it. */
export interface StandingColumns {
  readonly standing: Standing['state'] | null;
  readonly held_until: Date | null;
  readonly standing_reason: DeclineReason | null;
  readonly standing_since: Date | null;
}

/** `undefined` for a text that is shown. */
export function standingIn(row: StandingColumns): Standing | undefined {
  const { standing, held_until: until, standing_reason: reasonCode, standing_since: since } = row;
  if (standing === null) return undefined;
  if (standing === 'held')
    return until === null ? undefined : { state: standing, until: until.toISOString() };
  return reasonCode === null || since === null
    ? undefined
    : { state: standing, reasonCode, since: since.toISOString() };
}

/**
 * SQL: joins `moderated` with the columns of `StandingColumns` to rows that name a text.
 * @param column of `moderation_case` that names it
 * @param text what it is compared with
 * @param moment SQL of a timestamp
 */
export function standingOf(
  column: 'profile_step_id' | 'decision_id' | 'statement_version_id',
  text: string,
  moment: string,
): string {
  return `LEFT JOIN LATERAL (
    SELECT m.reference AS case_reference, m.held_until,
      CASE WHEN 'overturned' = ANY (array_agg(n.step)) THEN NULL WHEN 'taken_down' = ANY (array_agg(n.step)) THEN 'taken_down'
        WHEN 'declined' = ANY (array_agg(n.step)) THEN 'declined' WHEN 'shown' = ANY (array_agg(n.step)) THEN NULL
        WHEN m.held_until > ${moment} THEN 'held' END AS standing,
      coalesce('overturned' = ANY (array_agg(n.step)), false) AS overturned,
      max(n.words) FILTER (WHERE n.step IN ('declined', 'taken_down')) AS against,
      max(n.reason_code) AS standing_reason,
      max(n.taken_at) FILTER (WHERE n.step IN ('declined', 'taken_down')) AS standing_since
    FROM moderation_case m LEFT JOIN moderation_step n ON n.case_id = m.id
    WHERE m.${column} = ${text} GROUP BY m.id) moderated ON true`;
}
