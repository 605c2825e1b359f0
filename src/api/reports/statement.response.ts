import { ApiProperty } from '@nestjs/swagger';
import type { Texts } from '../../communities/nri-card.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import type { Statement } from '../../communities/statement.js';

export const TEXTS_SCHEMA = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'By language (BCP 47); languages that are missing were not given',
  example: { en: 'The survey of 2025 is not counted yet.' },
} as const;

export class StatementAuthorResponse {
  @ApiProperty({
    enum: ['state', 'community'],
    description: 'A Member State through its focal point, or a community',
    example: 'state',
  })
  readonly kind!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Code of who sent it', example: 'kenya-ict' })
  readonly community!: string | null;

  @ApiProperty({ type: String, example: 'Ministry of Information of Kenya' })
  readonly name!: string;
}

/** A reply of a State or community to a figure about it. */
export class StatementResponse {
  @ApiProperty({ type: String, description: 'What it is called in addresses', example: '1b9d6bcdbbfd4b2d' })
  readonly id!: string;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({
    type: String,
    description:
      'What it is about: country, or a figure as indicator:CODE, principle:CODE, goal:CODE, commitment:ID or issue:CODE',
    example: 'indicator:UI_NETUSE',
  })
  readonly subject!: string;

  @ApiProperty({ type: StatementAuthorResponse })
  readonly by!: StatementAuthorResponse;

  @ApiProperty(TEXTS_SCHEMA)
  readonly texts!: Texts;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When this version was published',
    example: '2026-11-23T18:00:00.000Z',
  })
  readonly publishedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its authors withdrew it: it has no texts any more',
    example: null,
  })
  readonly withdrawnAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a moderator took it down: it has no texts any more',
    example: null,
  })
  readonly takenDownAt!: string | null;

  @ApiProperty({ enum: DECLINE_REASONS, nullable: true, description: 'Why it was taken down', example: null })
  readonly takenDownReason!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The release it speaks about, if one is meant',
    example: '2026-1',
  })
  readonly release!: string | null;
}

export function statementResponse({
  id,
  area,
  subject,
  by,
  texts,
  publishedAt,
  withdrawnAt,
  takenDown,
  releaseId,
}: Statement): StatementResponse {
  return {
    id,
    area,
    subject,
    by: { kind: by.kind, community: by.community ?? null, name: by.name },
    texts,
    publishedAt,
    withdrawnAt: withdrawnAt ?? null,
    takenDownAt: takenDown?.at ?? null,
    takenDownReason: takenDown?.reasonCode ?? null,
    release: releaseId ?? null,
  };
}
