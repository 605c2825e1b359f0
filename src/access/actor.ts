import type { ContributorKind } from './contributor.js';
import type { CommunityRole, GlobalRole } from './role.js';

/**
 * Who is acting, with the roles the key in hand leaves. A community somebody belongs to stays listed when the key
 * leaves no role in it: belonging matters for four eyes.
 */
export interface Actor {
  readonly contributorId: number;
  readonly kind: ContributorKind;
  readonly communities: readonly ActorCommunity[];
  readonly globalRoles: readonly GlobalRole[];
  /** The key in hand; absent: somebody without one, as the operator's systems. */
  readonly keyId?: number;
  /** Codes of areas and groups that the key in hand is for; absent: no limit of its own. */
  readonly areas?: readonly string[];
  /** The version of the Code of Conduct they accepted last; absent: none. */
  readonly conduct?: AcceptedConduct;
}

export interface AcceptedConduct {
  readonly version: string;
  readonly acceptedAt: Date;
}

export interface ActorCommunity {
  readonly id: number;
  readonly code: string;
  readonly roles: readonly CommunityRole[];
  /** They once belonged to it: nothing is theirs to see or do there any more, and four eyes still hold. */
  readonly hasLeft?: boolean;
}

/** Belongs to it, or did once: who ever did decides on nothing it sends. */
export function belongsTo(actor: Actor, communityId: number): boolean {
  return actor.communities.some(({ id }) => id === communityId);
}

/** Belongs to it now. */
export function isMember(actor: Actor, communityId: number): boolean {
  return actor.communities.some(({ id, hasLeft }) => id === communityId && hasLeft !== true);
}

export function maySubmitFor(actor: Actor, communityId: number): boolean {
  return actor.communities.some(({ id, roles }) => id === communityId && roles.includes('submitter'));
}

/** Reviewer of any community; whether a given submission is theirs to decide is another question. */
export function isReviewer(actor: Actor): boolean {
  return actor.communities.some(({ roles }) => roles.includes('reviewer'));
}

export function hasGlobalRole(actor: Actor, role: GlobalRole): boolean {
  return actor.globalRoles.includes(role);
}
