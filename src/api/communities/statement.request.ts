import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, Matches, Min } from 'class-validator';
import { LONGEST_STATEMENT } from '../../communities/statement-request.js';
import { DECLINE_REASONS } from '../../communities/decline-reason.js';
import { CodeList, IsPrintable, IsText } from '../edge/query-values.decorator.js';
import { LanguageRequest, ReadRequest } from '../edge/read.request.js';
import { TEXTS_SCHEMA } from '../reports/statement.response.js';

/** Which published statements. */
export class StatementsRequest extends ReadRequest {
  @ApiPropertyOptional({ type: [String], description: 'ISO 3166-1 alpha-3', example: ['KEN'] })
  @CodeList()
  readonly area?: string[];

  @ApiPropertyOptional({
    type: String,
    description:
      'country, or a figure as indicator:CODE, principle:CODE, goal:CODE, commitment:ID or issue:CODE',
    example: 'indicator:UI_NETUSE',
  })
  @IsOptional()
  @IsText(80)
  readonly subject?: string;
}

/** Which statements with all their versions. */
export class StatementFilesRequest extends LanguageRequest {
  @ApiPropertyOptional({
    enum: ['own', 'waiting'],
    description:
      'Those of your communities, or (for moderators) those that wait for a decision; own when absent',
    example: 'own',
  })
  @IsOptional()
  @IsIn(['own', 'waiting'])
  readonly list?: 'own' | 'waiting';
}

/** Path parameter: a statement. */
export class StatementIdRequest {
  @ApiProperty({ type: String, description: 'As in its `id`', example: '1b9d6bcdbbfd4b2d' })
  @Matches(/^[0-9a-f]{16}$/, { message: '$property must be the id of a statement' })
  readonly id!: string;
}

const STATEMENT_TEXTS = {
  ...TEXTS_SCHEMA,
  description: `By language (BCP 47), at most ${String(LONGEST_STATEMENT)} characters each`,
} as const;

/** Another version of a statement. */
export class StatementTextsRequest {
  @ApiProperty(STATEMENT_TEXTS)
  @IsObject()
  readonly texts!: Record<string, string>;
}

export class NewStatementRequest extends StatementTextsRequest {
  @ApiPropertyOptional({
    type: String,
    description: 'Code of the community that speaks; needed where you may speak for several',
    example: 'kenya-igf',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly area!: string;

  @ApiProperty({
    type: String,
    description:
      'What it is about: country, or a figure as indicator:CODE, principle:CODE, goal:CODE, commitment:ID or issue:CODE',
    example: 'indicator:UI_NETUSE',
  })
  @IsText(80)
  readonly subject!: string;

  @ApiPropertyOptional({
    type: String,
    description: 'A published release, if the statement is about one',
    example: '2026-1',
  })
  @IsOptional()
  @IsText(100)
  readonly release?: string;
}

export class StatementDecisionRequest {
  @ApiProperty({ enum: ['publish', 'decline'], example: 'publish' })
  @IsIn(['publish', 'decline'])
  readonly decision!: 'publish' | 'decline';

  @ApiPropertyOptional({
    enum: DECLINE_REASONS,
    description: 'Needed to decline. That a State names its own government is no reason',
    example: 'no_evidence',
  })
  @IsOptional()
  @IsIn(DECLINE_REASONS)
  readonly reasonCode?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'The reason in words, for who wrote it; needed to decline',
    example: 'Please add a link to the survey.',
  })
  @IsOptional()
  @IsPrintable()
  readonly text?: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'Number of the version you read: decided on only while it is the last one',
    example: 12,
  })
  @IsOptional()
  @Min(1)
  @IsInt()
  readonly version?: number;
}
