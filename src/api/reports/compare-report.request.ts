import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize } from 'class-validator';
import { MOST_COMPARED } from '../../reports/compare/compare.service.js';
import { MomentRequest } from '../edge/moment.request.js';
import { CodeList } from '../edge/query-values.decorator.js';

export class CompareReportRequest extends MomentRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: `ISO 3166-1 alpha-3 of scored areas; with the groups at most ${String(MOST_COMPARED)}`,
  })
  @CodeList()
  @ArrayMaxSize(MOST_COMPARED)
  readonly area?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['UN-AFRICAN'],
    description: 'Codes of groups of countries',
  })
  @CodeList()
  @ArrayMaxSize(MOST_COMPARED)
  readonly group?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['P2', 'UI_NETUSE'],
    description: 'Codes of what they are compared on: nodes or indicators; the principles when absent',
  })
  @CodeList()
  @ArrayMaxSize(MOST_COMPARED)
  readonly node?: readonly string[];
}
