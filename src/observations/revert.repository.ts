import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How a revert changed the facts. */
export interface RevertCounts {
  /** Live figures of the submission that ended. */
  readonly ended: number;
  /** Of these, how many made room for what stood before or beside them; the others have no figure any more. */
  readonly restored: number;
}

/** Takes the figures of a reverted submission back. Set-based, like acceptance. */
@Injectable()
export class RevertRepository {
  /**
   * Ends the live figures of a submission as of a revision. In place of each comes what the submission accepted last,
   * among those that still stand, says of the same figure: a new version that points to its own row. What was
   * superseded by a later submission is not touched.
   */
  async takeBack(manager: EntityManager, submissionId: number, revision: number): Promise<RevertCounts> {
    await manager.query(END, [revision, submissionId]);
    await manager.query(ENDED, [revision, submissionId]);
    await manager.query('ANALYZE ended');
    const [counts]: RevertCounts[] = await manager.query(RESTORE, [revision]);
    await manager.query('DROP TABLE ended');
    return counts ?? { ended: 0, restored: 0 };
  }
}

const END = 'UPDATE observation SET revision_to = $1 WHERE submission_id = $2 AND revision_to IS NULL';

const ENDED = `
  CREATE TEMPORARY TABLE ended ON COMMIT DROP AS
  SELECT o.area_id, o.indicator_id, o.year, o.series_edition_id, e.community_id, e.source, e.edition
  FROM observation o JOIN series_edition e ON e.id = o.series_edition_id
  WHERE o.submission_id = $2 AND o.revision_to = $1`;

/** A submission was accepted with the first revision that names it; a later one reverts it. */
const RESTORE = `
  WITH standing AS (
    SELECT b.id, b.community_id, min(l.revision) AS accepted_with
    FROM submission b JOIN revision_log l ON l.submission_id = b.id
    WHERE b.state = 'accepted' AND b.community_id IN (SELECT community_id FROM ended)
    GROUP BY b.id),
  last AS (
    SELECT DISTINCT ON (e.area_id, e.indicator_id, e.year, e.series_edition_id)
      e.area_id, e.indicator_id, e.year, e.series_edition_id, r.value, r.status, r.submission_id, r.row_number, r.note,
      r.evidence, r.took_part, r.confidence
    FROM ended e
    JOIN standing b ON b.community_id = e.community_id
    JOIN staged_row r ON r.submission_id = b.id AND r.area_id = e.area_id AND r.indicator_id = e.indicator_id
      AND r.year = e.year AND r.source = e.source AND r.edition = e.edition
    ORDER BY e.area_id, e.indicator_id, e.year, e.series_edition_id, b.accepted_with DESC),
  restored AS (
    INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, value, status, submission_id,
      row_number, note, evidence, took_part, confidence)
    SELECT area_id, indicator_id, year, series_edition_id, $1, value, status, submission_id, row_number, note, evidence,
      took_part, confidence
    FROM last
    RETURNING 1)
  SELECT (SELECT count(*)::integer FROM ended) AS ended, (SELECT count(*)::integer FROM restored) AS restored`;
