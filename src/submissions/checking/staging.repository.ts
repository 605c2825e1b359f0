import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Confidence } from '../../catalogue/confidence.js';
import { parseTookPart } from '../../catalogue/took-part.js';
import { COPY_ROWS, copyRows, type RowKeys } from './copy-rows.js';
import type { FailedRow, FailedRows } from './failed-rows.js';
import type { FigureStatus } from './figure-status.js';
import type { RowProblem, RowProblemCode } from './row-problem.js';
import type { GoodRow } from './staged-row.js';

/** Rows and problems of submissions. */
@Injectable()
export class StagingRepository {
  /**
   * Streams rows into the staging table, as fast as the database takes them. What stops the rows stops the transaction.
   * @throws RangeError when a row's code has no key
   */
  async stage(
    manager: EntityManager,
    submissionId: number,
    batches: AsyncIterable<readonly GoodRow[]>,
    keys: RowKeys,
  ): Promise<void> {
    const { queryRunner } = manager;
    if (queryRunner === undefined) throw new TypeError('Rows are staged inside a transaction');
    const client = (await queryRunner.connect()) as PoolClient;
    const bytes = Readable.from(copyRows(submissionId, batches, keys));
    const copy = client.query(copyFrom(COPY_ROWS));
    // A copy that is broken off goes on until the database has said so: nothing may be asked of it before.
    const ended = once(copy, 'close').catch(() => undefined);
    await pipeline(bytes, copy).finally(() => ended);
  }

  async keepProblems(
    manager: EntityManager,
    submissionId: number,
    problems: readonly RowProblem[],
  ): Promise<void> {
    const rows = problems.map(({ row, column, pointer, value, code, params }) => ({
      row,
      letter: column?.letter,
      name: column?.name ?? pointer,
      value,
      code,
      params: params ?? {},
    }));
    await manager.query(KEEP_PROBLEMS, [submissionId, JSON.stringify(rows)]);
  }

  /** Of a submission that is checked again. */
  async forgetProblems(manager: EntityManager, submissionId: number): Promise<void> {
    await manager.query('DELETE FROM submission_problem WHERE submission_id = $1', [submissionId]);
    await manager.query('DELETE FROM failed_row WHERE submission_id = $1', [submissionId]);
  }

  /** Keeps rows that were not taken, as they were sent; the header as row 0. */
  async keepFailedRows(
    manager: EntityManager,
    submissionId: number,
    { header, kept }: FailedRows,
  ): Promise<void> {
    if (kept.length === 0) return;
    const rows = [{ row: 0, cells: header }, ...kept].map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => cell.replace(UNSTORABLE, '\ufffd')),
    }));
    await manager.query(
      `INSERT INTO failed_row (submission_id, row_number, cells)
       SELECT $1, r."row", r.cells FROM jsonb_to_recordset($2::jsonb) AS r ("row" integer, cells jsonb)`,
      [submissionId, JSON.stringify(rows)],
    );
  }

  /** What `keepFailedRows` kept, the header first, then in the order of the file; empty when all rows were taken. */
  async failedRows(manager: EntityManager, submissionId: number): Promise<readonly FailedRow[]> {
    return manager.query(
      'SELECT row_number AS "row", cells FROM failed_row WHERE submission_id = $1 ORDER BY row_number',
      [submissionId],
    );
  }

  /** Codes of the areas of the good rows. One look per area, as the key of the table begins with it. */
  async areas(manager: EntityManager, submissionId: number): Promise<readonly string[]> {
    const rows: { code: string }[] = await manager.query(
      `SELECT a.code FROM area a WHERE EXISTS
         (SELECT FROM staged_row r WHERE r.area_id = a.id AND r.submission_id = $1) ORDER BY a.code`,
      [submissionId],
    );
    return rows.map(({ code }) => code);
  }

  /** The kept problems of a submission, in the order they were found. */
  async problems(manager: EntityManager, submissionId: number): Promise<readonly RowProblem[]> {
    const rows: ProblemRow[] = await manager.query(
      `SELECT row_number, column_letter, column_name, value, code, params
       FROM submission_problem WHERE submission_id = $1 ORDER BY ordinal`,
      [submissionId],
    );
    return rows.map(problemOf);
  }

  /** Staged rows after an ordinal, in the order of the file. */
  async rows(
    manager: EntityManager,
    submissionId: number,
    afterOrdinal: number,
    limit: number,
  ): Promise<readonly KeptRow[]> {
    const rows: StagedRow[] = await manager.query(ROWS, [submissionId, afterOrdinal, limit]);
    return rows.map(keptRow);
  }
}

/** The database takes no such characters. */
const UNSTORABLE = /\0|\p{Cs}/gu;

const KEEP_PROBLEMS = `
  INSERT INTO submission_problem (submission_id, ordinal, row_number, column_letter, column_name, value, code, params)
  SELECT $1, ordinal, p."row", p.letter, p.name, p.value, p.code, p.params
  FROM ROWS FROM (jsonb_to_recordset($2::jsonb)
    AS ("row" integer, letter text, name text, value text, code text, params jsonb))
    WITH ORDINALITY AS p ("row", letter, name, value, code, params, ordinal)`;

const ROWS = `
  SELECT s.ordinal, s.row_number AS "row", a.code AS area, i.code AS indicator, s.year, s.value, s.status, s.source, s.edition,
    s.note, s.evidence, s.took_part, s.confidence
  FROM staged_row s JOIN area a ON a.id = s.area_id JOIN indicator i ON i.id = s.indicator_id
  WHERE s.submission_id = $1 AND s.ordinal > $2 ORDER BY s.ordinal LIMIT $3`;

interface ProblemRow {
  readonly row_number: number;
  readonly column_letter: string | null;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly code: RowProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A good row with its place in the batch. */
export interface KeptRow extends GoodRow {
  /** Counts up in the order of the file. */
  readonly ordinal: number;
}

interface StagedRow extends Omit<KeptRow, 'note' | 'evidence' | 'tookPart' | 'confidence'> {
  readonly status: FigureStatus;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly took_part: string | null;
  readonly confidence: Confidence | null;
}

function keptRow({ note, evidence, took_part: tookPart, confidence, ...row }: StagedRow): KeptRow {
  return {
    ...row,
    ...(note === null ? {} : { note }),
    ...(evidence === null ? {} : { evidence }),
    ...(tookPart === null ? {} : { tookPart: parseTookPart(tookPart) }),
    ...(confidence === null ? {} : { confidence }),
  };
}

/** A place in a JSON body is kept as a name without a letter. */
function problemOf(stored: ProblemRow): RowProblem {
  const { row_number: row, column_letter: letter, column_name: name, value, code, params } = stored;
  const place = name === null ? {} : letter === null ? { pointer: name } : { column: { letter, name } };
  const filling = Object.keys(params).length === 0 ? {} : { params };
  return { row, ...place, ...(value === null ? {} : { value }), code, ...filling };
}
