import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { MOST_MARKED } from '../../reports/charts/chart.service.js';
import { MomentRequest } from '../edge/moment.request.js';
import { CodeList, IsText, WholeNumber } from '../edge/query-values.decorator.js';

const LEAST_WIDTH = 320;
const MOST_WIDTH = 1600;

/** Query parameters of every chart. */
export class ChartRequest extends MomentRequest {
  @ApiPropertyOptional({
    enum: ['light', 'dark'],
    example: 'light',
    description: 'Pictures only: colours on a light or on a dark ground; light when absent',
  })
  @IsOptional()
  @IsIn(['light', 'dark'])
  readonly theme?: 'light' | 'dark';

  @ApiPropertyOptional({
    type: Number,
    minimum: LEAST_WIDTH,
    maximum: MOST_WIDTH,
    example: 720,
    description: 'Pictures only: width in CSS pixels, 720 when absent; a PNG has two dots a pixel',
  })
  @IsOptional()
  @WholeNumber()
  @Min(LEAST_WIDTH)
  @Max(MOST_WIDTH)
  @IsInt()
  readonly width?: number;
}

const AREA = { type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' } as const;

/** Of one country. */
export class AreaChartRequest extends ChartRequest {
  @ApiProperty(AREA)
  @IsText(20)
  readonly area!: string;
}

const NODE = {
  type: String,
  description: 'Code of a principle, goal, indicator, issue, commitment or objective',
  example: 'UI_NETUSE',
} as const;

export class TrendRequest extends AreaChartRequest {
  @ApiProperty(NODE)
  @IsText(100)
  readonly node!: string;
}

/** Of all countries. */
export class NodeChartRequest extends ChartRequest {
  @ApiProperty(NODE)
  @IsText(100)
  readonly node!: string;
}

export class DistributionRequest extends NodeChartRequest {
  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_MARKED,
    example: ['KEN', 'FRA'],
    description: `Countries to mark and name, at most ${String(MOST_MARKED)}`,
  })
  @ArrayMaxSize(MOST_MARKED)
  @CodeList()
  readonly area?: readonly string[];
}

export class MapRequest extends NodeChartRequest {
  @ApiPropertyOptional({
    type: Number,
    example: 2024,
    description: 'As of which year; the last one when absent',
  })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  readonly year?: number;

  @ApiPropertyOptional({
    enum: ['all'],
    example: 'all',
    description: 'JSON only: what the map shows in every year too, as `years`',
  })
  @IsOptional()
  @IsIn(['all'])
  readonly years?: 'all';
}

export class SocialPictureRequest extends MomentRequest {
  @ApiProperty(AREA)
  @IsText(20)
  readonly area!: string;
}
