import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { expiresSoon, type KnownKey } from '../../access/api-key.js';

export class OwnCommunityResponse {
  @ApiProperty({ type: String, description: 'Code of the community', example: 'african-igf' })
  readonly code!: string;

  @ApiProperty({
    type: [String],
    description: 'What you may do for it with the key in hand',
    example: ['submitter'],
  })
  readonly roles!: readonly string[];
}

export class OwnKeyResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 34 })
  readonly id!: number;

  @ApiProperty({
    type: [String],
    description: 'Codes of areas and groups it may send figures for; none: all that your communities may',
    example: ['KEN'],
  })
  readonly areas!: readonly string[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'From then on it is refused',
    example: '2027-02-21T10:00:00.000Z',
  })
  readonly expiresAt!: string;

  @ApiProperty({
    type: Boolean,
    description: 'It expires within 14 days: ask an administrator for another one',
    example: false,
  })
  readonly expiresSoon!: boolean;
}

/** Who a key stands for; no names. */
export class MeResponse {
  @ApiProperty({ type: Number, description: 'Number under which you contribute', example: 12 })
  readonly contributor!: number;

  @ApiProperty({
    type: [String],
    description: 'What you may do in the whole installation with the key in hand',
    example: [],
  })
  readonly roles!: readonly string[];

  @ApiProperty({ type: [OwnCommunityResponse], description: 'Communities you belong to' })
  readonly communities!: readonly OwnCommunityResponse[];

  @ApiProperty({
    type: OwnKeyResponse,
    description: 'The key in hand',
    example: { id: 34, areas: ['KEN'], expiresAt: '2027-02-21T10:00:00.000Z', expiresSoon: false },
  })
  readonly key!: OwnKeyResponse;
}

export class EndedSessionsResponse {
  @ApiProperty({ type: Number, description: 'How many sessions were ended', example: 2 })
  readonly ended!: number;
}

export function meResponse(actor: Actor, key: KnownKey, now: Date): MeResponse {
  return {
    contributor: actor.contributorId,
    roles: actor.globalRoles,
    communities: actor.communities
      .filter(({ hasLeft }) => hasLeft !== true)
      .map(({ code, roles }) => ({ code, roles })),
    key: {
      id: key.id,
      areas: key.areas,
      expiresAt: key.expiresAt.toISOString(),
      expiresSoon: expiresSoon(key, now),
    },
  };
}
