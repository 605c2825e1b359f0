import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageRequest } from '../edge/page.request.js';
import { CodeList, IsText } from '../edge/query-values.decorator.js';
import { SCORED_KINDS, type ScoredKind } from '../scores/nodes.request.js';

/** Path parameters: which two releases. */
export class ReleasePairRequest {
  @ApiProperty({ type: String, description: 'The earlier release', example: '2026-1' })
  @IsText(100)
  readonly a!: string;

  @ApiProperty({ type: String, description: 'The later release', example: '2026-2' })
  @IsText(100)
  readonly b!: string;
}

export class ReleaseDiffRequest extends PageRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: 'ISO 3166-1 alpha-3, or codes of groups; all areas when absent',
  })
  @CodeList()
  readonly area?: readonly string[];

  @ApiPropertyOptional({
    enum: SCORED_KINDS,
    example: 'principle',
    description: 'Only nodes of one kind; all kinds when absent',
  })
  @IsOptional()
  @IsIn(SCORED_KINDS)
  readonly by?: ScoredKind;
}
