import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { CountedContribution } from './contribution.js';

interface CountedRow extends Omit<CountedContribution, 'firstAccepted' | 'lastAccepted'> {
  readonly firstAccepted: string | null;
  readonly lastAccepted: string | null;
}

/** Counts what communities sent, as of a revision: what happened later does not show. */
@Injectable()
export class ContributionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param community its code; of one that never sent anything all counts are zero */
  async of(community: string, revision: number): Promise<CountedContribution> {
    const rows: CountedRow[] = await this.dataSource.query(COUNTED, [community, revision]);
    const [row] = rows;
    if (row === undefined) throw new RangeError('A count always gives one row');
    return withoutUndefined({
      ...row,
      firstAccepted: row.firstAccepted ?? undefined,
      lastAccepted: row.lastAccepted ?? undefined,
    });
  }
}

/**
 * A submission was accepted with the first revision that names it; a later one reverts it. A figure that comes back when
 * a later submission is reverted is a new version of the same row, so versions are counted once a submission.
 */
const COUNTED = `
  WITH batch AS (
    SELECT s.id, min(l.moved_at) AT TIME ZONE 'UTC' AS accepted_at,
      CASE WHEN count(*) > 1 THEN max(l.revision) END AS reverted_with
    FROM submission s
    JOIN community c ON c.id = s.community_id
    JOIN revision_log l ON l.submission_id = s.id
    WHERE c.code = $1 AND l.revision <= $2
    GROUP BY s.id),
  figure AS (
    SELECT o.area_id, o.indicator_id, o.year,
      bool_or(o.revision_to IS NULL OR o.revision_to > $2) AS live,
      bool_or(o.revision_to = b.reverted_with) AS taken_back
    FROM observation o JOIN batch b ON b.id = o.submission_id
    WHERE o.revision_from <= $2
    GROUP BY o.area_id, o.indicator_id, o.year, o.series_edition_id, o.submission_id),
  verdict AS (
    SELECT d.verdict FROM decision d JOIN batch b ON b.id = d.submission_id
    WHERE d.decided_at <= (SELECT moved_at FROM revision_log WHERE revision = $2)),
  by_year AS (
    SELECT extract(year FROM accepted_at)::integer AS year,
      count(*) FILTER (WHERE reverted_with IS NULL)::integer AS accepted,
      count(*) FILTER (WHERE reverted_with IS NOT NULL)::integer AS reverted
    FROM batch GROUP BY 1),
  by_indicator AS (
    SELECT i.code, count(DISTINCT f.area_id)::integer AS areas, count(*)::integer AS figures,
      min(f.year)::integer AS "firstYear", max(f.year)::integer AS "lastYear"
    FROM figure f JOIN indicator i ON i.id = f.indicator_id WHERE f.live GROUP BY i.code),
  by_area AS (
    SELECT a.code, count(DISTINCT f.indicator_id)::integer AS indicators, count(*)::integer AS figures
    FROM figure f JOIN area a ON a.id = f.area_id WHERE f.live GROUP BY a.code)
  SELECT
    (SELECT coalesce(json_agg(y ORDER BY y.year), '[]') FROM by_year y) AS submissions,
    (SELECT json_build_object(
      'accepted', count(*) FILTER (WHERE verdict = 'accept'),
      'returned', count(*) FILTER (WHERE verdict = 'return'),
      'reverted', count(*) FILTER (WHERE verdict = 'revert')) FROM verdict) AS decisions,
    (SELECT json_build_object(
      'live', count(*) FILTER (WHERE live),
      'superseded', count(*) FILTER (WHERE NOT live AND taken_back IS NOT TRUE),
      'takenBack', count(*) FILTER (WHERE NOT live AND taken_back)) FROM figure) AS figures,
    (SELECT to_char(min(accepted_at), 'YYYY-MM-DD') FROM batch) AS "firstAccepted",
    (SELECT to_char(max(accepted_at), 'YYYY-MM-DD') FROM batch) AS "lastAccepted",
    (SELECT coalesce(json_agg(i ORDER BY i.code COLLATE "C"), '[]') FROM by_indicator i) AS indicators,
    (SELECT coalesce(json_agg(a ORDER BY a.code COLLATE "C"), '[]') FROM by_area a) AS areas`;
