import { ApiProperty } from '@nestjs/swagger';
import type { FollowerState } from '../../reports/following/follower.js';

/** One thing that is followed. */
export class FollowingResponse {
  @ApiProperty({ type: String, example: 'country:KEN', description: '`all`, or a kind and a code' })
  readonly followed!: string;

  @ApiProperty({
    type: Boolean,
    description: 'Until the owner of the address has confirmed it, nothing is sent about it',
  })
  readonly confirmed!: boolean;
}

/** What somebody follows; the address is not told. */
export class FollowerResponse {
  @ApiProperty({ type: String, example: 'en' })
  readonly language!: string;

  @ApiProperty({ type: FollowingResponse, isArray: true, description: 'In the order they were asked for' })
  readonly follows!: FollowingResponse[];
}

export function followerResponse({ language, follows }: FollowerState): FollowerResponse {
  return {
    language,
    follows: follows.map(({ followed, isConfirmed }) => ({ followed, confirmed: isConfirmed })),
  };
}
