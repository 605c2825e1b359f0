import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision says for which community it was taken, so that this stays known when the reviewer has left it; and the same
 * file is read anew by a key for other areas.
 */
export class DecidingCommunities1796650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN);
    await runner.query(EARLIER);
    await runner.query(GUARD);
    await runner.query(
      `COMMENT ON COLUMN submission.reading_key IS 'SHA-256 of the answers and of the areas of the key, hex, empty without either: otherwise it is another reading of the file'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER decision_community_guard ON decision;
      DROP FUNCTION guard_decision_community;
      ALTER TABLE decision DROP COLUMN community_id;
      COMMENT ON COLUMN submission.reading_key IS 'SHA-256 of the answers, hex, empty without any: the same file with other answers is another reading';
    `);
  }
}

const COLUMN = `
ALTER TABLE decision
  ADD COLUMN community_id integer,
  ADD CONSTRAINT decision_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id);
COMMENT ON COLUMN decision.community_id IS 'For which community its reviewer decided; empty for an administrator, and where it is not known';
`;

/** What was decided earlier, where it can be told: the one exception from decisions never being changed. */
const EARLIER = `
ALTER TABLE decision DISABLE TRIGGER decision_append_only;
UPDATE decision d SET community_id = m.community_id
FROM (SELECT contributor_id, min(community_id) AS community_id FROM membership
  WHERE 'reviewer' = ANY (roles) GROUP BY contributor_id HAVING count(*) = 1) m
WHERE m.contributor_id = d.contributor_id;
UPDATE decision d SET community_id = s.community_id
FROM submission s, contributor c
WHERE s.id = d.submission_id AND c.id = d.contributor_id AND c.kind = 'installation';
ALTER TABLE decision ENABLE TRIGGER decision_append_only;
`;

const GUARD = `
CREATE FUNCTION guard_decision_community() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM membership
      WHERE contributor_id = NEW.contributor_id AND community_id = NEW.community_id AND 'reviewer' = ANY (roles))
    AND NOT EXISTS (SELECT FROM submission s JOIN contributor c ON c.id = NEW.contributor_id AND c.kind = 'installation'
      WHERE s.id = NEW.submission_id AND s.community_id = NEW.community_id) THEN
    RAISE EXCEPTION 'nobody decides for a community they do not review for' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_community_guard BEFORE INSERT ON decision
  FOR EACH ROW WHEN (NEW.community_id IS NOT NULL) EXECUTE FUNCTION guard_decision_community();
`;
