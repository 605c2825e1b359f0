import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { IsAsOf, MomentRequest } from '../edge/moment.request.js';

/** Path parameters: which score. */
export class ScorePlaceRequest {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly area!: string;

  @ApiProperty({
    type: String,
    description: 'Code of a principle, goal, indicator, issue, commitment or objective',
    example: 'P2',
  })
  @IsText(100)
  readonly node!: string;
}

export class ExplanationRequest extends MomentRequest {
  @ApiPropertyOptional({
    type: Number,
    example: 2024,
    description: 'As of which year; the as-of year of the edition when absent',
  })
  @IsInt({ message: 'year must be a year as in 2020' })
  @WholeNumber()
  @IsOptional()
  readonly year?: number;

  @ApiPropertyOptional({
    type: String,
    example: '2026-11-01T00:00:00Z',
    description: 'Also split the change since a data revision or moment (RFC 3339) into its causes',
  })
  @IsAsOf()
  readonly since?: string;
}
