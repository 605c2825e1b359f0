import type { LookUp } from '../../catalogue/look-up.js';
import { nameIn } from '../../catalogue/name-in.js';
import { areaName } from '../../language/area-name.js';
import type { Language } from '../../language/language.js';
import { translate } from '../../language/translate.js';

export const FOLLOWED_KINDS = ['country', 'region', 'issue', 'commitment'] as const;
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** What somebody follows: everything, or a thing by its code, e.g. `country:KEN`. */
export type Followed = 'all' | `${FollowedKind}:${string}`;

export interface FollowedParts {
  readonly kind: FollowedKind | 'all';
  /** Empty for everything. */
  readonly code: string;
}

/** `undefined` when the catalogue has no such thing. */
export function followedIn(lookUp: LookUp, text: string): Followed | undefined {
  if (text === 'all') return 'all';
  const [name = '', code = ''] = text.split(':', 2);
  const kind = FOLLOWED_KINDS.find((one) => one === name);
  return kind !== undefined && IS_KNOWN[kind](lookUp, code) ? `${kind}:${code}` : undefined;
}

export function partsOf(followed: Followed): FollowedParts {
  if (followed === 'all') return { kind: 'all', code: '' };
  const [kind, code] = followed.split(':', 2) as [FollowedKind, string];
  return { kind, code };
}

/** What it is called; its code when the catalogue no longer has it. */
export function followedName(followed: Followed, lookUp: LookUp, language: Language): string {
  const { kind, code } = partsOf(followed);
  if (kind === 'all') return translate(language, 'following.all');
  if (followedIn(lookUp, followed) === undefined) return code;
  if (kind === 'country') return areaName(language, { code, name: lookUp.area(code)?.name ?? code });
  return nameIn(lookUp.catalogue, language, kind === 'region' ? 'group' : kind, code);
}

/** Path of its page below the language. */
export function followedPage(followed: Followed): string {
  const { kind, code } = partsOf(followed);
  return kind === 'all' ? 'releases' : `${PAGES[kind]}/${encodeURIComponent(code)}`;
}

const PAGES: Readonly<Record<FollowedKind, string>> = {
  country: 'countries',
  region: 'regions',
  issue: 'issues',
  commitment: 'commitments',
};

const IS_KNOWN: Readonly<Record<FollowedKind, (lookUp: LookUp, code: string) => boolean>> = {
  country: ({ scoredAreas }, code) => scoredAreas.some((area) => area.code === code),
  region: (lookUp, code) => lookUp.group(code) !== undefined,
  issue: (lookUp, code) => lookUp.issue(code) !== undefined,
  commitment: (lookUp, code) => lookUp.commitment(code) !== undefined,
};
