import { Problem } from '../platform/problem.js';

/** Who acts, as far as this room needs to know them: an `Actor` is one. */
export interface CommunityActor {
  readonly contributorId: number;
  readonly communities: readonly {
    readonly id: number;
    readonly code: string;
    readonly roles: readonly string[];
    readonly hasLeft?: boolean;
  }[];
  readonly globalRoles: readonly string[];
  /** The version of the Code of Conduct they accepted last. */
  readonly conduct?: { readonly version: string };
}

/** Codes of the communities somebody may act for in one of some roles. */
export function communitiesOf({ communities }: CommunityActor, roles: readonly string[]): readonly string[] {
  return communities
    .filter(({ roles: held, hasLeft }) => hasLeft !== true && held.some((role) => roles.includes(role)))
    .map(({ code }) => code);
}

/** The roles in which a member writes what their community tells of itself. */
export const WRITING_ROLES = ['submitter', 'reviewer'] as const;

export function mayWriteFor(actor: CommunityActor, community: string): boolean {
  return communitiesOf(actor, WRITING_ROLES).includes(community);
}

/** @throws Problem not_a_member (403) */
export function requireMember(actor: CommunityActor, community: string): void {
  if (!mayWriteFor(actor, community)) throw new Problem('not_a_member', 403, { community });
}

export function isAdministrator({ globalRoles }: CommunityActor): boolean {
  return globalRoles.includes('administrator');
}

/** Moderators decide on statements; administrators may, too. */
export function isModerator({ globalRoles }: CommunityActor): boolean {
  return globalRoles.includes('moderator') || globalRoles.includes('administrator');
}

/** @throws Problem not_a_moderator (403) */
export function requireModerator(actor: CommunityActor): void {
  if (!isModerator(actor)) throw new Problem('not_a_moderator', 403);
}

/** By whom and by which request, as the audit trail tells it. */
export function traceOf({ contributorId }: CommunityActor, role: string, requestId: string | undefined) {
  return { contributorId, role, ...(requestId === undefined ? {} : { requestId }) };
}
