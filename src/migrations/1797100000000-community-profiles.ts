import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Communities tell of themselves what they consent to, for as long as they do; and whoever acts for one that nobody
 * acts for yet can ask to join.
 */
export class CommunityProfiles1797100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMUNITY);
    await runner.query(PROFILE);
    await runner.query(PROFILE_GUARDS);
    await runner.query(CLAIM);
    for (const guard of [
      'guard_profile_step',
      'guard_profile_text',
      'require_trace_of_community',
      'guard_claim',
    ]) {
      await runner.query(ownTables(guard));
    }
  }

  /** Forgets all profiles and what asked to join. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE community_claim, profile_text, profile_step;
      DROP FUNCTION guard_claim, guard_profile_text, guard_profile_step, require_trace_of_community;
      ALTER TABLE community DROP COLUMN stakeholder, DROP COLUMN languages, DROP COLUMN meetings;
    `);
  }
}

const COMMUNITY = `
ALTER TABLE community
  ADD COLUMN stakeholder text,
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN meetings jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT community_stakeholder_check CHECK (stakeholder IN ('government', 'private_sector', 'civil_society',
    'technical_community', 'academia', 'international_organisation')),
  ADD CONSTRAINT community_meetings_check CHECK (jsonb_typeof(meetings) = 'array');
COMMENT ON COLUMN community.stakeholder IS 'Stakeholder group it belongs to; empty: several, or not told';
COMMENT ON COLUMN community.languages IS 'BCP 47 codes of the languages it works in';
COMMENT ON COLUMN community.meetings IS 'Its meetings, the latest first: year, place and address of the report';
`;

const PROFILE = `
CREATE TABLE profile_step (
  id integer GENERATED ALWAYS AS IDENTITY,
  community_id integer NOT NULL,
  field text NOT NULL,
  step text NOT NULL,
  contributor_id integer NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT profile_step_pkey PRIMARY KEY (id),
  CONSTRAINT profile_step_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT profile_step_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT profile_step_field_check CHECK (field IN ('description', 'engagement', 'contact')),
  CONSTRAINT profile_step_step_check CHECK (step IN ('written', 'consented', 'withdrawn'))
);
CREATE INDEX profile_step_community_id_field_idx ON profile_step (community_id, field);
COMMENT ON TABLE profile_step IS 'What was done with each part of a profile: written, consented to, withdrawn; without any of its contents';
COMMENT ON COLUMN profile_step.id IS 'Counts up';
COMMENT ON COLUMN profile_step.community_id IS 'Whose profile';
COMMENT ON COLUMN profile_step.field IS 'Which part of it';
COMMENT ON COLUMN profile_step.step IS 'written: not shown yet; consented: what was written last is shown; withdrawn: shown no more, and erased';
COMMENT ON COLUMN profile_step.contributor_id IS 'By which member';
COMMENT ON COLUMN profile_step.taken_at IS 'When, UTC';

CREATE TABLE profile_text (
  community_id integer NOT NULL,
  field text NOT NULL,
  content jsonb NOT NULL,
  written_by_step integer NOT NULL,
  CONSTRAINT profile_text_pkey PRIMARY KEY (community_id, field),
  CONSTRAINT profile_text_written_by_step_fkey FOREIGN KEY (written_by_step) REFERENCES profile_step (id)
);
COMMENT ON TABLE profile_text IS 'What a community tells of itself; a part that is withdrawn is erased here';
COMMENT ON COLUMN profile_text.community_id IS 'Whose profile';
COMMENT ON COLUMN profile_text.field IS 'Which part of it';
COMMENT ON COLUMN profile_text.content IS 'The part as it was written';
COMMENT ON COLUMN profile_text.written_by_step IS 'The step that wrote it';
`;

const PROFILE_GUARDS = `
CREATE FUNCTION guard_profile_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.taken_at <> now() THEN
    RAISE EXCEPTION 'a step is taken now' USING ERRCODE = 'check_violation', CONSTRAINT = 'profile_step_now';
  END IF;
  -- Waits for whoever is taking the role from them.
  PERFORM FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = NEW.community_id FOR SHARE;
  IF NOT EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = NEW.community_id
      AND roles && ARRAY['submitter', 'reviewer'])
    AND NOT (NEW.step = 'withdrawn'
      AND EXISTS (SELECT FROM contributor WHERE id = NEW.contributor_id AND 'administrator' = ANY (global_roles))) THEN
    RAISE EXCEPTION 'a community tells of itself through its members' USING ERRCODE = 'check_violation', CONSTRAINT = 'profile_step_members';
  END IF;
  IF NEW.step = 'consented' AND 'written' IS DISTINCT FROM (SELECT step FROM profile_step
      WHERE community_id = NEW.community_id AND field = NEW.field ORDER BY id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'consent is given to what was just written' USING ERRCODE = 'check_violation', CONSTRAINT = 'profile_step_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER profile_step_guard BEFORE INSERT ON profile_step FOR EACH ROW EXECUTE FUNCTION guard_profile_step();
CREATE TRIGGER profile_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON profile_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is held is what was written last, and nothing once that is withdrawn.
CREATE FUNCTION guard_profile_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record;
  last_step text;
  last_written integer;
BEGIN
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  SELECT step INTO last_step FROM profile_step
    WHERE community_id = part.community_id AND field = part.field ORDER BY id DESC LIMIT 1;
  SELECT max(id) INTO last_written FROM profile_step
    WHERE community_id = part.community_id AND field = part.field AND step = 'written';
  IF (last_step IS NOT NULL AND last_step <> 'withdrawn') IS DISTINCT FROM EXISTS (
      SELECT FROM profile_text WHERE community_id = part.community_id AND field = part.field)
    OR EXISTS (SELECT FROM profile_text WHERE community_id = part.community_id AND field = part.field
      AND written_by_step IS DISTINCT FROM last_written) THEN
    RAISE EXCEPTION 'a profile holds what was written last and not withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER profile_step_done AFTER INSERT ON profile_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_profile_text();
CREATE CONSTRAINT TRIGGER profile_text_stepped AFTER INSERT OR UPDATE OR DELETE ON profile_text DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_profile_text();

CREATE FUNCTION require_trace_of_community() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit_entry JOIN community c ON subject = 'community:' || c.code
    WHERE c.id = NEW.community_id AND transaction = present_transaction() AND at = now()) THEN
    RAISE EXCEPTION 'the audit trail tells nothing of it' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER profile_step_traced AFTER INSERT ON profile_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace_of_community();
`;

const CLAIM = `
CREATE TABLE community_claim (
  id integer GENERATED ALWAYS AS IDENTITY,
  community_id integer,
  initiative text NOT NULL,
  person text,
  address text,
  evidence text NOT NULL,
  state text NOT NULL DEFAULT 'sent',
  sent_at timestamptz NOT NULL DEFAULT now(),
  decided_by integer,
  decided_at timestamptz,
  CONSTRAINT community_claim_pkey PRIMARY KEY (id),
  CONSTRAINT community_claim_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT community_claim_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES contributor (id),
  CONSTRAINT community_claim_state_check CHECK (CASE state
    WHEN 'sent' THEN num_nonnulls(person, address) = 2 AND num_nonnulls(decided_by, decided_at) = 0
    WHEN 'declined' THEN num_nonnulls(person, address) = 0 AND num_nonnulls(decided_by, decided_at) = 2
    WHEN 'confirmed' THEN num_nonnulls(person, address) = 0 AND num_nonnulls(community_id, decided_by, decided_at) = 3
    ELSE false END)
);
COMMENT ON TABLE community_claim IS 'Who asked to act for a community; the person is forgotten once that is decided';
COMMENT ON COLUMN community_claim.id IS 'Key';
COMMENT ON COLUMN community_claim.community_id IS 'For which community; empty while only its name was told';
COMMENT ON COLUMN community_claim.initiative IS 'Name of the community as it was told';
COMMENT ON COLUMN community_claim.person IS 'Name of who asked; erased by the decision';
COMMENT ON COLUMN community_claim.address IS 'E-mail address of who asked; erased by the decision';
COMMENT ON COLUMN community_claim.evidence IS 'Address of a page that shows that they act for it';
COMMENT ON COLUMN community_claim.state IS 'sent, confirmed or declined';
COMMENT ON COLUMN community_claim.sent_at IS 'When, UTC';
COMMENT ON COLUMN community_claim.decided_by IS 'Which administrator decided';
COMMENT ON COLUMN community_claim.decided_at IS 'When, UTC';

CREATE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.state <> 'sent' OR NEW.sent_at <> now())
    OR TG_OP = 'UPDATE' AND (OLD.state <> 'sent' OR NEW.decided_at IS DISTINCT FROM now()
      OR (NEW.id, NEW.initiative, NEW.evidence, NEW.sent_at) IS DISTINCT FROM (OLD.id, OLD.initiative, OLD.evidence, OLD.sent_at)) THEN
    RAISE EXCEPTION 'a claim is sent, and decided once' USING ERRCODE = 'check_violation', CONSTRAINT = 'community_claim_step';
  END IF;
  IF NEW.decided_by IS NOT NULL AND NOT EXISTS (
      SELECT FROM contributor WHERE id = NEW.decided_by AND 'administrator' = ANY (global_roles)) THEN
    RAISE EXCEPTION 'administrators decide on claims' USING ERRCODE = 'check_violation', CONSTRAINT = 'community_claim_administrators';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER community_claim_guard BEFORE INSERT OR UPDATE ON community_claim FOR EACH ROW EXECUTE FUNCTION guard_claim();
CREATE TRIGGER community_claim_kept BEFORE DELETE OR TRUNCATE ON community_claim
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER community_claim_traced AFTER INSERT OR UPDATE ON community_claim DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_trace('claim', 'id');
`;

/** A guard looks where it belongs, not at tables that a session made for itself. */
function ownTables(guard: string): string {
  return `
DO $$ BEGIN
  EXECUTE format('ALTER FUNCTION ${guard} SET search_path = %I, pg_temp', current_schema());
END $$;`;
}
