import { groupsIn, type Assessment } from './assessment.js';
import type { CsvCell } from './csv-table.js';

/** What tables say of the assessments behind a value; nothing where it is none of communities on the ladder. */
export const ASSESSMENT_COLUMNS = ['assessments', 'spread', 'disputed', 'groups'] as const;

export function assessmentCells(
  assessment: Assessment | undefined,
): Readonly<Record<(typeof ASSESSMENT_COLUMNS)[number], CsvCell>> {
  const { members, spread, disputed } = assessment ?? {};
  return { assessments: members?.length, spread, disputed, groups: members && groupsIn(members).join(' ') };
}
