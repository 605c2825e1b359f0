import type { AcceptanceChannel } from '../platform/code-of-conduct.js';
import { Problem } from '../platform/problem.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES, isCommunityRole, isGlobalRole } from './role.js';
import type { CommunityRole, GlobalRole, Role } from './role.js';

/** A key of somebody new of one community, of somebody new of the whole installation, or of somebody who is known. */
export type KeyRequest = CommunityKeyRequest | GlobalKeyRequest | FurtherKeyRequest;

interface AnyKeyRequest {
  /** Whose key it is, or what it is for. */
  readonly name: string;
  /** Whole days from now, 1 to 3650; 90 when absent. */
  readonly expiresInDays?: number | null | undefined;
  /** Codes of areas and groups it may send figures for; none: all that its holder may. */
  readonly areas?: readonly string[] | null | undefined;
  /** How its holder accepted the Code of Conduct as it stands; absent: they did not, and are asked before they write. */
  readonly acceptsConduct?: AcceptanceChannel | undefined;
}

export interface CommunityKeyRequest extends AnyKeyRequest {
  /** Code of the community its holder belongs to. */
  readonly community: string;
  readonly roles: readonly string[];
}

export interface GlobalKeyRequest extends AnyKeyRequest {
  readonly globalRoles: readonly string[];
}

export interface FurtherKeyRequest extends AnyKeyRequest {
  /** Who is known already. */
  readonly contributorId: number;
  /** Of the roles they hold, those that the key lets through. */
  readonly roles: readonly string[];
}

export interface CheckedKeyRequest {
  readonly name: string;
  readonly communityRoles: readonly CommunityRole[];
  readonly globalRoles: readonly GlobalRole[];
  readonly areas: readonly string[];
  readonly days: number;
}

const DEFAULT_DAYS = 90;
const MOST_DAYS = 3_650;
const MOST_AREAS = 250;

/**
 * @param isArea whether there is an area or a group of this code
 * @throws Problem unknown_role, missing_key_name, key_lifetime, unknown_key_area
 */
export function checkKeyRequest(request: KeyRequest, isArea: (code: string) => boolean): CheckedKeyRequest {
  const name = request.name.trim();
  if (name === '' || name.length > 200) throw new Problem('missing_key_name', 422);
  const days = request.expiresInDays ?? DEFAULT_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new Problem('key_lifetime', 422, { days: String(days), most: MOST_DAYS });
  }
  const areas = areasOf(request.areas ?? [], isArea);
  return { name, days, areas, ...rolesIn(request) };
}

function rolesIn(request: KeyRequest): Pick<CheckedKeyRequest, 'communityRoles' | 'globalRoles'> {
  if ('community' in request) {
    return { communityRoles: communityRolesOf(request.roles), globalRoles: [] };
  }
  if ('globalRoles' in request) {
    return { communityRoles: [], globalRoles: rolesOf(request.globalRoles, isGlobalRole, GLOBAL_ROLES) };
  }
  const isRole = (role: string): role is Role => isCommunityRole(role) || isGlobalRole(role);
  const roles = rolesOf(request.roles, isRole, [...COMMUNITY_ROLES, ...GLOBAL_ROLES]);
  return { communityRoles: roles.filter(isCommunityRole), globalRoles: roles.filter(isGlobalRole) };
}

/** @throws Problem unknown_role (422), also for none */
export function communityRolesOf(roles: readonly string[]): readonly CommunityRole[] {
  return rolesOf(roles, isCommunityRole, COMMUNITY_ROLES);
}

/** @throws Problem unknown_role (422), also for none */
export function rolesOf<R extends string>(
  roles: readonly string[],
  isRole: (role: string) => role is R,
  allowed: readonly R[],
): readonly R[] {
  const unknown = roles.find((role) => !isRole(role));
  if (unknown !== undefined || roles.length === 0) {
    throw new Problem('unknown_role', 422, { role: unknown ?? '', allowed: allowed.join(', ') });
  }
  return [...new Set(roles.filter(isRole))];
}

/**
 * With a key for areas of which its holder's communities stand for none, nothing could be sent.
 * @param communities of each that its holder sends for, the codes of areas it stands for; none: all
 * @param membersOf the areas of a group; an area itself
 * @throws Problem key_areas_outside (422)
 */
export function refuseAreasOutside(
  areas: readonly string[],
  communities: readonly (readonly string[])[],
  membersOf: (code: string) => readonly string[],
): void {
  const isLimited = communities.length > 0 && communities.every((listed) => listed.length > 0);
  if (areas.length === 0 || !isLimited) return;
  const allowed = [...new Set(communities.flat())].sort();
  if (areas.flatMap(membersOf).some((area) => allowed.includes(area))) return;
  throw new Problem('key_areas_outside', 422, { areas: areas.join(', '), allowed: allowed.join(', ') });
}

function areasOf(areas: readonly string[], isArea: (code: string) => boolean): readonly string[] {
  const unknown = areas.find((code) => !isArea(code));
  if (unknown !== undefined || areas.length > MOST_AREAS) {
    throw new Problem('unknown_key_area', 422, { area: unknown ?? '', most: MOST_AREAS });
  }
  return [...new Set(areas)].sort();
}
