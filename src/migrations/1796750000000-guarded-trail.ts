import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What matters is not written without a trace: at the end of a transaction the database looks for the entry of the audit
 * trail that tells of it, whoever wrote and by whatever means. Nothing is written with another time than its own, a step
 * and its decision are one transaction, facts belong to the revision that is being made, a release needs two people, and
 * no guard looks at tables that a session made for itself.
 */
export class GuardedTrail1796750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RELEASES);
    await runner.query(TRACES);
    await runner.query(TIMES);
    await runner.query(STEPS);
    await runner.query(ROWS);
    await runner.query(REVISIONS);
    for (const [guard, any] of FACTS)
      await runner.query(rewritten(guard, any, `${any} AND l.moved_at = now()`));
    await runner.query(LASTING);
    await runner.query(ownTables(`SET search_path = %I, pg_temp', current_schema()`));
  }

  /** Forgets all releases. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ownTables(`RESET search_path'`));
    await runner.query('DROP TABLE release');
    for (const [table, names] of Object.entries(TRIGGERS)) {
      for (const name of names) await runner.query(`DROP TRIGGER ${name} ON ${table}`);
    }
    await runner.query(ROWS_BEFORE);
    for (const [guard, any] of FACTS)
      await runner.query(rewritten(guard, `${any} AND l.moved_at = now()`, any));
    await runner.query(`DROP FUNCTION require_trace, guard_release, guard_outcome, guard_decision_taken,
      guard_revision_log, guard_data_revision`);
  }
}

/** What `up` puts on tables that were there before. */
const TRIGGERS = {
  contributor: ['contributor_traced', 'contributor_kept'],
  membership: ['membership_traced'],
  api_key: ['api_key_traced', 'api_key_change_traced', 'api_key_lasting'],
  community: ['community_traced', 'community_kept'],
  submission: [
    ...['submission_traced', 'submission_step_traced', 'submission_now', 'submission_step_decided'],
    'submission_findings_lasting',
  ],
  decision: ['decision_traced', 'decision_now', 'decision_taken'],
  correction: ['correction_traced', 'correction_now'],
  catalogue_version: ['catalogue_version_traced', 'catalogue_version_now', 'catalogue_version_append_only'],
  revision_log: ['revision_log_traced', 'revision_log_now', 'revision_log_next'],
  data_revision: ['data_revision_counts', 'data_revision_lasting'],
};

const RELEASES = `
CREATE TABLE release (
  id text NOT NULL,
  state text NOT NULL DEFAULT 'prepared',
  prepared_by integer NOT NULL,
  prepared_at timestamptz NOT NULL DEFAULT now(),
  published_by integer,
  published_at timestamptz,
  manifest_sha256 text,
  CONSTRAINT release_pkey PRIMARY KEY (id),
  CONSTRAINT release_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES contributor (id),
  CONSTRAINT release_published_by_fkey FOREIGN KEY (published_by) REFERENCES contributor (id),
  CONSTRAINT release_state_check CHECK (CASE state WHEN 'prepared' THEN num_nonnulls(published_by, published_at) = 0
    WHEN 'published' THEN num_nonnulls(published_by, published_at, manifest_sha256) = 3 ELSE false END),
  CONSTRAINT release_two_people_check CHECK (published_by <> prepared_by)
);
COMMENT ON TABLE release IS 'Releases: one publisher prepares, another one publishes';
COMMENT ON COLUMN release.id IS 'Name of the release, e.g. 2026-1';
COMMENT ON COLUMN release.state IS 'prepared or published; what is published stays as it is';
COMMENT ON COLUMN release.prepared_by IS 'Who prepared it';
COMMENT ON COLUMN release.prepared_at IS 'When, UTC';
COMMENT ON COLUMN release.published_by IS 'Who published it: somebody else';
COMMENT ON COLUMN release.published_at IS 'When, UTC';
COMMENT ON COLUMN release.manifest_sha256 IS 'SHA-256 of its manifest, hex; fixed when it is published';

CREATE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.state <> 'prepared' OR NEW.prepared_at <> now()) THEN
    RAISE EXCEPTION 'a release is prepared first, and now' USING ERRCODE = 'check_violation', CONSTRAINT = 'release_step';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state = 'published' THEN
      RAISE EXCEPTION 'release % is published', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_final';
    END IF;
    IF (NEW.id, NEW.prepared_by, NEW.prepared_at) IS DISTINCT FROM (OLD.id, OLD.prepared_by, OLD.prepared_at) THEN
      RAISE EXCEPTION 'who prepared a release does not change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_origin';
    END IF;
    IF NEW.published_at <> now() THEN
      RAISE EXCEPTION 'a release is published now' USING ERRCODE = 'check_violation', CONSTRAINT = 'release_step';
    END IF;
  END IF;
  -- Waits for whoever is taking the role from one of them.
  PERFORM FROM contributor WHERE id IN (NEW.prepared_by, NEW.published_by) FOR SHARE;
  IF EXISTS (SELECT FROM contributor WHERE id IN (NEW.prepared_by, NEW.published_by) AND NOT 'publisher' = ANY (global_roles)) THEN
    RAISE EXCEPTION 'publishers prepare and publish releases' USING ERRCODE = 'check_violation', CONSTRAINT = 'release_publishers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER release_guard BEFORE INSERT OR UPDATE ON release FOR EACH ROW EXECUTE FUNCTION guard_release();
CREATE TRIGGER release_kept BEFORE DELETE OR TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** The subject of the entry each of them needs is its first word and the value of its column. */
const TRACES = `
CREATE FUNCTION require_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted text := TG_ARGV[0] || ':' || (to_jsonb(NEW) ->> TG_ARGV[1]);
BEGIN
  -- An entry that was restored from elsewhere may carry the number of this transaction, but not its time.
  IF NOT EXISTS (SELECT FROM audit_entry WHERE transaction = present_transaction() AND subject = wanted AND at = now()) THEN
    RAISE EXCEPTION 'the audit trail tells nothing of %', wanted USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
${traced('contributor', 'INSERT OR UPDATE ON contributor', 'contributor', 'id')}
${traced('membership', 'INSERT OR UPDATE ON membership', 'contributor', 'contributor_id')}
${traced('api_key', 'INSERT ON api_key', 'key', 'id')}
${traced('api_key_change', 'UPDATE ON api_key', 'key', 'id', '(OLD.roles, OLD.areas, OLD.expires_at, OLD.revoked_at) IS DISTINCT FROM (NEW.roles, NEW.areas, NEW.expires_at, NEW.revoked_at)')}
${traced('community', 'INSERT OR UPDATE ON community', 'community', 'code')}
${traced('submission', 'INSERT ON submission', 'submission', 'id', 'NOT NEW.is_draft')}
${traced('submission_step', 'UPDATE ON submission', 'submission', 'id', 'NOT NEW.is_draft AND (OLD.is_draft OR NEW.state <> OLD.state)')}
${traced('decision', 'INSERT ON decision', 'submission', 'submission_id')}
${traced('correction', 'INSERT ON correction', 'submission', 'submission_id')}
${traced('catalogue_version', 'INSERT ON catalogue_version', 'catalogue', 'id')}
${traced('revision_log', 'INSERT ON revision_log', 'submission', 'submission_id')}
${traced('release', 'INSERT OR UPDATE ON release', 'release', 'id')}
`;

function traced(name: string, event: string, subject: string, column: string, when = 'true'): string {
  return `CREATE CONSTRAINT TRIGGER ${name}_traced AFTER ${event} DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION require_trace('${subject}', '${column}');`;
}

const TIMES = `
CREATE TRIGGER submission_now BEFORE INSERT ON submission FOR EACH ROW
  WHEN (NEW.received_at <> now()) EXECUTE FUNCTION refuse_other_time();
CREATE TRIGGER decision_now BEFORE INSERT ON decision FOR EACH ROW
  WHEN (NEW.decided_at <> now()) EXECUTE FUNCTION refuse_other_time();
CREATE TRIGGER correction_now BEFORE INSERT ON correction FOR EACH ROW
  WHEN (NEW.corrected_at <> now()) EXECUTE FUNCTION refuse_other_time();
CREATE TRIGGER catalogue_version_now BEFORE INSERT ON catalogue_version FOR EACH ROW
  WHEN (NEW.loaded_at <> now()) EXECUTE FUNCTION refuse_other_time();
CREATE TRIGGER revision_log_now BEFORE INSERT ON revision_log FOR EACH ROW
  WHEN (NEW.moved_at <> now()) EXECUTE FUNCTION refuse_other_time();
`;

const STEPS = `
-- An earlier decision does not stand in for a new one: the step is taken in the transaction of its decision.
CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM decision WHERE submission_id = NEW.id AND verdict || 'ed' = NEW.state AND decided_at = now()) THEN
    RAISE EXCEPTION 'no decision of now says %', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_step_decided BEFORE UPDATE ON submission FOR EACH ROW
  WHEN (NEW.state <> OLD.state AND NEW.state IN ('accepted', 'returned', 'rejected', 'reverted'))
  EXECUTE FUNCTION guard_outcome();

-- And no decision stays without its step.
CREATE FUNCTION guard_decision_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM submission s JOIN decision d ON d.submission_id = s.id
    WHERE s.id = NEW.submission_id AND d.verdict || 'ed' = s.state
      AND d.id = (SELECT max(id) FROM decision WHERE submission_id = s.id)) THEN
    RAISE EXCEPTION 'what was decided was not done' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER decision_taken AFTER INSERT ON decision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_decision_taken();

-- What a decision rests on is as the check found it.
CREATE TRIGGER submission_findings_lasting BEFORE UPDATE OF rows_total, rows_good, rows_skipped, rows_unchanged,
  problems_total, problem_counts, warning_counts, notes, repairs, questions, failure ON submission
  FOR EACH ROW WHEN (OLD.state <> 'checking') EXECUTE FUNCTION refuse_change();
`;

const ROWS = `
-- Rows of what was returned come back only in the place of those that were corrected.
CREATE OR REPLACE FUNCTION guard_staged_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  batch record;
BEGIN
  FOR batch IN SELECT a.submission_id, s.state, (SELECT max(id) FROM decision d WHERE d.submission_id = s.id) AS returned
    FROM (SELECT DISTINCT submission_id FROM added) a LEFT JOIN submission s ON s.id = a.submission_id LOOP
    IF batch.state IS DISTINCT FROM 'checking' THEN
      RAISE EXCEPTION 'rows are staged while their submission is being checked' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF batch.returned IS NOT NULL AND EXISTS (
      SELECT FROM added a WHERE a.submission_id = batch.submission_id AND NOT EXISTS (
        SELECT FROM correction c WHERE c.decision_id = batch.returned AND c.submission_id = a.submission_id
          AND c.ordinal = a.ordinal)) THEN
      RAISE EXCEPTION 'what was returned gets no further rows' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
`;

const ROWS_BEFORE = `
CREATE OR REPLACE FUNCTION guard_staged_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT submission_id FROM added) a LEFT JOIN submission s ON s.id = a.submission_id
    WHERE s.state IS DISTINCT FROM 'checking') THEN
    RAISE EXCEPTION 'rows are staged while their submission is being checked' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
`;

const REVISIONS = `
CREATE FUNCTION guard_revision_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision IS DISTINCT FROM (SELECT revision FROM data_revision) THEN
    RAISE EXCEPTION '% is not the revision reached', NEW.revision USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_log_next BEFORE INSERT ON revision_log FOR EACH ROW EXECUTE FUNCTION guard_revision_log();

CREATE FUNCTION guard_data_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1
    OR NOT EXISTS (SELECT FROM revision_log WHERE revision = NEW.revision AND moved_at = now()) THEN
    RAISE EXCEPTION 'revision % is told nowhere', NEW.revision USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER data_revision_counts AFTER UPDATE ON data_revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_data_revision();
`;

/** The past does not change: these guards know any revision that was told, and from now on that of this transaction alone. */
const FACTS = [
  ['guard_observation_begun', 'l.revision = batch.revision_from'],
  ['guard_observation_ended', 'l.revision = c.revision_to'],
] as const;

/** A guard with one condition in the place of another, and all else as it was written. */
function rewritten(guard: string, before: string, after: string): string {
  return `
DO $$
DECLARE
  known text := pg_get_functiondef('${guard}'::regproc);
BEGIN
  ASSERT strpos(known, '${before}') > 0, '${guard} is not as it was';
  EXECUTE replace(known, '${before}', '${after}');
END $$;`;
}

const LASTING = `
CREATE TRIGGER contributor_kept BEFORE DELETE OR TRUNCATE OR UPDATE OF id, kind, created_at ON contributor
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER community_kept BEFORE DELETE OR TRUNCATE OR UPDATE OF id, code ON community
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER api_key_lasting BEFORE DELETE OR TRUNCATE OR UPDATE OF id, contributor_id, key_hash, created_at ON api_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER catalogue_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON catalogue_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER data_revision_lasting BEFORE INSERT OR DELETE OR TRUNCATE OR UPDATE OF id ON data_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/**
 * A session may make tables for itself that have the names of ours, and its searches find those first: all guards of
 * this schema look where they belong.
 * @param setting what to set of each, as the rest of a call of format()
 */
function ownTables(setting: string): string {
  return `
DO $$
DECLARE
  guard regprocedure;
BEGIN
  FOR guard IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype AND NOT prosecdef LOOP
    EXECUTE format('ALTER FUNCTION ' || guard || ' ${setting});
  END LOOP;
END $$;`;
}
