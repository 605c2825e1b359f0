import type { Texts } from './nri-card.js';
import type { DeclineReason } from './decline-reason.js';

/** What a statement is about: the page of a country, or a figure of it. */
export const SUBJECT_KINDS = ['indicator', 'principle', 'goal', 'commitment', 'issue'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** `country`, or a figure as `indicator:UI_NETUSE`, `principle:P1`, `goal:P1.2`, `commitment:GDC-11b`, `issue:ACCESS`. */
export type StatementSubject = 'country' | `${SubjectKind}:${string}`;

/** Who speaks: a Member State through its focal point, or a community. */
export interface StatementAuthor {
  readonly kind: 'state' | 'community';
  /** Code of the community through which it was sent. */
  readonly community?: string;
  readonly name: string;
}

/** A reply to a figure or page, as it is published: it goes wherever its figure goes. */
export interface Statement {
  readonly id: string;
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  /** Its English name. */
  readonly areaName?: string;
  readonly subject: StatementSubject;
  readonly by: StatementAuthor;
  /** In each language that it was given in; empty once it is withdrawn or taken down. */
  readonly texts: Texts;
  /** When this version was published, RFC 3339, UTC. */
  readonly publishedAt: string;
  /** When its authors withdrew it, RFC 3339, UTC: a place-holder says so. */
  readonly withdrawnAt?: string;
  /** When a moderator took it down (RFC 3339, UTC) and why: a place-holder says so. */
  readonly takenDown?: { readonly at: string; readonly reasonCode: DeclineReason };
  /** The release it speaks about, if one is meant. */
  readonly releaseId?: string;
}

/** Whether there is something to read in it. */
export function hasWords({ withdrawnAt, takenDown }: Statement): boolean {
  return withdrawnAt === undefined && takenDown === undefined;
}

/** `undefined` when a text names no subject. */
export function subjectParts(
  subject: string,
): { readonly kind: 'country' | SubjectKind; readonly code?: string } | undefined {
  if (subject === 'country') return { kind: 'country' };
  const [, kind = '', code = ''] = /^([a-z]+):([\w.-]{1,60})$/.exec(subject) ?? [];
  const known = SUBJECT_KINDS.find((one) => one === kind);
  return known && { kind: known, code };
}
