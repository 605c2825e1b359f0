import type { LookUp } from '../catalogue/look-up.js';
import { Problem, type ProblemPart } from '../platform/problem.js';
import { COMMUNITY_FIELDS, STAKEHOLDERS, type CommunityFields, type SettledField } from './community.js';

/** What an administrator tells of a community; `null` takes back what was told. */
export interface CommunityChange {
  readonly name?: string | undefined;
  readonly acronym?: string | null | undefined;
  readonly kind?: string | undefined;
  /** ISO 3166-1 alpha-3 codes it stands for; none: it may send figures for all. */
  readonly areas?: readonly string[] | null | undefined;
  readonly region?: string | null | undefined;
  readonly established?: number | null | undefined;
  readonly website?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** Stakeholder group; a public body that stands for one State may speak for it. */
  readonly stakeholder?: string | null | undefined;
}

export type NewCommunity = CommunityChange & {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
};

/** Kinds a community may be given; `system` is the installation itself. */
export const GIVEN_KINDS = ['national', 'sub-regional', 'regional', 'youth', 'other'] as const;

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = { name: 200, acronym: 50, region: 200, website: 500, source: 500 } as const;
/** First and last year that a community may have begun in. */
const ESTABLISHED = [1900, 2200] as const;

/** @throws Problem community_faults (422) */
export function checkCommunityCode(code: string): string {
  if (CODE.test(code) && code.length <= 100) return code;
  throw new Problem('community_faults', 422, {}, [{ code: 'community_code', pointer: '/code', value: code }]);
}

/**
 * What is told of a community after a change, with its texts trimmed.
 * @param before absent: it is new
 * @returns and which fields the change settles: those it names, also when they stay as they are
 * @throws Problem community_faults (422) naming each faulty field
 */
export function changedCommunity(
  before: CommunityFields | undefined,
  change: CommunityChange,
  lookUp: LookUp,
): { readonly fields: CommunityFields; readonly settles: readonly SettledField[] } {
  const merged = { ...before, ...trimmed(change) };
  const faults = faultsOf(merged, lookUp);
  if (faults.length > 0) throw new Problem('community_faults', 422, {}, faults);
  const told = Object.entries({ ...merged, areas: merged.areas ?? [] }).filter(([, value]) => isTold(value));
  return {
    fields: Object.fromEntries(told) as unknown as CommunityFields,
    settles: COMMUNITY_FIELDS.filter((field) => change[field] !== undefined),
  };
}

/** An empty text is none. */
function trimmed(change: CommunityChange): CommunityChange {
  const told = COMMUNITY_FIELDS.map((field) => [field, change[field]] as const);
  return Object.fromEntries(
    told
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, typeof value === 'string' ? value.trim() || null : value]),
  );
}

function faultsOf(community: CommunityChange, lookUp: LookUp): readonly ProblemPart[] {
  const { name, kind, areas, established, website, source, stakeholder } = community;
  const [first, last] = ESTABLISHED;
  const links = { website, source };
  return [
    ...(name ? [] : [{ code: 'community_name', pointer: '/name' }]),
    ...((GIVEN_KINDS as readonly (string | undefined)[]).includes(kind)
      ? []
      : [
          {
            code: 'community_kind',
            pointer: '/kind',
            value: kind ?? '',
            params: { allowed: GIVEN_KINDS.join(', ') },
          },
        ]),
    ...(!isTold(stakeholder) || (STAKEHOLDERS as readonly string[]).includes(stakeholder)
      ? []
      : [
          {
            code: 'community_stakeholder',
            pointer: '/stakeholder',
            value: stakeholder,
            params: { allowed: STAKEHOLDERS.join(', ') },
          },
        ]),
    ...(areas ?? [])
      .filter((code) => lookUp.area(code) === undefined)
      .map((value) => ({ code: 'community_area', pointer: '/areas', value })),
    ...(!isTold(established) || (Number.isInteger(established) && established >= first && established <= last)
      ? []
      : [{ code: 'community_established', pointer: '/established', value: String(established) }]),
    ...Object.entries(links)
      .filter(([, link]) => isTold(link) && !isLink(link))
      .map(([field, link]) => ({ code: 'community_link', pointer: `/${field}`, value: link ?? '' })),
    ...Object.entries(LONGEST)
      .filter(([field, most]) => (community[field as keyof typeof LONGEST]?.length ?? 0) > most)
      .map(([field, most]) => ({ code: 'community_text', pointer: `/${field}`, params: { most } })),
  ];
}

function isTold<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}

function isLink(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/\s/.test(text);
}
