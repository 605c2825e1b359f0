import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys have a scope of their own, people leave and are erased, and what an administrator settled stays settled. */
export class Administration1796600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
    await runner.query(CONTRIBUTORS);
    await runner.query(MEMBERSHIPS);
    await runner.query(COMMUNITIES);
  }

  /** Fails while somebody has left a community or was erased: that cannot be told without these columns. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER community_kind_guard ON community;
      DROP TRIGGER membership_guard ON membership;
      DROP FUNCTION guard_membership;
      ALTER TABLE community DROP COLUMN settled, DROP COLUMN version;
      ALTER TABLE membership DROP CONSTRAINT membership_roles_check, DROP COLUMN left_at,
        ADD CONSTRAINT membership_roles_check CHECK (roles <@ ARRAY['submitter', 'reviewer'] AND cardinality(roles) > 0);
      ALTER TABLE contributor DROP COLUMN version, DROP COLUMN erased_at, ALTER COLUMN name SET NOT NULL;
      DELETE FROM mail WHERE api_key_id IS NOT NULL;
      ALTER TABLE mail DROP COLUMN api_key_id;
      ALTER TABLE checking_job DROP COLUMN areas;
      ALTER TABLE api_key DROP CONSTRAINT api_key_roles_check, DROP COLUMN areas, DROP COLUMN last_used_on,
        DROP COLUMN announced_at, ALTER COLUMN label SET NOT NULL;
    `);
  }
}

const KEYS = `
ALTER TABLE api_key
  ADD COLUMN areas text[] NOT NULL DEFAULT '{}',
  ADD COLUMN last_used_on date,
  ADD COLUMN announced_at timestamptz,
  ALTER COLUMN label DROP NOT NULL,
  ADD CONSTRAINT api_key_roles_check CHECK (roles <@ ARRAY['submitter', 'reviewer', 'administrator', 'auditor', 'publisher']);
COMMENT ON COLUMN api_key.label IS 'What it is for; not published, and empty once its holder is erased';
COMMENT ON COLUMN api_key.areas IS 'Codes of areas and groups it may send figures for; none: all that its holder may';
COMMENT ON COLUMN api_key.last_used_on IS 'Day of its last use, UTC';
COMMENT ON COLUMN api_key.announced_at IS 'When its holder was told that it expires soon, UTC';

ALTER TABLE checking_job ADD COLUMN areas text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN checking_job.areas IS 'Areas of the key that asked for it, as in api_key.areas';

ALTER TABLE mail
  ADD COLUMN api_key_id integer,
  ADD CONSTRAINT mail_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_key (id);
COMMENT ON COLUMN mail.notice_id IS 'About what happened to a submission';
COMMENT ON COLUMN mail.api_key_id IS 'About which key that expires soon; neither this nor a notice: asks to confirm the address';
`;

const CONTRIBUTORS = `
ALTER TABLE contributor
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN erased_at timestamptz,
  ALTER COLUMN name DROP NOT NULL,
  ADD CONSTRAINT contributor_erased_check CHECK ((erased_at IS NULL) = (name IS NOT NULL) AND (erased_at IS NULL OR global_roles = '{}'));
COMMENT ON COLUMN contributor.name IS 'Name to tell it by; not published, and empty once it is erased';
COMMENT ON COLUMN contributor.version IS 'Counts changes of its roles, so that nobody overwrites what they did not see';
COMMENT ON COLUMN contributor.erased_at IS 'When all that names it was erased, UTC';
`;

const MEMBERSHIPS = `
ALTER TABLE membership
  ADD COLUMN left_at timestamptz,
  DROP CONSTRAINT membership_roles_check,
  ADD CONSTRAINT membership_roles_check CHECK (roles <@ ARRAY['submitter', 'reviewer'] AND (cardinality(roles) = 0) = (left_at IS NOT NULL));
COMMENT ON COLUMN membership.roles IS 'submitter: sends for it; reviewer: decides on what other communities send; none: has left';
COMMENT ON COLUMN membership.left_at IS 'When they left, UTC; that they belonged stays known, so that four eyes hold';

CREATE FUNCTION guard_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM community WHERE id = NEW.community_id AND kind = 'system')
    AND EXISTS (SELECT FROM contributor WHERE id = NEW.contributor_id AND kind = 'person') THEN
    RAISE EXCEPTION 'nobody belongs to the installation itself' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_guard BEFORE INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION guard_membership();
`;

const COMMUNITIES = `
ALTER TABLE community
  ADD COLUMN settled text[] NOT NULL DEFAULT '{}',
  ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN community.settled IS 'Columns that an administrator settled here: the seeds leave them alone';
COMMENT ON COLUMN community.version IS 'Counts changes, so that nobody overwrites what they did not see';
CREATE TRIGGER community_kind_guard BEFORE UPDATE OF kind ON community
  FOR EACH ROW WHEN ((OLD.kind = 'system') <> (NEW.kind = 'system')) EXECUTE FUNCTION refuse_change();
`;
