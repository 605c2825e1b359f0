import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How one batch, or taking it back, changed figures. */
export interface RecentChange {
  /** Data revision reached. */
  readonly revision: number;
  readonly movedAt: Date;
  readonly communityName: string;
  /** Figures that came and figures that ended. */
  readonly came: number;
  readonly ended: number;
  /** Codes of the indicators they are of, in order. */
  readonly indicators: readonly string[];
  /** Whether a batch was taken back. */
  readonly isRevert: boolean;
}

/** A batch that was accepted, or taken back. */
export interface RecentBatch {
  /** Data revision reached. */
  readonly revision: number;
  readonly movedAt: Date;
  readonly receipt: string;
  readonly community: string;
  readonly communityName: string;
  readonly figures: number;
  /** Whether a batch was taken back. */
  readonly isRevert: boolean;
}

/** What changed last: at all, of an area, or of some indicators. */
@Injectable()
export class RecentChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Batches up to a data revision, newest first. */
  async batches(upTo: number, most: number): Promise<readonly RecentBatch[]> {
    return await this.dataSource.query<RecentBatch[]>(BATCHES, [upTo, most]);
  }

  /** Newest first. */
  async ofArea(code: string, most: number): Promise<readonly RecentChange[]> {
    return await this.find('area_id = (SELECT id FROM area WHERE code = $1)', code, most);
  }

  /** Newest first. @param codes of indicators */
  async ofIndicators(codes: readonly string[], most: number): Promise<readonly RecentChange[]> {
    return await this.find(
      'indicator_id IN (SELECT id FROM indicator WHERE code = ANY ($1::text[]))',
      codes,
      most,
    );
  }

  /** Newest first: what a community sent, and what of that was taken back. */
  async ofCommunity(code: string, most: number): Promise<readonly RecentChange[]> {
    return await this.find(
      'submission_id IN (SELECT s.id FROM submission s JOIN community c ON c.id = s.community_id WHERE c.code = $1)',
      code,
      most,
    );
  }

  private async find(condition: string, value: unknown, most: number): Promise<readonly RecentChange[]> {
    return await this.dataSource.query<RecentChange[]>(recent(condition), [value, most]);
  }
}

const BATCHES = `
  SELECT l.revision, l.moved_at AS "movedAt", s.receipt, c.code AS community, c.name AS "communityName",
    s.rows_good AS figures,
    EXISTS (SELECT FROM revision_log before
      WHERE before.submission_id = l.submission_id AND before.revision < l.revision) AS "isRevert"
  FROM revision_log l
  JOIN submission s ON s.id = l.submission_id
  JOIN community c ON c.id = s.community_id
  WHERE l.revision <= $1
  ORDER BY l.revision DESC
  LIMIT $2`;

/** A submission is accepted with the first revision that names it; a later one takes it back. */
function recent(condition: string): string {
  return `
    WITH changed AS (
      SELECT revision_from AS revision, indicator_id, 1 AS came, 0 AS ended FROM observation WHERE ${condition}
      UNION ALL
      SELECT revision_to, indicator_id, 0, 1 FROM observation WHERE ${condition} AND revision_to IS NOT NULL)
    SELECT l.revision, l.moved_at AS "movedAt", c.name AS "communityName", sum(x.came)::integer AS came,
      sum(x.ended)::integer AS ended, array_agg(DISTINCT i.code ORDER BY i.code) AS indicators,
      EXISTS (SELECT FROM revision_log before
        WHERE before.submission_id = l.submission_id AND before.revision < l.revision) AS "isRevert"
    FROM changed x
    JOIN revision_log l USING (revision)
    JOIN submission s ON s.id = l.submission_id
    JOIN community c ON c.id = s.community_id
    JOIN indicator i ON i.id = x.indicator_id
    GROUP BY l.revision, l.moved_at, l.submission_id, c.name
    ORDER BY l.revision DESC
    LIMIT $2`;
}
