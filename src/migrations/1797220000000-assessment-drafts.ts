import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of assessments can be filled in step by step, and left and taken up again. */
export class AssessmentDrafts1797220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE assessment_draft (
  reference text NOT NULL,
  contributor_id integer NOT NULL,
  community_id integer NOT NULL,
  area text NOT NULL,
  year integer NOT NULL,
  indicators text[] NOT NULL DEFAULT '{}',
  took_part text,
  confidence text,
  answers jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT assessment_draft_pkey PRIMARY KEY (reference),
  CONSTRAINT assessment_draft_round_key UNIQUE (contributor_id, community_id, area, year),
  CONSTRAINT assessment_draft_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id),
  CONSTRAINT assessment_draft_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
  CONSTRAINT assessment_draft_area_fkey FOREIGN KEY (area) REFERENCES area (code),
  CONSTRAINT assessment_draft_year_check CHECK (year BETWEEN 1900 AND 2200),
  CONSTRAINT assessment_draft_took_part_check CHECK
    (took_part ~ '^[a-z_]+( [(](<5|0|[0-9]*[05])[)])?(; [a-z_]+( [(](<5|0|[0-9]*[05])[)])?)*$'),
  CONSTRAINT assessment_draft_confidence_check CHECK (confidence IN ('low', 'medium', 'high')),
  CONSTRAINT assessment_draft_answers_check CHECK (jsonb_typeof(answers) = 'object')
);
COMMENT ON TABLE assessment_draft IS 'Rounds of assessments that somebody is filling in; sent, they are submissions';
COMMENT ON COLUMN assessment_draft.reference IS 'What it is called in addresses: 128 random bits';
COMMENT ON COLUMN assessment_draft.contributor_id IS 'Who fills it in, and alone sees it';
COMMENT ON COLUMN assessment_draft.community_id IS 'For which community';
COMMENT ON COLUMN assessment_draft.area IS 'ISO 3166-1 alpha-3 code of the country that is assessed';
COMMENT ON COLUMN assessment_draft.year IS 'Calendar year it is assessed for';
COMMENT ON COLUMN assessment_draft.indicators IS 'Codes of what is to be assessed';
COMMENT ON COLUMN assessment_draft.took_part IS 'Stakeholder groups with protected numbers of persons, e.g. government (<5); civil_society (15)';
COMMENT ON COLUMN assessment_draft.confidence IS 'low, medium or high, of the round as a whole';
COMMENT ON COLUMN assessment_draft.answers IS 'By indicator: level, evidence, confidence, note; without level: left out';
COMMENT ON COLUMN assessment_draft.version IS 'Counts changes';
COMMENT ON COLUMN assessment_draft.changed_at IS 'When it was changed last, UTC';
`);
  }

  /** Forgets what was not sent. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment_draft');
  }
}
