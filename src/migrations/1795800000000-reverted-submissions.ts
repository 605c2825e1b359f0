import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A whole accepted submission can be reverted: by a decision of somebody it is not theirs to hide from, with a reason.
 * Its figures end, and what stood before them comes back as a new version that points to its own row.
 */
export class RevertedSubmissions1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISIONS);
    await runner.query(FACTS);
  }

  /** Fails while there are decisions that revert: history is not thrown away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decision DROP CONSTRAINT decision_verdict_check;
      ALTER TABLE decision ADD CONSTRAINT decision_verdict_check CHECK (verdict IN ('accept', 'return', 'reject'));
      COMMENT ON COLUMN decision.verdict IS 'accept, return or reject';
      DROP TRIGGER decision_guard ON decision;
      CREATE TRIGGER decision_guard BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION guard_decision();
      DROP TRIGGER decision_revert_guard ON decision;
      DROP TRIGGER submission_revert_guard ON submission;
      DROP TRIGGER observation_guard ON observation;
      CREATE TRIGGER observation_guard AFTER INSERT ON observation REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION guard_observation();
      DROP TRIGGER observation_end_guard ON observation;
      CREATE TRIGGER observation_end_guard AFTER UPDATE ON observation
        REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard_observation_end();
      DROP FUNCTION guard_revert, guard_reverted_submission, guard_observation_begun, guard_observation_ended;
    `);
  }
}

const DECISIONS = `
ALTER TABLE decision DROP CONSTRAINT decision_verdict_check;
ALTER TABLE decision ADD CONSTRAINT decision_verdict_check CHECK (verdict IN ('accept', 'return', 'reject', 'revert'));
COMMENT ON COLUMN decision.verdict IS 'accept, return or reject; revert of what was accepted';
DROP TRIGGER decision_guard ON decision;
CREATE TRIGGER decision_guard BEFORE INSERT ON decision
  FOR EACH ROW WHEN (NEW.verdict <> 'revert') EXECUTE FUNCTION guard_decision();

-- Nobody reverts what they sent, nor a batch of a community they belong to. Bundled figures are an administrator's matter.
CREATE FUNCTION guard_revert() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  batch submission%ROWTYPE;
BEGIN
  SELECT * INTO batch FROM submission WHERE id = NEW.submission_id FOR UPDATE;
  IF batch.state <> 'accepted' THEN
    RAISE EXCEPTION 'submission % is %', batch.id, batch.state USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_open';
  END IF;
  IF batch.contributor_id = NEW.contributor_id
    OR EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = batch.community_id)
    OR NOT EXISTS (
      SELECT FROM contributor WHERE id = NEW.contributor_id AND 'administrator' = ANY (global_roles)
      UNION ALL
      SELECT FROM membership
      WHERE contributor_id = NEW.contributor_id AND 'reviewer' = ANY (roles) AND batch.channel <> 'installation') THEN
    RAISE EXCEPTION 'four eyes: a reviewer of another community or an administrator reverts'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_four_eyes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_revert_guard BEFORE INSERT ON decision
  FOR EACH ROW WHEN (NEW.verdict = 'revert') EXECUTE FUNCTION guard_revert();

CREATE FUNCTION guard_reverted_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM decision WHERE submission_id = NEW.id AND verdict = 'revert') THEN
    RAISE EXCEPTION 'no decision says reverted' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_revert_guard BEFORE UPDATE ON submission
  FOR EACH ROW WHEN (NEW.state = 'reverted' AND OLD.state <> 'reverted') EXECUTE FUNCTION guard_reverted_submission();
`;

const FACTS = `
-- As guard_observation; but a row of an accepted submission may also begin again where a figure of a reverted one ended.
CREATE FUNCTION guard_observation_begun() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET work_mem = '64MB' AS $$
DECLARE
  batch record;
BEGIN
  FOR batch IN SELECT DISTINCT submission_id, revision_from FROM added LOOP
    IF NOT EXISTS (
      SELECT FROM submission s JOIN revision_log l ON l.revision = batch.revision_from JOIN submission m ON m.id = l.submission_id
      WHERE s.id = batch.submission_id AND s.state = 'accepted' AND (m.id = s.id OR m.state = 'reverted')) THEN
      RAISE EXCEPTION 'submission % was not accepted with revision %', batch.submission_id, batch.revision_from
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF EXISTS (
      SELECT FROM added a WHERE a.submission_id = batch.submission_id AND NOT EXISTS (
        SELECT FROM staged_row r
        JOIN series_edition e ON e.indicator_id = r.indicator_id AND e.source = r.source AND e.edition = r.edition
        WHERE r.submission_id = batch.submission_id AND r.row_number = a.row_number AND r.area_id = a.area_id
          AND r.indicator_id = a.indicator_id AND r.year = a.year AND r.value = a.value AND r.status = a.status
          AND e.id = a.series_edition_id)) THEN
      RAISE EXCEPTION 'an observation says what its row does not say' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF EXISTS (SELECT FROM revision_log WHERE revision = batch.revision_from AND submission_id <> batch.submission_id)
      AND EXISTS (
        SELECT FROM added a WHERE a.submission_id = batch.submission_id AND a.revision_from = batch.revision_from
          AND NOT EXISTS (
            SELECT FROM observation o
            WHERE o.revision_to = batch.revision_from AND o.area_id = a.area_id AND o.indicator_id = a.indicator_id
              AND o.year = a.year AND o.series_edition_id = a.series_edition_id
              AND o.submission_id = (SELECT submission_id FROM revision_log WHERE revision = batch.revision_from))) THEN
      RAISE EXCEPTION 'an observation comes back only in the place of one that was reverted'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
DROP TRIGGER observation_guard ON observation;
CREATE TRIGGER observation_guard AFTER INSERT ON observation REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_observation_begun();

-- As guard_observation_end; with the revision of a revert the figures of the reverted submission end, and no others.
CREATE FUNCTION guard_observation_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM before WHERE revision_to IS NOT NULL) THEN
    RAISE EXCEPTION 'an observation ends once' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT revision_to, submission_id FROM changed) c WHERE NOT EXISTS (
      SELECT FROM revision_log l JOIN submission s ON s.id = l.submission_id
      WHERE l.revision = c.revision_to AND (s.state = 'accepted' OR s.state = 'reverted' AND s.id = c.submission_id))) THEN
    RAISE EXCEPTION 'an observation ends with a revision that was accepted, or that reverts it'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER observation_end_guard ON observation;
CREATE TRIGGER observation_end_guard AFTER UPDATE ON observation REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard_observation_ended();
`;
