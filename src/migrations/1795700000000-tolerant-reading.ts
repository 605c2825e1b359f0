import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row of a table may hold several figures; what was read otherwise than it was sent is kept with the submission, and
 * so are the rows that failed; the same file read by other answers is another submission.
 */
export class TolerantReading1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUBMISSIONS);
    await runner.query(STAGED_ROWS);
    await runner.query(FAILED_ROWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE failed_row;
      DROP TRIGGER submission_reading_lasting ON submission;
      DROP INDEX submission_same_file_idx;
      ALTER TABLE submission DROP COLUMN reading_key, DROP COLUMN answers, DROP COLUMN repairs;
      CREATE UNIQUE INDEX submission_same_file_idx ON submission (community_id, sha256)
        WHERE channel <> 'installation' AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed');
      COMMENT ON COLUMN submission.notes IS 'What was passed over or repaired: [{code, params}]';
      DROP INDEX staged_row_submission_id_ordinal_idx;
      ALTER TABLE staged_row DROP CONSTRAINT staged_row_pkey;
      ALTER TABLE staged_row DROP COLUMN ordinal;
      ALTER TABLE staged_row ADD CONSTRAINT staged_row_pkey PRIMARY KEY (area_id, submission_id, row_number);
      CREATE INDEX staged_row_submission_id_row_number_idx ON staged_row (submission_id, row_number);
    `);
  }
}

const SUBMISSIONS = `
ALTER TABLE submission
  ADD COLUMN reading_key text NOT NULL DEFAULT '',
  ADD COLUMN answers jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN repairs jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN submission.reading_key IS 'SHA-256 of the answers, hex, empty without any: the same file with other answers is another reading';
COMMENT ON COLUMN submission.answers IS 'What the sender said about the file that it does not say itself';
COMMENT ON COLUMN submission.repairs IS 'What was read otherwise than it was sent: [{code, count, params, example}]';
COMMENT ON COLUMN submission.notes IS 'What was passed over: [{code, params}]';
DROP INDEX submission_same_file_idx;
CREATE UNIQUE INDEX submission_same_file_idx ON submission (community_id, sha256, reading_key)
  WHERE channel <> 'installation' AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed');
CREATE TRIGGER submission_reading_lasting BEFORE UPDATE OF reading_key, answers ON submission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** Until now each row held one figure, so that its number tells the order. */
const STAGED_ROWS = `
ALTER TABLE staged_row ADD COLUMN ordinal integer;
ALTER TABLE staged_row DISABLE TRIGGER staged_row_lasting;
UPDATE staged_row SET ordinal = row_number;
ALTER TABLE staged_row ENABLE TRIGGER staged_row_lasting;
ALTER TABLE staged_row ALTER COLUMN ordinal SET NOT NULL;
COMMENT ON COLUMN staged_row.ordinal IS 'Counts up within the batch in the order of the file';
ALTER TABLE staged_row DROP CONSTRAINT staged_row_pkey;
ALTER TABLE staged_row ADD CONSTRAINT staged_row_pkey PRIMARY KEY (area_id, submission_id, ordinal);
DROP INDEX staged_row_submission_id_row_number_idx;
CREATE INDEX staged_row_submission_id_ordinal_idx ON staged_row (submission_id, ordinal);
`;

const FAILED_ROWS = `
CREATE TABLE failed_row (
  submission_id integer NOT NULL,
  row_number integer NOT NULL,
  cells jsonb NOT NULL,
  CONSTRAINT failed_row_pkey PRIMARY KEY (submission_id, row_number),
  CONSTRAINT failed_row_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id)
);
COMMENT ON TABLE failed_row IS 'Rows of a batch that were not taken, as they were sent, up to a documented cap';
COMMENT ON COLUMN failed_row.submission_id IS 'Batch';
COMMENT ON COLUMN failed_row.row_number IS 'Row of the spreadsheet; 0 holds the header';
COMMENT ON COLUMN failed_row.cells IS 'Its cells as sent';
`;
