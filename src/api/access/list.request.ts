import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText, WholeNumber } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

/** Query parameters of the lists that administrators and auditors read. */
export class ListRequest extends LanguageRequest {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 1000,
    example: 100,
    description: 'Items in a page; 200 when absent',
  })
  @IsOptional()
  @WholeNumber()
  @Min(1)
  @Max(1000)
  @IsInt()
  readonly limit?: number;

  @ApiPropertyOptional({
    type: String,
    example: 'eyJhZnRlciI6MTAwfQ',
    description: 'Where to read on: `next` of the page before, or follow its Link header',
  })
  @IsOptional()
  @IsText(500)
  readonly cursor?: string;
}
