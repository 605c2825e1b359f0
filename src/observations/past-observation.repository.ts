import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ObservationSnapshot } from './observation.js';
import { observationOf, type LiveRow } from './observation-rows.js';

/** Questions about the facts as they were. */
@Injectable()
export class PastObservationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** When a revision was reached; `undefined` when it never was. */
  async momentOf(revision: number): Promise<Date | undefined> {
    const rows: { moved_at: Date }[] = await this.dataSource.query(
      'SELECT moved_at FROM revision_log WHERE revision = $1',
      [revision],
    );
    return rows[0]?.moved_at;
  }

  /** SHA-256 (hex) of the files in which submissions came, by the id of the submission. */
  async filesOf(submissions: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows: { id: number; sha256: string }[] = await this.dataSource.query(
      'SELECT id, sha256 FROM submission WHERE id = ANY ($1)',
      [submissions],
    );
    return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  }

  /**
   * All observations that were live at a revision. What is of a past revision never changes again.
   * @param seriesEditions at least those of that time
   */
  async snapshotAt(
    revision: number,
    seriesEditions: ObservationSnapshot['seriesEditions'],
  ): Promise<ObservationSnapshot> {
    const rows: (LiveRow & { readonly area: string })[] = await this.dataSource.query(HELD_AT, [revision]);
    const observations = rows.flatMap((row) => {
      const edition = seriesEditions.get(row.series_edition_id);
      return edition === undefined ? [] : [observationOf(row, row.area, edition.indicator)];
    });
    return { revision, observations, seriesEditions };
  }
}

const HELD_AT = `
  SELECT o.area_id, a.code AS area, o.year, o.series_edition_id, o.value, o.status, o.submission_id, o.row_number,
    o.revision_from, o.revision_to, o.note, o.evidence, o.took_part, o.confidence
  FROM observation o JOIN area a ON a.id = o.area_id
  WHERE o.revision_from <= $1 AND (o.revision_to IS NULL OR o.revision_to > $1)`;
