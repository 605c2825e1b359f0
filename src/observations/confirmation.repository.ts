import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Confirmation } from './confirmation.js';
import type { ConfirmationRow } from './confirmation.table.js';

@Injectable()
export class ConfirmationRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /** Keeps what a community says in the place of what it said before. */
  async keep(manager: EntityManager, said: Omit<ConfirmationRow, 'confirmedAt'>): Promise<void> {
    const { areaId, indicatorId, communityId, contributorId, year } = said;
    await manager.query(KEEP, [areaId, indicatorId, communityId, contributorId, year]);
  }

  /** All that was said of an area, newest first. */
  async ofArea(areaId: number): Promise<readonly Confirmation[]> {
    const rows: ReadConfirmation[] = await this.dataSource.query(OF_AREA, [areaId]);
    return rows.map(({ year, ...said }) => ({ ...said, ...(year === null ? {} : { year }) }));
  }
}

interface ReadConfirmation extends Omit<Confirmation, 'year'> {
  readonly year: number | null;
}

const KEEP = `
  INSERT INTO confirmation (area_id, indicator_id, community_id, contributor_id, year) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (area_id, indicator_id, community_id) DO UPDATE
  SET contributor_id = excluded.contributor_id, year = excluded.year, confirmed_at = now()`;

const OF_AREA = `
  SELECT a.code AS area, i.code AS indicator, c.code AS community, c.name AS "communityName", f.year,
    f.confirmed_at AS "confirmedAt"
  FROM confirmation f JOIN area a ON a.id = f.area_id JOIN indicator i ON i.id = f.indicator_id
    JOIN community c ON c.id = f.community_id
  WHERE f.area_id = $1 ORDER BY f.confirmed_at DESC, c.code`;
