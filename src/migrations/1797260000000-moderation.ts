import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that a moderator looks at: held while somebody decides, declined, taken down, appealed against. */
export class Moderation1797260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARDS);
    await runner.query(`
      DO $$
      DECLARE
        guard text;
      BEGIN
        FOREACH guard IN ARRAY ARRAY['guard_moderation_case', 'guard_moderation_step', 'require_step_of_case'] LOOP
          EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', guard, current_schema());
        END LOOP;
      END $$;`);
  }

  /** Forgets what moderators decided on texts other than statements: what they held or declined is shown again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE moderation_step, moderation_case;
      DROP FUNCTION guard_moderation_case, guard_moderation_step, require_step_of_case;
    `);
  }
}

const TABLES = `
CREATE TABLE moderation_case (
  id integer GENERATED ALWAYS AS IDENTITY,
  reference text NOT NULL,
  kind text NOT NULL,
  profile_step_id integer,
  decision_id integer,
  statement_version_id integer,
  community_id integer,
  contributor_id integer NOT NULL,
  found text[] NOT NULL DEFAULT '{}',
  opened_at timestamptz NOT NULL DEFAULT now(),
  held_until timestamptz,
  CONSTRAINT moderation_case_pkey PRIMARY KEY (id),
  CONSTRAINT moderation_case_reference_key UNIQUE (reference),
  CONSTRAINT moderation_case_profile_step_id_key UNIQUE (profile_step_id),
  CONSTRAINT moderation_case_decision_id_key UNIQUE (decision_id),
  CONSTRAINT moderation_case_statement_version_id_key UNIQUE (statement_version_id),
  CONSTRAINT moderation_case_profile_step_id_fkey FOREIGN KEY (profile_step_id) REFERENCES profile_step (id),
  CONSTRAINT moderation_case_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision (id),
  CONSTRAINT moderation_case_statement_version_id_fkey FOREIGN KEY (statement_version_id) REFERENCES statement_version (id),
  CONSTRAINT moderation_case_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT moderation_case_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT moderation_case_kind_check CHECK (CASE kind
    WHEN 'description' THEN profile_step_id IS NOT NULL AND num_nonnulls(decision_id, statement_version_id) = 0
    WHEN 'engagement' THEN profile_step_id IS NOT NULL AND num_nonnulls(decision_id, statement_version_id) = 0
    WHEN 'review_reason' THEN decision_id IS NOT NULL AND num_nonnulls(profile_step_id, statement_version_id) = 0
    WHEN 'statement' THEN statement_version_id IS NOT NULL AND num_nonnulls(profile_step_id, decision_id) = 0
    ELSE false END),
  CONSTRAINT moderation_case_held_check CHECK (held_until IS NULL
    OR held_until > opened_at AND held_until <= opened_at + interval '7 days' AND kind <> 'statement')
);
COMMENT ON TABLE moderation_case IS 'Texts that were held for a moderator, taken down or appealed about; the texts stand where they were written';
COMMENT ON COLUMN moderation_case.id IS 'Key';
COMMENT ON COLUMN moderation_case.reference IS 'What it is called in addresses';
COMMENT ON COLUMN moderation_case.kind IS 'description or engagement of a profile, review_reason or statement';
COMMENT ON COLUMN moderation_case.profile_step_id IS 'The step that wrote the part of a profile';
COMMENT ON COLUMN moderation_case.decision_id IS 'The decision whose reason it is';
COMMENT ON COLUMN moderation_case.statement_version_id IS 'The version of a statement';
COMMENT ON COLUMN moderation_case.community_id IS 'Community that the text is of; empty for the reason of an administrator';
COMMENT ON COLUMN moderation_case.contributor_id IS 'Who wrote it';
COMMENT ON COLUMN moderation_case.found IS 'Why it is held: kinds of hints, or declined_before';
COMMENT ON COLUMN moderation_case.opened_at IS 'When, UTC';
COMMENT ON COLUMN moderation_case.held_until IS 'The text is held until then at most; empty: it never was';

CREATE TABLE moderation_step (
  id integer GENERATED ALWAYS AS IDENTITY,
  case_id integer NOT NULL,
  step text NOT NULL,
  reason_code text,
  words text,
  contributor_id integer NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT moderation_step_pkey PRIMARY KEY (id),
  CONSTRAINT moderation_step_case_id_step_key UNIQUE (case_id, step),
  CONSTRAINT moderation_step_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case (id),
  CONSTRAINT moderation_step_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT moderation_step_step_check CHECK (step IN ('shown', 'declined', 'taken_down', 'appealed', 'upheld', 'overturned')),
  CONSTRAINT moderation_step_reason_check CHECK ((step IN ('declined', 'taken_down')) = (reason_code IS NOT NULL)
    AND (step NOT IN ('declined', 'taken_down', 'appealed', 'upheld') OR words IS NOT NULL)),
  CONSTRAINT moderation_step_reason_code_check CHECK (reason_code IN
    ('names_person', 'names_body', 'names_government', 'no_evidence', 'off_topic', 'not_respectful'))
);
COMMENT ON TABLE moderation_step IS 'What became of the texts: each step once, in their order';
COMMENT ON COLUMN moderation_step.id IS 'Counts up';
COMMENT ON COLUMN moderation_step.case_id IS 'Of which text';
COMMENT ON COLUMN moderation_step.step IS 'shown, declined or taken_down by a moderator; appealed by its side; upheld or overturned by another moderator';
COMMENT ON COLUMN moderation_step.reason_code IS 'Why it was declined or taken down';
COMMENT ON COLUMN moderation_step.words IS 'The same in words, or those of the appeal; for both sides, never published';
COMMENT ON COLUMN moderation_step.contributor_id IS 'By whom';
COMMENT ON COLUMN moderation_step.taken_at IS 'When, UTC';
`;

const GUARDS = `
CREATE FUNCTION guard_moderation_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.opened_at <> now() THEN
    RAISE EXCEPTION 'a case is opened now' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_case_now';
  END IF;
  IF NOT EXISTS (SELECT FROM profile_step WHERE id = NEW.profile_step_id AND step = 'written' AND field = NEW.kind
        AND (community_id, contributor_id) = (NEW.community_id, NEW.contributor_id))
    AND NOT EXISTS (SELECT FROM decision WHERE id = NEW.decision_id AND reason IS NOT NULL
        AND community_id IS NOT DISTINCT FROM NEW.community_id AND contributor_id = NEW.contributor_id)
    AND NOT EXISTS (SELECT FROM statement_version v JOIN statement s ON s.id = v.statement_id WHERE v.id = NEW.statement_version_id
        AND (s.community_id, v.contributor_id) = (NEW.community_id, NEW.contributor_id)) THEN
    RAISE EXCEPTION 'a case is about a text of those it names' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_case_whose';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_case_guard BEFORE INSERT ON moderation_case FOR EACH ROW EXECUTE FUNCTION guard_moderation_case();
CREATE TRIGGER moderation_case_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_case
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A text that is not held has a case because somebody does something about it.
CREATE FUNCTION require_step_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.held_until IS NULL AND NOT EXISTS (SELECT FROM moderation_step WHERE case_id = NEW.id) THEN
    RAISE EXCEPTION 'nothing is done about it' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER moderation_case_stepped AFTER INSERT ON moderation_case DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_step_of_case();

CREATE FUNCTION guard_moderation_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about moderation_case%ROWTYPE;
  of_whom statement%ROWTYPE;
  stands text;
  verdict text;
BEGIN
  IF NEW.taken_at <> now() THEN
    RAISE EXCEPTION 'a step is taken now' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_now';
  END IF;
  -- One after the other.
  PERFORM pg_advisory_xact_lock(4991823, NEW.case_id);
  SELECT * INTO about FROM moderation_case WHERE id = NEW.case_id;
  SELECT s.* INTO of_whom FROM statement s JOIN statement_version v ON v.statement_id = s.id WHERE v.id = about.statement_version_id;
  SELECT step INTO verdict FROM statement_step WHERE version_id = about.statement_version_id AND step IN ('published', 'declined');
  SELECT step INTO stands FROM moderation_step WHERE case_id = NEW.case_id ORDER BY id DESC LIMIT 1;
  stands := coalesce(stands, CASE WHEN about.held_until IS NOT NULL THEN 'held'
    WHEN about.kind <> 'statement' OR verdict = 'published' THEN 'shown' ELSE verdict END);
  IF NOT coalesce(CASE stands
      WHEN 'held' THEN NEW.step IN ('shown', 'declined')
      WHEN 'shown' THEN NEW.step = 'taken_down'
      WHEN 'declined' THEN NEW.step = 'appealed'
      WHEN 'taken_down' THEN NEW.step = 'appealed'
      WHEN 'appealed' THEN NEW.step IN ('upheld', 'overturned') END, false) THEN
    RAISE EXCEPTION 'no step from % to %', stands, NEW.step USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_order';
  END IF;
  IF about.profile_step_id IS NOT NULL AND NOT EXISTS (SELECT FROM profile_text WHERE written_by_step = about.profile_step_id)
    OR EXISTS (SELECT FROM statement_step WHERE statement_id = of_whom.id
      AND (step = 'withdrawn' OR step = 'published' AND version_id > about.statement_version_id)) THEN
    RAISE EXCEPTION 'the text is gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_gone';
  END IF;
  -- Waits for whoever is changing what they may do.
  PERFORM FROM contributor WHERE id = NEW.contributor_id FOR SHARE;
  PERFORM FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = about.community_id FOR SHARE;
  IF NEW.step = 'appealed' THEN
    IF NOT EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = about.community_id
        AND left_at IS NULL AND (of_whom.speaks_for IS DISTINCT FROM 'state' OR 'respondent' = ANY (roles)))
      AND NOT (about.community_id IS NULL AND about.contributor_id = NEW.contributor_id) THEN
      RAISE EXCEPTION 'its own side appeals' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_own_side';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM contributor WHERE id = NEW.contributor_id AND global_roles && ARRAY['moderator', 'administrator']) THEN
    RAISE EXCEPTION 'moderators decide' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_moderators';
  END IF;
  IF about.contributor_id = NEW.contributor_id
    OR EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = about.community_id)
    OR EXISTS (SELECT FROM statement_version WHERE statement_id = of_whom.id AND contributor_id = NEW.contributor_id) THEN
    RAISE EXCEPTION 'nobody decides on a text of their own side' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_four_eyes';
  END IF;
  IF NEW.step IN ('upheld', 'overturned') AND (
      EXISTS (SELECT FROM moderation_step WHERE case_id = NEW.case_id AND contributor_id = NEW.contributor_id)
      OR EXISTS (SELECT FROM statement_step WHERE version_id = about.statement_version_id AND step = 'declined'
        AND contributor_id = NEW.contributor_id)) THEN
    RAISE EXCEPTION 'another moderator decides on the appeal' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_second_moderator';
  END IF;
  IF NEW.reason_code = 'names_government'
    AND EXISTS (SELECT FROM community WHERE id = about.community_id AND stakeholder = 'government') THEN
    RAISE EXCEPTION 'a State may name its government' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_step_own_government';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_step_guard BEFORE INSERT ON moderation_step FOR EACH ROW EXECUTE FUNCTION guard_moderation_step();
CREATE TRIGGER moderation_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER moderation_case_traced AFTER INSERT ON moderation_case DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('moderation', 'id');
CREATE CONSTRAINT TRIGGER moderation_step_traced AFTER INSERT ON moderation_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('moderation', 'case_id');
`;
