import { Problem } from '../platform/problem.js';
import { COMMUNITY_ROLES, GLOBAL_ROLES, isCommunityRole, isGlobalRole } from './role.js';
import type { CommunityRole, GlobalRole } from './role.js';

/** A key of one community, or of the whole installation. */
export type KeyRequest = CommunityKeyRequest | GlobalKeyRequest;

export interface CommunityKeyRequest {
  /** Code of the community its holder belongs to. */
  readonly community: string;
  readonly roles: readonly string[];
  /** Whose key it is, or what it is for. */
  readonly name: string;
  /** Whole days from now, 1 to 3650; 90 when absent. */
  readonly expiresInDays?: number | undefined;
}

export interface GlobalKeyRequest {
  readonly globalRoles: readonly string[];
  readonly name: string;
  readonly expiresInDays?: number | undefined;
}

export interface CheckedKeyRequest {
  readonly name: string;
  readonly communityRoles: readonly CommunityRole[];
  readonly globalRoles: readonly GlobalRole[];
  readonly days: number;
}

const DEFAULT_DAYS = 90;
const MOST_DAYS = 3_650;

/** @throws Problem unknown_role, missing_key_name, key_lifetime */
export function checkKeyRequest(request: KeyRequest): CheckedKeyRequest {
  const name = request.name.trim();
  if (name === '' || name.length > 200) throw new Problem('missing_key_name', 422);
  const days = request.expiresInDays ?? DEFAULT_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new Problem('key_lifetime', 422, { days: String(days), most: MOST_DAYS });
  }
  return 'community' in request
    ? {
        name,
        days,
        communityRoles: rolesOf(request.roles, isCommunityRole, COMMUNITY_ROLES),
        globalRoles: [],
      }
    : {
        name,
        days,
        communityRoles: [],
        globalRoles: rolesOf(request.globalRoles, isGlobalRole, GLOBAL_ROLES),
      };
}

function rolesOf<R extends string>(
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
