import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { NodeKind } from '../scoring/score.js';
import { PageRequest } from './page.request.js';
import { CodeList, IsYears } from './query-values.decorator.js';

export const SCORED_KINDS = [
  'framework',
  'principle',
  'goal',
  'indicator',
  'objective',
  'commitment',
  'issue',
] as const satisfies readonly (NodeKind | 'indicator')[];

export type ScoredKind = (typeof SCORED_KINDS)[number];

export class ScoresRequest extends PageRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['KEN', 'BRA'],
    description: 'ISO 3166-1 alpha-3, or codes of groups; all scored areas when absent',
  })
  @CodeList()
  readonly area?: readonly string[];

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

  @ApiPropertyOptional({
    type: String,
    example: '2020',
    description: 'As of which year, or from which to which; the as-of year of the edition when absent',
  })
  @IsYears()
  readonly year?: string;
}
