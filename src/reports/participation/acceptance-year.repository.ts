import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** When submissions became fact. */
@Injectable()
export class AcceptanceYearRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The year (UTC) in which each submission was accepted, by its id, as of a revision. */
  async asOf(revision: number): Promise<ReadonlyMap<number, number>> {
    const rows: { id: number; year: number }[] = await this.dataSource.query(
      `SELECT submission_id AS id, extract(year FROM min(moved_at) AT TIME ZONE 'UTC')::integer AS year
       FROM revision_log WHERE submission_id IS NOT NULL AND revision <= $1 GROUP BY submission_id`,
      [revision],
    );
    return new Map(rows.map(({ id, year }) => [id, year]));
  }
}
