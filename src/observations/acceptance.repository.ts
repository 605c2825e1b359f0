import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { longTransaction } from '../platform/postgres/connections.repository.js';

/** How the rows of a batch changed the facts. */
export interface AcceptanceCounts {
  /** Figures nobody had sent before. */
  readonly added: number;
  /** Figures that took the place of an earlier one of the same series, edition and community. */
  readonly superseded: number;
  /** Rows that say what was held already. */
  readonly unchanged: number;
}

/** The only writer of facts. Set-based: one statement for all rows of a batch. */
@Injectable()
export class AcceptanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return longTransaction(this.dataSource, work);
  }

  /** Moves the data revision; whoever else changes facts waits until the end of this transaction. */
  async nextRevision(manager: EntityManager, submissionId: number): Promise<number> {
    const [rows]: [{ revision: number }[], number] = await manager.query(
      'UPDATE data_revision SET revision = revision + 1 RETURNING revision',
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('The data revision is missing');
    await manager.query('INSERT INTO revision_log (revision, submission_id) VALUES ($1, $2)', [
      row.revision,
      submissionId,
    ]);
    await manager.query(`SELECT pg_notify('data_revision', $1)`, [String(row.revision)]);
    return row.revision;
  }

  /** Staged rows of a batch whose area or indicator does not exist. Growing tables have no foreign keys. */
  async strayRows(manager: EntityManager, submissionId: number): Promise<number> {
    const [row]: { stray: number }[] = await manager.query(STRAY_ROWS, [submissionId]);
    return row?.stray ?? 0;
  }

  /** Makes the staged rows of a batch facts as of a revision. */
  async absorb(manager: EntityManager, submissionId: number, revision: number): Promise<AcceptanceCounts> {
    await manager.query(PLAN_FOR_MANY, [submissionId]);
    await manager.query(NEW_SERIES_EDITIONS, [submissionId]);
    await manager.query(INCOMING, [submissionId]);
    await manager.query('RESET enable_nestloop');
    const [counts]: AcceptanceCounts[] = await manager.query(COUNTS);
    if (counts === undefined) throw new TypeError('A count has one row');
    if (counts.superseded > 0) {
      await manager.query('ANALYZE incoming');
      await manager.query(SUPERSEDE, [revision]);
    }
    await manager.query(INSERT_NEW, [revision, submissionId]);
    await manager.query('DROP TABLE incoming');
    await manager.query('RESET work_mem');
    return counts;
  }
}

/** What was staged just now has no statistics: of a large batch the planner would take each row by itself. */
const PLAN_FOR_MANY = `
  SELECT set_config('work_mem', '64MB', true), set_config('enable_nestloop', CASE WHEN rows_good > 10000 THEN 'off' ELSE 'on' END, true)
  FROM submission WHERE id = $1`;

const STRAY_ROWS = `
  SELECT count(*)::integer AS stray FROM staged_row s
  LEFT JOIN area a ON a.id = s.area_id LEFT JOIN indicator i ON i.id = s.indicator_id
  WHERE s.submission_id = $1 AND (a.id IS NULL OR i.id IS NULL)`;

const NEW_SERIES_EDITIONS = `
  INSERT INTO series_edition (indicator_id, community_id, source, edition)
  SELECT DISTINCT s.indicator_id, b.community_id, s.source, s.edition
  FROM staged_row s JOIN submission b ON b.id = s.submission_id
  WHERE s.submission_id = $1
  ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING`;

/** What comes in beside what stands: nothing, the same figure, or another one. */
const INCOMING = `
  CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS
  SELECT s.area_id, s.indicator_id, s.year, e.id AS series_edition_id, s.value, s.status, s.row_number, s.note, s.evidence,
    s.took_part, s.confidence,
    CASE WHEN o.area_id IS NULL THEN 'new'
      WHEN (o.value, o.status, o.note, o.evidence, o.took_part, o.confidence)
        IS DISTINCT FROM (s.value, s.status, s.note, s.evidence, s.took_part, s.confidence) THEN 'other'
      ELSE 'same' END AS change
  FROM staged_row s
  JOIN submission b ON b.id = s.submission_id
  JOIN series_edition e ON e.indicator_id = s.indicator_id AND e.community_id = b.community_id
    AND e.source = s.source AND e.edition = s.edition
  LEFT JOIN observation o ON o.area_id = s.area_id AND o.indicator_id = s.indicator_id AND o.year = s.year
    AND o.series_edition_id = e.id AND o.revision_to IS NULL
  WHERE s.submission_id = $1`;

const COUNTS = `
  SELECT count(*) FILTER (WHERE change = 'new')::integer AS added,
    count(*) FILTER (WHERE change = 'other')::integer AS superseded,
    count(*) FILTER (WHERE change = 'same')::integer AS unchanged
  FROM incoming`;

const SUPERSEDE = `
  UPDATE observation o SET revision_to = $1 FROM incoming i
  WHERE o.area_id = i.area_id AND o.indicator_id = i.indicator_id AND o.year = i.year
    AND o.series_edition_id = i.series_edition_id AND o.revision_to IS NULL AND i.change = 'other'`;

const INSERT_NEW = `
  INSERT INTO observation (area_id, indicator_id, year, series_edition_id, revision_from, value, status, submission_id,
    row_number, note, evidence, took_part, confidence)
  SELECT area_id, indicator_id, year, series_edition_id, $1, value, status, $2, row_number, note, evidence, took_part,
    confidence
  FROM incoming WHERE change <> 'same'
  ORDER BY area_id, indicator_id, year, series_edition_id`;
