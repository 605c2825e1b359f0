import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { ListRequest } from '../access/list.request.js';
import { IsText, IsYesOrNo, WholeNumber } from '../edge/query-values.decorator.js';

const MOMENT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const MOST_ID = 2_147_483_647;

const ORDERS = ['newest', 'oldest'] as const;

/** Query parameters of the audit trail; each that is given must fit. */
export class AuditRequest extends ListRequest {
  @ApiPropertyOptional({
    type: String,
    example: 'submission:12',
    description: 'About one thing: its kind, a colon, and its number or code',
  })
  @IsOptional()
  @IsText(200)
  readonly subject?: string;

  @ApiPropertyOptional({ type: String, example: 'submission.accepted', description: 'Of one kind' })
  @IsOptional()
  @IsText(100)
  readonly action?: string;

  @ApiPropertyOptional({ type: Number, example: 12, minimum: 1, description: 'By one contributor' })
  @IsOptional()
  @WholeNumber()
  @Max(MOST_ID)
  @Min(1)
  @IsInt()
  readonly contributor?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-11-01T00:00:00Z',
    description: 'At this moment (RFC 3339) or later',
  })
  @IsOptional()
  @Matches(MOMENT, {
    message: 'from must be a moment as in 2026-11-01T00:00:00Z (a plus sign is written %2B)',
  })
  readonly from?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-12-01T00:00:00Z',
    description: 'Before this moment (RFC 3339)',
  })
  @IsOptional()
  @Matches(MOMENT, {
    message: 'to must be a moment as in 2026-12-01T00:00:00Z (a plus sign is written %2B)',
  })
  readonly to?: string;

  @ApiPropertyOptional({
    type: String,
    example: '0b9a7c1e-5a55-4c0e-9f0e-2f6f3f0f9b11',
    description: 'Written by one request, as its answer named it in `X-Request-Id`',
  })
  @IsOptional()
  @IsText(200)
  readonly requestId?: string;

  @ApiPropertyOptional({
    type: String,
    enum: ORDERS,
    example: 'oldest',
    description: 'The newest first, when absent; the oldest first is for who follows the trail',
  })
  @IsOptional()
  @IsIn(ORDERS)
  readonly order?: (typeof ORDERS)[number];

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: 'CSV only: start with a byte order mark, for spreadsheets that would guess the encoding',
  })
  @IsYesOrNo()
  readonly bom?: string;
}
