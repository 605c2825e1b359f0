import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A returned submission is corrected in the cells that were named, and what stood there before is kept; each step gives
 * it another version; the answer to a request that is sent again is kept for a day.
 */
export class CorrectedSubmissions1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VERSIONS);
    await runner.query(CORRECTIONS);
    await runner.query(IDEMPOTENCY_KEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_key;
      DROP TRIGGER staged_row_lasting ON staged_row;
      DROP TRIGGER staged_row_replaced ON staged_row;
      CREATE TRIGGER staged_row_lasting BEFORE UPDATE OR DELETE OR TRUNCATE ON staged_row
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DROP TABLE correction;
      COMMENT ON COLUMN decision.cells IS 'Cells it is about: [{row, column}]';
      DROP TRIGGER submission_version ON submission;
      ALTER TABLE submission DROP COLUMN version;
      DROP FUNCTION count_submission_version, guard_correction, guard_replaced_rows;
    `);
  }
}

const VERSIONS = `
ALTER TABLE submission ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN submission.version IS 'Counts the steps it took: who decides says which version they saw';

CREATE FUNCTION count_submission_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + CASE WHEN NEW.state = OLD.state THEN 0 ELSE 1 END;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_version BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION count_submission_version();
`;

const CORRECTIONS = `
COMMENT ON COLUMN decision.cells IS 'Cells it is about: [{row, column, ordinal}]';

CREATE TABLE correction (
  id integer GENERATED ALWAYS AS IDENTITY,
  submission_id integer NOT NULL,
  decision_id integer NOT NULL,
  contributor_id integer NOT NULL,
  ordinal integer NOT NULL,
  row_number integer NOT NULL,
  column_name text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  corrected_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT correction_pkey PRIMARY KEY (id),
  CONSTRAINT correction_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id),
  CONSTRAINT correction_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision (id),
  CONSTRAINT correction_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id)
);
CREATE UNIQUE INDEX correction_submission_id_decision_id_ordinal_column_name_idx
  ON correction (submission_id, decision_id, ordinal, column_name);
COMMENT ON TABLE correction IS 'Cells of returned batches as they were before and after their senders looked at them again';
COMMENT ON COLUMN correction.id IS 'Counts up';
COMMENT ON COLUMN correction.submission_id IS 'Batch';
COMMENT ON COLUMN correction.decision_id IS 'The return that asked for it';
COMMENT ON COLUMN correction.contributor_id IS 'By whom';
COMMENT ON COLUMN correction.ordinal IS 'Which of the staged rows';
COMMENT ON COLUMN correction.row_number IS 'Row of the spreadsheet, 1 = header';
COMMENT ON COLUMN correction.column_name IS 'Which column of ours';
COMMENT ON COLUMN correction.before IS 'What was read there; empty: nothing';
COMMENT ON COLUMN correction.after IS 'What is read there now; empty: nothing; the same: confirmed';
COMMENT ON COLUMN correction.corrected_at IS 'When, UTC';

CREATE FUNCTION guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM submission s JOIN decision d ON d.submission_id = s.id
    WHERE s.id = NEW.submission_id AND s.state = 'checking' AND d.id = NEW.decision_id AND d.verdict = 'return'
      AND d.id = (SELECT max(id) FROM decision WHERE submission_id = s.id)) THEN
    RAISE EXCEPTION 'only what the last decision returned is corrected' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_guard BEFORE INSERT ON correction FOR EACH ROW EXECUTE FUNCTION guard_correction();
CREATE TRIGGER correction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A row makes room for its corrected self, and a correction keeps what it said; otherwise rows stay as they were checked.
CREATE FUNCTION guard_replaced_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM gone g WHERE NOT EXISTS (
      SELECT FROM correction c JOIN submission s ON s.id = c.submission_id
      WHERE c.submission_id = g.submission_id AND c.ordinal = g.ordinal AND s.state = 'checking'
        AND c.decision_id = (SELECT max(id) FROM decision WHERE submission_id = g.submission_id))) THEN
    RAISE EXCEPTION 'staged_row is append-only but for corrections' USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER staged_row_lasting ON staged_row;
CREATE TRIGGER staged_row_lasting BEFORE UPDATE OR TRUNCATE ON staged_row
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staged_row_replaced AFTER DELETE ON staged_row REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION guard_replaced_rows();
`;

const IDEMPOTENCY_KEYS = `
CREATE TABLE idempotency_key (
  api_key_id integer NOT NULL,
  method text NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  request_hash text,
  status integer,
  headers jsonb NOT NULL DEFAULT '{}',
  body text,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (api_key_id, method, route, key),
  CONSTRAINT idempotency_key_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_key (id)
);
CREATE INDEX idempotency_key_claimed_at_idx ON idempotency_key (claimed_at);
COMMENT ON TABLE idempotency_key IS 'Answers kept for a day for requests that are sent again under the same name';
COMMENT ON COLUMN idempotency_key.api_key_id IS 'Whose request';
COMMENT ON COLUMN idempotency_key.method IS 'HTTP method';
COMMENT ON COLUMN idempotency_key.route IS 'Pattern of its address';
COMMENT ON COLUMN idempotency_key.key IS 'As the sender named the request';
COMMENT ON COLUMN idempotency_key.request_hash IS 'SHA-256 of its address and body, hex; empty while the request runs';
COMMENT ON COLUMN idempotency_key.status IS 'HTTP status of the answer; empty while the request runs';
COMMENT ON COLUMN idempotency_key.headers IS 'Headers of the answer that belong to it';
COMMENT ON COLUMN idempotency_key.body IS 'The answer; empty when it held a secret, which is kept nowhere';
COMMENT ON COLUMN idempotency_key.claimed_at IS 'When the request began, UTC';
`;
