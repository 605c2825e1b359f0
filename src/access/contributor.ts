import type { GlobalRole } from './role.js';

/** A person or system that acts. Its name tells it apart for administrators and is not published. */
export interface Contributor {
  readonly id: number;
  readonly name: string;
  readonly kind: ContributorKind;
  /** Roles held in the whole installation. */
  readonly globalRoles: readonly GlobalRole[];
}

/** `system` sends for one community without a person; `installation` is this installation itself. */
export type ContributorKind = 'person' | 'system' | 'installation';
