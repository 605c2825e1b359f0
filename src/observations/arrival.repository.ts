import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ComparisonCode, RowWarning, StagedBatch } from '../submissions/checking/warning.js';
import { indicatorMeasures, latestPopulation, seriesOrder } from './arrival-rules.js';
import type { ScaleEvidence } from './arrival-scale.js';
import { QUESTIONS, SCALE_EVIDENCE, UNCHANGED } from './arrival-questions.js';

/** What one question found: the first rows it is about, and how many there are. */
export interface Found {
  readonly total: number;
  readonly warnings: readonly RowWarning[];
}

/**
 * Compares staged rows with each other and with the stored figures. Each question is one statement over all rows; they
 * share tables that last until the end of the transaction.
 */
@Injectable()
export class ArrivalRepository {
  /** Lays out the staged rows of a batch and the figures in use beside them, measured between the goalposts. */
  async layOut(
    manager: EntityManager,
    { submissionId, communityId }: StagedBatch,
    catalogue: Catalogue,
  ): Promise<void> {
    await manager.query(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    await manager.query(INDICATOR_MEASURES, [JSON.stringify(indicatorMeasures(catalogue))]);
    await manager.query(AREA_MEASURES, [JSON.stringify(latestPopulation(catalogue))]);
    await manager.query(ARRIVING_SERIES, [submissionId, communityId]);
    await manager.query('ANALYZE indicator_measure, area_measure, arriving_series');
    // Nobody has counted the staged rows yet: a plan for a few would take long for a million.
    await manager.query('SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off');
    await manager.query(ARRIVING, [submissionId]);
    await manager.query('SET LOCAL enable_nestloop = on; SET LOCAL enable_mergejoin = on');
    await manager.query('ANALYZE arriving');
    await manager.query(IN_USE, [JSON.stringify(seriesOrder(catalogue))]);
    await manager.query('ANALYZE in_use');
  }

  async clear(manager: EntityManager): Promise<void> {
    await manager.query('DROP TABLE area_measure, indicator_measure, arriving, arriving_series, in_use');
  }

  /** Rows whose value a live figure of the same series and community has already. */
  async unchanged(manager: EntityManager): Promise<number> {
    const [row]: { unchanged: number }[] = await manager.query(UNCHANGED);
    return row?.unchanged ?? 0;
  }

  async ask(manager: EntityManager, code: ComparisonCode): Promise<Found> {
    const rows: AskedRow[] = await manager.query(QUESTIONS[code]);
    const warnings = rows.map(({ row, area, indicator, params }) => ({
      code,
      row,
      params: { area, indicator, ...params },
    }));
    return { total: rows[0]?.total ?? 0, warnings };
  }

  /** For each series of the batch, how its values compare with the figures in use of the nearest years. */
  async scaleEvidence(manager: EntityManager): Promise<readonly ScaleEvidence[]> {
    return manager.query(SCALE_EVIDENCE);
  }
}

interface AskedRow {
  readonly total: number;
  readonly row: number;
  readonly area: string;
  readonly indicator: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const INDICATOR_MEASURES = `
  CREATE TEMPORARY TABLE indicator_measure ON COMMIT DROP AS
  SELECT i.id AS indicator_id, m.* FROM jsonb_to_recordset($1::jsonb) AS m (code text, scale text, floor double precision,
    span double precision, per double precision, least double precision, most double precision)
  JOIN indicator i ON i.code = m.code`;

const AREA_MEASURES = `
  CREATE TEMPORARY TABLE area_measure ON COMMIT DROP AS
  SELECT a.id AS area_id, a.code, p.inhabitants
  FROM area a LEFT JOIN jsonb_to_recordset($1::jsonb) AS p (area text, inhabitants double precision) ON p.area = a.code`;

const ARRIVING_SERIES = `
  CREATE TEMPORARY TABLE arriving_series ON COMMIT DROP AS
  SELECT (row_number() OVER (ORDER BY s.shown, s.indicator_id))::integer AS series, s.*, e.id AS series_edition_id
  FROM (SELECT indicator_id, source, edition, count(*)::integer AS size, max(abs(value)) AS largest,
      (count(*) FILTER (WHERE value <> 0))::integer AS filled,
      coalesce(min(ordinal) FILTER (WHERE value <> 0), min(ordinal)) AS shown
    FROM staged_row WHERE submission_id = $1 GROUP BY indicator_id, source, edition) s
  LEFT JOIN series_edition e ON e.indicator_id = s.indicator_id AND e.community_id = $2 AND e.source = s.source
    AND e.edition = s.edition`;

/** Where a value stands between the goalposts of its indicator, 1 being the whole way. */
const place = (value: string): string => `
  CASE m.scale
    WHEN 'log' THEN ln(greatest(${value} * coalesce(m.per / p.inhabitants, 1), m.floor))
    WHEN 'log1p' THEN ln(1 + greatest(${value} * coalesce(m.per / p.inhabitants, 1), 0))
    ELSE ${value} * coalesce(m.per / p.inhabitants, 1)
  END / m.span AS place`;

/** Rows of indicators that are gone from the catalogue, and counts without inhabitants, have no place. */
const ARRIVING = `
  CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS
  SELECT s.ordinal, s.row_number, s.area_id, s.indicator_id, s.year, a.series, s.value, ${place('s.value')}
  FROM staged_row s
  JOIN arriving_series a ON a.indicator_id = s.indicator_id AND a.source = s.source AND a.edition = s.edition
  JOIN indicator_measure m ON m.indicator_id = s.indicator_id
  JOIN area_measure p ON p.area_id = s.area_id
  WHERE s.submission_id = $1 AND (m.per IS NULL OR p.inhabitants IS NOT NULL)`;

/**
 * Of the areas and indicators that arrive, the one figure that stands for each year: of the published series asked first,
 * its newest edition; else of the community heard last.
 */
const IN_USE = `
  CREATE TEMPORARY TABLE in_use ON COMMIT DROP AS
  WITH place_of AS (
    SELECT e.id AS series_edition_id, e.source, c.name AS community, c.kind = 'system' AS published,
      row_number() OVER (ORDER BY c.kind = 'system' DESC, o."sourcePlace", o."editionPlace" DESC, e.id DESC) AS place
    FROM series_edition e
    JOIN (SELECT DISTINCT indicator_id FROM arriving_series) s ON s.indicator_id = e.indicator_id
    JOIN indicator i ON i.id = e.indicator_id
    JOIN community c ON c.id = e.community_id
    LEFT JOIN jsonb_to_recordset($1::jsonb) AS o (indicator text, source text, edition text, "sourcePlace" integer,
      "editionPlace" integer) ON o.indicator = i.code AND o.source = e.source AND o.edition = e.edition)
  SELECT DISTINCT ON (o.indicator_id, o.area_id, o.year) o.area_id, o.indicator_id, o.year, o.value,
    CASE WHEN e.published THEN e.source ELSE e.community END AS source, e.series_edition_id, ${place('o.value')}
  FROM (SELECT DISTINCT area_id, indicator_id FROM arriving) w
  JOIN observation o ON o.area_id = w.area_id AND o.indicator_id = w.indicator_id AND o.revision_to IS NULL
  JOIN place_of e ON e.series_edition_id = o.series_edition_id
  JOIN indicator_measure m ON m.indicator_id = o.indicator_id
  JOIN area_measure p ON p.area_id = o.area_id
  ORDER BY o.indicator_id, o.area_id, o.year, e.place`;
