import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AcceptedConduct, Actor } from '../../access/actor.js';
import { expiresSoon, type KnownKey } from '../../access/api-key.js';
import { CODE_OF_CONDUCT } from '../../platform/code-of-conduct.js';

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

/** The Code of Conduct, and whether you accepted it. */
export class OwnConductResponse {
  @ApiProperty({ type: String, description: 'Its present version', example: '1.0' })
  readonly version!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Of which day', example: '2026-11-24' })
  readonly date!: string;

  @ApiProperty({
    type: Boolean,
    description:
      'Whether you accepted the present version; without that, what is published is not taken from you',
    example: true,
  })
  readonly isAccepted!: boolean;

  @ApiPropertyOptional({ type: String, description: 'The version you accepted last', example: '1.0' })
  readonly acceptedVersion?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When',
    example: '2026-11-24T10:00:00.000Z',
  })
  readonly acceptedAt?: string;
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

  @ApiProperty({
    type: OwnConductResponse,
    description: 'The Code of Conduct',
    example: { version: '1.0', date: '2026-11-24', isAccepted: false },
  })
  readonly conduct!: OwnConductResponse;
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
    conduct: ownConductResponse(actor.conduct),
  };
}

export function ownConductResponse(accepted: AcceptedConduct | undefined): OwnConductResponse {
  const { version, date } = CODE_OF_CONDUCT;
  return {
    version,
    date,
    isAccepted: accepted?.version === version,
    ...(accepted && { acceptedVersion: accepted.version, acceptedAt: accepted.acceptedAt.toISOString() }),
  };
}
