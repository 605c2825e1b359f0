import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StagedNote } from './note-warnings.js';
import type { Inspection, RowWarning } from './warning.js';

/** What is worth a second look in the rows of submissions. */
@Injectable()
export class WarningRepository {
  /** In the place of what was kept before. */
  async keep(manager: EntityManager, submissionId: number, inspection: Inspection): Promise<void> {
    const { warnings, warningsByCode, unchanged } = inspection;
    await manager.query('UPDATE submission SET warning_counts = $2, rows_unchanged = $3 WHERE id = $1', [
      submissionId,
      JSON.stringify(warningsByCode),
      unchanged,
    ]);
    await manager.query('DELETE FROM submission_warning WHERE submission_id = $1', [submissionId]);
    await manager.query(
      `INSERT INTO submission_warning (submission_id, ordinal, row_number, code, params)
       SELECT $1, w.ordinal, w."row", w.code, w.params
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("row" integer, code text, params jsonb))
         WITH ORDINALITY AS w ("row", code, params, ordinal)`,
      [submissionId, JSON.stringify(warnings)],
    );
  }

  /** As they were found: by code, then in the order of the file. */
  async of(manager: EntityManager, submissionId: number): Promise<readonly RowWarning[]> {
    return manager.query(
      'SELECT code, row_number AS "row", params FROM submission_warning WHERE submission_id = $1 ORDER BY ordinal',
      [submissionId],
    );
  }

  /** The first notes of staged rows, each once, in the order of the file. */
  async stagedNotes(
    manager: EntityManager,
    submissionId: number,
    limit: number,
  ): Promise<readonly StagedNote[]> {
    return manager.query(
      `SELECT note AS text, min(row_number) AS "row", bool_and(evidence IS NOT NULL) AS "hasEvidence"
       FROM staged_row WHERE submission_id = $1 AND note IS NOT NULL
       GROUP BY note ORDER BY min(ordinal) LIMIT $2`,
      [submissionId, limit],
    );
  }
}
