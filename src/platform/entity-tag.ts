import { createHash } from 'node:crypto';

/** A strong entity tag of everything an answer depends on. */
export function entityTag(...parts: readonly string[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** The query with its parameters in order of their names: the same question, the same text. */
export function normalisedQuery(url: string): string {
  const start = url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : url.slice(start));
  query.sort();
  return query.toString();
}

/**
 * Whether an If-None-Match header names the tag; weak and strong tags compare alike. The star names none: whether there
 * is anything at all is not known before it is made. Source: RFC 9110, 13.1.2.
 */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag);
}
