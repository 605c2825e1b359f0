import type { CommunityKind } from '../catalogue/seed-community.js';

/** A body that contributes: an initiative, another stakeholder body, or this installation itself (`system`). */
export interface Community {
  readonly id: number;
  /** Stable short code used in addresses and commands. */
  readonly code: string;
  readonly name: string;
  readonly acronym?: string;
  readonly kind: CommunityKind;
  /** ISO 3166-1 alpha-3 codes it stands for. */
  readonly areas: readonly string[];
  readonly region?: string;
  /** Year of its first meeting. */
  readonly established?: number;
  readonly website?: string;
  /** Where its existence is documented. */
  readonly source?: string;
  /** Not confirmed yet: shown nowhere. */
  readonly hidden: boolean;
}
