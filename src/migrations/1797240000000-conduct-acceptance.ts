import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contributors accept the Code of Conduct, version by version, before what they write is published. */
export class ConductAcceptance1797240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conduct_acceptance (
        contributor_id integer NOT NULL,
        version text NOT NULL,
        channel text NOT NULL,
        accepted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT conduct_acceptance_pkey PRIMARY KEY (contributor_id, version),
        CONSTRAINT conduct_acceptance_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
        CONSTRAINT conduct_acceptance_channel_check CHECK (channel IN ('page', 'interface', 'claim', 'operator'))
      );
      COMMENT ON TABLE conduct_acceptance IS 'Who accepted which version of the Code of Conduct';
      COMMENT ON COLUMN conduct_acceptance.contributor_id IS 'Who accepted it';
      COMMENT ON COLUMN conduct_acceptance.version IS 'Which version';
      COMMENT ON COLUMN conduct_acceptance.channel IS 'How: on a page, over the interface, with a claim, or told by who made the key';
      COMMENT ON COLUMN conduct_acceptance.accepted_at IS 'When, UTC';
      CREATE TRIGGER conduct_acceptance_now BEFORE INSERT ON conduct_acceptance FOR EACH ROW
        WHEN (NEW.accepted_at <> now()) EXECUTE FUNCTION refuse_other_time();
      CREATE TRIGGER conduct_acceptance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conduct_acceptance
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE CONSTRAINT TRIGGER conduct_acceptance_traced AFTER INSERT ON conduct_acceptance DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION require_trace('contributor', 'contributor_id');
      ALTER TABLE community_claim ADD COLUMN conduct_version text;
      COMMENT ON COLUMN community_claim.conduct_version IS 'Which version of the Code of Conduct who asked accepted';`);
  }

  /** Forgets who accepted it: everybody is asked again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conduct_acceptance;
      ALTER TABLE community_claim DROP COLUMN conduct_version;`);
  }
}
