import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { observationQuery, TRACED_COLUMNS, TRACED_TABLES } from './observation-query.js';
import type {
  ObservationFilter,
  ObservationPage,
  ObservationPlace,
  TracedObservation,
} from './observation-filter.js';
import type { Observation, ObservationSnapshot, SeriesEdition } from './observation.js';
import { parseObservationId } from './observation-id.js';
import { observationOf, seriesEditionOf, tracedObservationOf } from './observation-rows.js';
import type { LiveRow, SeriesRow, TracedRow } from './observation-rows.js';

/** Questions about the facts. The only way to change them is acceptance. */
@Injectable()
export class ObservationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How often the facts have changed. */
  async revision(): Promise<number> {
    const [row]: { revision: number }[] = await this.dataSource.query('SELECT revision FROM data_revision');
    return row?.revision ?? 0;
  }

  /** The data revision in force at a moment; 0 before the first. */
  async revisionAt(moment: Date): Promise<number> {
    const [row]: { revision: number }[] = await this.dataSource.query(
      'SELECT coalesce(max(revision), 0) AS revision FROM revision_log WHERE moved_at <= $1',
      [moment],
    );
    return row?.revision ?? 0;
  }

  /** All live observations and the revision they are of, read at one moment. */
  async snapshot(): Promise<ObservationSnapshot> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const revisions: { revision: number }[] = await manager.query('SELECT revision FROM data_revision');
      const areas: { id: number; code: string }[] = await manager.query('SELECT id, code FROM area');
      const series: SeriesRow[] = await manager.query(SERIES);
      const rows: LiveRow[] = await manager.query(LIVE);
      const areaCodes = new Map(areas.map(({ id, code }) => [id, code]));
      const seriesEditions = new Map(series.map((row) => [row.series_edition_id, seriesEditionOf(row)]));
      const observations: Observation[] = [];
      for (const row of rows) {
        const area = areaCodes.get(row.area_id);
        const edition = seriesEditions.get(row.series_edition_id);
        if (area !== undefined && edition !== undefined) {
          observations.push(observationOf(row, area, edition.indicator));
        }
      }
      return { revision: revisions[0]?.revision ?? 0, observations, seriesEditions };
    });
  }

  /**
   * Observations in the order area, indicator, year, series edition.
   * @param limit most to return, at least 1
   * @param after the `next` of the page before; ask with the same filter and its revision pinned
   */
  async find(filter: ObservationFilter, limit: number, after?: ObservationPlace): Promise<ObservationPage> {
    const revision = filter.asOfRevision ?? (await this.revision());
    const { sql, parameters } = observationQuery({ ...filter, asOfRevision: revision }, limit + 1, after);
    const rows: TracedRow[] = await this.dataSource.query(sql, parameters);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      revision,
      observations: page.map(tracedObservationOf),
      ...(rows.length > limit && last !== undefined ? { next: placeOf(last) } : {}),
    };
  }

  /** One observation by its public id, superseded ones included; `undefined` when there is none. */
  async one(id: string): Promise<TracedObservation | undefined> {
    const parts = parseObservationId(id);
    if (parts === undefined) return undefined;
    const rows: TracedRow[] = await this.dataSource.query(
      `SELECT ${TRACED_COLUMNS} FROM ${TRACED_TABLES}
       WHERE a.code = $1 AND i.code = $2 AND o.year = $3 AND o.series_edition_id = $4 AND o.revision_from = $5`,
      [parts.area, parts.indicator, parts.year, parts.seriesEditionId, parts.revisionFrom],
    );
    return rows.map(tracedObservationOf)[0];
  }

  /** The same figure before and after: every version of it, oldest first. */
  async versions(observation: Observation): Promise<readonly TracedObservation[]> {
    const { area, indicator, year, seriesEditionId } = observation;
    const rows: TracedRow[] = await this.dataSource.query(
      `SELECT ${TRACED_COLUMNS} FROM ${TRACED_TABLES}
       WHERE a.code = $1 AND i.code = $2 AND o.year = $3 AND o.series_edition_id = $4
       ORDER BY o.revision_from`,
      [area, indicator, year, seriesEditionId],
    );
    return rows.map(tracedObservationOf);
  }

  /** All series editions that were ever accepted, by id. */
  async seriesEditions(): Promise<ReadonlyMap<number, SeriesEdition>> {
    const rows: SeriesRow[] = await this.dataSource.query(SERIES);
    return new Map(rows.map((row) => [row.series_edition_id, seriesEditionOf(row)]));
  }

  /** Receipts of the submissions by their ids. */
  async receipts(submissionIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows: { id: number; receipt: string }[] = await this.dataSource.query(
      'SELECT id, receipt FROM submission WHERE id = ANY ($1::integer[])',
      [[...new Set(submissionIds)]],
    );
    return new Map(rows.map(({ id, receipt }) => [id, receipt]));
  }
}

const LIVE = `
  SELECT area_id, year, series_edition_id, value, status, submission_id, row_number, revision_from, revision_to,
    note, evidence
  FROM observation WHERE revision_to IS NULL`;

const SERIES = `
  SELECT e.id AS series_edition_id, i.code AS indicator, c.code AS community, c.kind = 'system' AS published,
    e.source, e.edition, e.organisation, e.url, e.terms, e.redistribution, e.provenance, e.notes
  FROM series_edition e JOIN indicator i ON i.id = e.indicator_id JOIN community c ON c.id = e.community_id
  ORDER BY e.id`;

function placeOf(row: TracedRow): ObservationPlace {
  return {
    areaId: row.area_id,
    indicatorId: row.indicator_id,
    year: row.year,
    seriesEditionId: row.series_edition_id,
  };
}
