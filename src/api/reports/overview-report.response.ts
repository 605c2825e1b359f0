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

export class OverviewReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['overview'] })
  readonly kind!: 'overview';

  @ApiProperty({ type: [OverviewPrincipleResponse] })
  readonly principles!: readonly OverviewPrincipleResponse[];

  @ApiProperty({ type: [OverviewAreaResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly OverviewAreaResponse[];

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
    observations: report.observations,
    indicatorsWithFigures: report.indicatorsWithFigures,
  };
}
