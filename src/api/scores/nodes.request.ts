import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { NodeKind } from '../../scoring/score.js';
import { AsOfParameter, ReleaseParameter } from '../edge/moment.request.js';
import { PageRequest } from '../edge/page.request.js';
import { CodeList } from '../edge/query-values.decorator.js';

export const SCORED_KINDS = [
  'framework',
  'principle',
  'goal',
  'indicator',
  'objective',
  'commitment',
  'issue',
  'action_line',
  'sdg_target',
] as const satisfies readonly (NodeKind | 'indicator')[];

export type ScoredKind = (typeof SCORED_KINDS)[number];

/** Those that stand on indicators. */
export const NODE_KINDS = SCORED_KINDS.filter((kind) => kind !== 'indicator');

/** Which nodes and indicators are asked for, and which page of the answer. */
export class NodesRequest extends PageRequest {
  @ApiPropertyOptional({
    type: [String],
    example: ['P2', 'UI_NETUSE'],
    description:
      'Codes of principles, goals, indicators, objectives, commitments, issues, action lines or SDG targets',
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

  @AsOfParameter()
  readonly asOf?: string;

  @ReleaseParameter()
  readonly release?: string;
}
