import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file may be looked at before it is sent: a draft, seen by who made it alone and gone when they let it go. Big files
 * are checked by and by: what is to be done stands in a table, how far it is in another that need not survive a crash.
 */
export class CheckingJobs1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAFTS);
    await runner.query(steps("'checking>draft', "));
    await runner.query(JOBS);
  }

  /** Fails while there are drafts of a file that was sent as well. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE submission_progress, checking_job;
      DROP TRIGGER submission_sent ON submission;
      DROP TRIGGER submission_kept ON submission;
      DROP TRIGGER submission_lasting ON submission;
      CREATE TRIGGER submission_lasting BEFORE DELETE OR TRUNCATE OR UPDATE OF id, receipt, community_id, contributor_id,
        channel, file_name, media_type, byte_size, sha256, received_at ON submission
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DROP TRIGGER submission_reading_lasting ON submission;
      CREATE TRIGGER submission_reading_lasting BEFORE UPDATE OF reading_key, answers ON submission
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DROP INDEX submission_same_file_idx;
      DROP INDEX submission_contributor_id_sha256_idx;
      ALTER TABLE submission DROP COLUMN is_draft, DROP COLUMN questions, DROP COLUMN failure;
      CREATE UNIQUE INDEX submission_same_file_idx ON submission (community_id, sha256, reading_key)
        WHERE channel <> 'installation' AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed');
    `);
    await runner.query(steps(''));
  }
}

const DRAFTS = `
ALTER TABLE submission
  ADD COLUMN is_draft boolean NOT NULL DEFAULT false,
  ADD COLUMN questions jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN failure jsonb,
  ADD CONSTRAINT submission_draft_check CHECK (CASE WHEN is_draft THEN state IN ('draft', 'checking', 'failed') ELSE state <> 'draft' END);
COMMENT ON COLUMN submission.is_draft IS 'Not sent yet: only who made it sees it';
COMMENT ON COLUMN submission.questions IS 'What the file leaves open and its sender is asked: [{code, choices, column, example}]';
COMMENT ON COLUMN submission.failure IS 'Why it could not be read or taken: {code, params}';
DROP INDEX submission_same_file_idx;
CREATE UNIQUE INDEX submission_same_file_idx ON submission (community_id, sha256, reading_key)
  WHERE channel <> 'installation' AND NOT is_draft AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed');
CREATE INDEX submission_contributor_id_sha256_idx ON submission (contributor_id, sha256) WHERE is_draft;

DROP TRIGGER submission_reading_lasting ON submission;
CREATE TRIGGER submission_reading_lasting BEFORE UPDATE OF reading_key, answers ON submission
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION refuse_change();

-- A draft may go without a trace; what was sent stays, and is never a draft again.
DROP TRIGGER submission_lasting ON submission;
CREATE TRIGGER submission_lasting BEFORE TRUNCATE OR UPDATE OF id, receipt, community_id, contributor_id, channel, file_name,
  media_type, byte_size, sha256, received_at ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_kept BEFORE DELETE ON submission
  FOR EACH ROW WHEN (NOT OLD.is_draft) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_sent BEFORE UPDATE OF is_draft ON submission
  FOR EACH ROW WHEN (NEW.is_draft AND NOT OLD.is_draft) EXECUTE FUNCTION refuse_change();
`;

const JOBS = `
CREATE TABLE checking_job (
  submission_id integer NOT NULL,
  takes_part boolean NOT NULL,
  most_rows integer NOT NULL,
  request_id text,
  tries integer NOT NULL DEFAULT 0,
  begun_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT checking_job_pkey PRIMARY KEY (submission_id),
  CONSTRAINT checking_job_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id) ON DELETE CASCADE
);
COMMENT ON TABLE checking_job IS 'Files that are still to be checked; a row goes with the transaction that ends its check. Who works on one holds an advisory lock';
COMMENT ON COLUMN checking_job.submission_id IS 'Batch';
COMMENT ON COLUMN checking_job.takes_part IS 'Whether the good rows are taken when others have problems';
COMMENT ON COLUMN checking_job.most_rows IS 'Most rows it may have';
COMMENT ON COLUMN checking_job.request_id IS 'Request that brought it, for the trace';
COMMENT ON COLUMN checking_job.tries IS 'How often it was begun';
COMMENT ON COLUMN checking_job.begun_at IS 'When it was asked for, UTC';

CREATE UNLOGGED TABLE submission_progress (
  submission_id integer NOT NULL,
  bytes_read integer NOT NULL,
  rows integer NOT NULL,
  good integer NOT NULL,
  problems integer NOT NULL,
  told_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT submission_progress_pkey PRIMARY KEY (submission_id)
);
COMMENT ON TABLE submission_progress IS 'How far checks are, for those who wait; empty after a crash';
COMMENT ON COLUMN submission_progress.submission_id IS 'Batch';
COMMENT ON COLUMN submission_progress.bytes_read IS 'So many of its bytes are read, over all readings';
COMMENT ON COLUMN submission_progress.rows IS 'Rows judged';
COMMENT ON COLUMN submission_progress.good IS 'Of these without error';
COMMENT ON COLUMN submission_progress.problems IS 'Problems found';
COMMENT ON COLUMN submission_progress.told_at IS 'As of when, UTC';
`;

/** The steps a submission may take, one of them only here. */
function steps(more: string): string {
  return `
CREATE OR REPLACE FUNCTION guard_submission_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('draft', 'checking') THEN
      RAISE EXCEPTION 'a submission starts as draft or checking' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_step';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.community_id <> OLD.community_id OR NEW.contributor_id <> OLD.contributor_id OR NEW.receipt <> OLD.receipt THEN
    RAISE EXCEPTION 'who sent a submission does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_origin';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state || '>' || NEW.state) = ANY (ARRAY['draft>checking', ${more}'checking>received', 'checking>failed',
    'received>in_review', 'in_review>accepted', 'in_review>returned', 'in_review>rejected', 'returned>checking',
    'returned>withdrawn', 'received>withdrawn', 'in_review>withdrawn', 'accepted>reverted']) THEN
    RAISE EXCEPTION 'no step from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_step';
  END IF;
  IF NEW.state IN ('accepted', 'returned', 'rejected') AND NOT EXISTS (
    SELECT FROM decision WHERE submission_id = NEW.id AND verdict || 'ed' = NEW.state
      AND id = (SELECT max(id) FROM decision WHERE submission_id = NEW.id)) THEN
    RAISE EXCEPTION 'no decision says %', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_decided';
  END IF;
  RETURN NEW;
END $$;`;
}
