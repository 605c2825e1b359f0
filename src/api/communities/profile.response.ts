import { ApiProperty } from '@nestjs/swagger';
import type { CommunityProfile } from '../../communities/community-profile.js';
import { PROFILE_FIELDS, type ShownProfile } from '../../communities/nri-card.js';
import { communityProfileResponse, CommunityProfileResponse } from '../reports/nri-card.response.js';

export class PartStateResponse {
  @ApiProperty({ enum: PROFILE_FIELDS, description: 'Part of the profile', example: 'description' })
  readonly field!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was written',
    example: '2026-11-23T18:00:00.000Z',
  })
  readonly writtenAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it is shown; null: members alone see it',
    example: '2026-11-23T18:00:00.000Z',
  })
  readonly consentedAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its case with moderators, if there is one; `moderated` tells what is not shown now',
    example: null,
  })
  readonly case!: string | null;
}

/** A profile as its members see it: shown or not. */
export class OwnProfileResponse extends CommunityProfileResponse {
  @ApiProperty({ type: [PartStateResponse], description: 'How each part that is written stands' })
  readonly parts!: readonly PartStateResponse[];
}

export function ownProfileResponse({ parts }: CommunityProfile): OwnProfileResponse {
  const written = PROFILE_FIELDS.flatMap((field) => {
    const part = parts[field];
    return part === undefined ? [] : [{ ...part, field }];
  });
  const standings = written.flatMap(({ field, moderation }) =>
    moderation?.standing === undefined ? [] : [[field, moderation.standing]],
  );
  return {
    ...communityProfileResponse({
      ...Object.fromEntries(written.map(({ field, content }) => [field, content])),
      moderated: Object.fromEntries(standings) as NonNullable<ShownProfile['moderated']>,
    }),
    parts: written.map(({ field, writtenAt, consentedAt, moderation }) => ({
      field,
      writtenAt: writtenAt.toISOString(),
      consentedAt: consentedAt?.toISOString() ?? null,
      case: moderation?.case ?? null,
    })),
  };
}
