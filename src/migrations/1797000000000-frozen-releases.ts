import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A release says what it stands on and holds its files. Both are written when it is prepared, and never change; only the
 * signature comes when it is published. What was prepared may be withdrawn, what is published stays.
 */
export class FrozenReleases1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(PARTS);
    await runner.query(guard(UNCHANGED));
    await runner.query(GUARDS);
    await runner.query(
      ownTables('guard_release, guard_release_withdrawal, guard_release_part, require_whole_release'),
    );
  }

  /** Forgets what releases are made of. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE release_part;
      DROP TRIGGER release_stays ON release;
      DROP TRIGGER release_withdrawal_traced ON release;
      DROP TRIGGER release_whole ON release;
      DROP TRIGGER release_kept ON release;
      CREATE TRIGGER release_kept BEFORE DELETE OR TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DROP FUNCTION guard_release_withdrawal, guard_release_part, require_whole_release;
      ALTER TABLE release
        DROP CONSTRAINT release_id_check,
        DROP CONSTRAINT release_catalogue_version_fkey,
        DROP COLUMN date, DROP COLUMN revision, DROP COLUMN catalogue_version, DROP COLUMN method_version,
        DROP COLUMN edition, DROP COLUMN note,
        ALTER COLUMN manifest_sha256 DROP NOT NULL;
      COMMENT ON COLUMN release.manifest_sha256 IS 'SHA-256 of its manifest, hex; fixed when it is published';
    `);
    await runner.query(guard(UNCHANGED_BEFORE));
    await runner.query(ownTables('guard_release'));
  }
}

const COLUMNS = `
ALTER TABLE release
  ADD COLUMN date date NOT NULL,
  ADD COLUMN revision integer NOT NULL,
  ADD COLUMN catalogue_version integer NOT NULL,
  ADD COLUMN method_version text NOT NULL,
  ADD COLUMN edition text NOT NULL,
  ADD COLUMN note text,
  ALTER COLUMN manifest_sha256 SET NOT NULL,
  ADD CONSTRAINT release_id_check CHECK (id ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  ADD CONSTRAINT release_catalogue_version_fkey FOREIGN KEY (catalogue_version) REFERENCES catalogue_version (id);
COMMENT ON COLUMN release.date IS 'The day it carries';
COMMENT ON COLUMN release.revision IS 'The data revision it stands on';
COMMENT ON COLUMN release.catalogue_version IS 'The version of the catalogue it stands on';
COMMENT ON COLUMN release.method_version IS 'The version of the scoring method';
COMMENT ON COLUMN release.edition IS 'The edition of the index';
COMMENT ON COLUMN release.note IS 'What its makers say of it';
COMMENT ON COLUMN release.manifest_sha256 IS 'SHA-256 of its manifest, hex';
`;

const PARTS = `
CREATE TABLE release_part (
  release_id text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT release_part_pkey PRIMARY KEY (release_id, name),
  CONSTRAINT release_part_release_id_fkey FOREIGN KEY (release_id) REFERENCES release (id) ON DELETE CASCADE,
  CONSTRAINT release_part_sha256_check CHECK (sha256 = encode(sha256(content), 'hex'))
);
ALTER TABLE release_part ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE release_part IS 'The files a release is made of, byte for byte';
COMMENT ON COLUMN release_part.release_id IS 'The release';
COMMENT ON COLUMN release_part.name IS 'Name of the file';
COMMENT ON COLUMN release_part.media_type IS 'What kind of file it is';
COMMENT ON COLUMN release_part.sha256 IS 'SHA-256 of the file, hex';
COMMENT ON COLUMN release_part.content IS 'The file';
`;

const UNCHANGED = `IF to_jsonb(NEW) - '{state,published_by,published_at}'::text[]
      IS DISTINCT FROM to_jsonb(OLD) - '{state,published_by,published_at}'::text[] THEN
      RAISE EXCEPTION 'what a release stands on does not change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_origin';
    END IF;`;

const UNCHANGED_BEFORE = `IF (NEW.id, NEW.prepared_by, NEW.prepared_at) IS DISTINCT FROM (OLD.id, OLD.prepared_by, OLD.prepared_at) THEN
      RAISE EXCEPTION 'who prepared a release does not change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_origin';
    END IF;`;

/** @param unchanged what stays when a release is published */
function guard(unchanged: string): string {
  return `
CREATE OR REPLACE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.state <> 'prepared' OR NEW.prepared_at <> now()) THEN
    RAISE EXCEPTION 'a release is prepared first, and now' USING ERRCODE = 'check_violation', CONSTRAINT = 'release_step';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state = 'published' THEN
      RAISE EXCEPTION 'release % is published', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_final';
    END IF;
    ${unchanged}
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
END $$;`;
}

const GUARDS = `
DROP TRIGGER release_kept ON release;
CREATE TRIGGER release_kept BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is published stays; that something else was withdrawn is told.
CREATE FUNCTION guard_release_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_WHEN = 'BEFORE' AND OLD.state = 'published' THEN
    RAISE EXCEPTION 'release % is published', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'release_final';
  END IF;
  IF TG_WHEN = 'AFTER' AND NOT EXISTS (SELECT FROM audit_entry
    WHERE transaction = present_transaction() AND subject = 'release:' || OLD.id AND at = now()) THEN
    RAISE EXCEPTION 'the audit trail tells nothing of release:%', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER release_stays BEFORE DELETE ON release FOR EACH ROW EXECUTE FUNCTION guard_release_withdrawal();
CREATE CONSTRAINT TRIGGER release_withdrawal_traced AFTER DELETE ON release DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_release_withdrawal();

-- All files come with the preparation, the signature with the publication, and they go with a release that is withdrawn.
CREATE FUNCTION guard_release_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM release WHERE id = OLD.release_id) THEN
      RAISE EXCEPTION 'the files of a release stay with it' USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN OLD;
  END IF;
  IF NOT EXISTS (SELECT FROM release WHERE id = NEW.release_id
    AND CASE NEW.name WHEN 'manifest.json.sig' THEN published_at = now() ELSE prepared_at = now() END) THEN
    RAISE EXCEPTION 'a release gets no further files' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER release_part_final BEFORE UPDATE OR TRUNCATE ON release_part
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_part_stays BEFORE DELETE ON release_part FOR EACH ROW EXECUTE FUNCTION guard_release_part();
CREATE CONSTRAINT TRIGGER release_part_now AFTER INSERT ON release_part DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_release_part();

CREATE FUNCTION require_whole_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM release_part
      WHERE release_id = NEW.id AND name = 'manifest.json' AND sha256 = NEW.manifest_sha256)
    OR NEW.state = 'published' AND NOT EXISTS (SELECT FROM release_part
      WHERE release_id = NEW.id AND name = 'manifest.json.sig') THEN
    RAISE EXCEPTION 'release % lacks its manifest or signature', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER release_whole AFTER INSERT OR UPDATE ON release DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_whole_release();
`;

/** These guards look for tables where they belong, whatever tables a session makes for itself. */
function ownTables(guards: string): string {
  const statements = guards
    .split(', ')
    .map(
      (name) => `EXECUTE format('ALTER FUNCTION ${name}() SET search_path = %I, pg_temp', current_schema());`,
    );
  return `DO $$ BEGIN ${statements.join(' ')} END $$;`;
}
