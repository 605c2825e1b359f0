import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Rows that point to something that is not there: observations by what they point to, and staged rows. */
export interface Orphans {
  readonly area: number;
  readonly indicator: number;
  readonly seriesEdition: number;
  readonly submission: number;
  readonly stagedRow: number;
}

/** What was begun and not finished. */
export interface Halves {
  /** Observations of submissions that were not accepted, or live ones of submissions that were reverted. */
  readonly observation: number;
  /** Submissions that are being checked and nothing is to check them, or that were sent and do not hold as many rows as were good. */
  readonly submission: number;
  /** Accepted submissions that no data revision holds. */
  readonly acceptance: number;
  /** Figures that do not say what the submission accepted last, among those not reverted, says of them. */
  readonly figure: number;
}

/** Proves over all rows what each transaction rules out for its own. */
@Injectable()
export class IntegrityRepository {
  constructor(private readonly dataSource: DataSource) {}

  async orphans(): Promise<Orphans> {
    return this.counted<Orphans>(ORPHANS);
  }

  async halves(): Promise<Halves> {
    return this.counted<Halves>(HALVES);
  }

  private async counted<Counts>(sql: string): Promise<Counts> {
    const [row]: Counts[] = await this.dataSource.query(sql);
    if (row === undefined) throw new TypeError('A count came back empty');
    return row;
  }
}

const ORPHANS = `
  SELECT
    (SELECT count(*)::integer FROM observation o WHERE NOT EXISTS (SELECT FROM area a WHERE a.id = o.area_id)) AS area,
    (SELECT count(*)::integer FROM observation o
      WHERE NOT EXISTS (SELECT FROM indicator i WHERE i.id = o.indicator_id)) AS indicator,
    (SELECT count(*)::integer FROM observation o WHERE NOT EXISTS (
      SELECT FROM series_edition e WHERE e.id = o.series_edition_id AND e.indicator_id = o.indicator_id)) AS "seriesEdition",
    (SELECT count(*)::integer FROM observation o
      WHERE NOT EXISTS (SELECT FROM submission s WHERE s.id = o.submission_id)) AS submission,
    (SELECT count(*)::integer FROM staged_row r
      LEFT JOIN submission s ON s.id = r.submission_id
      LEFT JOIN area a ON a.id = r.area_id
      LEFT JOIN indicator i ON i.id = r.indicator_id
      WHERE s.id IS NULL OR a.id IS NULL OR i.id IS NULL) AS "stagedRow"`;

const HALVES = `
  SELECT
    (SELECT count(*)::integer FROM observation o JOIN submission s ON s.id = o.submission_id
      WHERE s.state <> 'accepted' AND (s.state <> 'reverted' OR o.revision_to IS NULL)) AS observation,
    (SELECT count(*)::integer FROM submission s
      LEFT JOIN (SELECT submission_id, count(*) AS staged FROM staged_row GROUP BY submission_id) r ON r.submission_id = s.id
      WHERE CASE s.state WHEN 'checking' THEN NOT EXISTS (SELECT FROM checking_job j WHERE j.submission_id = s.id)
        ELSE s.state NOT IN ('failed', 'draft') AND s.rows_good <> coalesce(r.staged, 0) END) AS submission,
    (SELECT count(*)::integer FROM submission s
      WHERE s.state IN ('accepted', 'reverted') AND NOT EXISTS (
        SELECT FROM revision_log l WHERE l.submission_id = s.id)) AS acceptance,
    (SELECT count(*)::integer FROM (
      SELECT DISTINCT ON (r.area_id, e.indicator_id, r.year, e.id)
        r.area_id, e.indicator_id, r.year, e.id AS series_edition_id, r.value, r.status, r.note, r.evidence,
        r.took_part, r.confidence
      FROM staged_row r
      JOIN submission s ON s.id = r.submission_id AND s.state = 'accepted'
      JOIN (SELECT submission_id, min(revision) AS accepted_with FROM revision_log GROUP BY submission_id) l
        ON l.submission_id = s.id
      JOIN series_edition e ON e.indicator_id = r.indicator_id AND e.community_id = s.community_id
        AND e.source = r.source AND e.edition = r.edition
      ORDER BY r.area_id, e.indicator_id, r.year, e.id, l.accepted_with DESC) r
      FULL JOIN (SELECT * FROM observation WHERE revision_to IS NULL) o
        USING (area_id, indicator_id, year, series_edition_id)
      WHERE (r.value, r.status, r.note, r.evidence, r.took_part, r.confidence)
        IS DISTINCT FROM (o.value, o.status, o.note, o.evidence, o.took_part, o.confidence)) AS figure`;
