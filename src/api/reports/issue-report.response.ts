import { ApiProperty } from '@nestjs/swagger';
import type { IssueReport } from '../../reports/report.js';
import {
  AreaScoreResponse,
  areaScoreResponse,
  IndicatorSummaryResponse,
  indicatorSummaryResponse,
} from './area-score.response.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';
import { StatementResponse, statementResponse } from './statement.response.js';

export class ReportedIssueResponse {
  @ApiProperty({ type: String, example: 'ACCESS' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: [String] })
  readonly principles!: readonly string[];
}

export class IssueReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['issue'] })
  readonly kind!: 'issue';

  @ApiProperty({ type: ReportedIssueResponse })
  readonly issue!: ReportedIssueResponse;

  @ApiProperty({ type: [DistributionResponse] })
  readonly distributions!: readonly DistributionResponse[];

  @ApiProperty({ type: [IndicatorSummaryResponse] })
  readonly indicators!: readonly IndicatorSummaryResponse[];

  @ApiProperty({ type: [AreaScoreResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly AreaScoreResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of countries and communities on it' })
  readonly statements!: readonly StatementResponse[];
}

export function issueReportResponse(report: IssueReport): IssueReportResponse {
  const { code, name, principles } = report.issue;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    issue: { code, name, principles },
    distributions: report.distributions.map(distributionResponse),
    indicators: report.indicators.map(indicatorSummaryResponse),
    areas: report.areas.map(areaScoreResponse),
    statements: report.statements.map(statementResponse),
  };
}
