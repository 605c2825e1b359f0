import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Assessments say which stakeholder groups took part and how sure they are. Of the persons only what is protected can be
 * written: few are told apart by nobody who reads these tables.
 */
export class Assessments1797200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(columnsOf(table));
    await runner.query(appendOnly(', took_part, confidence'));
    await runner.query(rewritten(OLD, NEW));
  }

  /** Forgets who took part in assessments. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(NEW, OLD));
    await runner.query(appendOnly(''));
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN took_part, DROP COLUMN confidence;`);
      await runner.query(
        `COMMENT ON COLUMN ${table}.evidence IS 'Address of what proves it, http or https';`,
      );
    }
  }
}

const TABLES = ['staged_row', 'observation'] as const;

const PART =
  '(government|international_organisation|civil_society|technical_community|private_sector)( \\((<5|5|[1-9][0-9]*[05])\\))?';

function columnsOf(table: (typeof TABLES)[number]): string {
  return `
ALTER TABLE ${table} ADD COLUMN took_part text, ADD COLUMN confidence text,
  ADD CONSTRAINT ${table}_took_part_check CHECK (took_part ~ '^${PART}(; ${PART})*$'
    AND took_part !~ '\\m([a-z_]+)\\M.*\\m\\1\\M'),
  ADD CONSTRAINT ${table}_confidence_check CHECK (confidence IN ('low', 'medium', 'high'));
COMMENT ON COLUMN ${table}.evidence IS 'Addresses of what proves it, http or https, parted by spaces';
COMMENT ON COLUMN ${table}.took_part IS 'Of an assessment: which stakeholder groups took part; persons are protected: <5, or a multiple of five';
COMMENT ON COLUMN ${table}.confidence IS 'Of an assessment: how sure those are who made it';`;
}

function appendOnly(more: string): string {
  return `
DROP TRIGGER observation_append_only ON observation;
CREATE TRIGGER observation_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF area_id, indicator_id, year, series_edition_id,
  revision_from, value, status, submission_id, row_number, note, evidence${more} ON observation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;
}

const OLD = 'r.status = a.status';
const NEW = `${OLD} AND r.took_part IS NOT DISTINCT FROM a.took_part AND r.confidence IS NOT DISTINCT FROM a.confidence`;

/** The guard of what becomes fact, with one condition in the place of another, and all else as it was written. */
function rewritten(before: string, after: string): string {
  return `
DO $$
DECLARE
  known text := pg_get_functiondef('guard_observation_begun'::regproc);
BEGIN
  ASSERT strpos(known, '${before}') > 0, 'guard_observation_begun is not as it was';
  EXECUTE replace(known, '${before}', '${after}');
END $$;`;
}
