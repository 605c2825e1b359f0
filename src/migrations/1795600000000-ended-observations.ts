import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what ended after a revision without reading all there ever was; what began is found by its submission. */
export class EndedObservations1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX observation_ended_idx ON observation (revision_to) WHERE revision_to IS NOT NULL;
      COMMENT ON INDEX observation_ended_idx IS 'What ended after a revision: the live score board moves on from there';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX observation_ended_idx');
  }
}
