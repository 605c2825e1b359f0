import { ApiProperty, PickType } from '@nestjs/swagger';
import type { CommitmentsReport, ListedCommitment } from '../../reports/commitments-report.js';
import { ReportedCommitmentResponse } from './commitment-report.response.js';
import { ReportHeadResponse, reportHeadResponse } from './report-head.response.js';

export class ListedLinkResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly indicator!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ enum: ['measures', 'partly', 'context'], description: 'Context is shown and never counted' })
  readonly type!: string;

  @ApiProperty({ type: Boolean, description: 'Whether it has current figures for enough countries to count' })
  readonly live!: boolean;
}

export class ListedCommitmentResponse extends PickType(ReportedCommitmentResponse, [
  'id',
  'title',
  'paragraph',
  'kind',
  'addressee',
  'measurability',
  'measurableBy',
  'confidence',
  'scored',
]) {
  @ApiProperty({ type: Boolean, description: 'Whether any indicator measures it, wholly or partly' })
  readonly covered!: boolean;

  @ApiProperty({ type: Number, description: 'Countries that have a score', example: 120 })
  readonly areasWithScore!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Score of the middle country', example: 58.2 })
  readonly medianScore!: number | null;

  @ApiProperty({ type: [ListedLinkResponse] })
  readonly links!: readonly ListedLinkResponse[];
}

export class ListedObjectiveResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Null: follow-up and review', example: '1' })
  readonly code!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ type: [ListedCommitmentResponse] })
  readonly commitments!: readonly ListedCommitmentResponse[];
}

export class CommitmentOfIndicatorResponse {
  @ApiProperty({ type: String, example: 'GDC-11b' })
  readonly id!: string;

  @ApiProperty({ type: String, description: 'In our own words' })
  readonly title!: string;

  @ApiProperty({ type: String, description: 'Paragraph of the Compact', example: '11(b)' })
  readonly paragraph!: string;

  @ApiProperty({ enum: ['measures', 'partly', 'context'], description: 'Context is shown and never counted' })
  readonly type!: string;
}

export class IndicatorWithCommitmentsResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Boolean, description: 'Whether it has current figures for enough countries to count' })
  readonly live!: boolean;

  @ApiProperty({ type: [CommitmentOfIndicatorResponse] })
  readonly commitments!: readonly CommitmentOfIndicatorResponse[];
}

export class CommitmentsReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['commitments'] })
  readonly kind!: 'commitments';

  @ApiProperty({
    type: [ListedObjectiveResponse],
    description: 'In the order of the catalogue; last what is in none of them',
  })
  readonly objectives!: readonly ListedObjectiveResponse[];

  @ApiProperty({
    type: [IndicatorWithCommitmentsResponse],
    description: 'The same links from the other end; indicators without any are left out',
  })
  readonly indicators!: readonly IndicatorWithCommitmentsResponse[];
}

export function commitmentsReportResponse(report: CommitmentsReport): CommitmentsReportResponse {
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    objectives: report.objectives.map(({ code, name, commitments }) => ({
      code: code ?? null,
      name: name ?? null,
      commitments: commitments.map(listedCommitment),
    })),
    indicators: report.indicators.map(({ code, name, live, commitments }) => ({
      code,
      name,
      live,
      commitments: commitments.map(({ id, title, paragraph, type }) => ({ id, title, paragraph, type })),
    })),
  };
}

function listedCommitment(commitment: ListedCommitment): ListedCommitmentResponse {
  return {
    id: commitment.id,
    title: commitment.title,
    paragraph: commitment.paragraph,
    kind: commitment.kind,
    addressee: commitment.addressee,
    measurability: commitment.measurability,
    measurableBy: commitment.measurableBy ?? null,
    confidence: commitment.confidence,
    scored: commitment.scored,
    covered: commitment.covered,
    areasWithScore: commitment.areasWithScore,
    medianScore: commitment.medianScore ?? null,
    links: commitment.links.map(({ indicator, name, type, live }) => ({ indicator, name, type, live })),
  };
}
