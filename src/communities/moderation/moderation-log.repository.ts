import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { logEntry, type LogEntry, type LogRow } from './moderation-log.js';

/** Reads what moderators decided, as everybody may know it. */
@Injectable()
export class ModerationLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   * @param at which moment it is: a hold that ended before without a decision is told
   */
  async entries(at = new Date()): Promise<readonly LogEntry[]> {
    const rows: LogRow[] = await this.dataSource.query(LOG, [at]);
    return rows.map(logEntry);
  }
}

/** The first answer to an appeal there is; `waiting` while there is none. */
const APPEAL = `
  LEFT JOIN LATERAL (
    SELECT coalesce(max(step) FILTER (WHERE step <> 'appealed'), 'waiting') AS appeal,
      max(taken_at) FILTER (WHERE step <> 'appealed') AS appeal_decided_at
    FROM moderation_step WHERE case_id = m.id AND step IN ('appealed', 'upheld', 'overturned') HAVING count(*) > 0) answer ON true`;

/** Of a statement what was decided first, and that it was taken down; of other texts each decision, and that none came. */
const LOG = `
  SELECT logged.at, logged.since, logged.kind, s.area, a.name AS area_name, c.code AS community, c.name AS community_name,
    logged.decision, logged.reason_code, answer.appeal, answer.appeal_decided_at
  FROM (
    SELECT d.taken_at AS at, v.sent_at AS since, 'statement' AS kind, d.statement_id, s.community_id,
      CASE d.step WHEN 'published' THEN 'shown' ELSE 'declined' END AS decision, d.reason_code,
      CASE d.step WHEN 'declined' THEN (SELECT id FROM moderation_case WHERE statement_version_id = v.id) END AS case_id
    FROM statement_step d JOIN statement_version v ON v.id = d.version_id JOIN statement s ON s.id = d.statement_id
    WHERE d.step IN ('published', 'declined')
    UNION ALL
    SELECT n.taken_at, CASE n.step WHEN 'taken_down' THEN NULL ELSE m.opened_at END, m.kind, v.statement_id, m.community_id, n.step,
      n.reason_code, CASE n.step WHEN 'shown' THEN NULL ELSE m.id END
    FROM moderation_case m JOIN moderation_step n ON n.case_id = m.id AND n.step IN ('shown', 'declined', 'taken_down')
    LEFT JOIN statement_version v ON v.id = m.statement_version_id
    UNION ALL
    SELECT m.held_until, m.opened_at, m.kind, NULL, m.community_id, 'lapsed', NULL, NULL
    FROM moderation_case m LEFT JOIN profile_step p ON p.id = m.profile_step_id
    WHERE m.held_until <= $1
      AND NOT EXISTS (SELECT FROM moderation_step WHERE case_id = m.id AND taken_at <= m.held_until)
      AND NOT EXISTS (SELECT FROM profile_step o WHERE o.community_id = p.community_id AND o.field = p.field
        AND o.id > p.id AND o.step <> 'consented' AND o.taken_at <= m.held_until)) logged
  LEFT JOIN moderation_case m ON m.id = logged.case_id ${APPEAL}
  LEFT JOIN statement s ON s.id = logged.statement_id LEFT JOIN area a ON a.code = s.area
  LEFT JOIN community c ON c.id = logged.community_id
  ORDER BY logged.at DESC, logged.kind, logged.decision`;
