import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { ReadRequest } from '../edge/read.request.js';

export class SearchRequest extends ReadRequest {
  @ApiProperty({
    type: String,
    example: 'brodband',
    description:
      'A name in any of the six languages, a code (ISO 3166, M49, of an indicator, a publisher’s series, a paragraph of ' +
      'the Compact as in `11(a)`), or the beginning of one. Case and accents do not count, and slips are forgiven',
  })
  @IsText(200)
  readonly q!: string;

  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 50,
    default: 20,
    example: 8,
    description: 'Most results',
  })
  @WholeNumber()
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  readonly limit: number = 20;
}
