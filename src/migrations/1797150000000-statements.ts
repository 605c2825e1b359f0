import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Member States and communities reply to figures about them: written by their members, published by a moderator. */
export class Statements1797150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles(", 'respondent'", ", 'moderator'"));
    await runner.query(COMMENTS);
    await runner.query(TABLES);
    await runner.query(GUARDS);
    await runner.query(`
      DO $$
      DECLARE
        guard text;
      BEGIN
        FOREACH guard IN ARRAY ARRAY['guard_statement', 'guard_statement_version', 'guard_statement_step'] LOOP
          EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', guard, current_schema());
        END LOOP;
      END $$;`);
  }

  /** Forgets all statements. Fails while somebody is a respondent or moderator: that cannot be told without the roles. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE statement_step, statement_version, statement;
      DROP FUNCTION guard_statement, guard_statement_version, guard_statement_step;
      COMMENT ON COLUMN membership.roles IS 'submitter: sends for it; reviewer: decides on what other communities send; none: has left';
    `);
    await runner.query(roles('', ''));
  }
}

function roles(respondent: string, moderator: string): string {
  return `
ALTER TABLE membership DROP CONSTRAINT membership_roles_check, ADD CONSTRAINT membership_roles_check
  CHECK (roles <@ ARRAY['submitter', 'reviewer'${respondent}] AND (cardinality(roles) = 0) = (left_at IS NOT NULL));
ALTER TABLE contributor DROP CONSTRAINT contributor_global_roles_check, ADD CONSTRAINT contributor_global_roles_check
  CHECK (global_roles <@ ARRAY['administrator', 'auditor', 'publisher'${moderator}]);
ALTER TABLE api_key DROP CONSTRAINT api_key_roles_check, ADD CONSTRAINT api_key_roles_check
  CHECK (roles <@ ARRAY['submitter', 'reviewer'${respondent}, 'administrator', 'auditor', 'publisher'${moderator}]);`;
}

const COMMENTS = `
COMMENT ON COLUMN membership.roles IS 'submitter: sends for it; reviewer: decides on what other communities send; respondent: replies to figures about it or its State; none: has left';
`;

const TABLES = `
CREATE TABLE statement (
  id integer GENERATED ALWAYS AS IDENTITY,
  reference text NOT NULL,
  area text NOT NULL,
  subject text NOT NULL,
  release_id text,
  community_id integer NOT NULL,
  speaks_for text NOT NULL,
  CONSTRAINT statement_pkey PRIMARY KEY (id),
  CONSTRAINT statement_reference_key UNIQUE (reference),
  CONSTRAINT statement_area_fkey FOREIGN KEY (area) REFERENCES area (code),
  CONSTRAINT statement_release_id_fkey FOREIGN KEY (release_id) REFERENCES release (id),
  CONSTRAINT statement_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT statement_speaks_for_check CHECK (speaks_for IN ('state', 'community'))
);
COMMENT ON TABLE statement IS 'Replies of Member States and communities to figures about them';
COMMENT ON COLUMN statement.id IS 'Key';
COMMENT ON COLUMN statement.reference IS 'What it is called in addresses';
COMMENT ON COLUMN statement.area IS 'ISO 3166-1 alpha-3 code of the country it is about';
COMMENT ON COLUMN statement.subject IS 'Its page (country), or a figure of it, e.g. indicator:UI_NETUSE';
COMMENT ON COLUMN statement.release_id IS 'Which release it speaks about, if one is meant';
COMMENT ON COLUMN statement.community_id IS 'Which community speaks, or through which one the State does';
COMMENT ON COLUMN statement.speaks_for IS 'state or community';

CREATE TABLE statement_version (
  id integer GENERATED ALWAYS AS IDENTITY,
  statement_id integer NOT NULL,
  texts jsonb NOT NULL,
  sha256 text NOT NULL,
  contributor_id integer NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT statement_version_pkey PRIMARY KEY (id),
  CONSTRAINT statement_version_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES statement (id),
  CONSTRAINT statement_version_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT statement_version_texts_check CHECK (jsonb_typeof(texts) = 'object' AND texts <> '{}')
);
CREATE INDEX statement_version_statement_id_idx ON statement_version (statement_id);
COMMENT ON TABLE statement_version IS 'What a statement says: each change is a version that is decided anew';
COMMENT ON COLUMN statement_version.id IS 'Counts up';
COMMENT ON COLUMN statement_version.statement_id IS 'Of which statement';
COMMENT ON COLUMN statement_version.texts IS 'Its words by language';
COMMENT ON COLUMN statement_version.sha256 IS 'SHA-256 of the words, hex: what the audit trail tells of them';
COMMENT ON COLUMN statement_version.contributor_id IS 'Who sent it';
COMMENT ON COLUMN statement_version.sent_at IS 'When, UTC';

CREATE TABLE statement_step (
  id integer GENERATED ALWAYS AS IDENTITY,
  statement_id integer NOT NULL,
  version_id integer NOT NULL,
  step text NOT NULL,
  reason_code text,
  reason text,
  contributor_id integer NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT statement_step_pkey PRIMARY KEY (id),
  CONSTRAINT statement_step_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES statement (id),
  CONSTRAINT statement_step_version_id_fkey FOREIGN KEY (version_id) REFERENCES statement_version (id),
  CONSTRAINT statement_step_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT statement_step_step_check CHECK (step IN ('published', 'declined', 'withdrawn')
    AND (step = 'declined') = (reason_code IS NOT NULL)),
  CONSTRAINT statement_step_reason_code_check CHECK (reason_code IN
    ('names_person', 'names_body', 'names_government', 'no_evidence', 'off_topic', 'not_respectful'))
);
CREATE INDEX statement_step_statement_id_idx ON statement_step (statement_id);
CREATE UNIQUE INDEX statement_step_decided_idx ON statement_step (version_id) WHERE step IN ('published', 'declined');
CREATE UNIQUE INDEX statement_step_withdrawn_idx ON statement_step (statement_id) WHERE step = 'withdrawn';
COMMENT ON TABLE statement_step IS 'What became of statements: published, declined, withdrawn';
COMMENT ON COLUMN statement_step.id IS 'Counts up';
COMMENT ON COLUMN statement_step.statement_id IS 'Of which statement';
COMMENT ON COLUMN statement_step.version_id IS 'Of which of its versions; of a withdrawn one the last';
COMMENT ON COLUMN statement_step.step IS 'published or declined by a moderator, or withdrawn by its side';
COMMENT ON COLUMN statement_step.reason_code IS 'Why it was declined';
COMMENT ON COLUMN statement_step.reason IS 'The same in words, for its author';
COMMENT ON COLUMN statement_step.contributor_id IS 'By whom';
COMMENT ON COLUMN statement_step.taken_at IS 'When, UTC';
`;

const GUARDS = `
CREATE FUNCTION guard_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM community WHERE id = NEW.community_id AND NOT hidden AND kind <> 'system'
      AND NEW.area = ANY (areas) AND (stakeholder IS NOT DISTINCT FROM 'government') = (NEW.speaks_for = 'state')
      AND (NEW.speaks_for = 'community' OR cardinality(areas) = 1)) THEN
    RAISE EXCEPTION 'States and communities speak about themselves' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_about_itself BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION guard_statement();
CREATE TRIGGER statement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION guard_statement_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_whom statement%ROWTYPE;
BEGIN
  IF NEW.sent_at <> now() THEN
    RAISE EXCEPTION 'a statement is sent now' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_version_now';
  END IF;
  SELECT * INTO of_whom FROM statement WHERE id = NEW.statement_id;
  PERFORM FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = of_whom.community_id FOR SHARE;
  IF NOT EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = of_whom.community_id
      AND left_at IS NULL AND (of_whom.speaks_for = 'community' OR 'respondent' = ANY (roles))) THEN
    RAISE EXCEPTION 'nobody speaks for others' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_version_members';
  END IF;
  IF EXISTS (SELECT FROM statement_step WHERE statement_id = NEW.statement_id AND step = 'withdrawn') THEN
    RAISE EXCEPTION 'it was withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_version_withdrawn';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_version_guard BEFORE INSERT ON statement_version
  FOR EACH ROW EXECUTE FUNCTION guard_statement_version();
CREATE TRIGGER statement_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION guard_statement_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_whom statement%ROWTYPE;
BEGIN
  IF NEW.taken_at <> now() THEN
    RAISE EXCEPTION 'a step is taken now' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_now';
  END IF;
  SELECT * INTO of_whom FROM statement WHERE id = NEW.statement_id;
  IF NEW.version_id IS DISTINCT FROM (SELECT max(id) FROM statement_version WHERE statement_id = NEW.statement_id) THEN
    RAISE EXCEPTION 'only its last version takes a step' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_last_version';
  END IF;
  IF EXISTS (SELECT FROM statement_step WHERE statement_id = NEW.statement_id AND step = 'withdrawn') THEN
    RAISE EXCEPTION 'it was withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_withdrawn';
  END IF;
  -- Waits for whoever is changing what they may do.
  PERFORM FROM contributor WHERE id = NEW.contributor_id FOR SHARE;
  PERFORM FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = of_whom.community_id FOR SHARE;
  IF NEW.step = 'withdrawn' THEN
    IF NOT EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = of_whom.community_id
        AND left_at IS NULL AND (of_whom.speaks_for = 'community' OR 'respondent' = ANY (roles))) THEN
      RAISE EXCEPTION 'its own side withdraws it' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_own_side';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM contributor WHERE id = NEW.contributor_id AND global_roles && ARRAY['moderator', 'administrator']) THEN
    RAISE EXCEPTION 'moderators decide' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_moderators';
  END IF;
  IF EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = of_whom.community_id)
    OR EXISTS (SELECT FROM statement_version WHERE statement_id = NEW.statement_id AND contributor_id = NEW.contributor_id) THEN
    RAISE EXCEPTION 'nobody decides on a statement of their own side' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_four_eyes';
  END IF;
  IF NEW.reason_code = 'names_government' AND of_whom.speaks_for = 'state' THEN
    RAISE EXCEPTION 'a State may name its government' USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_step_own_government';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_step_guard BEFORE INSERT ON statement_step FOR EACH ROW EXECUTE FUNCTION guard_statement_step();
CREATE TRIGGER statement_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER statement_traced AFTER INSERT ON statement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('statement', 'id');
CREATE CONSTRAINT TRIGGER statement_version_traced AFTER INSERT ON statement_version DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('statement', 'statement_id');
CREATE CONSTRAINT TRIGGER statement_step_traced AFTER INSERT ON statement_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('statement', 'statement_id');
`;
