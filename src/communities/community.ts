import type { CommunityKind } from '../catalogue/seed-community.js';

/** A body that contributes: an initiative, another stakeholder body, or this installation itself (`system`). */
export interface Community {
  readonly id: number;
  /** Stable short code used in addresses and commands. */
  readonly code: string;
  readonly name: string;
  readonly acronym?: string;
  readonly kind: CommunityKind;
  /** ISO 3166-1 alpha-3 codes it stands for. */
  readonly areas: readonly string[];
  readonly region?: string;
  /** Year of its first meeting. */
  readonly established?: number;
  readonly website?: string;
  /** Where its existence is documented. */
  readonly source?: string;
  /** Stakeholder group; absent: several, or not told. */
  readonly stakeholder?: Stakeholder;
  /** BCP 47 codes of the languages it works in; told by its members. */
  readonly languages: readonly string[];
  /** The latest first; told by its members. */
  readonly meetings: readonly Meeting[];
  /** Not confirmed yet: shown nowhere. */
  readonly hidden: boolean;
}

/** Groups of the Internet Governance Forum, with academia told apart from civil society. */
export const STAKEHOLDERS = [
  'government',
  'private_sector',
  'civil_society',
  'technical_community',
  'academia',
  'international_organisation',
] as const;
export type Stakeholder = (typeof STAKEHOLDERS)[number];

/** A meeting of a community. */
export interface Meeting {
  readonly year: number;
  readonly place?: string;
  /** Address (http or https) of its report. */
  readonly report?: string;
}

/** A community as those who administer see it. */
export interface RegisteredCommunity extends Community {
  /** What an administrator settled here: the seeds leave it alone. */
  readonly settled: readonly SettledField[];
  /** Counts changes. */
  readonly version: number;
}

/** What may be told of a community besides its code; these are the names of its columns too. */
export const COMMUNITY_FIELDS = [
  'name',
  'acronym',
  'kind',
  'areas',
  'region',
  'established',
  'website',
  'source',
  'stakeholder',
] as const;
export type SettledField = (typeof COMMUNITY_FIELDS)[number] | 'hidden';

/** What is told of a community, in full. */
export type CommunityFields = Omit<Community, 'id' | 'code' | 'hidden' | 'languages' | 'meetings'>;
