import { ApiProperty } from '@nestjs/swagger';
import type { NodeReport } from '../../reports/node-report.js';
import {
  AreaScoreResponse,
  areaScoreResponse,
  IndicatorSummaryResponse,
  indicatorSummaryResponse,
} from './area-score.response.js';
import { NamedCodeResponse } from './node-line.response.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';
import { StatementResponse, statementResponse } from './statement.response.js';

export class ReportedNodeResponse {
  @ApiProperty({ type: String, example: 'P2.1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Beside its siblings; only principles and goals have one',
  })
  readonly weight!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Words of the paper it comes from; null while they have not been carried over',
  })
  readonly officialText!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly basis!: string | null;

  @ApiProperty({
    type: NamedCodeResponse,
    nullable: true,
    description: 'Principle that a goal belongs to; goal of a target',
  })
  readonly parent!: NamedCodeResponse | null;
}

export class NodeChildResponse {
  @ApiProperty({ enum: ['goal', 'commitment'] })
  readonly kind!: string;

  @ApiProperty({ type: String, example: 'P2.1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Beside its siblings; commitments all weigh the same',
  })
  readonly weight!: number | null;

  @ApiProperty({ type: Number, description: 'Countries that have a score', example: 120 })
  readonly areasWithScore!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Score of the middle country', example: 58.2 })
  readonly medianScore!: number | null;
}

export class NodeIndicatorResponse extends IndicatorSummaryResponse {
  @ApiProperty({ type: String, example: 'P2.1' })
  readonly goal!: string;

  @ApiProperty({
    enum: ['core', 'extended'],
    description: 'Only core ones move goals and principles; objectives count both',
  })
  readonly tier!: string;

  @ApiProperty({
    type: Number,
    description: 'Beside the other indicators of its goal; of a view, beside those of the view',
  })
  readonly weight!: number;
}

/** One principle, goal, objective, action line or target. */
export class NodeReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['principle', 'goal', 'objective', 'action_line', 'sdg_target'] })
  readonly kind!: string;

  @ApiProperty({ type: ReportedNodeResponse })
  readonly node!: ReportedNodeResponse;

  @ApiProperty({
    type: [NodeChildResponse],
    description: 'Goals of a principle, commitments of an objective; all others are made of their indicators',
  })
  readonly children!: readonly NodeChildResponse[];

  @ApiProperty({ type: [DistributionResponse] })
  readonly distributions!: readonly DistributionResponse[];

  @ApiProperty({ type: [NodeIndicatorResponse] })
  readonly indicators!: readonly NodeIndicatorResponse[];

  @ApiProperty({ type: [AreaScoreResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly AreaScoreResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of countries and communities on it' })
  readonly statements!: readonly StatementResponse[];
}

export function nodeReportResponse(report: NodeReport): NodeReportResponse {
  const { code, name, weight, officialText, basis, parent } = report.node;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    node: {
      code,
      name,
      weight: weight ?? null,
      officialText: officialText ?? null,
      basis: basis ?? null,
      parent: parent === undefined ? null : { code: parent.code, name: parent.name },
    },
    children: report.children.map((child) => ({
      kind: child.kind,
      code: child.code,
      name: child.name,
      weight: child.weight ?? null,
      areasWithScore: child.areasWithScore,
      medianScore: child.medianScore ?? null,
    })),
    distributions: report.distributions.map(distributionResponse),
    indicators: report.indicators.map((indicator) => ({
      ...indicatorSummaryResponse(indicator),
      goal: indicator.goal,
      tier: indicator.tier,
      weight: indicator.weight,
    })),
    areas: report.areas.map(areaScoreResponse),
    statements: report.statements.map(statementResponse),
  };
}
