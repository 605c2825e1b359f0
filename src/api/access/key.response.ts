import { ApiProperty } from '@nestjs/swagger';
import type { FreshKey, KnownKey } from '../../access/api-key.js';

/** A key as far as it is known here: the key itself is kept nowhere. */
export class KeyResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 34 })
  readonly id!: number;

  @ApiProperty({ type: Number, description: 'Number of the contributor it stands for', example: 12 })
  readonly contributor!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whose key it is, or what it is for; null once its holder was erased',
    example: 'Data volunteer',
  })
  readonly name!: string | null;

  @ApiProperty({
    type: [String],
    description: 'At most these of the roles its holder has',
    example: ['submitter'],
  })
  readonly roles!: readonly string[];

  @ApiProperty({
    type: [String],
    description: 'Codes of areas and groups it may send figures for; none: all that its holder may',
    example: ['KEN'],
  })
  readonly areas!: readonly string[];

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T10:00:00.000Z' })
  readonly createdAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'From then on it is refused',
    example: '2027-02-21T10:00:00.000Z',
  })
  readonly expiresAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it is revoked',
    example: null,
  })
  readonly revokedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Day of its last use, UTC',
    example: '2026-12-01',
  })
  readonly lastUsedOn!: string | null;
}

export class KeyListResponse {
  @ApiProperty({ type: [KeyResponse], description: 'By number, the oldest first' })
  readonly items!: readonly KeyResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page', example: null })
  readonly next!: string | null;
}

/** A key that was just made. */
export class NewKeyResponse {
  @ApiProperty({ type: Number, description: 'Its number', example: 34 })
  readonly id!: number;

  @ApiProperty({ type: Number, description: 'Number of the contributor it stands for', example: 12 })
  readonly contributor!: number;

  @ApiProperty({
    type: String,
    description: 'The key itself: shown this once and kept nowhere',
    example: 'iww_…',
  })
  readonly key!: string;

  @ApiProperty({ type: String, description: 'Whose key it is, or what it is for', example: 'Data volunteer' })
  readonly name!: string;

  @ApiProperty({ type: [String], example: ['submitter'] })
  readonly roles!: readonly string[];

  @ApiProperty({ type: [String], example: ['KEN'] })
  readonly areas!: readonly string[];

  @ApiProperty({ type: String, format: 'date-time', example: '2027-02-21T10:00:00.000Z' })
  readonly expiresAt!: string;
}

export function keyResponse(key: KnownKey): KeyResponse {
  const { id, contributorId, label, roles, areas, createdAt, expiresAt, revokedAt, lastUsedOn } = key;
  return {
    id,
    contributor: contributorId,
    name: label ?? null,
    roles,
    areas,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedOn: lastUsedOn ?? null,
  };
}

export function newKeyResponse(fresh: FreshKey): NewKeyResponse {
  const { id, contributorId, key, label = '', roles, areas, expiresAt } = fresh;
  return {
    id,
    contributor: contributorId,
    key,
    name: label,
    roles,
    areas,
    expiresAt: expiresAt.toISOString(),
  };
}
