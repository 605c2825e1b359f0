import type { CommunityRole } from './role.js';

/** Who belongs to which community, and what they may do for it. */
export interface Membership {
  readonly communityId: number;
  readonly communityCode: string;
  readonly roles: readonly CommunityRole[];
  /** They belonged to it once; that stays known for ever, so that four eyes hold. */
  readonly hasLeft: boolean;
}
