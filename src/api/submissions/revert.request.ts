import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsPrintable } from '../edge/query-values.decorator.js';

export class RevertRequest {
  @ApiPropertyOptional({ type: String, example: 'wrong_unit' })
  @IsOptional()
  @IsPrintable()
  readonly reasonCode?: string;

  @ApiProperty({
    type: String,
    description: 'Why it does not hold',
    example: 'Thousands were sent as millions.',
  })
  @IsPrintable()
  readonly text!: string;
}
