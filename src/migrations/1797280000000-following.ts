import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers follow what they like by mail, without an account; contributors are mailed more than their submissions. */
export class Following1797280000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLLOWER);
    await runner.query(DIGEST);
    await runner.query(NEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE digest_round, digest, following, follower;
      DROP FUNCTION guard_digest;
      DELETE FROM mail WHERE event IS NOT NULL;
      ALTER TABLE mail DROP COLUMN event, DROP COLUMN about, DROP COLUMN params;`);
  }
}

const FOLLOWER = `
CREATE TABLE follower (
  id integer GENERATED ALWAYS AS IDENTITY,
  address text NOT NULL,
  language text NOT NULL,
  token text NOT NULL,
  CONSTRAINT follower_pkey PRIMARY KEY (id),
  CONSTRAINT follower_address_key UNIQUE (address),
  CONSTRAINT follower_token_key UNIQUE (token),
  CONSTRAINT follower_address_check CHECK (address = lower(address))
);
COMMENT ON TABLE follower IS 'E-mail addresses of readers who follow something, apart from all else; deleting a row erases the address';
COMMENT ON COLUMN follower.id IS 'Key';
COMMENT ON COLUMN follower.address IS 'E-mail address in small letters; shown, logged and exported nowhere';
COMMENT ON COLUMN follower.language IS 'Language to write in';
COMMENT ON COLUMN follower.token IS '128 random bits, sent in each mail: who has them may confirm and end what is followed, nothing else';

CREATE TABLE following (
  follower_id integer NOT NULL,
  subject text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  CONSTRAINT following_pkey PRIMARY KEY (follower_id, subject),
  CONSTRAINT following_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES follower (id) ON DELETE CASCADE
);
CREATE INDEX following_subject_idx ON following (subject);
COMMENT ON TABLE following IS 'What readers follow by mail';
COMMENT ON COLUMN following.follower_id IS 'Who';
COMMENT ON COLUMN following.subject IS 'all, or what it is with its code, e.g. country:KEN';
COMMENT ON COLUMN following.asked_at IS 'When somebody asked for it, UTC; forgotten when it is not confirmed within days';
COMMENT ON COLUMN following.confirmed_at IS 'When the owner of the address confirmed it, UTC; before that nothing is sent about it';
`;

const DIGEST = `
CREATE TABLE digest (
  id integer GENERATED ALWAYS AS IDENTITY,
  follower_id integer NOT NULL,
  release_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  attempts smallint NOT NULL DEFAULT 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  failure text,
  CONSTRAINT digest_pkey PRIMARY KEY (id),
  CONSTRAINT digest_follower_id_release_id_key UNIQUE (follower_id, release_id),
  CONSTRAINT digest_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES follower (id) ON DELETE CASCADE,
  CONSTRAINT digest_release_id_fkey FOREIGN KEY (release_id) REFERENCES release (id)
);
CREATE INDEX digest_due_at_idx ON digest (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
COMMENT ON TABLE digest IS 'Mails to followers, one a release, and for a month what became of them; address and words are looked up when one is sent';
COMMENT ON COLUMN digest.id IS 'Counts up';
COMMENT ON COLUMN digest.follower_id IS 'To whom';
COMMENT ON COLUMN digest.release_id IS 'About which release; empty: asks to confirm what is to be followed';
COMMENT ON COLUMN digest.created_at IS 'Since when, UTC';
COMMENT ON COLUMN digest.due_at IS 'When to try next, UTC; whoever tries moves it on first';
COMMENT ON COLUMN digest.attempts IS 'How often it was tried';
COMMENT ON COLUMN digest.sent_at IS 'When a mail server took it, UTC';
COMMENT ON COLUMN digest.given_up_at IS 'When it was given up, UTC';
COMMENT ON COLUMN digest.failure IS 'Code of the last failure; no words of the mail server, which may name the address';

CREATE TABLE digest_round (
  release_id text NOT NULL,
  mails integer NOT NULL,
  prepared_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT digest_round_pkey PRIMARY KEY (release_id),
  CONSTRAINT digest_round_release_id_fkey FOREIGN KEY (release_id) REFERENCES release (id)
);
COMMENT ON TABLE digest_round IS 'Releases whose mails to followers were put into the outbox';
COMMENT ON COLUMN digest_round.release_id IS 'Which release';
COMMENT ON COLUMN digest_round.mails IS 'How many mails';
COMMENT ON COLUMN digest_round.prepared_at IS 'When, UTC';
INSERT INTO digest_round (release_id, mails) SELECT id, 0 FROM release WHERE state = 'published';

CREATE FUNCTION guard_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.release_id IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM release r JOIN following f ON f.follower_id = NEW.follower_id
      WHERE r.id = NEW.release_id AND r.state = 'published' AND f.confirmed_at < r.published_at) THEN
    RAISE EXCEPTION 'only who confirmed before a release was published is told of it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'digest_confirmed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER digest_guard BEFORE INSERT ON digest FOR EACH ROW EXECUTE FUNCTION guard_digest();
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION guard_digest SET search_path = %I, pg_temp', current_schema());
END $$;
`;

const NEWS = `
ALTER TABLE mail ADD COLUMN event text, ADD COLUMN about text, ADD COLUMN params jsonb,
  ADD CONSTRAINT mail_contributor_id_event_about_key UNIQUE (contributor_id, event, about);
COMMENT ON COLUMN mail.api_key_id IS 'About which key that expires soon; neither this nor a notice nor an event: asks to confirm the address';
COMMENT ON COLUMN mail.event IS 'About something else that happened, as the notification matrix names it';
COMMENT ON COLUMN mail.about IS 'To which thing it happened; each reader is told once';
COMMENT ON COLUMN mail.params IS 'What fills the words; nothing about persons';
`;
