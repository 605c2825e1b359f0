import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { longTransaction } from '../platform/postgres/connections.repository.js';
import {
  countQuery,
  heldSeriesQuery,
  observationQuery,
  TRACED_COLUMNS,
  TRACED_TABLES,
} from './observation-query.js';
import type {
  HeldSeries,
  ObservationFilter,
  ObservationPage,
  ObservationPlace,
  TracedObservation,
} from './observation-filter.js';
import type { Observation, ObservationChanges, ObservationSnapshot, SeriesEdition } from './observation.js';
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
    return this.atOneMoment(async (manager, revision) => {
      const seriesEditions = await seriesEditionsOf(manager);
      const read = await rowReader(manager, seriesEditions);
      const rows: LiveRow[] = await manager.query(LIVE);
      return { revision, observations: await inTurns(rows, read), seriesEditions };
    });
  }

  /**
   * What changed since a revision, read at one moment.
   * @param most more changed observations than this are not worth reading one by one: undefined. So it is when the
   *   database holds an earlier revision
   */
  async changesSince(since: number, most: number): Promise<ObservationChanges | undefined> {
    return this.atOneMoment(async (manager, revision) => {
      if (revision < since) return undefined;
      const rows: LiveRow[] = await manager.query(CHANGED, [since, most + 1]);
      if (rows.length > most) return undefined;
      const seriesEditions = await seriesEditionsOf(manager);
      const observations = await inTurns(rows, await rowReader(manager, seriesEditions));
      const isLive = ({ revisionTo }: Observation): boolean => revisionTo === undefined;
      const removed = observations.filter((one) => !isLive(one));
      return { since, revision, removed, added: observations.filter(isLive), seriesEditions };
    });
  }

  private atOneMoment<Result>(
    read: (manager: EntityManager, revision: number) => Promise<Result>,
  ): Promise<Result> {
    const readAll = async (manager: EntityManager): Promise<Result> => {
      const rows: { revision: number }[] = await manager.query('SELECT revision FROM data_revision');
      return read(manager, rows[0]?.revision ?? 0);
    };
    return longTransaction(this.dataSource, readAll, 'REPEATABLE READ');
  }

  /**
   * Observations in the order area, indicator, year, series edition, version.
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

  /** How many `find` would give, page by page. */
  async count(filter: ObservationFilter & { readonly asOfRevision: number }): Promise<number> {
    const { sql, parameters } = countQuery(filter);
    const [row]: { count: number }[] = await this.dataSource.query(sql, parameters);
    return row?.count ?? 0;
  }

  /** The series that `find` would give observations of, without these. */
  async heldSeries(
    filter: ObservationFilter & { readonly asOfRevision: number },
  ): Promise<readonly HeldSeries[]> {
    const { sql, parameters } = heldSeriesQuery(filter);
    return await this.dataSource.query<HeldSeries[]>(sql, parameters);
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

  /** Receipts, by their ids, of the submissions that moved the revision after the given one. */
  async receiptsSince(revision: number): Promise<ReadonlyMap<number, string>> {
    const rows: { id: number; receipt: string }[] = await this.dataSource.query(
      `SELECT DISTINCT s.id, s.receipt FROM revision_log l JOIN submission s ON s.id = l.submission_id
       WHERE l.revision > $1`,
      [revision],
    );
    return new Map(rows.map(({ id, receipt }) => [id, receipt]));
  }
}

/** So many rows are made into observations before other work is let in. */
const ROWS_AT_ONCE = 10_000;

async function inTurns(
  rows: readonly LiveRow[],
  read: (row: LiveRow) => Observation | undefined,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const [i, row] of rows.entries()) {
    const observation = read(row);
    if (observation !== undefined) observations.push(observation);
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
  }
  return observations;
}

async function seriesEditionsOf(manager: EntityManager): Promise<ReadonlyMap<number, SeriesEdition>> {
  const rows: SeriesRow[] = await manager.query(SERIES);
  return new Map(rows.map((row) => [row.series_edition_id, seriesEditionOf(row)]));
}

async function rowReader(
  manager: EntityManager,
  seriesEditions: ReadonlyMap<number, SeriesEdition>,
): Promise<(row: LiveRow) => Observation | undefined> {
  const areas: { id: number; code: string }[] = await manager.query('SELECT id, code FROM area');
  const areaCodes = new Map(areas.map(({ id, code }) => [id, code]));
  return (row) => {
    const area = areaCodes.get(row.area_id);
    const edition = seriesEditions.get(row.series_edition_id);
    if (area === undefined || edition === undefined) return undefined;
    return observationOf(row, area, edition.indicator);
  };
}

const COLUMNS = `
  area_id, year, series_edition_id, value, status, submission_id, row_number, revision_from, revision_to, note, evidence,
  took_part, confidence`;

const LIVE = `SELECT ${COLUMNS} FROM observation WHERE revision_to IS NULL`;

/**
 * Every new observation came in a submission that moved the revision: that finds it. What came back after a revert is
 * of an older submission, and stands where one ended that was reverted.
 */
const CHANGED = `
  SELECT ${COLUMNS} FROM observation
  WHERE submission_id IN (SELECT submission_id FROM revision_log WHERE revision > $1)
    AND revision_from > $1 AND revision_to IS NULL
  UNION ALL
  SELECT ${COLUMNS} FROM observation
  WHERE submission_id NOT IN (SELECT submission_id FROM revision_log WHERE revision > $1)
    AND (area_id, indicator_id, year, series_edition_id, revision_from) IN (
      SELECT o.area_id, o.indicator_id, o.year, o.series_edition_id, o.revision_to
      FROM observation o JOIN submission s ON s.id = o.submission_id
      WHERE o.revision_to > $1 AND s.state = 'reverted')
    AND revision_to IS NULL
  UNION ALL
  SELECT ${COLUMNS} FROM observation WHERE revision_to > $1 AND revision_from <= $1
  LIMIT $2`;

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
    revisionFrom: row.revision_from,
  };
}
