import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts come from accepted rows alone, and what a decision rested on does not change afterwards, whoever writes. */
export class GuardedFacts1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LASTING);
    await runner.query(STAGED_ROWS);
    await runner.query(FACTS);
    await runner.query(DECISIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER membership_lasting ON membership;
      DROP TRIGGER submission_lasting ON submission;
      DROP TRIGGER staged_row_lasting ON staged_row;
      DROP TRIGGER staged_row_guard ON staged_row;
      DROP TRIGGER observation_guard ON observation;
      DROP TRIGGER observation_end_guard ON observation;
      DROP TRIGGER decision_of_installation ON decision;
      DROP FUNCTION guard_staged_row, guard_observation, guard_observation_end, guard_decision_of_installation;
    `);
  }
}

const LASTING = `
-- Who once belonged to a community never decides on what it sends: belonging is not taken back, only roles and keys are.
CREATE TRIGGER membership_lasting BEFORE DELETE OR TRUNCATE OR UPDATE OF contributor_id, community_id ON membership
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_lasting BEFORE DELETE OR TRUNCATE OR UPDATE OF id, receipt, community_id, contributor_id, channel,
  file_name, media_type, byte_size, sha256, received_at ON submission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staged_row_lasting BEFORE UPDATE OR DELETE OR TRUNCATE ON staged_row
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const STAGED_ROWS = `
CREATE FUNCTION guard_staged_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT submission_id FROM added) a LEFT JOIN submission s ON s.id = a.submission_id
    WHERE s.state IS DISTINCT FROM 'checking') THEN
    RAISE EXCEPTION 'rows are staged while their submission is being checked' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER staged_row_guard AFTER INSERT ON staged_row REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_staged_row();
`;

const FACTS = `
CREATE FUNCTION guard_observation() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
  batch record;
BEGIN
  FOR batch IN SELECT DISTINCT submission_id, revision_from FROM added LOOP
    IF NOT EXISTS (
      SELECT FROM submission s JOIN revision_log l ON l.submission_id = s.id
      WHERE s.id = batch.submission_id AND s.state = 'accepted' AND l.revision = batch.revision_from) THEN
      RAISE EXCEPTION 'submission % was not accepted with revision %', batch.submission_id, batch.revision_from
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF EXISTS (
      SELECT FROM added a WHERE a.submission_id = batch.submission_id AND NOT EXISTS (
        SELECT FROM staged_row r JOIN series_edition e ON e.source = r.source AND e.edition = r.edition
        WHERE r.submission_id = batch.submission_id AND r.row_number = a.row_number AND r.area_id = a.area_id
          AND r.indicator_id = a.indicator_id AND r.year = a.year AND r.value = a.value AND r.status = a.status
          AND e.id = a.series_edition_id)) THEN
      RAISE EXCEPTION 'an observation says what its row does not say' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER observation_guard AFTER INSERT ON observation REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_observation();

CREATE FUNCTION guard_observation_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM before WHERE revision_to IS NOT NULL) THEN
    RAISE EXCEPTION 'an observation ends once' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT revision_to FROM changed) c WHERE NOT EXISTS (
      SELECT FROM revision_log l JOIN submission s ON s.id = l.submission_id
      WHERE l.revision = c.revision_to AND s.state = 'accepted')) THEN
    RAISE EXCEPTION 'an observation ends with a revision that was accepted' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER observation_end_guard AFTER UPDATE ON observation REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard_observation_end();
`;

const DECISIONS = `
CREATE FUNCTION guard_decision_of_installation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM contributor c JOIN submission s ON s.id = NEW.submission_id
    WHERE c.id = NEW.contributor_id AND c.kind = 'installation' AND (s.channel <> 'installation' OR s.contributor_id <> c.id)) THEN
    RAISE EXCEPTION 'the installation decides only on what it sent itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_four_eyes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_of_installation BEFORE INSERT ON decision
  FOR EACH ROW EXECUTE FUNCTION guard_decision_of_installation();
`;
