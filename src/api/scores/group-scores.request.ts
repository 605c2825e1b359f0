import { ApiPropertyOptional } from '@nestjs/swagger';
import { NodesRequest } from './nodes.request.js';
import { CodeList } from '../edge/query-values.decorator.js';

export class GroupScoresRequest extends NodesRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['WORLD', 'UN-AFRICAN'],
    description: 'Codes of groups; all groups when neither `group` nor `community` is given',
  })
  @CodeList()
  readonly group?: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['lusophone-igf'],
    description: 'Codes of communities: the areas each stands for, together',
  })
  @CodeList()
  readonly community?: readonly string[];
}
