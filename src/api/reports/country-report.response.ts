import { ApiProperty } from '@nestjs/swagger';
import type { CommitmentLine, CountryReport } from '../../reports/report.js';
import { IndicatorLineResponse, indicatorLineResponse } from './indicator-line.response.js';
import {
  NodeLineResponse,
  nodeLineResponse,
  SegmentResponse,
  segmentResponse,
} from './node-line.response.js';
import { ReportHeadResponse, reportHeadResponse } from './report-head.response.js';
import { WhatItTakesResponse, whatItTakesResponse } from '../scores/what-it-takes.response.js';
import { NriCardResponse, nriCardResponse } from './nri-card.response.js';
import { StatementResponse, statementResponse } from './statement.response.js';

export class ReportedAreaResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, example: '404' })
  readonly m49!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly unGroup!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly incomeGroup!: string | null;
}

/** Counts behind the one-sentence summary. */
export class SummaryResponse {
  @ApiProperty({ type: Number, description: 'Indicators with a level and an agreed target' })
  readonly withTarget!: number;

  @ApiProperty({ type: Number })
  readonly metOrOnTrack!: number;

  @ApiProperty({ type: Number })
  readonly needAcceleration!: number;

  @ApiProperty({ type: Number })
  readonly movingAway!: number;

  @ApiProperty({ type: Number })
  readonly missed!: number;

  @ApiProperty({ type: Number })
  readonly notAssessable!: number;

  @ApiProperty({ type: Number, description: 'Indicators with a level and no agreed target' })
  readonly withoutTarget!: number;

  @ApiProperty({ type: Number })
  readonly improving!: number;

  @ApiProperty({ type: Number })
  readonly declining!: number;

  @ApiProperty({ type: Number, description: 'Indicators that may be scored and have no level' })
  readonly lackData!: number;
}

export class PrincipleLineResponse extends NodeLineResponse {
  @ApiProperty({ type: [NodeLineResponse] })
  readonly goals!: readonly NodeLineResponse[];

  @ApiProperty({ type: [SegmentResponse], description: 'Scores of earlier years in comparable runs' })
  readonly history!: readonly SegmentResponse[];
}

export class CommitmentLinkResponse {
  @ApiProperty({ type: String })
  readonly indicator!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ enum: ['measures', 'partly', 'context'] })
  readonly type!: string;

  @ApiProperty({ type: String })
  readonly reason!: string;
}

export class CommitmentLineResponse extends NodeLineResponse {
  @ApiProperty({ type: String })
  readonly paragraph!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly objective!: string | null;

  @ApiProperty({ type: String, description: 'How sure wording and place are' })
  readonly confidence!: string;

  @ApiProperty({ type: Boolean })
  readonly scored!: boolean;

  @ApiProperty({ type: [CommitmentLinkResponse] })
  readonly links!: readonly CommitmentLinkResponse[];
}

export class ReportedCommunityResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly kind!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly website!: string | null;
}

export class CountryReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['country'] })
  readonly kind!: 'country';

  @ApiProperty({ type: ReportedAreaResponse })
  readonly area!: ReportedAreaResponse;

  @ApiProperty({ type: SummaryResponse })
  readonly summary!: SummaryResponse;

  @ApiProperty({ type: [PrincipleLineResponse] })
  readonly principles!: readonly PrincipleLineResponse[];

  @ApiProperty({ type: [IndicatorLineResponse] })
  readonly indicators!: readonly IndicatorLineResponse[];

  @ApiProperty({ type: [CommitmentLineResponse] })
  readonly commitments!: readonly CommitmentLineResponse[];

  @ApiProperty({ type: [NodeLineResponse] })
  readonly issues!: readonly NodeLineResponse[];

  @ApiProperty({
    type: [WhatItTakesResponse],
    description: 'Agreed targets that the current values do not meet; arithmetic, not a forecast',
  })
  readonly whatWouldItTake!: readonly WhatItTakesResponse[];

  @ApiProperty({ type: [ReportedCommunityResponse] })
  readonly communities!: readonly ReportedCommunityResponse[];

  @ApiProperty({
    type: [NriCardResponse],
    description: 'Communities of the country in their own words, as far as they consent now',
  })
  readonly nri!: readonly NriCardResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements on the country and its figures' })
  readonly statements!: readonly StatementResponse[];
}

export function countryReportResponse(report: CountryReport): CountryReportResponse {
  const { area } = report;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    area: {
      code: area.code,
      name: area.name,
      m49: area.m49,
      unGroup: area.unGroup ?? null,
      incomeGroup: area.incomeGroup ?? null,
    },
    summary: summaryResponse(report.summary),
    principles: report.principles.map((line) => ({
      ...nodeLineResponse(line),
      goals: line.goals.map(nodeLineResponse),
      history: line.history.map(segmentResponse),
    })),
    indicators: report.indicators.map(indicatorLineResponse),
    commitments: report.commitments.map(commitmentLineResponse),
    issues: report.issues.map(nodeLineResponse),
    whatWouldItTake: report.whatWouldItTake.map(whatItTakesResponse),
    communities: report.communities.map(({ code, name, kind, website }) => ({
      code,
      name,
      kind,
      website: website ?? null,
    })),
    nri: report.nri.map(nriCardResponse),
    statements: report.statements.map(statementResponse),
  };
}

function summaryResponse(summary: CountryReport['summary']): SummaryResponse {
  return {
    withTarget: summary.withTarget,
    metOrOnTrack: summary.metOrOnTrack,
    needAcceleration: summary.needAcceleration,
    movingAway: summary.movingAway,
    missed: summary.missed,
    notAssessable: summary.notAssessable,
    withoutTarget: summary.withoutTarget,
    improving: summary.improving,
    declining: summary.declining,
    lackData: summary.lackData,
  };
}

function commitmentLineResponse(line: CommitmentLine): CommitmentLineResponse {
  return {
    ...nodeLineResponse(line),
    paragraph: line.paragraph,
    objective: line.objective ?? null,
    confidence: line.confidence,
    scored: line.scored,
    links: line.links.map(({ indicator, name, type, reason }) => ({ indicator, name, type, reason })),
  };
}
