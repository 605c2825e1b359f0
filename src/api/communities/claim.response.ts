import { ApiProperty } from '@nestjs/swagger';
import type { FreshKey } from '../../access/api-key.js';
import type { Claim } from '../../communities/claim.js';
import { newKeyResponse, NewKeyResponse } from '../access/key.response.js';

/** That a claim arrived. Who sent it is not told back. */
export class SentClaimResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 7 })
  readonly id!: number;

  @ApiProperty({ enum: ['sent'], description: 'It waits for an administrator', example: 'sent' })
  readonly state!: 'sent';
}

/** A claim that waits, as administrators and auditors see it. */
export class ClaimResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 7 })
  readonly id!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the community; null while only its name was told',
    example: 'kenya-igf',
  })
  readonly community!: string | null;

  @ApiProperty({ type: String, description: 'Name of the community, as it was told', example: 'Kenya IGF' })
  readonly initiative!: string;

  @ApiProperty({ type: String, description: 'Who asks; erased by the decision', example: 'Amina Example' })
  readonly person!: string;

  @ApiProperty({
    type: String,
    description: 'Where they are reached; erased by the decision',
    example: 'amina@example.org',
  })
  readonly address!: string;

  @ApiProperty({
    type: String,
    description: 'What shows that they act for it',
    example: 'https://example.org/team',
  })
  readonly evidence!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When they asked',
    example: '2026-11-23T10:00:00.000Z',
  })
  readonly sentAt!: string;
}

export class ClaimListResponse {
  @ApiProperty({ type: [ClaimResponse], description: 'The oldest first' })
  readonly items!: readonly ClaimResponse[];
}

export class DecidedClaimResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 7 })
  readonly id!: number;

  @ApiProperty({ enum: ['confirmed', 'declined'], description: 'What was decided', example: 'confirmed' })
  readonly state!: 'confirmed' | 'declined';

  @ApiProperty({
    type: NewKeyResponse,
    nullable: true,
    description: 'Key of the new member, shown this once; null when it was declined',
  })
  readonly key!: NewKeyResponse | null;
}

export function claimResponse({
  id,
  community,
  initiative,
  person,
  address,
  evidence,
  sentAt,
}: Claim): ClaimResponse {
  return {
    id,
    community: community ?? null,
    initiative,
    person,
    address,
    evidence,
    sentAt: sentAt.toISOString(),
  };
}

/** @param key of the new member; none when the claim was declined */
export function decidedClaimResponse(id: number, key: FreshKey | undefined): DecidedClaimResponse {
  return {
    id,
    state: key === undefined ? 'declined' : 'confirmed',
    key: key === undefined ? null : newKeyResponse(key),
  };
}
