import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People may sign in with an identity of an OpenID Connect provider, linked with their key. */
export class OpenIdIdentities1796800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENID_IDENTITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM web_session WHERE openid_identity_id IS NOT NULL;
      ALTER TABLE web_session DROP COLUMN openid_identity_id;
      COMMENT ON COLUMN web_session.api_key_id IS 'The key that was shown; the session ends with it';
      DROP TABLE openid_identity;
    `);
  }
}

const OPENID_IDENTITY = `
CREATE TABLE openid_identity (
  id integer GENERATED ALWAYS AS IDENTITY,
  identity_hash text NOT NULL,
  issuer text NOT NULL,
  api_key_id integer NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT openid_identity_pkey PRIMARY KEY (id),
  CONSTRAINT openid_identity_identity_hash_key UNIQUE (identity_hash),
  CONSTRAINT openid_identity_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_key (id)
);
CREATE INDEX openid_identity_api_key_id_idx ON openid_identity (api_key_id);
COMMENT ON TABLE openid_identity IS 'By whom else somebody is known: an identity at an OpenID Connect provider';
COMMENT ON COLUMN openid_identity.id IS 'Key';
COMMENT ON COLUMN openid_identity.identity_hash IS 'SHA-256 of issuer and subject, hex; neither name nor address';
COMMENT ON COLUMN openid_identity.issuer IS 'Address of the provider';
COMMENT ON COLUMN openid_identity.api_key_id IS 'The key it was linked with and stands for, no longer than it';
COMMENT ON COLUMN openid_identity.linked_at IS 'When it was linked, UTC';

ALTER TABLE web_session ADD COLUMN openid_identity_id integer,
  ADD CONSTRAINT web_session_openid_identity_id_fkey FOREIGN KEY (openid_identity_id) REFERENCES openid_identity (id)
    ON DELETE CASCADE;
COMMENT ON COLUMN web_session.openid_identity_id IS
  'The identity that was shown for the key, if one was; the session ends with it';
COMMENT ON COLUMN web_session.api_key_id IS
  'The key that was shown, or that the identity stands for; the session ends with it';
`;
