import { ApiPropertyOptional } from '@nestjs/swagger';
import { NodesRequest } from './nodes.request.js';
import { CodeList, IsYears } from '../edge/query-values.decorator.js';

export class ScoresRequest extends NodesRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: 'ISO 3166-1 alpha-3, or codes of groups; all scored areas when absent',
  })
  @CodeList()
  readonly area?: readonly string[];

  @ApiPropertyOptional({
    type: String,
    example: '2020',
    description: 'As of which year, or from which to which; the as-of year of the edition when absent',
  })
  @IsYears()
  readonly year?: string;
}
