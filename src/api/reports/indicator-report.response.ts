import { ApiProperty } from '@nestjs/swagger';
import type { IndicatorReport } from '../../reports/report.js';
import { IndicatorLineResponse, indicatorLineResponse } from './indicator-line.response.js';
import { NamedCodeResponse } from './node-line.response.js';
import {
  DistributionResponse,
  distributionResponse,
  ReportHeadResponse,
  reportHeadResponse,
} from './report-head.response.js';
import { StatementResponse, statementResponse } from './statement.response.js';

export class ReportedIndicatorResponse {
  @ApiProperty({ type: String, example: 'UI_NETUSE' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly definition!: string;

  @ApiProperty({ type: String })
  readonly unit!: string;

  @ApiProperty({ type: String })
  readonly goal!: string;

  @ApiProperty({ type: String })
  readonly goalName!: string;

  @ApiProperty({ enum: ['core', 'extended'] })
  readonly tier!: string;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: ['string', 'number'] },
    description: 'Where a level begins and ends, in the indicator’s unit',
    example: { worst: 0, best: 100, scale: 'linear' },
  })
  readonly goalposts!: Readonly<Record<string, string | number>>;

  @ApiProperty({ type: String })
  readonly goalpostReason!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly target!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly targetBasis!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly targetYear!: number | null;

  @ApiProperty({ type: String })
  readonly source!: string;

  @ApiProperty({ type: String })
  readonly licence!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly caveats!: string | null;

  @ApiProperty({ type: Boolean })
  readonly scored!: boolean;
}

export class LinkedCommitmentResponse {
  @ApiProperty({ type: String, example: 'GDC-11b' })
  readonly id!: string;

  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ enum: ['measures', 'partly', 'context'] })
  readonly type!: string;

  @ApiProperty({ type: String })
  readonly reason!: string;
}

export class SeriesResponse {
  @ApiProperty({ type: String })
  readonly organisation!: string;

  @ApiProperty({ type: String })
  readonly series!: string;

  @ApiProperty({ type: String })
  readonly edition!: string;

  @ApiProperty({ type: String })
  readonly url!: string;

  @ApiProperty({ type: String })
  readonly terms!: string;

  @ApiProperty({ enum: ['attribution', 'sa', 'nc-sa', 'ask'] })
  readonly redistribution!: string;

  @ApiProperty({ type: String })
  readonly provenance!: string;

  @ApiProperty({ type: String, example: 'Modelled by the publisher where no survey exists' })
  readonly notes!: string;
}

export class IndicatorAreaResponse extends IndicatorLineResponse {
  @ApiProperty({ type: String, example: 'KEN' })
  readonly area!: string;

  @ApiProperty({ type: String })
  readonly areaName!: string;
}

export class IndicatorReportResponse extends ReportHeadResponse {
  @ApiProperty({ enum: ['indicator'] })
  readonly kind!: 'indicator';

  @ApiProperty({ type: ReportedIndicatorResponse })
  readonly indicator!: ReportedIndicatorResponse;

  @ApiProperty({ type: [LinkedCommitmentResponse] })
  readonly commitments!: readonly LinkedCommitmentResponse[];

  @ApiProperty({ type: [NamedCodeResponse] })
  readonly issues!: readonly NamedCodeResponse[];

  @ApiProperty({ type: [NamedCodeResponse], description: 'Action lines of the World Summit it counts in' })
  readonly actionLines!: readonly NamedCodeResponse[];

  @ApiProperty({ type: [NamedCodeResponse], description: 'Targets of the Development Goals it counts in' })
  readonly sdgTargets!: readonly NamedCodeResponse[];

  @ApiProperty({ type: [SeriesResponse] })
  readonly series!: readonly SeriesResponse[];

  @ApiProperty({ type: DistributionResponse })
  readonly distribution!: DistributionResponse;

  @ApiProperty({ type: [IndicatorAreaResponse], description: 'By name; not a ranking' })
  readonly areas!: readonly IndicatorAreaResponse[];

  @ApiProperty({ type: [StatementResponse], description: 'Statements of countries and communities on it' })
  readonly statements!: readonly StatementResponse[];
}

export function indicatorReportResponse(report: IndicatorReport): IndicatorReportResponse {
  const { indicator } = report;
  return {
    ...reportHeadResponse(report),
    kind: report.kind,
    indicator: {
      code: indicator.code,
      name: indicator.name,
      definition: indicator.definition,
      unit: indicator.unit,
      goal: indicator.goal,
      goalName: indicator.goalName,
      tier: indicator.tier,
      goalposts: indicator.goalposts,
      goalpostReason: indicator.goalpostReason,
      target: indicator.target ?? null,
      targetBasis: indicator.targetBasis ?? null,
      targetYear: indicator.targetYear ?? null,
      source: indicator.source,
      licence: indicator.licence,
      caveats: indicator.caveats ?? null,
      scored: indicator.scored,
    },
    commitments: report.commitments.map(({ id, title, type, reason }) => ({ id, title, type, reason })),
    issues: report.issues.map(({ code, name }) => ({ code, name })),
    actionLines: report.actionLines.map(({ code, name }) => ({ code, name })),
    sdgTargets: report.sdgTargets.map(({ code, name }) => ({ code, name })),
    series: report.series.map(
      ({ organisation, series, edition, url, terms, redistribution, provenance, notes }) => ({
        organisation,
        series,
        edition,
        url,
        terms,
        redistribution,
        provenance,
        notes,
      }),
    ),
    distribution: distributionResponse(report.distribution),
    statements: report.statements.map(statementResponse),
    areas: report.areas.map((line) => ({
      area: line.area,
      areaName: line.areaName,
      ...indicatorLineResponse(line),
    })),
  };
}
