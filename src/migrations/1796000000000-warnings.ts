import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is worth a second look is kept beside the problems; how a community's columns are to be read is remembered. */
export class Warnings1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WARNINGS);
    await runner.query(COLUMN_MAPPINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE column_mapping, submission_warning;
      ALTER TABLE submission DROP COLUMN warning_counts, DROP COLUMN rows_unchanged;
    `);
  }
}

const WARNINGS = `
ALTER TABLE submission
  ADD COLUMN warning_counts jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN rows_unchanged integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN submission.warning_counts IS 'How often each warning code was found';
COMMENT ON COLUMN submission.rows_unchanged IS 'Good rows that said what this community''s figures said already';

CREATE TABLE submission_warning (
  submission_id integer NOT NULL,
  ordinal integer NOT NULL,
  row_number integer NOT NULL,
  code text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT submission_warning_pkey PRIMARY KEY (submission_id, ordinal),
  CONSTRAINT submission_warning_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission (id)
);
COMMENT ON TABLE submission_warning IS 'What is worth a second look in good rows of a batch, up to a documented cap';
COMMENT ON COLUMN submission_warning.submission_id IS 'Batch';
COMMENT ON COLUMN submission_warning.ordinal IS 'Counts up within the batch, from 1';
COMMENT ON COLUMN submission_warning.row_number IS 'Row of the spreadsheet, 1 = header';
COMMENT ON COLUMN submission_warning.code IS 'Stable code; its words are in the message files';
COMMENT ON COLUMN submission_warning.params IS 'What fills those words';
`;

const COLUMN_MAPPINGS = `
CREATE TABLE column_mapping (
  community_id integer NOT NULL,
  header_key text NOT NULL,
  mapping jsonb NOT NULL,
  mapped_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT column_mapping_pkey PRIMARY KEY (community_id, header_key),
  CONSTRAINT column_mapping_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id)
);
COMMENT ON TABLE column_mapping IS 'What a community said the columns of a header mean, to be used when the same header comes again';
COMMENT ON COLUMN column_mapping.community_id IS 'Who said so';
COMMENT ON COLUMN column_mapping.header_key IS 'SHA-256 of the cells of the header, hex';
COMMENT ON COLUMN column_mapping.mapping IS 'Our column for a header or letter; none passes it over';
COMMENT ON COLUMN column_mapping.mapped_at IS 'When it was said last, UTC';
`;
