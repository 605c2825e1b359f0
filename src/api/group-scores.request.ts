import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageRequest } from './page.request.js';
import { CodeList } from './query-values.decorator.js';
import { SCORED_KINDS, type ScoredKind } from './scores.request.js';

export class GroupScoresRequest extends PageRequest {
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

  @ApiPropertyOptional({
    type: [String],
    example: ['P2', 'UI_NETUSE'],
    description: 'Codes of principles, goals, indicators, objectives, commitments or issues',
  })
  @CodeList()
  readonly node?: readonly string[];

  @ApiPropertyOptional({
    enum: SCORED_KINDS,
    example: 'principle',
    description: 'All nodes of one kind; `principle` when neither `by` nor `node` is given',
  })
  @IsOptional()
  @IsIn(SCORED_KINDS)
  readonly by?: ScoredKind;
}
