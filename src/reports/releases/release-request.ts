import { Problem } from '../../platform/problem.js';
import { RELEASE_ID } from '../../scoring/releases/release.js';

/** What somebody says of a release they prepare. */
export interface ReleaseRequest {
  readonly id: string;
  /** YYYY-MM-DD; today (UTC) when absent. */
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

/** Characters. */
export const LONGEST_NOTE = 1_000;

/** @throws Problem release_id_malformed, release_date_malformed, release_note_too_long (422) */
export function checkRelease({ id, date, note }: ReleaseRequest): ReleaseRequest & { readonly date: string } {
  const day = date ?? new Date().toISOString().slice(0, 10);
  if (!RELEASE_ID.test(id)) throw new Problem('release_id_malformed', 422, { id });
  if (!isDay(day)) throw new Problem('release_date_malformed', 422, { date: day });
  if ((note?.length ?? 0) > LONGEST_NOTE) {
    throw new Problem('release_note_too_long', 422, { most: LONGEST_NOTE });
  }
  return { id, date: day, note };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
