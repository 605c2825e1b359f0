import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { MomentRequest } from '../edge/moment.request.js';
import { IsText } from '../edge/query-values.decorator.js';

export class ParticipationRequest extends MomentRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'KEN',
    description: 'ISO 3166-1 alpha-3 of a scored area. Not together with `region`',
  })
  @IsOptional()
  @IsText(100)
  readonly area?: string;

  @ApiPropertyOptional({ type: String, example: 'UN-AFRICAN', description: 'Code of a group of countries' })
  @IsOptional()
  @IsText(100)
  readonly region?: string;

  @ApiPropertyOptional({ type: String, example: 'CYB', description: 'Code of an issue' })
  @IsOptional()
  @IsText(100)
  readonly issue?: string;
}
