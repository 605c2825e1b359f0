import type { Role } from './role.js';

/** What is kept of a key: never the key itself. */
export interface ApiKey {
  readonly id: number;
  readonly contributorId: number;
  /** What it is for; absent once its holder was erased. */
  readonly label?: string;
  /** At most these of the roles its contributor holds. */
  readonly roles: readonly Role[];
  /** Codes of areas and groups it may send figures for; none: all that its contributor may. */
  readonly areas: readonly string[];
  readonly expiresAt: Date;
}

/** A key as those who administer see it. */
export interface KnownKey extends ApiKey {
  readonly createdAt: Date;
  readonly revokedAt?: Date;
  /** Day, as `2026-11-23`, UTC. */
  readonly lastUsedOn?: string;
}

/** A key that was just made, with its secret: shown once, kept nowhere. */
export interface FreshKey extends ApiKey {
  readonly key: string;
}

/** Its holder is told so long before it expires. */
export const ANNOUNCED_DAYS = 14;

/** Whether it is time to think of another one. */
export function expiresSoon({ expiresAt }: Pick<ApiKey, 'expiresAt'>, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() < ANNOUNCED_DAYS * 86_400_000;
}
