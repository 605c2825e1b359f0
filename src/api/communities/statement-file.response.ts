import { ApiProperty } from '@nestjs/swagger';
import type { Texts } from '../../communities/nri-card.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import type { StatementFile } from '../../communities/statement-states.js';
import { StatementAuthorResponse, TEXTS_SCHEMA } from '../reports/statement.response.js';

export class StatementVersionResponse {
  @ApiProperty({ type: Number, description: 'Counts up over all statements', example: 12 })
  readonly number!: number;

  @ApiProperty(TEXTS_SCHEMA)
  readonly texts!: Texts;

  @ApiProperty({
    enum: ['sent', 'published', 'declined', 'taken_down', 'withdrawn', 'replaced'],
    description: 'Where it stands',
    example: 'sent',
  })
  readonly state!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it was sent',
    example: '2026-11-23T18:00:00.000Z',
  })
  readonly sentAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was decided on or withdrawn',
    example: null,
  })
  readonly decidedAt!: string | null;

  @ApiProperty({
    enum: DECLINE_REASONS,
    nullable: true,
    description: 'Why it was declined or taken down',
    example: null,
  })
  readonly reasonCode!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The same in words', example: null })
  readonly reason!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its case with moderators, when it was taken down or appealed about',
    example: null,
  })
  readonly case!: string | null;
}

/** A statement as its own side and moderators see it. */
export class StatementFileResponse {
  @ApiProperty({ type: String, example: '1b9d6bcdbbfd4b2d' })
  readonly id!: string;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String, description: 'What it is about', example: 'indicator:UI_NETUSE' })
  readonly subject!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The release it speaks about, if one is meant',
    example: '2026-1',
  })
  readonly release!: string | null;

  @ApiProperty({ type: StatementAuthorResponse })
  readonly by!: StatementAuthorResponse;

  @ApiProperty({ type: [StatementVersionResponse], description: 'The latest first' })
  readonly versions!: readonly StatementVersionResponse[];
}

export class StatementFileListResponse {
  @ApiProperty({ type: [StatementFileResponse] })
  readonly items!: readonly StatementFileResponse[];
}

export function statementFileResponse({
  id,
  area,
  subject,
  releaseId,
  by,
  versions,
}: StatementFile): StatementFileResponse {
  return {
    id,
    area,
    subject,
    release: releaseId ?? null,
    by,
    versions: versions.map(({ number, texts, state, sentAt, decidedAt, reasonCode, reason, moderation }) => ({
      number,
      texts,
      state,
      sentAt: sentAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      reasonCode: reasonCode ?? null,
      reason: reason ?? null,
      case: moderation ?? null,
    })),
  };
}
