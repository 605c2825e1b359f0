import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { parseTookPart, printTookPart } from '../../catalogue/took-part.js';
import type { FigurePlace, FoundCell } from '../checking/cells.js';
import type { Change } from './correction.js';
import type { ProblemPart } from '../../platform/problem.js';
import type { KeptRow } from '../checking/staging.repository.js';

/** The return that waits for corrections. */
export interface OpenReturn {
  readonly decisionId: number;
  readonly cells: readonly FoundCell[];
}

/** What was corrected in returned submissions, and the corrected rows themselves. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Received rows that stood in some rows of what was sent. */
  async figuresOfRows(
    manager: EntityManager,
    submissionId: number,
    rows: readonly number[],
  ): Promise<readonly FigurePlace[]> {
    return manager.query(
      `SELECT row_number AS "row", ordinal FROM staged_row WHERE submission_id = $1 AND row_number = ANY ($2::integer[])`,
      [submissionId, rows],
    );
  }

  /** The last decision on a submission; its cells are those that may be corrected. */
  async lastReturn(manager: EntityManager, submissionId: number): Promise<OpenReturn> {
    const [row]: OpenReturn[] = await manager.query(
      `SELECT id AS "decisionId", jsonb_path_query_array(cells, '$[*] ? (exists (@.ordinal))') AS cells
       FROM decision WHERE submission_id = $1 ORDER BY id DESC LIMIT 1`,
      [submissionId],
    );
    if (row === undefined) throw new TypeError(`Nobody decided on submission ${String(submissionId)}`);
    return row;
  }

  /** Received rows by their places, in the order of the file. */
  async rows(
    manager: EntityManager,
    submissionId: number,
    ordinals: readonly number[],
  ): Promise<readonly KeptRow[]> {
    const rows: StoredRow[] = await manager.query(ROWS, [submissionId, ordinals]);
    return rows.map(({ row: { tookPart, ...row } }) => ({
      ...row,
      ...(tookPart === undefined ? {} : { tookPart: parseTookPart(tookPart) }),
    }));
  }

  /** Keeps what was corrected, and puts the corrected rows in the place of the former ones. */
  async replace(
    manager: EntityManager,
    submissionId: number,
    { decisionId, contributorId }: { readonly decisionId: number; readonly contributorId: number },
    {
      rows,
      changes,
    }: { readonly rows: readonly KeptRow[]; readonly changes: readonly Omit<Change, 'round'>[] },
  ): Promise<void> {
    await manager.query(KEEP, [submissionId, decisionId, contributorId, JSON.stringify(changes)]);
    const ordinals = rows.map(({ ordinal }) => ordinal);
    await manager.query('DELETE FROM staged_row WHERE submission_id = $1 AND ordinal = ANY ($2::integer[])', [
      submissionId,
      ordinals,
    ]);
    const printed = rows.map(({ tookPart, ...row }) => ({
      ...row,
      tookPart: tookPart && printTookPart(tookPart),
    }));
    await manager.query(STAGE, [submissionId, JSON.stringify(printed)]);
    const staged = await this.rows(manager, submissionId, ordinals);
    if (staged.length !== rows.length) throw new TypeError('A corrected row has no area or indicator');
  }

  /** Of some rows those that another row of the submission says as well: the same figure twice. */
  async duplicates(
    manager: EntityManager,
    submissionId: number,
    ordinals: readonly number[],
  ): Promise<readonly ProblemPart[]> {
    const rows: { row: number; params: ProblemPart['params'] }[] = await manager.query(DUPLICATES, [
      submissionId,
      ordinals,
    ]);
    return rows.map(({ row, params = {} }) => ({ row, code: 'duplicate_in_file', params }));
  }

  /** Everything corrected in a submission, oldest first, in the order of the file. */
  async changes(submissionId: number): Promise<readonly Change[]> {
    return this.dataSource.query(CHANGES, [submissionId]);
  }
}

interface StoredRow {
  readonly row: Omit<KeptRow, 'tookPart'> & { readonly tookPart?: string };
}

const ROWS = `
  SELECT json_strip_nulls(json_build_object('ordinal', s.ordinal, 'row', s.row_number, 'area', a.code, 'indicator', i.code,
    'year', s.year, 'value', s.value, 'status', s.status, 'source', s.source, 'edition', s.edition, 'note', s.note,
    'evidence', s.evidence, 'tookPart', s.took_part, 'confidence', s.confidence)) AS row
  FROM staged_row s JOIN area a ON a.id = s.area_id JOIN indicator i ON i.id = s.indicator_id
  WHERE s.submission_id = $1 AND s.ordinal = ANY ($2::integer[]) ORDER BY s.ordinal`;

const KEEP = `
  INSERT INTO correction (submission_id, decision_id, contributor_id, ordinal, row_number, column_name, before, after)
  SELECT $1, $2, $3, c.ordinal, c."row", c."column", c.before, c.after
  FROM jsonb_to_recordset($4::jsonb) AS c (ordinal integer, "row" integer, "column" text, before text, after text)`;

const STAGE = `
  INSERT INTO staged_row (area_id, submission_id, ordinal, row_number, indicator_id, year, value, status, source, edition,
    note, evidence, took_part, confidence)
  SELECT a.id, $1, r.ordinal, r."row", i.id, r.year, r.value, r.status, r.source, r.edition, r.note, r.evidence,
    r."tookPart", r.confidence
  FROM jsonb_to_recordset($2::jsonb) AS r (ordinal integer, "row" integer, area text, indicator text, year integer,
    value double precision, status text, source text, edition text, note text, evidence text, "tookPart" text, confidence text)
  JOIN area a ON a.code = r.area JOIN indicator i ON i.code = r.indicator`;

const DUPLICATES = `
  SELECT DISTINCT ON (s.ordinal) s.row_number AS "row", json_build_object('firstRow', o.row_number, 'area', a.code,
    'indicator', i.code, 'year', s.year, 'edition', s.edition) AS params
  FROM staged_row s
  JOIN staged_row o ON o.submission_id = s.submission_id AND o.area_id = s.area_id AND o.indicator_id = s.indicator_id
    AND o.year = s.year AND o.source = s.source AND o.edition = s.edition AND o.ordinal <> s.ordinal
  JOIN area a ON a.id = s.area_id JOIN indicator i ON i.id = s.indicator_id
  WHERE s.submission_id = $1 AND s.ordinal = ANY ($2::integer[]) ORDER BY s.ordinal, o.ordinal`;

const CHANGES = `
  SELECT dense_rank() OVER (ORDER BY decision_id)::integer AS round, row_number AS "row", ordinal, column_name AS "column",
    before, after
  FROM correction WHERE submission_id = $1 ORDER BY decision_id, ordinal, id`;
