import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People sign in with their key once and go on with a session. */
export class WebSessions1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEB_SESSION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE web_session');
  }
}

const WEB_SESSION = `
CREATE TABLE web_session (
  id integer GENERATED ALWAYS AS IDENTITY,
  token_hash text NOT NULL,
  api_key_id integer NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT web_session_pkey PRIMARY KEY (id),
  CONSTRAINT web_session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT web_session_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_key (id)
);
COMMENT ON TABLE web_session IS 'Who is signed in on the pages; a row goes when its session ends';
COMMENT ON COLUMN web_session.id IS 'Key';
COMMENT ON COLUMN web_session.token_hash IS 'SHA-256 of the 256 random bits in the cookie, hex';
COMMENT ON COLUMN web_session.api_key_id IS 'The key that was shown; the session ends with it';
COMMENT ON COLUMN web_session.begun_at IS 'When it was shown, UTC; twelve hours later the session is over';
COMMENT ON COLUMN web_session.seen_at IS 'Last request, to the minute, UTC; half an hour later the session is over';
`;
