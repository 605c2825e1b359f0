import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told at each step: in their account of the submission, by a feed, and by mail where they left an address. */
export class Notices1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTICE);
    await runner.query(CONTACT);
    await runner.query(MAIL);
    await runner.query(FEED_ADDRESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feed_address, mail, contact, notice');
  }
}

const NOTICE = `
CREATE TABLE notice (
  id integer GENERATED ALWAYS AS IDENTITY,
  submission_id integer NOT NULL,
  code text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT notice_pkey PRIMARY KEY (id),
  CONSTRAINT notice_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id)
);
CREATE INDEX notice_submission_id_idx ON notice (submission_id);
CREATE TRIGGER notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE notice IS 'What happened to submissions, as people are told; written in the transaction of the step';
COMMENT ON COLUMN notice.id IS 'Counts up';
COMMENT ON COLUMN notice.submission_id IS 'To which batch';
COMMENT ON COLUMN notice.code IS 'What happened; its words are in the message files';
COMMENT ON COLUMN notice.params IS 'What fills those words; nothing about persons';
COMMENT ON COLUMN notice.created_at IS 'When, UTC';
`;

const CONTACT = `
CREATE TABLE contact (
  contributor_id integer NOT NULL,
  address text NOT NULL,
  language text NOT NULL,
  token text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  CONSTRAINT contact_pkey PRIMARY KEY (contributor_id),
  CONSTRAINT contact_token_key UNIQUE (token),
  CONSTRAINT contact_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id)
);
COMMENT ON TABLE contact IS 'E-mail addresses of contributors, apart from all else; deleting a row erases the address';
COMMENT ON COLUMN contact.contributor_id IS 'Whose';
COMMENT ON COLUMN contact.address IS 'E-mail address; shown, logged and exported nowhere';
COMMENT ON COLUMN contact.language IS 'Language to write in';
COMMENT ON COLUMN contact.token IS '128 random bits, sent in each mail: who has them may confirm the address or end the mails, nothing else';
COMMENT ON COLUMN contact.created_at IS 'When the address was given, UTC';
COMMENT ON COLUMN contact.confirmed_at IS 'When its owner confirmed it, UTC; before that it gets no notice';
`;

const MAIL = `
CREATE TABLE mail (
  id integer GENERATED ALWAYS AS IDENTITY,
  contributor_id integer NOT NULL,
  notice_id integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  attempts smallint NOT NULL DEFAULT 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  failure text,
  CONSTRAINT mail_pkey PRIMARY KEY (id),
  CONSTRAINT mail_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT mail_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice (id)
);
CREATE INDEX mail_due_at_idx ON mail (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mail_contributor_id_created_at_idx ON mail (contributor_id, created_at);
COMMENT ON TABLE mail IS 'Mails to be sent, and for a month what became of them; address and words are looked up when one is sent';
COMMENT ON COLUMN mail.id IS 'Counts up';
COMMENT ON COLUMN mail.contributor_id IS 'To whom';
COMMENT ON COLUMN mail.notice_id IS 'About what; empty: asks to confirm the address';
COMMENT ON COLUMN mail.created_at IS 'Since when, UTC';
COMMENT ON COLUMN mail.due_at IS 'When to try next, UTC; whoever tries moves it on first';
COMMENT ON COLUMN mail.attempts IS 'How often it was tried';
COMMENT ON COLUMN mail.sent_at IS 'When a mail server took it, UTC';
COMMENT ON COLUMN mail.given_up_at IS 'When it was given up, UTC';
COMMENT ON COLUMN mail.failure IS 'Code of the last failure; no words of the mail server, which may name the address';
`;

const FEED_ADDRESS = `
CREATE TABLE feed_address (
  community_id integer NOT NULL,
  secret_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT feed_address_pkey PRIMARY KEY (community_id),
  CONSTRAINT feed_address_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT feed_address_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id)
);
COMMENT ON TABLE feed_address IS 'Secret part of the address under which a community''s feed readers see what is not public yet';
COMMENT ON COLUMN feed_address.community_id IS 'Whose submissions it shows';
COMMENT ON COLUMN feed_address.secret_hash IS 'SHA-256 of the 256 random bits in the address, hex; a new one ends the old one';
COMMENT ON COLUMN feed_address.created_at IS 'When it was made, UTC';
`;
