import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText, IsYesOrNo, WholeNumber } from './query-values.decorator.js';
import { ReadRequest } from './read.request.js';

/** Query parameters of lists that come in pages. */
export class PageRequest extends ReadRequest {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 1000,
    example: 100,
    description: 'Items in a page. JSON: 200 when absent. CSV: everything when absent',
  })
  @IsOptional()
  @WholeNumber()
  @Min(1)
  @Max(1000)
  @IsInt()
  readonly limit?: number;

  @ApiPropertyOptional({
    type: String,
    description: 'Where to read on: `next` of the page before, or follow its Link header',
  })
  @IsOptional()
  @IsText(500)
  readonly cursor?: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: 'JSON only: also tell how many items there are on all pages together, as `total`',
  })
  @IsYesOrNo()
  readonly count?: string;
}

export const DEFAULT_LIMIT = 200;
