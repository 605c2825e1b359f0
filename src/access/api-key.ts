import type { Role } from './role.js';

/** What is kept of a key: never the key itself. */
export interface ApiKey {
  readonly id: number;
  readonly contributorId: number;
  /** What it is for. */
  readonly label: string;
  /** At most these of the roles its contributor holds. */
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
}

/** A key that was just made, with its secret: shown once, kept nowhere. */
export interface FreshKey extends ApiKey {
  readonly key: string;
}
