import type { Words } from '../words.js';

/** What the form for assessments is opened for. */
export interface AssessedThing {
  /** ISO 3166-1 alpha-3. */
  readonly country?: string | undefined;
  readonly issue?: string | undefined;
  readonly indicator?: string | undefined;
}

/** The page where one begins to assess, opened on something. */
export function assessAddress(words: Pick<Words, 'to'>, of: AssessedThing = {}): string {
  return words.to('assess') + assessQuery(of);
}

/** The same choice as the query of an address; empty when nothing is chosen. */
export function assessQuery({ country, issue, indicator }: AssessedThing): string {
  const query = new URLSearchParams({
    ...(country !== undefined && { country }),
    ...(issue !== undefined && { issue }),
    ...(indicator !== undefined && { indicator }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
