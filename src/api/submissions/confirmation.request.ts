import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';
import { IsText } from '../edge/query-values.decorator.js';

/** That no newer figure is known; of an assessment, that it has not changed. */
export class ConfirmationRequest {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly area!: string;

  @ApiProperty({ type: String, description: 'Code of the indicator', example: 'UI_NETUSE' })
  @IsText(100)
  readonly indicator!: string;

  @ApiPropertyOptional({
    type: String,
    example: 'african-igf',
    description: 'Community in whose name it is said; needed when the key may send for several',
  })
  @IsOptional()
  @IsText(100)
  readonly community?: string;

  @ApiPropertyOptional({
    type: Number,
    example: 2025,
    description: 'Of an assessment: the year it still holds in; the last year when left out',
  })
  @IsOptional()
  @IsInt()
  readonly year?: number;

  @ApiPropertyOptional({
    type: String,
    example: 'https://example.org/law',
    description: 'Of an assessment: link to what shows that it still holds',
  })
  @IsOptional()
  @IsText(2_000)
  readonly evidence?: string;
}
