import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { MomentRequest } from '../edge/moment.request.js';
import { IsText } from '../edge/query-values.decorator.js';

/** Query parameters of reports that are also printed. */
export class BriefRequest extends MomentRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'member-state-brief',
    description: 'PDF only: which kind of brief, by the name of its folder; the usual one when absent',
  })
  @IsOptional()
  @IsText(100)
  readonly report?: string;
}
