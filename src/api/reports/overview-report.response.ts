import { ApiProperty } from '@nestjs/swagger';
import type { OverviewReport } from '../../reports/report.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';

export class OverviewPrincipleResponse {
  @ApiProperty({ type: String, example: 'P1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [DistributionResponse], description: 'The world and each regional group' })
  readonly distributions!: readonly DistributionResponse[];
}

export class PrincipleScoreResponse {
  @ApiProperty({ type: String, example: 'P1' })
  readonly code!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly score!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly missing!: string | null;
}

export class OverviewAreaResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Regional group' })
  readonly group!: string | null;

  @ApiProperty({ type: [PrincipleScoreResponse] })
  readonly principles!: readonly PrincipleScoreResponse[];
}

export class TargetSummaryResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Number, description: 'The value agreed on, in the unit' })
  readonly target!: number;

  @ApiProperty({ type: Number, example: 2030 })
  readonly targetYear!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Countries with a current figure, by status',
  })
  readonly statuses!: Readonly<Record<string, number>>;

  @ApiProperty({ type: Number, description: 'Countries without a current figure', example: 17 })
  readonly without!: number;
}

export class OverviewReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['overview'] })
  readonly kind!: 'overview';

  @ApiProperty({ type: [OverviewPrincipleResponse] })
  readonly principles!: readonly OverviewPrincipleResponse[];

  @ApiProperty({ type: [OverviewAreaResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly OverviewAreaResponse[];

  @ApiProperty({
    type: [TargetSummaryResponse],
    description: 'Agreed targets, in the order of the catalogue',
  })
  readonly targets!: readonly TargetSummaryResponse[];

  @ApiProperty({ type: Number, description: 'Live figures of scored areas' })
  readonly observations!: number;

  @ApiProperty({ type: Number })
  readonly indicatorsWithFigures!: number;
}

export function overviewReportResponse(report: OverviewReport): OverviewReportResponse {
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    principles: report.principles.map(({ code, name, distributions }) => ({
      code,
      name,
      distributions: distributions.map(distributionResponse),
    })),
    areas: report.areas.map(({ code, name, group, principles }) => ({
      code,
      name,
      group: group ?? null,
      principles: principles.map((principle) => ({
        code: principle.code,
        score: principle.score ?? null,
        missing: principle.missing ?? null,
      })),
    })),
    targets: report.targets.map(({ indicator, name, unit, target, targetYear, statuses, without }) => ({
      indicator,
      name,
      unit,
      target,
      targetYear,
      statuses: { ...statuses },
      without,
    })),
    observations: report.observations,
    indicatorsWithFigures: report.indicatorsWithFigures,
  };
}
