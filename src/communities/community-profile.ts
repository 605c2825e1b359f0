import type { Community } from './community.js';
import type { Standing } from './moderation/standing.js';
import type { NriCard, NriLookUp, ProfileField, ProfileFields, ShownProfile } from './nri-card.js';

/** A part of a profile as its members see it. */
export interface ProfilePart<Field extends ProfileField = ProfileField> {
  readonly content: ProfileFields[Field];
  readonly writtenAt: Date;
  /** Since when it is shown; absent: nobody consented to what stands there. */
  readonly consentedAt?: Date;
  /** Its case with moderators, and why it is not shown to everybody now. */
  readonly moderation?: { readonly case: string; readonly standing?: Standing };
}

/** A profile as the members of its community see it: shown or not. */
export interface CommunityProfile {
  readonly parts: { readonly [Field in ProfileField]?: ProfilePart<Field> };
  /** Counts what was done with it; 1: nothing yet. */
  readonly version: number;
}

/** Cards of those that may be shown and consent to something. @param shown parts that are consented to, by community */
export function nriLookUp(
  communities: readonly Community[],
  shown: ReadonlyMap<number, ShownProfile>,
): NriLookUp {
  const cards = communities.flatMap(({ id, code, name, kind, areas, website, hidden }): NriCard[] => {
    const parts = shown.get(id);
    if (hidden || parts === undefined || Object.keys(parts).length === 0) return [];
    return [{ community: code, name, kind, areas, ...(website === undefined ? {} : { website }), ...parts }];
  });
  return new Map(cards.map((card) => [card.community, card]));
}
