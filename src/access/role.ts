/**
 * What a member may do for a community: send for it, decide on what other communities send, or reply to figures about it;
 * a respondent of a public body replies for its State.
 */
export const COMMUNITY_ROLES = ['submitter', 'reviewer', 'respondent'] as const;
export type CommunityRole = (typeof COMMUNITY_ROLES)[number];

/** What somebody may do in the whole installation; an auditor reads everything and changes nothing, a moderator decides on replies. */
export const GLOBAL_ROLES = ['administrator', 'auditor', 'publisher', 'moderator'] as const;
export type GlobalRole = (typeof GLOBAL_ROLES)[number];

export type Role = CommunityRole | GlobalRole;

export function isCommunityRole(role: string): role is CommunityRole {
  return (COMMUNITY_ROLES as readonly string[]).includes(role);
}

export function isGlobalRole(role: string): role is GlobalRole {
  return (GLOBAL_ROLES as readonly string[]).includes(role);
}
