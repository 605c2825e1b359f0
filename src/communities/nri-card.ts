import type { Language } from '../language/language.js';
import type { Standing } from './moderation/standing.js';

/** How a community can be met with; each is a way that it offers to Member States. */
export const ENGAGEMENT_CHANNELS = [
  'email',
  'meeting',
  'annual_event',
  'consultation',
  'report',
  'web_form',
] as const;
export type EngagementChannel = (typeof ENGAGEMENT_CHANNELS)[number];

/** A text in each language that it was written in; what is missing is not there. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

/** How a community wants to engage with Member States. */
export interface Engagement {
  readonly channels: readonly EngagementChannel[];
  /** Who on the side of the State it would like to hear from. */
  readonly byWhom: Texts;
  readonly aboutWhat: Texts;
}

/** Whom to write to: an office of the community, not a person. */
export interface RoleContact {
  /** Title of the office, e.g. `Secretariat`. */
  readonly role: string;
  /** Public address of the office: `mailto:` or http(s). */
  readonly address: string;
}

/** What a community tells of itself; each part is its own, with a consent of its own. */
export interface ProfileFields {
  /** In its own words. */
  readonly description: Texts;
  readonly engagement: Engagement;
  readonly contact: RoleContact;
}

export const PROFILE_FIELDS = ['description', 'engagement', 'contact'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** What a community tells of itself as everybody reads it, and why a part that it consents to is not shown now. */
export interface ShownProfile extends Partial<ProfileFields> {
  readonly moderated?: Readonly<Partial<Record<ProfileField, Standing>>>;
}

/**
 * A community in its own words, as far as it consents now: a part without consent is not there. Neither releases nor
 * anything that lasts holds it.
 */
export interface NriCard extends ShownProfile {
  /** Code of the community. */
  readonly community: string;
  readonly name: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-3 codes it stands for. */
  readonly areas: readonly string[];
  readonly website?: string;
}

/** Cards by community, of those that consent to something. */
export type NriLookUp = ReadonlyMap<string, NriCard>;

/** Cards of the communities that stand for an area, by name of the community. */
export function cardsOfArea(area: string, nri: NriLookUp | undefined): readonly NriCard[] {
  return [...(nri?.values() ?? [])].filter(({ areas }) => areas.includes(area));
}
