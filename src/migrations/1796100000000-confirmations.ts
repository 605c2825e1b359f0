import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Communities confirm that no newer figure is known; of the rows that failed it is kept how they were read. */
export class Confirmations1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE confirmation (
        area_id integer NOT NULL,
        indicator_id integer NOT NULL,
        community_id integer NOT NULL,
        contributor_id integer NOT NULL,
        year integer,
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT confirmation_pkey PRIMARY KEY (area_id, indicator_id, community_id),
        CONSTRAINT confirmation_area_id_fkey FOREIGN KEY (area_id) REFERENCES area (id),
        CONSTRAINT confirmation_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator (id),
        CONSTRAINT confirmation_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id),
        CONSTRAINT confirmation_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES contributor (id)
      );
      COMMENT ON TABLE confirmation IS 'Words of communities that no newer figure is known; they are no observations';
      COMMENT ON COLUMN confirmation.area_id IS 'Area of the figure';
      COMMENT ON COLUMN confirmation.indicator_id IS 'Indicator of the figure';
      COMMENT ON COLUMN confirmation.community_id IS 'Community in whose name it is said';
      COMMENT ON COLUMN confirmation.contributor_id IS 'Who said it last';
      COMMENT ON COLUMN confirmation.year IS 'Year of the newest figure that was held then; null when none was';
      COMMENT ON COLUMN confirmation.confirmed_at IS 'When it was said last, UTC';
      COMMENT ON COLUMN failed_row.row_number IS 'Row of the spreadsheet; 0 holds how the table was read, then its header';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON COLUMN failed_row.row_number IS 'Row of the spreadsheet; 0 holds the header';
      DROP TABLE confirmation;
    `);
  }
}
