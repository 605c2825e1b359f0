import { ApiProperty } from '@nestjs/swagger';
import type { IssueReport } from '../../reports/report.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';

export class ReportedIssueResponse {
  @ApiProperty({ type: String, example: 'ACCESS' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [String] })
  readonly principles!: readonly string[];
}

export class IssueIndicatorResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: Boolean, description: 'Whether it counts in this edition' })
  readonly live!: boolean;

  @ApiProperty({ type: Number })
  readonly areasWithLevel!: number;

  @ApiProperty({ type: Number, nullable: true })
  readonly medianLevel!: number | null;
}

export class AreaScoreResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly score!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Lower end of the 90 % interval; null while it is not known',
  })
  readonly scoreLow!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Upper end of the 90 % interval' })
  readonly scoreHigh!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly missing!: string | null;

  @ApiProperty({ type: Number })
  readonly coverage!: number;
}

export class IssueReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['issue'] })
  readonly kind!: 'issue';

  @ApiProperty({ type: ReportedIssueResponse })
  readonly issue!: ReportedIssueResponse;

  @ApiProperty({ type: [DistributionResponse] })
  readonly distributions!: readonly DistributionResponse[];

  @ApiProperty({ type: [IssueIndicatorResponse] })
  readonly indicators!: readonly IssueIndicatorResponse[];

  @ApiProperty({ type: [AreaScoreResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly AreaScoreResponse[];
}

export function issueReportResponse(report: IssueReport): IssueReportResponse {
  const { code, name, principles } = report.issue;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    issue: { code, name, principles },
    distributions: report.distributions.map(distributionResponse),
    indicators: report.indicators.map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      live: indicator.live,
      areasWithLevel: indicator.areasWithLevel,
      medianLevel: indicator.medianLevel ?? null,
    })),
    areas: report.areas.map((area) => ({
      code: area.code,
      name: area.name,
      score: area.score ?? null,
      scoreLow: area.scoreLow ?? null,
      scoreHigh: area.scoreHigh ?? null,
      missing: area.missing ?? null,
      coverage: area.coverage,
    })),
  };
}
