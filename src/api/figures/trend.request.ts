import { ApiProperty } from '@nestjs/swagger';
import { IsText } from '../edge/query-values.decorator.js';
import { ReadRequest } from '../edge/read.request.js';

export class TrendRequest extends ReadRequest {
  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-3', example: 'KEN' })
  @IsText(20)
  readonly area!: string;

  @ApiProperty({
    type: String,
    description: 'Code of a principle, goal, indicator, issue, commitment or objective',
    example: 'UI_NETUSE',
  })
  @IsText(100)
  readonly node!: string;
}
