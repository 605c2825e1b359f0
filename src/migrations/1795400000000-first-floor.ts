import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Catalogue keys, communities, access, submissions, observations and the audit trail. */
export class FirstFloor1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CATALOGUE);
    await runner.query(COMMUNITIES_AND_ACCESS);
    await runner.query(SUBMISSIONS);
    await runner.query(OBSERVATIONS);
    await runner.query(AUDIT);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_entry, observation, series_edition, revision_log, data_revision, decision, submission_problem,
        staged_row, submission, api_key, membership, contributor, community, indicator, area, catalogue_version;
      DROP FUNCTION refuse_change, guard_decision, guard_submission_state;
    `);
  }
}

const CATALOGUE = `
CREATE TABLE catalogue_version (
  id integer GENERATED ALWAYS AS IDENTITY,
  framework text NOT NULL,
  content_hash text NOT NULL,
  content jsonb NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT catalogue_version_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE catalogue_version IS 'Each changed load of the seed catalogue, whole; the newest is in force';
COMMENT ON COLUMN catalogue_version.id IS 'Counts up';
COMMENT ON COLUMN catalogue_version.framework IS 'Code of the framework; one per installation';
COMMENT ON COLUMN catalogue_version.content_hash IS 'SHA-256 of the canonical content, hex';
COMMENT ON COLUMN catalogue_version.content IS 'The catalogue as loaded';
COMMENT ON COLUMN catalogue_version.loaded_at IS 'When it was loaded, UTC';

CREATE TABLE area (
  id integer GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  name text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT area_pkey PRIMARY KEY (id),
  CONSTRAINT area_code_key UNIQUE (code)
);
COMMENT ON TABLE area IS 'Integer keys of areas; they live for ever';
COMMENT ON COLUMN area.id IS 'Key used by growing tables';
COMMENT ON COLUMN area.code IS 'ISO 3166-1 alpha-3';
COMMENT ON COLUMN area.name IS 'Display name in English';
COMMENT ON COLUMN area.retired IS 'No longer in the seed catalogue';

CREATE TABLE indicator (
  id integer GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  name text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT indicator_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_code_key UNIQUE (code)
);
COMMENT ON TABLE indicator IS 'Integer keys of indicators; they live for ever';
COMMENT ON COLUMN indicator.id IS 'Key used by growing tables';
COMMENT ON COLUMN indicator.code IS 'Code in the seed catalogue';
COMMENT ON COLUMN indicator.name IS 'Display name in English';
COMMENT ON COLUMN indicator.retired IS 'No longer in the seed catalogue';
`;

const COMMUNITIES_AND_ACCESS = `
CREATE TABLE community (
  id integer GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  name text NOT NULL,
  acronym text,
  kind text NOT NULL,
  areas text[] NOT NULL DEFAULT '{}',
  region text,
  established integer,
  website text,
  source text,
  hidden boolean NOT NULL DEFAULT false,
  CONSTRAINT community_pkey PRIMARY KEY (id),
  CONSTRAINT community_code_key UNIQUE (code),
  CONSTRAINT community_kind_check CHECK (kind IN ('national', 'sub-regional', 'regional', 'youth', 'other', 'system'))
);
COMMENT ON TABLE community IS 'National and regional initiatives and other bodies that contribute';
COMMENT ON COLUMN community.id IS 'Key';
COMMENT ON COLUMN community.code IS 'Stable short code used in addresses and commands';
COMMENT ON COLUMN community.name IS 'Name it gives itself';
COMMENT ON COLUMN community.acronym IS 'Acronym, if any';
COMMENT ON COLUMN community.kind IS 'Sort of initiative; system is the installation itself';
COMMENT ON COLUMN community.areas IS 'ISO 3166-1 alpha-3 codes it stands for';
COMMENT ON COLUMN community.region IS 'Region it works in';
COMMENT ON COLUMN community.established IS 'Year of its first meeting';
COMMENT ON COLUMN community.website IS 'Address of its site';
COMMENT ON COLUMN community.source IS 'Where its existence is documented';
COMMENT ON COLUMN community.hidden IS 'Not confirmed yet: shown nowhere';

CREATE TABLE contributor (
  id integer GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'person',
  global_roles text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT contributor_pkey PRIMARY KEY (id),
  CONSTRAINT contributor_kind_check CHECK (kind IN ('person', 'system', 'installation')),
  CONSTRAINT contributor_global_roles_check CHECK (global_roles <@ ARRAY['administrator', 'auditor', 'publisher'])
);
COMMENT ON TABLE contributor IS 'A person or system that acts';
COMMENT ON COLUMN contributor.id IS 'Key';
COMMENT ON COLUMN contributor.name IS 'Name to tell it by; not published';
COMMENT ON COLUMN contributor.kind IS 'Person, system of a community, or this installation itself';
COMMENT ON COLUMN contributor.global_roles IS 'Roles held in the whole installation';
COMMENT ON COLUMN contributor.created_at IS 'When it was added, UTC';

CREATE TABLE membership (
  contributor_id integer NOT NULL,
  community_id integer NOT NULL,
  roles text[] NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (contributor_id, community_id),
  CONSTRAINT membership_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT membership_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT membership_roles_check CHECK (roles <@ ARRAY['submitter', 'reviewer'] AND cardinality(roles) > 0)
);
COMMENT ON TABLE membership IS 'Who belongs to which community, and what they may do for it';
COMMENT ON COLUMN membership.contributor_id IS 'Who';
COMMENT ON COLUMN membership.community_id IS 'Belongs to which community';
COMMENT ON COLUMN membership.roles IS 'submitter: sends for it; reviewer: decides on what other communities send';

CREATE TABLE api_key (
  id integer GENERATED ALWAYS AS IDENTITY,
  contributor_id integer NOT NULL,
  key_hash text NOT NULL,
  label text NOT NULL,
  roles text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_key_hash_key UNIQUE (key_hash),
  CONSTRAINT api_key_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id)
);
COMMENT ON TABLE api_key IS 'Keys by hash; the key itself is shown once and kept nowhere';
COMMENT ON COLUMN api_key.id IS 'Key';
COMMENT ON COLUMN api_key.contributor_id IS 'Who it stands for';
COMMENT ON COLUMN api_key.key_hash IS 'SHA-256 of the 256-bit random key, hex';
COMMENT ON COLUMN api_key.label IS 'What it is for';
COMMENT ON COLUMN api_key.roles IS 'At most these of the roles its contributor holds';
COMMENT ON COLUMN api_key.created_at IS 'When it was made, UTC';
COMMENT ON COLUMN api_key.expires_at IS 'From then on it is refused, UTC';
COMMENT ON COLUMN api_key.revoked_at IS 'When it was revoked, UTC';
`;

const SUBMISSIONS = `
CREATE TABLE submission (
  id integer GENERATED ALWAYS AS IDENTITY,
  receipt text NOT NULL,
  community_id integer NOT NULL,
  contributor_id integer NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  file_name text,
  media_type text NOT NULL,
  byte_size integer NOT NULL,
  sha256 text NOT NULL,
  rows_total integer NOT NULL DEFAULT 0,
  rows_good integer NOT NULL DEFAULT 0,
  rows_skipped integer NOT NULL DEFAULT 0,
  problems_total integer NOT NULL DEFAULT 0,
  problem_counts jsonb NOT NULL DEFAULT '{}',
  notes jsonb NOT NULL DEFAULT '[]',
  received_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT submission_pkey PRIMARY KEY (id),
  CONSTRAINT submission_receipt_key UNIQUE (receipt),
  CONSTRAINT submission_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT submission_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT submission_state_check CHECK (state IN ('draft', 'checking', 'received', 'failed', 'in_review', 'accepted',
    'returned', 'rejected', 'withdrawn', 'reverted')),
  CONSTRAINT submission_channel_check CHECK (channel IN ('api', 'command', 'page', 'installation')),
  CONSTRAINT submission_rows_check CHECK (rows_good >= 0 AND rows_skipped >= 0 AND rows_good + rows_skipped <= rows_total)
);
CREATE UNIQUE INDEX submission_same_file_idx ON submission (community_id, sha256)
  WHERE channel <> 'installation' AND state NOT IN ('withdrawn', 'rejected', 'reverted', 'failed');
CREATE INDEX submission_state_received_at_idx ON submission (state, received_at);
COMMENT ON TABLE submission IS 'One batch of rows sent by a community';
COMMENT ON COLUMN submission.id IS 'Key';
COMMENT ON COLUMN submission.receipt IS '128 random bits; who knows it of the own community may follow the batch';
COMMENT ON COLUMN submission.community_id IS 'Sent for';
COMMENT ON COLUMN submission.contributor_id IS 'Sent by';
COMMENT ON COLUMN submission.state IS 'Where it stands; guard_submission_state knows the allowed steps';
COMMENT ON COLUMN submission.channel IS 'Way in';
COMMENT ON COLUMN submission.file_name IS 'Name of the file as sent';
COMMENT ON COLUMN submission.media_type IS 'Media type of what was sent';
COMMENT ON COLUMN submission.byte_size IS 'Size of what was sent, bytes';
COMMENT ON COLUMN submission.sha256 IS 'SHA-256 of what was sent, hex: the same file again gets the same receipt';
COMMENT ON COLUMN submission.rows_total IS 'Data rows in it';
COMMENT ON COLUMN submission.rows_good IS 'Rows without error, staged';
COMMENT ON COLUMN submission.rows_skipped IS 'Rows passed over on purpose, e.g. aggregates of publishers; notes say which';
COMMENT ON COLUMN submission.problem_counts IS 'How often each problem code was found';
COMMENT ON COLUMN submission.notes IS 'What was passed over or repaired: [{code, params}]';
COMMENT ON COLUMN submission.problems_total IS 'Problems found, also those beyond the cap of kept ones';
COMMENT ON COLUMN submission.received_at IS 'When it came in, UTC';

CREATE TABLE staged_row (
  area_id integer NOT NULL,
  submission_id integer NOT NULL,
  row_number integer NOT NULL,
  indicator_id integer NOT NULL,
  year smallint NOT NULL,
  value double precision NOT NULL,
  status text NOT NULL,
  source text NOT NULL,
  edition text NOT NULL,
  note text,
  evidence text,
  CONSTRAINT staged_row_pkey PRIMARY KEY (area_id, submission_id, row_number)
);
CREATE INDEX staged_row_submission_id_row_number_idx ON staged_row (submission_id, row_number);
COMMENT ON TABLE staged_row IS 'Good rows of submissions as read, waiting for a decision or kept as what was accepted';
COMMENT ON COLUMN staged_row.area_id IS 'Area; proven when accepted';
COMMENT ON COLUMN staged_row.submission_id IS 'Batch';
COMMENT ON COLUMN staged_row.row_number IS 'Row of the spreadsheet, 1 = header';
COMMENT ON COLUMN staged_row.indicator_id IS 'Indicator; proven when accepted';
COMMENT ON COLUMN staged_row.year IS 'Calendar year';
COMMENT ON COLUMN staged_row.value IS 'In the indicator''s unit';
COMMENT ON COLUMN staged_row.status IS 'Nature of the figure';
COMMENT ON COLUMN staged_row.source IS 'Series code or text of the source';
COMMENT ON COLUMN staged_row.edition IS 'Edition of the source';
COMMENT ON COLUMN staged_row.note IS 'Remark of the sender';
COMMENT ON COLUMN staged_row.evidence IS 'Address of what proves it, http or https';

CREATE TABLE submission_problem (
  submission_id integer NOT NULL,
  ordinal integer NOT NULL,
  row_number integer NOT NULL,
  column_letter text,
  column_name text,
  value text,
  code text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT submission_problem_pkey PRIMARY KEY (submission_id, ordinal),
  CONSTRAINT submission_problem_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id)
);
COMMENT ON TABLE submission_problem IS 'What was wrong with rows of a batch, up to a documented cap';
COMMENT ON COLUMN submission_problem.submission_id IS 'Batch';
COMMENT ON COLUMN submission_problem.ordinal IS 'Counts up within the batch, from 1';
COMMENT ON COLUMN submission_problem.row_number IS 'Row of the spreadsheet, 1 = header';
COMMENT ON COLUMN submission_problem.column_letter IS 'Column as spreadsheets name it';
COMMENT ON COLUMN submission_problem.column_name IS 'Header as sent';
COMMENT ON COLUMN submission_problem.value IS 'The value as sent';
COMMENT ON COLUMN submission_problem.code IS 'Stable code; its words are in the message files';
COMMENT ON COLUMN submission_problem.params IS 'What fills those words';

CREATE TABLE decision (
  id integer GENERATED ALWAYS AS IDENTITY,
  submission_id integer NOT NULL,
  contributor_id integer NOT NULL,
  verdict text NOT NULL,
  reason_code text,
  reason text,
  cells jsonb NOT NULL DEFAULT '[]',
  decided_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT decision_pkey PRIMARY KEY (id),
  CONSTRAINT decision_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id),
  CONSTRAINT decision_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT decision_verdict_check CHECK (verdict IN ('accept', 'return', 'reject')),
  CONSTRAINT decision_reason_check CHECK (verdict = 'accept' OR reason IS NOT NULL)
);
CREATE INDEX decision_submission_id_idx ON decision (submission_id);
COMMENT ON TABLE decision IS 'What reviewers decided; guard_decision keeps four eyes';
COMMENT ON COLUMN decision.id IS 'Key';
COMMENT ON COLUMN decision.submission_id IS 'On which batch';
COMMENT ON COLUMN decision.contributor_id IS 'By whom';
COMMENT ON COLUMN decision.verdict IS 'accept, return or reject';
COMMENT ON COLUMN decision.reason_code IS 'Stable code of the reason';
COMMENT ON COLUMN decision.reason IS 'Reason in the reviewer''s words';
COMMENT ON COLUMN decision.cells IS 'Cells it is about: [{row, column}]';
COMMENT ON COLUMN decision.decided_at IS 'When, UTC';
`;

const OBSERVATIONS = `
CREATE TABLE data_revision (
  id integer NOT NULL,
  revision integer NOT NULL,
  CONSTRAINT data_revision_pkey PRIMARY KEY (id),
  CONSTRAINT data_revision_id_check CHECK (id = 1)
);
INSERT INTO data_revision (id, revision) VALUES (1, 0);
COMMENT ON TABLE data_revision IS 'One row: how often the facts have changed; locked by whoever changes them';
COMMENT ON COLUMN data_revision.id IS 'Always 1';
COMMENT ON COLUMN data_revision.revision IS 'Counts up with each change of the facts';

CREATE TABLE revision_log (
  revision integer NOT NULL,
  submission_id integer NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT revision_log_pkey PRIMARY KEY (revision),
  CONSTRAINT revision_log_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id)
);
COMMENT ON TABLE revision_log IS 'When and why the data revision moved: a moment resolves to a revision';
COMMENT ON COLUMN revision_log.revision IS 'The revision reached';
COMMENT ON COLUMN revision_log.submission_id IS 'The batch that moved it';
COMMENT ON COLUMN revision_log.moved_at IS 'When, UTC';

CREATE TABLE series_edition (
  id integer GENERATED ALWAYS AS IDENTITY,
  indicator_id integer NOT NULL,
  community_id integer NOT NULL,
  source text NOT NULL,
  edition text NOT NULL,
  organisation text,
  url text,
  terms text,
  redistribution text,
  provenance text,
  notes text,
  CONSTRAINT series_edition_pkey PRIMARY KEY (id),
  CONSTRAINT series_edition_indicator_id_community_id_source_edition_key UNIQUE (indicator_id, community_id, source, edition),
  CONSTRAINT series_edition_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator (id),
  CONSTRAINT series_edition_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id)
);
COMMENT ON TABLE series_edition IS 'One edition of one series of one indicator, as one community sends it';
COMMENT ON COLUMN series_edition.id IS 'Key used by observations';
COMMENT ON COLUMN series_edition.indicator_id IS 'What it measures';
COMMENT ON COLUMN series_edition.community_id IS 'Who sends it';
COMMENT ON COLUMN series_edition.source IS 'Series code or text of the source';
COMMENT ON COLUMN series_edition.edition IS 'Edition: values of two editions are comparable only when the catalogue says so';
COMMENT ON COLUMN series_edition.organisation IS 'Publisher';
COMMENT ON COLUMN series_edition.url IS 'Where the publisher offers it';
COMMENT ON COLUMN series_edition.terms IS 'Terms of use';
COMMENT ON COLUMN series_edition.redistribution IS 'attribution, sa, nc-sa or ask';
COMMENT ON COLUMN series_edition.provenance IS 'How it came here';
COMMENT ON COLUMN series_edition.notes IS 'What to know before using it';

CREATE TABLE observation (
  area_id integer NOT NULL,
  indicator_id integer NOT NULL,
  year smallint NOT NULL,
  series_edition_id integer NOT NULL,
  revision_from integer NOT NULL,
  revision_to integer,
  value double precision NOT NULL,
  status text NOT NULL,
  submission_id integer NOT NULL,
  row_number integer NOT NULL,
  note text,
  evidence text,
  CONSTRAINT observation_pkey PRIMARY KEY (area_id, indicator_id, year, series_edition_id, revision_from),
  CONSTRAINT observation_year_check CHECK (year BETWEEN 1900 AND 2200),
  CONSTRAINT observation_value_check CHECK (value > '-Infinity'::double precision AND value < 'Infinity'::double precision),
  CONSTRAINT observation_status_check CHECK (status IN ('normal', 'estimated', 'provisional', 'modelled', 'self_assessed', 'doubtful')),
  CONSTRAINT observation_revision_check CHECK (revision_to > revision_from)
);
CREATE UNIQUE INDEX observation_live_idx ON observation (area_id, indicator_id, year, series_edition_id) WHERE revision_to IS NULL;
CREATE INDEX observation_submission_id_idx ON observation (submission_id);
COMMENT ON TABLE observation IS 'Accepted figures, append-only: a later one supersedes, nothing is overwritten';
COMMENT ON COLUMN observation.area_id IS 'Area; proven at acceptance';
COMMENT ON COLUMN observation.indicator_id IS 'Indicator; proven at acceptance';
COMMENT ON COLUMN observation.year IS 'Calendar year';
COMMENT ON COLUMN observation.series_edition_id IS 'Series, edition and community; proven at acceptance';
COMMENT ON COLUMN observation.revision_from IS 'First data revision that holds it';
COMMENT ON COLUMN observation.revision_to IS 'First data revision that no longer holds it; empty while live';
COMMENT ON COLUMN observation.value IS 'In the indicator''s unit';
COMMENT ON COLUMN observation.status IS 'Nature of the figure';
COMMENT ON COLUMN observation.submission_id IS 'Batch it came in; proven at acceptance';
COMMENT ON COLUMN observation.row_number IS 'Row of the spreadsheet, 1 = header';
COMMENT ON COLUMN observation.note IS 'Remark of the sender';
COMMENT ON COLUMN observation.evidence IS 'Address of what proves it, http or https';
`;

const AUDIT = `
CREATE TABLE audit_entry (
  id integer GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  contributor_id integer,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  request_id text,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject);
COMMENT ON TABLE audit_entry IS 'Every write that matters, append-only';
COMMENT ON COLUMN audit_entry.id IS 'Counts up';
COMMENT ON COLUMN audit_entry.at IS 'When, UTC';
COMMENT ON COLUMN audit_entry.contributor_id IS 'By whom; empty: the operator on the host';
COMMENT ON COLUMN audit_entry.action IS 'What, e.g. submission.received';
COMMENT ON COLUMN audit_entry.subject IS 'On what, e.g. submission:12';
COMMENT ON COLUMN audit_entry.detail IS 'Before, after, reason';
COMMENT ON COLUMN audit_entry.request_id IS 'Links to the log';
`;

const RULES = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER observation_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF area_id, indicator_id, year, series_edition_id,
  revision_from, value, status, submission_id, row_number, note,
  evidence ON observation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody decides on what they sent, nor on a batch of a community they belong to. Only the installation accepts its own.
CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  batch submission%ROWTYPE;
BEGIN
  SELECT * INTO batch FROM submission WHERE id = NEW.submission_id FOR UPDATE;
  IF batch.state NOT IN ('received', 'in_review') THEN
    RAISE EXCEPTION 'submission % is %', batch.id, batch.state USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_open';
  END IF;
  IF EXISTS (SELECT FROM contributor WHERE id = NEW.contributor_id AND kind = 'installation') THEN
    IF NOT EXISTS (SELECT FROM community WHERE id = batch.community_id AND kind = 'system') THEN
      RAISE EXCEPTION 'the installation decides only on its own figures' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_four_eyes';
    END IF;
  ELSIF batch.contributor_id = NEW.contributor_id
    OR EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND community_id = batch.community_id)
    OR NOT EXISTS (SELECT FROM membership WHERE contributor_id = NEW.contributor_id AND 'reviewer' = ANY (roles)) THEN
    RAISE EXCEPTION 'four eyes: a reviewer of another community decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_four_eyes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_guard BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION guard_decision();

CREATE FUNCTION guard_submission_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('draft', 'checking') THEN
      RAISE EXCEPTION 'a submission starts as draft or checking' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_step';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.community_id <> OLD.community_id OR NEW.contributor_id <> OLD.contributor_id OR NEW.receipt <> OLD.receipt THEN
    RAISE EXCEPTION 'who sent a submission does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_origin';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state || '>' || NEW.state) = ANY (ARRAY['draft>checking', 'checking>received', 'checking>failed',
    'received>in_review', 'in_review>accepted', 'in_review>returned', 'in_review>rejected', 'returned>checking',
    'returned>withdrawn', 'received>withdrawn', 'in_review>withdrawn', 'accepted>reverted']) THEN
    RAISE EXCEPTION 'no step from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_step';
  END IF;
  IF NEW.state IN ('accepted', 'returned', 'rejected') AND NOT EXISTS (
    SELECT FROM decision WHERE submission_id = NEW.id AND verdict || 'ed' = NEW.state
      AND id = (SELECT max(id) FROM decision WHERE submission_id = NEW.id)) THEN
    RAISE EXCEPTION 'no decision says %', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'submission_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_state_guard BEFORE INSERT OR UPDATE ON submission
  FOR EACH ROW EXECUTE FUNCTION guard_submission_state();
`;
