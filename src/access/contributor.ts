import type { Membership } from './membership.js';
import type { GlobalRole } from './role.js';

/** A person or system that acts. Its name tells it apart for administrators and is not published. */
export interface Contributor {
  readonly id: number;
  /** Absent once it was erased. */
  readonly name?: string;
  readonly kind: ContributorKind;
  /** Roles held in the whole installation. */
  readonly globalRoles: readonly GlobalRole[];
}

/** `system` sends for one community without a person; `installation` is this installation itself. */
export type ContributorKind = 'person' | 'system' | 'installation';

/** A contributor as those who administer see it. */
export interface ContributorAccount extends Contributor {
  /** Communities it belongs to, or did. */
  readonly memberships: readonly Membership[];
  readonly keysInForce: number;
  readonly createdAt: Date;
  readonly erasedAt?: Date;
  /** Counts changes of its roles. */
  readonly version: number;
}
