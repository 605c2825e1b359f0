import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsText } from '../edge/query-values.decorator.js';
import { LanguageRequest } from '../edge/read.request.js';

/** Query parameters of a feed. */
export class FeedRequest extends LanguageRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'mq5oTCqZ0pBzPzNVBrFTQzNwqOU0wA1rA1pV5cTz2aE',
    description: 'Secret of the community’s feed address: shows what is not public yet, without a key',
  })
  @IsOptional()
  @IsText(100)
  readonly secret?: string;
}
