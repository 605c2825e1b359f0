import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import type { CommitmentReport } from '../../reports/commitment-report.js';
import { CommitmentResponse, CrosswalkLinkResponse } from '../catalogue/commitment.response.js';
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

export class ReportedCommitmentResponse extends OmitType(CommitmentResponse, [
  'objective',
  'covered',
  'links',
]) {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What could measure it',
    example: '% schools connected; % schools mapped',
  })
  readonly measurableBy!: string | null;

  @ApiProperty({
    type: NamedCodeResponse,
    nullable: true,
    description: 'Objective; null for follow-up and review',
  })
  readonly objective!: NamedCodeResponse | null;
}

/** Which indicator, and what the crosswalk says of the link. */
export class LinkedIndicatorResponse extends IntersectionType(
  IndicatorSummaryResponse,
  OmitType(CrosswalkLinkResponse, ['indicator', 'commitment']),
) {}

export class CommitmentReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['commitment'] })
  readonly kind!: 'commitment';

  @ApiProperty({ type: ReportedCommitmentResponse })
  readonly commitment!: ReportedCommitmentResponse;

  @ApiProperty({ type: Boolean, description: 'Whether any indicator measures it, wholly or partly' })
  readonly covered!: boolean;

  @ApiProperty({ type: [LinkedIndicatorResponse] })
  readonly links!: readonly LinkedIndicatorResponse[];

  @ApiProperty({ type: [DistributionResponse] })
  readonly distributions!: readonly DistributionResponse[];

  @ApiProperty({ type: [AreaScoreResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly AreaScoreResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of countries and communities on it' })
  readonly statements!: readonly StatementResponse[];
}

export function commitmentReportResponse(report: CommitmentReport): CommitmentReportResponse {
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    commitment: reportedCommitment(report.commitment),
    covered: report.covered,
    links: report.links.map((link) => ({
      ...indicatorSummaryResponse(link),
      type: link.type,
      reason: link.reason,
      author: link.author,
      date: link.date,
      official: link.official,
      reviewed: link.reviewed,
    })),
    distributions: report.distributions.map(distributionResponse),
    areas: report.areas.map(areaScoreResponse),
    statements: report.statements.map(statementResponse),
  };
}

function reportedCommitment(commitment: CommitmentReport['commitment']): ReportedCommitmentResponse {
  const { objective } = commitment;
  return {
    id: commitment.id,
    title: commitment.title,
    paragraph: commitment.paragraph,
    section: commitment.section,
    kind: commitment.kind,
    addressee: commitment.addressee,
    by: commitment.by ?? null,
    deadline: commitment.deadline ?? null,
    measurability: commitment.measurability,
    measurableBy: commitment.measurableBy ?? null,
    sdgTargets: commitment.sdgTargets,
    confidence: commitment.confidence,
    scored: commitment.scored,
    objective: objective === undefined ? null : { code: objective.code, name: objective.name },
  };
}
